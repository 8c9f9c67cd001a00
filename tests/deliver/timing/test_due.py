from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.timing.due import Standing, late_by, standing_of
from nutgraf.workspace.moments import moment

HALF_AN_HOUR = timedelta(minutes=30)


@pytest.mark.parametrize(
    ("after", "standing"),
    [
        (timedelta(seconds=-1), "early"),
        (timedelta(), "due"),
        (HALF_AN_HOUR, "due"),
        (HALF_AN_HOUR + timedelta(microseconds=1), "late"),
        (timedelta(days=400), "late"),
    ],
)
def test_a_brief_is_due_from_its_time_until_the_end_of_the_window(
    after: timedelta, standing: Standing
) -> None:
    when = datetime(2026, 2, 13, 17, tzinfo=ZoneInfo("Europe/Berlin"))
    assert standing_of(when, now=when + after, lateness=HALF_AN_HOUR) == standing


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        # in the hour that does not exist
        ("America/New_York", date(2025, 3, 9), time(2, 30), "2025-03-09T07:30+00:00"),
        ("Europe/London", date(2025, 3, 30), time(1, 30), "2025-03-30T01:30+00:00"),
        ("Australia/Lord_Howe", date(2025, 10, 5), time(2, 15), "2025-10-04T15:45+00:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(17), "2011-12-31T03:00+00:00"),
        # in the hour that comes twice
        ("America/New_York", date(2025, 11, 2), time(1, 30), "2025-11-02T05:30+00:00"),
        ("Europe/London", date(2025, 10, 26), time(1, 30), "2025-10-26T00:30+00:00"),
        ("Australia/Lord_Howe", date(2025, 4, 6), time(1, 45), "2025-04-05T14:45+00:00"),
    ],
)
def test_it_goes_once_where_clocks_are_put_forward_or_back(
    zone: str, day: date, clock: time, instant: str
) -> None:
    when = moment(day, clock, zone).at
    at = datetime.fromisoformat(instant)
    # A cron line that runs every five minutes, a day long, on a machine with the same clock.
    runs = [at - timedelta(hours=12) + timedelta(minutes=5 * n) for n in range(12 * 24)]
    standings = [
        standing_of(when, now=run.astimezone(ZoneInfo(zone)), lateness=HALF_AN_HOUR) for run in runs
    ]
    assert standings == ["early"] * 144 + ["due"] * 7 + ["late"] * 137


def test_the_second_of_two_hours_is_an_hour_late_though_the_clock_shows_the_time() -> None:
    zone = ZoneInfo("Europe/London")
    when = moment(date(2025, 10, 26), time(1, 30), "Europe/London").at
    now = datetime(2025, 10, 26, 1, 30, tzinfo=zone, fold=1)
    assert now - when == timedelta()  # what Python says of two times of one zone
    assert late_by(when, now=now) == timedelta(hours=1)
    assert standing_of(when, now=now, lateness=HALF_AN_HOUR) == "late"


def test_a_clock_that_jumps_back_makes_it_early_again() -> None:
    when = datetime(2026, 2, 13, 17, tzinfo=UTC)
    jumps = [0, 5, -60, -55, 0]
    found = [
        standing_of(when, now=when + timedelta(minutes=jump), lateness=HALF_AN_HOUR)
        for jump in jumps
    ]
    assert found == ["due", "due", "early", "early", "due"]


def test_a_time_without_a_zone_is_refused() -> None:
    aware = datetime(2026, 2, 13, 17, tzinfo=UTC)
    for when, now in ((aware.replace(tzinfo=None), aware), (aware, aware.replace(tzinfo=None))):
        with pytest.raises(ValueError, match="without its zone"):
            standing_of(when, now=now, lateness=HALF_AN_HOUR)


@given(
    st.datetimes(timezones=st.timezones()),
    st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    st.timezones(),
)
def test_the_zone_that_now_is_told_in_does_not_matter(
    when: datetime, after: timedelta, zone: ZoneInfo
) -> None:
    try:
        now = when.astimezone(UTC) + after
        there = now.astimezone(zone)
    except OverflowError:
        return
    assert late_by(when, now=there) == late_by(when, now=now) == after
