"""The days of years, months, seasons and weeks, both ends included."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from nutgraf.language.when import Days

_SEASONS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "spring": ((3, 1), (6, 20)),
    "summer": ((6, 1), (9, 22)),
    "autumn": ((9, 1), (12, 20)),
    "winter": ((12, 1), (3, 20)),
}


def days_of(year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """The days of a year, a month or a day; None if the calendar has no such day."""
    if not 1 <= year <= 9998:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, day),) * 2 if day <= length else None


def season_days(name: str, year: int) -> Days:
    """The days of a season that begins in `year`, with soft edges (northern hemisphere)."""
    (month, day), (end_month, end_day) = _SEASONS[name]
    return date(year, month, day), date(year + (end_month < month), end_month, end_day)


def part_of(days: Days, part: str | None) -> Days:
    """The early, middle or late part of some days; the parts overlap, as the words do."""
    length = (days[1] - days[0]).days
    word = (part or "").lower()
    if word in {"early", "earlier"}:
        return days[0], days[0] + timedelta(length * 45 // 100)
    if word in {"mid", "middle of"}:
        return days[0] + timedelta(length // 4), days[0] + timedelta(length * 3 // 4)
    if word in {"late", "later", "end of"}:
        return days[0] + timedelta(length * 55 // 100), days[1]
    return days


def unit_days(name: str, then: str, shift: int, anchor: date) -> Days:
    if name == "night":
        return (anchor - timedelta(1), anchor) if shift else (anchor, anchor)
    sizes = {"week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653,
             "century": 36525}  # fmt: skip
    if then == "past":
        return anchor - timedelta(min(sizes[name], anchor.toordinal() - 1)), anchor
    if name == "week":
        # A week begins on Sunday for some and on Monday for others.
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * shift)
        return monday - timedelta(1), monday + timedelta(6)
    if name == "weekend":
        saturday = anchor - timedelta((anchor.weekday() - 5) % 7)
        if shift >= 0 and anchor.weekday() < 5:
            saturday += timedelta(7 if shift or then == "coming" else 0)
        return saturday - timedelta(1 if shift < 0 else 0), saturday + timedelta(1)
    if name == "month":
        index = anchor.year * 12 + anchor.month - 1 + shift
        days = days_of(index // 12, index % 12 + 1)
    elif name == "quarter":
        index = anchor.year * 4 + (anchor.month - 1) // 3 + shift
        start = date(index // 4, index % 4 * 3 + 1, 1)
        return start, (start + timedelta(95)).replace(day=1) - timedelta(1)
    elif name == "year":
        days = days_of(anchor.year + shift)
    elif name == "decade":
        start_year = anchor.year // 10 * 10 + 10 * shift
        return date(start_year, 1, 1), date(start_year + 9, 12, 31)
    else:
        start_year = anchor.year // 100 * 100 + 100 * shift
        return date(start_year, 1, 1), date(start_year + 99, 12, 31)
    assert days
    return days


def shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
