"""Days that a month has not."""

from __future__ import annotations

import pytest

from nutgraf.language.impossible_dates import impossible_dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vote is on Feb. 30.", "Feb. 30"),
        ("It ended on June 31, 2025.", "June 31, 2025"),
        ("It ended on 31 November.", "31 November"),
        ("She was born on February 29, 2023.", "February 29, 2023"),
    ],
)
def test_a_day_that_no_month_has_is_found(text: str, words: str) -> None:
    assert [text[one.start : one.end] for one in impossible_dates(text)] == [words]


@pytest.mark.parametrize(
    "text",
    ["on Feb. 29", "on Feb. 29, 2024", "May 31", "In April 31 people came.", "June 30, 2025"],
)
def test_a_day_that_a_month_has_is_not(text: str) -> None:
    assert impossible_dates(text) == ()
