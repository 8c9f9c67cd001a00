"""Names of newsrooms, and where they get their credit."""

from __future__ import annotations

import pytest

from nutgraf.language.outlet_names import newsroom_credits, same_outlet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Post", "The Harbor Post"),
        ("AP", "The Associated Press"),
        ("Fox", "Fox News"),
        ("Reuters", "Reuters"),
    ],
)
def test_one_newsroom(one: str, other: str) -> None:
    assert same_outlet(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Radio Merrow", "The Merrow Ledger"), ("Reuters", "The Times"), ("", "AP")]
)
def test_two_newsrooms(one: str, other: str) -> None:
    assert not same_outlet(one, other)


def test_where_a_newsroom_gets_its_credit() -> None:
    text = "The pier is shut, the Post reported. Ann Lee said so, according to Radio 5."
    found = [text[slice(*span)] for span in newsroom_credits(text, ["The Harbor Post", "Radio 5"])]
    assert found == [", the Post reported", "according to Radio 5", "Radio 5"]
