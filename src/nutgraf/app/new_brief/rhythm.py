"""The day on which the next brief is due, by the days on which the last ones came out."""

from __future__ import annotations

from calendar import day_name, monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

_LATELY = 8  # briefs that tell of the rhythm there is now
_FEWEST = 3
_MONTH = range(28, 32)  # days between the same day of two months
_DAYS = timedelta(days=1)


def next_day(days: Sequence[date], today: date) -> tuple[date, str]:
    """The first day of the rhythm that is not past and behind the last brief, and why it is.

    `days` are those of the briefs, in any order. Where they keep no rhythm it is today, or the day
    behind the last brief.
    """
    lately = sorted(set(days))[-_LATELY:]
    first = max([today, *(one + _DAYS for one in lately[-1:])])
    gaps = [(later - earlier).days for earlier, later in pairwise(lately)]
    if len(lately) < _FEWEST:
        return first, _since_no_rhythm(first, today, "too few briefs tell of a rhythm")
    if all(gap in _MONTH for gap in gaps) and len({one.day for one in lately}) == 1:
        return _monthly(lately[-1].day, first), f"the last {len(lately)} came out on that day"
    weekdays = Counter(one.weekday() for one in lately)
    if len(weekdays) == 1:
        weeks = median_low(gaps) // 7
        told = f"{day_name[lately[-1].weekday()]}, as the last {len(lately)}"
        return _stepped(lately[-1], 7 * weeks, first), f"a {told}{_each(weeks)}"
    if len(set(gaps)) == 1:
        told = "day after day" if gaps[0] == 1 else f"{gaps[0]} days apart"
        return _stepped(lately[-1], gaps[0], first), f"the last {len(lately)} came out {told}"
    if all(count > 1 for count in weekdays.values()) and max(gaps) <= 7:
        day = first
        while day.weekday() not in weekdays:
            day += _DAYS
        named = [day_name[one] for one in sorted(weekdays)]
        told = f"{', '.join(named[:-1])} and {named[-1]}"
        return day, f"the last {len(lately)} came out on {told}"
    return first, _since_no_rhythm(first, today, "the last briefs keep no rhythm")


def _since_no_rhythm(day: date, today: date, why: str) -> str:
    return f"{'today' if day == today else 'the day behind the last'}: {why}"


def _each(weeks: int) -> str:
    return "" if weeks == 1 else f", {weeks} weeks apart"


def _stepped(last: date, step: int, first: date) -> date:
    """The first day at or behind `first` that is whole steps behind `last`."""
    steps = max(1, -(-(first - last).days // step))
    return last + steps * timedelta(days=step)


def _monthly(day: int, first: date) -> date:
    """The first day at or behind `first` that is that day of a month which has it."""
    year, month = first.year, first.month
    while monthrange(year, month)[1] < day or date(year, month, day) < first:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, day)
