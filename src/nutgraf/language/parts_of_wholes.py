"""Which figures of a text tell a part of which: `19 of the 22`, `of the 11 routes, four`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.language.figure import Figure

_OF = re.compile(r"\b[Oo](?:f|ut of) (?:the|its|his|her|their|those|these|all)?\s?$")
_OF_THEM = re.compile(r"\sof (?:them|those|these|whom|which)\b")
_AFTER = 40  # characters from the whole to its part: `of the 11 routes in the north, four`
_BEFORE = 240  # from a whole to `two of them`
_ENDED = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class Part:
    """`part` of `whole`, both counts of one text."""

    part: Figure
    whole: Figure

    @property
    def share(self) -> Decimal:
        """In per cent."""
        return self.part.low * 100 / self.whole.low


def parts(text: str, figures: Sequence[Figure]) -> tuple[Part, ...]:
    """The parts that a text tells, in order of the part."""
    counts = [one for one in figures if one.kind == "count" and one.low == one.high and one.low]
    found = list[Part]()
    for at, part in enumerate(counts):
        whole = _in_base(part, counts) or _before(text, part, counts[:at])
        wholes = [whole] if whole else _of_them(text, part, counts[:at])
        found += [Part(part, one) for one in wholes if one.low > part.low]
    return tuple(found)


def _in_base(part: Figure, counts: Sequence[Figure]) -> Figure | None:
    return next(
        (one for one in counts if part.base_start <= one.number_start < part.base_end), None
    )


def _before(text: str, part: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """`Of the 11 routes, four`."""
    if not earlier or part.start - earlier[-1].end > _AFTER:
        return None
    whole = earlier[-1]
    between = text[whole.end : part.start]
    if "," not in between or _ENDED.search(between):
        return None
    return whole if _OF.search(text[max(0, whole.start - 14) : whole.start]) else None


def _of_them(text: str, part: Figure, earlier: Sequence[Figure]) -> Sequence[Figure]:
    """`three managers; two of them`: what was counted before, of which any may be meant."""
    if not _OF_THEM.match(text, part.end):
        return ()
    return [one for one in earlier if part.start - one.end <= _BEFORE]
