"""Compares two times as spans of days, and a weekday with the date beside it.

Different precision is no conflict (`January` and `Jan. 21`; `April` and `spring`), nor is a date
that one side leaves open; days that cannot both be meant are.
"""

from __future__ import annotations

from calendar import day_name
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from nutgraf.language.dates import read
from nutgraf.language.when import When

DateRelation = Literal["same", "compatible", "differs", "unknown"]

_ROUGH = frozenset({"season", "quarter", "week", "decade"})
_AFTER = frozenset({"since", "after"})
_AGREEING = frozenset({"same", "compatible"})
_BEFORE = frozenset({"until", "before", "by"})


class DateComparison(NamedTuple):
    """How two times stand to each other, and why, in words for people."""

    relation: DateRelation
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Tells whether the one may be said on the strength of the other."""
        return self.relation in _AGREEING


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A weekday that does not fit the date beside it: `Monday, March 3, 2026`."""

    when: When
    said: str
    actual: str


def compare(a: When, b: When) -> DateComparison:
    """How `a`, a claim's, stands to `b`, a source's; each resolved against its own date."""
    if "time" in (a.precision, b.precision):
        if a.precision != b.precision:
            return DateComparison("unknown")
        return _told(a.clock == b.clock, b)
    if {a.relation, b.relation} & _AFTER and {a.relation, b.relation} & _BEFORE:
        return DateComparison("differs", f"the source says {b.relation} {b.text}")
    if a.first and a.last and b.first and b.last:
        return _spans(a, b)
    return _parts(a, b)


def relation(a: When, b: When) -> DateRelation:
    """How `a` stands to `b`, without the reason."""
    if (
        a.last is not None
        and b.last is not None
        and a.first is not None
        and b.first is not None
        and (a.last < b.first or b.last < a.first)
        and not (a.other or b.other)
        and a.year is not None
        and b.year is not None
        and "time" not in (a.precision, b.precision)
    ):
        return "differs"
    return compare(a, b).relation


def agrees(a: When, b: When) -> bool:
    """Whether `a` may be said on the strength of `b`."""
    return relation(a, b) in _AGREEING


def _told(same: bool, b: When) -> DateComparison:
    return (
        DateComparison("same") if same else DateComparison("differs", f"the source says {b.text}")
    )


def _spans(a: When, b: When) -> DateComparison:
    assert a.first
    assert a.last
    assert b.first
    assert b.last
    if (a.first, a.last) == (b.first, b.last):
        return DateComparison("same")
    for other in (a.other, b.other):
        if other and other in ((a.first, a.last), (b.first, b.last)):
            return DateComparison("compatible", "day and month may be read either way round")
    inside = b.first <= a.first and a.last <= b.last
    if inside or (a.first <= b.first and b.last <= a.last):
        return DateComparison("compatible", f"{b.text} is told to the {b.precision}")
    overlap = a.first <= b.last and b.first <= a.last
    if overlap and (a.precision in _ROUGH or b.precision in _ROUGH or a.resolved or b.resolved):
        return DateComparison("compatible", f"{b.text} is told to the {b.precision}")
    return _disjoint(a, b)


def _disjoint(a: When, b: When) -> DateComparison:
    """Dates whose year was only inferred, and that agree but for it, do not differ."""
    inferred = (a.year is None and a.resolved) or (b.year is None and b.resolved)
    if inferred and a.month and a.month == b.month and a.day == b.day:
        return DateComparison("compatible", "the year is inferred")
    # `Feb. 10` may be of the coming year, as the other's `on Monday` tells.
    if a.year is None and a.resolved and a.day and _is_day(b, a.month, a.day):
        return DateComparison("compatible", "the year is inferred")
    return DateComparison("differs", f"the source says {b.text} ({_days(b)})")


def _is_day(when: When, month: int | None, day: int) -> bool:
    """Whether a time is one settled day, the one with this month and day of its year."""
    first = when.first if when.first == when.last else None
    return first is not None and (first.month, first.day) == (month, day)


def _days(when: When) -> str:
    if when.first == when.last:
        return f"{when.first}"
    return f"{when.first} to {when.last}"


def _parts(a: When, b: When) -> DateComparison:
    """Where one side is open, what both say of weekday, day, month, season and year."""
    if _phrase(a) == _phrase(b):
        return DateComparison("same")
    shared = 0
    for ours, theirs in zip(_known(a), _known(b), strict=True):
        if ours is None or theirs is None:
            continue
        if ours != theirs:
            return DateComparison("differs", f"the source says {b.text}")
        shared += 1
    if not shared:
        return DateComparison("unknown")
    return DateComparison("same" if _known(a) == _known(b) else "compatible")


def _phrase(when: When) -> str:
    """The words of a time told from the day of telling: `last year`, `two weeks ago`."""
    return when.text.lower().removeprefix("in ").removeprefix("the ")


def _known(when: When) -> tuple[int | str | None, ...]:
    """Weekday, day, month, season and year, from the words or, for a settled day, the calendar."""
    one_day = when.first if when.first == when.last else None
    return (
        when.weekday if one_day is None else one_day.weekday(),
        when.day if one_day is None else one_day.day,
        when.month if one_day is None else one_day.month,
        when.season or None,
        when.year if one_day is None else one_day.year,
    )


def weekday_fits(text: str, *, published: date | None = None) -> tuple[WrongWeekday, ...]:
    """The weekdays of `text` that are not those of the date they stand beside.

    A date without a year is read as the one nearest to `published`; without that, it is left be.
    """
    return tuple(
        wrong for when in read(text, published=published) if (wrong := _wrong(when, published))
    )


def _wrong(when: When, published: date | None) -> WrongWeekday | None:
    if when.weekday is None or when.day is None or when.first is None or when.precision != "day":
        return None
    if when.first.weekday() == when.weekday:
        return None
    nearest = when.first
    if when.year is None:
        assert published
        # A day long ago may be that of another year.
        if abs(nearest - published) > timedelta(100):
            return None
    return WrongWeekday(when, day_name[when.weekday], day_name[nearest.weekday()])
