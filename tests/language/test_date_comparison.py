from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.date_comparison import agrees, compare, relation, weekday_fits
from nutgraf.language.dates import read

THURSDAY = date(2026, 2, 12)


def told(a: str, b: str, a_day: date | None = THURSDAY, b_day: date | None = THURSDAY) -> str:
    one, other = read(a, published=a_day)[0], read(b, published=b_day)[0]
    comparison = compare(one, other)
    assert comparison.agrees == (comparison.relation in {"same", "compatible"})
    assert relation(one, other) == comparison.relation
    assert agrees(one, other) == comparison.agrees
    assert comparison.reason or comparison.relation != "differs"
    return comparison.relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Feb. 11, 2026", "on Wednesday", "same"),
        ("in January", "on Jan. 21", "compatible"),
        ("April 2025", "last spring", "compatible"),
        ("on Jan. 21", "in January 2026", "compatible"),
        ("in January", "in February", "differs"),
        ("on Wednesday", "on Thursday", "differs"),
        ("in 2019", "in 2020", "differs"),
        ("last week", "early February", "compatible"),
        ("over the summer", "Q3 2025", "compatible"),
        ("since 2019", "until 2019", "differs"),
        ("at 5:30 p.m.", "17:30", "same"),
        ("at 5 p.m.", "at 6 p.m.", "differs"),
        ("at 5 p.m.", "on Friday", "unknown"),
        ("1/2/2026", "Feb. 1, 2026", "compatible"),
        ("Feb. 1, 2026", "1/2/2026", "compatible"),
        ("from March to June 2020", "from May to July 2020", "differs"),
    ],
)  # fmt: skip
def test_relations(a: str, b: str, relation: str) -> None:
    assert told(a, b) == relation


def test_an_inferred_year_is_no_conflict() -> None:
    assert told("Jan. 21", "Jan. 21, 2025") == "compatible"
    assert told("Jan. 21, 2024", "Jan. 21, 2025") == "differs"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("on Wednesday", "Wednesday", "same"),
        ("on Wednesday", "on Friday", "differs"),
        ("Jan. 21", "January", "compatible"),
        ("on Wednesday", "Feb. 11, 2026", "compatible"),
        ("on Thursday", "Feb. 11, 2026", "differs"),
        ("on Wednesday", "in January", "unknown"),
        ("the last year", "last year", "same"),
        ("yesterday", "last week", "unknown"),
    ],
)
def test_open_dates_are_compared_by_what_they_say(a: str, b: str, relation: str) -> None:
    assert told(a, b, None, None) == relation


def test_a_weekday_that_is_not_that_of_the_date_is_found() -> None:
    (wrong,) = weekday_fits("Filed Thursday, Feb. 11, 2026, and heard Friday, Feb. 13, 2026.")
    assert (wrong.said, wrong.actual) == ("Thursday", "Wednesday")
    assert wrong.when.text == "Thursday, Feb. 11, 2026"


def test_a_date_without_a_year_is_read_against_publication() -> None:
    assert weekday_fits("on Thursday, Feb. 11") == ()
    (wrong,) = weekday_fits("on Thursday, Feb. 11", published=THURSDAY)
    assert wrong.actual == "Wednesday"
    assert weekday_fits("on Wednesday, Feb. 11", published=THURSDAY) == ()
    assert weekday_fits("on Tuesday, Sept. 11 and Monday", published=THURSDAY) == ()


@given(st.text(), st.dates())
def test_a_time_agrees_with_itself(text: str, day: date) -> None:
    for when in read(text, published=day):
        assert compare(when, when).relation in {"same", "unknown"}


def test_a_date_without_a_year_may_be_the_day_that_a_weekday_tells() -> None:
    day = date(2025, 3, 6)
    assert told("They are invited on March 10.", "It will meet on Monday.", day, day) != "differs"
    assert told("They are invited on March 11.", "It will meet on Monday.", day, day) == "differs"
