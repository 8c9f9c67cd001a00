from __future__ import annotations

from datetime import date

import pytest

from nutgraf.language.calendar_days import days_of, part_of, season_days, shifted, unit_days


def test_days_of_years_months_and_days() -> None:
    assert days_of(2024) == (date(2024, 1, 1), date(2024, 12, 31))
    assert days_of(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_of(2024, 2, 29) == (date(2024, 2, 29), date(2024, 2, 29))
    assert days_of(2023, 2, 29) is None
    assert days_of(0) is None


def test_winter_ends_in_the_next_year() -> None:
    assert season_days("winter", 2025) == (date(2025, 12, 1), date(2026, 3, 20))


def test_parts_overlap() -> None:
    year = (date(2025, 1, 1), date(2025, 12, 31))
    early, mid, late = (part_of(year, part) for part in ("early", "mid", "late"))
    assert year[0] == early[0] < mid[0] < early[1] < late[0] < mid[1] < late[1] == year[1]
    assert part_of(year, None) == year


def test_shifting_stays_within_the_calendar() -> None:
    assert shifted(date(5, 1, 1), -(10**6)) == date.min
    assert shifted(date(9990, 1, 1), 10**6) == date.max


@pytest.mark.parametrize("name", ["week", "weekend", "month", "quarter", "year", "decade",
                                  "century", "night"])  # fmt: skip
def test_units_of_time_follow_each_other(name: str) -> None:
    day = date(2026, 2, 12)
    last, this, following = (unit_days(name, "", shift, day) for shift in (-1, 0, 1))
    assert last[0] < this[0] <= this[1]
    assert this[1] <= following[1]
