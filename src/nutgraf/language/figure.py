"""One figure of a text: what it says, how surely and how exactly, of what, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nutgraf.language.sums_told import Told

Kind = Literal[
    "count", "share", "points", "money", "measure", "age", "ordinal", "multiple", "score", "label"
]
Bound = Literal["exact", "under", "at most", "over", "at least", "between"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its span, qualifier and unit included; `number_*` is the span of the number.

    `low` and `high` are the stated value (equal but for ranges and words such as `dozens`), told
    in `unit` (`%` for shares, so that a half is 50), times any scale: `1.36M` is 1360000. `step` is
    the place of the last digit that means something, `written` of the last one that is written:
    10000 and 10000 for `1.36M`, 10000 and 1 for `1,360,000`.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    text: str
    kind: Kind
    low: Decimal
    high: Decimal
    step: Decimal
    written: Decimal
    bound: Bound = "exact"
    approximation: str = ""  # the word: `about`, `nearly`, `~`
    unit: str = ""  # canonical, see `units`
    counts: str = ""  # the noun it counts, as it stands
    base: str = ""  # what it is a share or part of, as it stands
    base_start: int = 0
    base_end: int = 0
    scale: Decimal = Decimal(1)
    direction: Literal["", "up", "down"] = ""  # of a change
    vague: bool = False  # `dozens`, `several hundred`
    weak: bool = False  # `one`, `first`, `a pair`: may carry a claim's figure, needs no carrier
    words: bool = False  # spelled out
    parts: tuple[Decimal, ...] = ()  # the sides of a score, `3 in 4`
    others: bool = False  # `14 others`: those beside the ones that are named
    named: int = 0  # how many are named before `14 others`
    told: Told = ""  # the words beside it that give it out as worked out: `12 fewer`, `in all`
