"""Dates, counts and reading time as a reader sees them."""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPELLED: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
# Silent reading of English non-fiction: Brysbaert (2019), doi:10.1016/j.jml.2019.104047.
_WORDS_A_MINUTE: Final = 238


def shown_date(day: date, language: str) -> str:
    """`13 February 2026`; `February 13, 2026` in American English; ISO 8601 in other languages."""
    tag = language.lower()
    if tag.partition("-")[0] != "en":
        return day.isoformat()
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if tag == "en-us" else f"{day.day} {month} {day.year}"


def count(number: int, one: str, many: str, *, spelled: bool = True) -> str:
    """`one source`, `four sources`, `13 sources`."""
    shown = _SPELLED[number] if spelled and number < len(_SPELLED) else str(number)
    return f"{shown} {one if number == 1 else many}"


def joined(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def minutes(words: int) -> int:
    """How long that many words take to read, at least one minute."""
    return max(1, round(words / _WORDS_A_MINUTE))
