from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.list_names import feedback_id, label, list_id, message_id


@pytest.mark.parametrize(
    ("name", "shown"),
    [("readers", "readers"), ("Readers", "readers"), ("2026-02-13", "2026-02-13")],
)
def test_a_plain_name_is_its_own_label(name: str, shown: str) -> None:
    assert label(name) == shown


@given(st.text(max_size=100))
def test_any_name_has_a_label_that_can_stand_in_a_header(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", label(name))


def test_names_that_look_alike_have_labels_of_their_own() -> None:
    names = ["a b", "a-b", "a_b", "ä-b", "a--b", "x" * 41, "x" * 42, "", "-"]
    assert len({label(name) for name in names}) == len(names)


def test_a_list_keeps_its_id() -> None:
    assert list_id("readers", "harbour.example") == "readers.harbour.example"


@pytest.mark.parametrize("domain", ["a.de", "harbour.example", "a.long.name.of.a.domain.example"])
def test_gmail_takes_the_id_of_the_sender(domain: str) -> None:
    """It asks for 5 to 15 characters."""
    campaign, name, kind, sender = feedback_id("2026-02-13", "readers", domain).split(":")
    assert (campaign, name, kind) == ("2026-02-13", "readers", "newsletter")
    assert 5 <= len(sender) <= 15


def test_a_message_id_is_of_its_values_alone() -> None:
    assert message_id("a.example", "a", "bc") == message_id("a.example", "a", "bc")
    assert message_id("a.example", "a", "bc") != message_id("a.example", "ab", "c")
    assert re.fullmatch(r"<[0-9a-f]{32}@a\.example>", message_id("a.example", "a"))
