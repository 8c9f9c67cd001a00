"""How far apart two events are told to be: `two days after`, `a week later`, `the day before`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple

from nutgraf.language.date_mentions import COUNTS

_APART = re.compile(
    r"\b(?P<count>the|\d{1,3}|[a-z]+)(?P<previous> (?:previous|following|next))? "
    r"(?P<unit>day|week|month|year)s?\s(?:and a half\s)?(?P<side>after|before|later|earlier)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
# `three weeks` may be 17 days, and `a month` five weeks.
_SLACK = {"day": 0, "week": 4, "month": 16, "year": 200}


class Apart(NamedTuple):
    """The fewest and most days between two events; `later`: the words name the later one."""

    least: timedelta
    most: timedelta
    later: bool


def apart(text: str) -> Apart | None:
    """What the first such words of a text tell, if there are any with a number."""
    found = _APART.search(text)
    if found is None:
        return None
    word = found["count"].lower()
    count = int(word) if word.isdigit() else 1 if word == "the" else COUNTS.get(word)
    if count is None:
        return None
    unit = found["unit"].lower()
    days, slack = count * _DAYS[unit], _SLACK[unit]
    later = found["side"].lower() in ("after", "later")
    return Apart(timedelta(max(days - slack, 0)), timedelta(days + slack), later)
