"""One time that a text tells: the days it may mean, how exactly, and what it was read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal[
    "time", "day", "week", "month", "season", "quarter", "year", "decade", "century", "span"
]
WhenRelation = Literal["", "since", "until", "before", "after", "by"]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class When:
    """A time that a text tells: its span, and the days it may mean, both ends included.

    `first` and `last` are None where the text and the date of publication do not settle them;
    `month`, `day`, `year`, `weekday` (Monday is 0) and `season` hold what the words themselves say.
    `resolved` tells that the days rest on `against` and not on the words alone. `other` is the
    second reading of `1/2/2026`.
    """

    start: int
    end: int
    text: str
    precision: Precision
    first: date | None = None
    last: date | None = None
    resolved: bool = False
    against: date | None = None
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    season: str = ""
    clock: str = ""  # a time of day, `17:30`
    relation: WhenRelation = ""
    other: Days | None = None
