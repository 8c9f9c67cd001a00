"""Words that give a figure out as worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.sums_told import told


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("There were 12 fewer boats.", "12", "difference"),
        ("It costs £3 more than that.", "£3", "difference"),
        ("The fleet shrank by 40.", "40", "difference"),
        ("a gap of 40", "40", "difference"),
        ("That leaves the town with nine pools.", "nine", "difference"),
        ("nine pools remain", "nine", "difference"),
        ("In all, 206 boats sailed.", "206", "sum"),
        ("206 boats altogether", "206", "sum"),
        ("They got £50 each.", "£50", "each"),
        ("each shop got £50", "£50", "each"),
        ("Nothing was left. 12 boats sailed.", "12", ""),
        ("12 boats sailed", "12", ""),
    ],
)
def test_words_beside_a_figure_tell_how_it_came_about(
    text: str, number: str, expected: str
) -> None:
    start = text.index(number)
    assert told(text, start, start + len(number)) == expected


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_span_is_read(text: str, start: int, size: int) -> None:
    assert told(text, start, start + size) in ("", "difference", "sum", "each")
