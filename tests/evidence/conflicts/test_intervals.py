"""Which values of one quantity cannot both be right."""

from __future__ import annotations

import pytest

from nutgraf.evidence.conflicts.intervals import apart
from nutgraf.evidence.reading import read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.28 million names", "1.2 million names"),
        ("12 people", "14 people"),
        ("about 26,000 tons", "24,000 tons"),
        ("more than 1,000 people", "about 300 people"),
        ("fewer than 200 boats", "260 boats"),
        ("$1 billion", "$1.2 billion"),
        ("1,000 jobs", "1,200 jobs"),
        ("a vote of 9 to 4", "a vote of 8 to 5"),
        ("5 miles", "12 kilometres"),
    ],
)
def test_values_that_are_apart(one: str, other: str) -> None:
    assert apart(read(one).figures[0], read(other).figures[0])
    assert apart(read(other).figures[0], read(one).figures[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nearly 50,000 homes", "47,300 homes"),
        ("about 300 people", "320 people"),
        ("more than 200 firefighters", "260 firefighters"),
        ("4 billion euros", "4.2 billion euros"),
        ("47,000 homes", "47,300 homes"),
        ("between 40 and 60 boats", "52 boats"),
        ("up to 600 jobs", "450 jobs"),
        ("10 miles", "16 kilometres"),
        ("dozens of cars", "36 cars"),
    ],
)
def test_values_that_may_be_one(one: str, other: str) -> None:
    assert not apart(read(one).figures[0], read(other).figures[0])
    assert not apart(read(other).figures[0], read(one).figures[0])
