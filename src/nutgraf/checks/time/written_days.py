"""Days as a brief writes them, so that a mend is ready to type."""

from __future__ import annotations

from datetime import date

from nutgraf.language.when import When

# As the Associated Press abbreviates them before a day.
_SHORT = """
Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.
"""
_SHORT_NAMES = _SHORT.split()
_LONG = """
January February March April May June July August September October November December
"""
_NAMES = _LONG.split()


def written(day: date, *, year: bool = True) -> str:
    """`Feb. 11, 2026`, or `Feb. 11`."""
    short = f"{_SHORT_NAMES[day.month - 1]} {day.day}"
    return f"{short}, {day.year}" if year else short


def written_when(when: When, sent: date | None) -> str:
    """The days of a settled time, to the precision in which it was told, with its preposition."""
    first, last = when.first, when.last
    assert first is not None
    assert last is not None
    year = sent is None or first.year != sent.year
    if first == last:
        return f"on {written(first, year=year)}"
    if when.precision == "week":
        return f"in the week of {written(first, year=year)}"
    if first.year == last.year and first.month == last.month:
        return f"in {_NAMES[first.month - 1]}" + (f" {first.year}" if year else "")
    if when.precision == "season" and when.season:
        return f"in the {when.season} of {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"in {first.year}"
    return f"between {written(first)} and {written(last)}"


def meant(when: When) -> str:
    """The days of a settled time, for people: `Feb. 9 to Feb. 16, 2025`."""
    first, last = when.first, when.last
    assert first is not None
    assert last is not None
    if first == last:
        return written(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.month == last.month and first.day == 1 and (last - first).days > 26:
        return f"{_NAMES[first.month - 1]} {first.year}"
    return f"{written(first, year=first.year != last.year)} to {written(last)}"
