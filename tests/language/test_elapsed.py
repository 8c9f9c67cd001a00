from __future__ import annotations

from datetime import date

import pytest

from nutgraf.language.dates import read as read_dates
from nutgraf.language.elapsed import between
from nutgraf.language.figures import read

DAY = date(2026, 2, 12)


def found(claim: str, source: str, *, published: date | None = DAY) -> str | None:
    whens = read_dates(source, published=published)
    elapsed = between(read(claim)[0], whens, published=published)
    return elapsed.expression if elapsed else None


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("96 years later", "The clock was taken in 1930."),
        ("a 156-year-old ship", "built in 1870"),
        ("20 years in jail", "from June 1990; freed in May 2010"),
        ("three weeks", "between Jan. 5, 2026 and then, in court, Jan. 26, 2026"),
        ("about 30 years", "It began in 1994."),
    ],
)
def test_time_between_two_dates_is_found(claim: str, source: str) -> None:
    assert found(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("60 years later", "The clock was taken in 1930."),
        ("60 bells", "in 1966"),
        ("2 hours", "in 1966"),
        ("1 day", "in 1966"),
        ("30 years", "in the 1990s"),
        ("20 years", "in 1990." + "x" * 700 + " In 2010."),
        ("5 years", "last year"),
        ("5 years", ""),
    ],
)
def test_other_spans_are_not(claim: str, source: str) -> None:
    assert found(claim, source) is None


def test_without_a_date_of_publication_two_dates_are_needed() -> None:
    assert found("96 years", "in 1930", published=None) is None
    assert found("96 years", "in 1930 and in 2026", published=None) == "1930 to 2026"
