"""Which roles a text gives to which person."""

# ruff: noqa: E501 (claim and passage are read side by side)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.titles import read, roles_by_person, same_role


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("It was Harbor Secretary Ann Lee.", "Ann Lee", "Harbor Secretary"),
        ("So former Harbor Secretary Ann Lee left.", "Ann Lee", "former Harbor Secretary"),
        ("We saw Ann Lee, a spokeswoman for the union, there.", "Ann Lee", "a spokeswoman for the union"),
        ("We saw Ann Lee, 45, a voter, there.", "Ann Lee", "a voter"),
        ("Ann Lee, policy counsel for Tides & Light, told us.", "Ann Lee", "policy counsel for Tides & Light"),
        ("The firm’s chief engineer, Ann Lee, left.", "Ann Lee", "firm’s chief engineer"),
        ("The singer Ann Lee left.", "Ann Lee", "singer"),
        ("So Ann Lee is the mayor of Wexford.", "Ann Lee", "the mayor of Wexford"),
        ("Ann Wexler\nThe Harbor Secretary who signed it.", "Ann Wexler", "The Harbor Secretary"),
        ("“No.”\n— Ann Wexler, Co-president of Tides (Quay Post)", "Ann Wexler", "Co-president of Tides"),
    ],
)  # fmt: skip
def test_roles_are_bound_to_persons(text: str, person: str, role: str) -> None:
    assert [(one.person, one.role) for one in read(text)] == [(person, role)]
    assert all(text[one.start : one.end] == one.role for one in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "We met Mr. Lee there.",
        "We met Ann Lee, and she left.",
        "We met Ann Lee, who left.",
        "He told Ann Lee, which was late.",
        "The sum fell. Ann Lee left.",
        "We met a coach, Ann Lee, there and then.",
    ],
)
def test_what_gives_no_role_gives_none(text: str) -> None:
    assert read(text) == ()


def test_roles_are_gathered_by_surname() -> None:
    text = "It was Harbor Secretary Ann Lee. Ann Lee, the union's chief engineer, left."
    roles = roles_by_person(read(text))
    assert [one.role for one in roles["lee"]] == ["Harbor Secretary", "the union's chief engineer"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chief Tide Officer of the NOAA", "the agency’s chief tide officer", True),
        ("chief tide officer", "chief light officer", False),
        ("chief tide officer", "officer", None),
        ("mayor", "the singer", None),
        ("", "mayor", None),
    ],
)
def test_two_roles_are_compared_by_their_nouns(one: str, other: str, same: bool | None) -> None:
    assert same_role(one, other) is same


@given(st.text(), st.text())
def test_reading_never_raises_and_spans_are_inside(text: str, other: str) -> None:
    assert all(text[one.start : one.end] == one.role for one in read(text))
    assert same_role(text, other) is same_role(other, text)
