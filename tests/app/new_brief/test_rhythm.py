"""The next brief is of the day on which the last ones let readers expect it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.app.new_brief.rhythm import next_day

TODAY = date(2026, 3, 11)  # a Wednesday
FRIDAYS = [date(2026, 2, 13), date(2026, 2, 20), date(2026, 2, 27), date(2026, 3, 6)]


def days(*several: str) -> list[date]:
    return [date.fromisoformat(one) for one in several]


@pytest.mark.parametrize(
    ("before", "due", "why"),
    [
        (FRIDAYS, "2026-03-13", "a Friday, as the last 4"),
        ([*FRIDAYS[:2], FRIDAYS[3]], "2026-03-13", "a Friday, as the last 3"),
        (
            days("2026-01-30", "2026-02-13", "2026-02-27"),
            "2026-03-13",
            "a Friday, as the last 3, 2 weeks apart",
        ),
        (
            days("2026-03-08", "2026-03-09", "2026-03-10"),
            "2026-03-11",
            "the last 3 came out day after day",
        ),
        (
            days("2026-02-20", "2026-03-02", "2026-03-12"),
            "2026-03-22",
            "the last 3 came out 10 days apart",
        ),
        (
            days("2026-02-24", "2026-02-27", "2026-03-03", "2026-03-06"),
            "2026-03-13",
            "the last 4 came out on Tuesday and Friday",
        ),
        (
            days("2026-01-05", "2026-02-05", "2026-03-05"),
            "2026-04-05",
            "the last 3 came out on that day",
        ),
        (
            days("2026-01-01", "2026-02-11", "2026-02-15", "2026-03-04"),
            "2026-03-11",
            "today: the last briefs keep no rhythm",
        ),
        ([], "2026-03-11", "today: too few briefs tell of a rhythm"),
        (
            days("2026-03-11"),
            "2026-03-12",
            "the day behind the last: too few briefs tell of a rhythm",
        ),
    ],
)
def test_the_day_and_why(before: list[date], due: str, why: str) -> None:
    assert next_day(before, TODAY) == (date.fromisoformat(due), why)


def test_a_brief_that_is_planned_already_is_followed_by_the_next() -> None:
    assert next_day([*FRIDAYS, date(2026, 3, 13)], TODAY)[0] == date(2026, 3, 20)


def test_a_publication_that_paused_takes_up_its_rhythm() -> None:
    assert next_day(FRIDAYS, date(2026, 8, 1))[0] == date(2026, 8, 7)


DAY = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(st.lists(DAY, max_size=12), DAY)
def test_it_is_never_past_and_never_taken(before: list[date], today: date) -> None:
    due, why = next_day(before, today)
    assert due >= today
    assert all(due > one for one in before)
    assert why


@given(DAY, st.integers(1, 40), st.integers(3, 8), DAY)
def test_equal_steps_are_gone_on_with(first: date, step: int, count: int, today: date) -> None:
    before = [first + timedelta(days=step * at) for at in range(count)]
    due, _ = next_day(before, today)
    if step not in range(28, 32):
        assert (due - first).days % step == 0
