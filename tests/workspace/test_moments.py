from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Fault
from nutgraf.model import Brief
from nutgraf.workspace.loading import open_workspace
from nutgraf.workspace.moments import Twice, moment, odd_times
from tests.workspaces import Write, brief


def test_an_ordinary_time_is_what_the_clocks_show() -> None:
    found = moment(date(2025, 7, 7), time(17), "America/New_York")
    assert found.at.isoformat() == "2025-07-07T17:00:00-04:00"
    assert found.warning == ""


@pytest.mark.parametrize(
    ("day", "clock", "zone", "read_as", "warning"),
    [
        (
            date(2025, 3, 30),
            time(1, 30),
            "Europe/London",
            "2025-03-30T02:30:00+01:00",
            "01:30 does not exist on 30 March 2025 in Europe/London: it is read as 02:30",
        ),
        (
            date(2025, 3, 9),
            time(2),
            "America/New_York",
            "2025-03-09T03:00:00-04:00",
            "02:00 does not exist on 9 March 2025 in America/New_York: it is read as 03:00",
        ),
        (
            date(2025, 10, 5),
            time(2, 15),
            "Australia/Lord_Howe",
            "2025-10-05T02:45:00+11:00",
            "02:15 does not exist on 5 October 2025 in Australia/Lord_Howe: it is read as 02:45",
        ),
        (
            date(2011, 12, 30),
            time(17),
            "Pacific/Apia",
            "2011-12-31T17:00:00+14:00",
            (
                "17:00 does not exist on 30 December 2011 in Pacific/Apia: "
                "it is read as 17:00 on 31 December 2011"
            ),
        ),
    ],
)
def test_a_time_that_the_clocks_leave_out_is_read_with_the_offset_from_before(
    day: date, clock: time, zone: str, read_as: str, warning: str
) -> None:
    found = moment(day, clock, zone)
    assert found.at.isoformat() == read_as
    assert found.warning == warning


@pytest.mark.parametrize(
    ("day", "clock", "zone", "first", "last"),
    [
        (date(2025, 10, 26), time(1, 30), "Europe/London", "00:30", "01:30"),
        (date(2025, 11, 2), time(1), "America/New_York", "05:00", "06:00"),
        (date(2025, 4, 6), time(1, 45), "Australia/Lord_Howe", "14:45", "15:15"),
    ],
)
def test_a_time_that_comes_twice_is_the_first_or_the_last(
    day: date, clock: time, zone: str, first: str, last: str
) -> None:
    choices: tuple[tuple[Twice, str], ...] = (("first", first), ("last", last))
    for twice, expected in choices:
        found = moment(day, clock, zone, twice=twice)
        assert f"{found.at.astimezone(UTC):%H:%M}" == expected
        assert found.warning == (
            f"{clock:%H:%M} comes twice on {day.day} {day:%B %Y} in {zone}: "
            f"it is read as the {twice}, {expected} UTC"
        )


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_read_without_a_zone(day: date) -> None:
    zone = "Asia/Tokyo" if day == date.min else "America/New_York"
    found = moment(day, time(0) if day == date.min else time(23), zone)
    assert found.at.utcoffset() == timedelta()


ZONES = ("America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "UTC")


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(ZONES),
)
def test_without_a_warning_the_clocks_show_the_time_once(day: date, minute: int, zone: str) -> None:
    clock = time(minute // 60, minute % 60)
    found = moment(day, clock, zone)
    there = found.at.astimezone(UTC).astimezone(ZoneInfo(zone))
    if not found.warning:
        assert (there.date(), there.time()) == (day, clock)
        assert there.utcoffset() == there.replace(fold=1).utcoffset()
    else:
        assert (there.date(), there.time()) != (day, clock) or (
            there.utcoffset() != there.replace(fold=1).utcoffset()
        )


def composed(write: Write, front: str) -> tuple[Brief, list[Fault]]:
    workspace = open_workspace(write({"briefs/a.md": brief("Words.\n", front)}))
    return workspace.brief("a"), workspace.warnings


def test_a_brief_warns_at_the_place_of_a_time_that_does_not_exist(write_workspace: Write) -> None:
    found, warnings = composed(write_workspace, "date: 2025-03-30\nsend_at: 01:30")
    assert found.send_at == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)
    (told,) = warnings
    assert told.level == "warning"
    assert told.where() == "briefs/a.md:3:10"
    assert "01:30 does not exist on 30 March 2025 in Europe/London" in told.message
    assert told.hint == "write the time that is meant"


def test_a_brief_goes_at_the_first_of_two_and_its_embargo_ends_with_the_last(
    write_workspace: Write,
) -> None:
    front = "date: 2025-10-24\nsend_at: 2025-10-26 01:30\nembargo: 2025-10-26 01:30"
    found, (send_at, embargo) = composed(write_workspace, front)
    assert found.send_at is not None
    assert found.embargo is not None
    assert found.send_at.astimezone(UTC) == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    assert found.embargo.astimezone(UTC) == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    assert send_at.hint.endswith("its offset: 2025-10-26T01:30+00:00")
    assert embargo.hint.endswith("its offset: 2025-10-26T01:30+01:00")


def test_the_offset_that_the_hint_names_says_which_is_meant(write_workspace: Write) -> None:
    front = "date: 2025-10-26\nsend_at: 2025-10-26T01:30+00:00"
    found, warnings = composed(write_workspace, front)
    assert found.send_at == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    assert warnings == []


def test_times_that_are_not_odd_warn_of_nothing(write_workspace: Write) -> None:
    found, warnings = composed(write_workspace, "date: 2025-10-26\nsend_at: 17:00")
    assert warnings == []
    assert list(odd_times(found.front, found.date, "Europe/London")) == []
