"""On which side of a question a text says that somebody stands."""

# ruff: noqa: E501 (claim and passage are read side by side)

from __future__ import annotations

import pytest

from nutgraf.language.certainty_comparison import compare


def kinds(claim: str, passage: str) -> set[str]:
    return {one.kind for one in compare(claim, passage)}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Teachers voted for the new timetable.", "Teachers voted 48-31 on Friday against the new timetable."),
        ("Alderman Moe spoke in favor of the toll.", "Alderman Moe, who lives nearby, spoke against the toll."),
        ("Older anglers were in favour of the weir.", "Older anglers were against the weir."),
        ("Alderman Moe voted against the toll.", "Alderman Moe supported the toll on Tuesday."),
    ],
)  # fmt: skip
def test_a_side_changed_is_told(claim: str, passage: str) -> None:
    assert "stance reversed" in kinds(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Moe was against the toll.", "Moe did not vote for the toll."),
        ("Teachers voted for the timetable.", "Teachers voted for the timetable, and cooks against it."),
        ("Cooks voted against the timetable.", "Teachers voted for a shorter day."),
        ("The toll was opposed by Moe.", "The toll, backed by the mayor, was opposed by Moe."),
    ],
)  # fmt: skip
def test_the_same_side_or_another_question_is_none(claim: str, passage: str) -> None:
    assert "stance reversed" not in kinds(claim, passage)
