"""When a line of a crontab runs, and the longest that it leaves a machine alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from nutgraf.deliver.timing.scheduled import Gaps

DAY = 24 * 60  # minutes
_NAMES = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "sun mon tue wed thu fri sat",
    )
    for number, name in enumerate(names.split(), start=1 if names.startswith("jan") else 0)
}
_SHORT = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_PART = re.compile(r"(?:(\*)|(\w+)(?:-(\w+))?)(?:/(\d+))?", re.ASCII)
_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


@dataclass(frozen=True)
class Times:
    """The minutes of a day (0 is midnight) at which a line runs, and whether on every day."""

    minutes: tuple[int, ...]
    every_day: bool

    @property
    def gaps(self) -> Gaps:
        """The times between two runs, on days on which it runs."""
        after = (*self.minutes[1:], self.minutes[0] + DAY)
        found = [late - early for early, late in zip(self.minutes, after, strict=True)]
        return Gaps(timedelta(minutes=min(found)), timedelta(minutes=max(found)))


def times(fields: str) -> Times | None:
    """The times of the five fields, or of `@hourly` and the like; None where they are none.

    `@reboot` is none: it runs when the machine starts, and then no more.
    """
    parts = _SHORT.get(fields.lower(), fields).split()
    if len(parts) != len(_BOUNDS):
        return None
    sets = [_values(part, *bounds) for part, bounds in zip(parts, _BOUNDS, strict=True)]
    if not all(sets):
        return None
    minutes, hours, days, months, weekdays = sets
    every_day = (
        months == set(range(1, 13))
        and days == set(range(1, 32))
        and {day % 7 for day in weekdays} == set(range(7))
    )
    return Times(
        tuple(sorted(60 * hour + minute for hour in hours for minute in minutes)), every_day
    )


def _values(field: str, least: int, most: int) -> set[int]:
    """The numbers that a field allows; none where it is no field."""
    found: set[int] = set()
    for part in field.split(","):
        read = _PART.fullmatch(part)
        if not read:
            return set()
        every, first, last, step = read.groups()
        start = least if every else _number(first)
        end = most if every or (step and not last) else _number(last or first)
        if start is None or end is None or not least <= start <= end <= most or step == "0":
            return set()
        found.update(range(start, end + 1, int(step or 1)))
    return found


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else _NAMES.get(text[:3].lower())
