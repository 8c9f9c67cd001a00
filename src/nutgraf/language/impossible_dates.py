"""Dates that no calendar has: `Feb. 30`, `June 31`, `29 February 2025`."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from nutgraf.language.characters import level
from nutgraf.language.date_mentions import MONTHS, find

_KINDS = frozenset({"us", "world"})
_LEAP_YEAR = 2024
# `In April 31 people came`: a count, where no word makes it a date and a noun follows.
_MAKES_A_DATE = re.compile(
    r"\b(?:on|by|until|till|since|from|before|after|through|dated|effective|to|day)"
    r",?\s(?:the\s)?$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\s(?!and\b|or\b|to\b|at\b|in\b|for\b|the\b|a\b|when\b)[a-z]")


class ImpossibleDate(NamedTuple):
    """`text[start:end]` is a day that its month has not; `longest` is the last that it has."""

    start: int
    end: int
    month: str
    longest: int


def impossible_dates(text: str) -> tuple[ImpossibleDate, ...]:
    """The impossible dates of a text, in order; without a year, a February has 29 days."""
    flat = level(text)
    found = []
    for mention in find(flat):
        if mention.kind not in _KINDS:
            continue
        kind, parts = mention.kind, mention.parts
        month = MONTHS[parts[f"{kind}_month"].lower().rstrip(".")]
        year = parts.get(f"{kind}_year")
        longest = monthrange(int(year) if year else _LEAP_YEAR, month)[1]
        if int(parts[f"{kind}_day"]) <= longest or not _is_date(flat, mention.start, mention.end):
            continue
        name = parts[f"{kind}_month"]
        found.append(ImpossibleDate(mention.start, mention.end, name, longest))
    return tuple(found)


def _is_date(text: str, start: int, end: int) -> bool:
    return bool(_MAKES_A_DATE.search(text, 0, start)) or not _COUNTS.match(text, end)
