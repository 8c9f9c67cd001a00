"""What is said of two things, of which a source may know only one."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.pairs import speaks_of_both, unknown_of_two
from nutgraf.evidence.reading import read

INDEX = build(
    read("The toll agreement is before a federal court. The bridge inspection began in May.")
)


@pytest.mark.parametrize(
    ("before", "unknown"),
    [
        ("The toll agreement is the twin of the harbour-deal scandal", "harbour-deal scandal"),
        ("The toll agreement is the twin of the bridge inspection", ""),
        ("The toll agreement angered the mayor and the councilwoman disagreed sharply", ""),
        ("The toll agreement resembles the scandal", ""),
    ],
)  # fmt: skip
def test_the_other_one_is_looked_for_by_itself(before: str, unknown: str) -> None:
    reading = read(f"{before}, both are before a federal court.")
    span = unknown_of_two(reading, (0, len(before)), [INDEX])
    assert (reading.text[slice(*span)] if span else "") == unknown


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("both are before a court", True),
        ("and both were begun in May", True),
        ("both sides went to court", False),
        ("both of the bridges are shut", False),
        ("the court heard both", False),
    ],
)
def test_both_stands_for_what_was_named_before(clause: str, told: bool) -> None:
    assert speaks_of_both(read(clause), 0, len(clause)) is told
