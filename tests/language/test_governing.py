"""Words that govern a statement from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.governing import governors, has_side, is_negated, is_softened


def sorts(text: str) -> list[str]:
    return [one.sort for one in governors(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The port did not close.", "denied"),
        ("There is no sign that the port closed.", "denied"),
        ("The mayor stopped short of closing the port.", "denied"),
        ("He sued, alleging that the port lied.", "unreal"),
        ("The council will vote on whether to close the port.", "unreal"),
        ("The port is expected to close.", "unreal"),
        ("He would pay only if the port closed.", "condition"),
    ],
)
def test_denials_doubts_and_conditions_are_told_apart(text: str, sort: str) -> None:
    assert sort in sorts(text)


@pytest.mark.parametrize("text", ["The port closed.", "The port not only closed but burned."])
def test_plain_statements_have_none(text: str) -> None:
    assert sorts(text) == []


def test_a_governor_reaches_to_the_end_of_its_clause() -> None:
    text = "The port did not close, but the ferry sailed."
    (found,) = governors(text, 0, len(text))
    assert text[found.end : found.reach] == " close"


def test_what_softens_denies_or_takes_sides_is_known() -> None:
    assert is_softened("The port may close.")
    assert is_negated("Nobody closed the port.")
    assert has_side("The union said so.")
    assert not has_side("The harbour master said so.")


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(one.start < one.end <= len(text) for one in governors(text, 0, len(text)))
