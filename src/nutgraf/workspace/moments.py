"""The instants that times of the front matter mean, where clocks go forward or back, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from nutgraf.errors import Fault
from nutgraf.model import FrontMatter

Twice = Literal["first", "last"]
# A brief goes at the first of two hours, so that it is not late; an embargo ends with the last,
# so that it is not broken.
TIMES: dict[str, Twice] = {"send_at": "first", "embargo": "last"}


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, with its zone; `warning` says what is odd about the time it was written as."""

    at: datetime
    warning: str = ""


def moment(day: date, clock: time, zone: str, *, twice: Twice = "first") -> Moment:
    """The instant at which the clocks of `zone` (IANA) show that day and time.

    A time that the clocks leave out is read with the offset from before the gap, as RFC 5545
    (3.3.5) has it: 01:30 in the gap from 01:00 to 02:00 is 02:30. A time that comes twice is the
    first or the last of the two, as `twice` says.
    """
    there = ZoneInfo(zone)
    wall = datetime.combine(day, clock.replace(fold=0), there)
    try:
        meant = wall.astimezone(UTC).astimezone(there)
        again = wall.replace(fold=1).astimezone(UTC).astimezone(there)
    except OverflowError:  # the first and last days of the calendar
        return Moment(wall.replace(tzinfo=UTC))
    if meant.replace(tzinfo=None) != wall.replace(tzinfo=None):
        left_out = f"{clock:%H:%M} does not exist on {_day(day)} in {zone}"
        elsewhere = f" on {_day(meant.date())}" if meant.date() != day else ""
        return Moment(meant, f"{left_out}: it is read as {meant:%H:%M}{elsewhere}")
    if again.utcoffset() == meant.utcoffset():
        return Moment(meant)
    chosen = meant if twice == "first" else again
    told = f"{clock:%H:%M} comes twice on {_day(day)} in {zone}"
    return Moment(chosen, f"{told}: it is read as the {twice}, {chosen.astimezone(UTC):%H:%M} UTC")


def stated(value: Any, day: date, zone: str, *, twice: Twice = "first") -> Moment | None:
    """The instant of a value of the front matter: `17:00` on `day`, or a full date and time.

    What states its own offset keeps it; all else is in `zone`.
    """
    if isinstance(value, str):
        return moment(day, time.fromisoformat(value), zone, twice=twice)
    if not isinstance(value, datetime):
        return None
    if value.tzinfo is not None:
        return Moment(value)
    return moment(value.date(), value.time(), zone, twice=twice)


def odd_times(front: FrontMatter, day: date, zone: str) -> Iterator[Fault]:
    """A warning for each time that the clocks leave out or show twice, at its place."""
    for key, twice in TIMES.items():
        found = stated(front.values.get(key), day, zone, twice=twice)
        if found is not None and found.warning:
            place = front.places.get((key,), front.place)
            hint = _hint(found.at, twice)
            yield Fault(place.path, found.warning, hint, place.line, place.column, level="warning")


def _hint(at: datetime, twice: Twice) -> str:
    """How to write the other instant that may have been meant."""
    other = at.replace(fold=1 if twice == "first" else 0)
    if other.utcoffset() == at.utcoffset():
        return "write the time that is meant"
    return f"the other one is written with its offset: {other.isoformat(timespec='minutes')}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
