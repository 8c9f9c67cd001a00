"""Compares a claim's figure with a source's: same, converted, rounded, and each way of differing.

The laws: a number written otherwise is the same number (`1.36M`, `1,360,000`); a bare rounding
must be what rounding gives and stay within a few per cent; with `about` it may be as coarse as its
own digits; a bound may be widened but not lost; a figure with another unit is another figure.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from nutgraf.language.characters import level
from nutgraf.language.counted import same_noun
from nutgraf.language.figure import Figure
from nutgraf.language.qualifiers import is_near_word
from nutgraf.language.units import converted, dimension

Relation = Literal[
    "same",
    "converted",
    "rounded",
    "implied",
    "false_precision",
    "bound_lost",
    "bound_changed",
    "direction_differs",
    "unit_differs",
    "differs",
]

BARE = Decimal("0.03")  # a bare rounding may be off by so much of the value
SHORT = Decimal("0.075")  # in a short form (`4B`), whose coarseness the reader sees
ABOUT = Decimal("0.035")  # `about 45,000` beyond its own digits
NEARLY = Decimal("0.04")
NEARLY_PAST = Decimal("0.12")  # rounded past the next figure: told, not faulted
NAMED_BY_COUNT = 5  # from here on, `her 300th goal` may be told as 300 goals
CUT = Decimal("0.005")  # 412.79 cut to 412
_APART = frozenset({"label", "score"})  # compared as they are written


class Comparison(NamedTuple):
    """How a claim's figure stands to a source's, and why, in words for people.

    `agrees` tells that the claim may be said on the strength of the source; `noun` compares what
    the two count; `approximation` is `lost` where the source's `about` is not in the claim.
    """

    relation: Relation
    agrees: bool
    reasons: tuple[str, ...] = ()
    noun: Literal["same", "differs", "unknown"] = "unknown"
    approximation: Literal["", "lost", "added"] = ""


def compare(claim: Figure, source: Figure) -> Comparison:
    """How `claim` stands to `source`; neither need be in the same text."""
    relation, agrees, reason = _relation(claim, source)
    approximation: Literal["", "lost", "added"] = ""
    if bool(claim.approximation) != bool(source.approximation):
        approximation = "added" if claim.approximation else "lost"
    return Comparison(
        relation, agrees, (reason,) if reason else (), _noun(claim, source), approximation
    )


def is_far(claim: Figure, source: Figure) -> bool:
    """Whether two plain figures of one unit are so far apart that no rounding joins them."""
    if claim.unit != source.unit or claim.bound != "exact" or source.bound != "exact":
        return False
    if claim.low != claim.high or source.low != source.high or claim.vague or source.vague:
        return False
    if claim.kind in _APART or source.kind in _APART:
        return False
    away = abs(claim.low - source.low)
    return away > abs(source.low) / 8 and away > claim.step and away > 1


def _relation(claim: Figure, source: Figure) -> tuple[Relation, bool, str]:
    if "label" in (claim.kind, source.kind):
        counts = (claim.kind != "label" and claim.counts) or (
            source.kind != "label" and source.counts
        )
        same = _label(claim) == _label(source) and not counts
        return ("same", True, "") if same else ("unit_differs", False, "one is part of a name")
    if "score" in (claim.kind, source.kind):
        same = sorted(claim.parts) == sorted(source.parts) and claim.kind == source.kind
        return ("same", True, "") if same else ("differs", False, "another score")
    units = _in_units_of(claim, source)
    if units is None:
        return "unit_differs", False, f"{_said(claim)} is not of the same kind as {_said(source)}"
    low, high, tolerance = units
    if claim.direction and source.direction and claim.direction != source.direction:
        return "direction_differs", False, f"the source says {source.direction}"
    if claim.vague or source.vague:
        return _vague(claim, source, low, high)
    if claim.low != claim.high or low != high:
        return _ranges(claim, source, low, high)
    return _bounded(claim, source, low, tolerance)


def _label(figure: Figure) -> str:
    return level(figure.text).casefold().strip()


def _said(figure: Figure) -> str:
    return f"“{figure.text}”"


def _in_units_of(claim: Figure, source: Figure) -> tuple[Decimal, Decimal, Decimal] | None:
    """The source's ends in the claim's unit, and how inexact the conversion is; None if neither."""
    kinds = {claim.kind, source.kind}
    if claim.unit == source.unit:
        if "ordinal" in kinds and len(kinds) > 1 and claim.low < NAMED_BY_COUNT:
            return None
        if kinds == {"count", "age"} and _counts_other(claim, source):
            return None
        return source.low, source.high, Decimal(0)
    if not claim.unit or not source.unit:
        bare = claim if not claim.unit else source
        other = source if bare is claim else claim
        if other.kind in {"share", "points", "multiple"} or bare.kind == "ordinal" or bare.counts:
            return None
        return source.low, source.high, Decimal(0)
    if {claim.unit, source.unit} in ({"°", "°F"}, {"°", "°C"}, {"tonne", "ton"}):
        return source.low, source.high, Decimal(0)
    if {claim.unit, source.unit} == {"GBP", "pound"}:
        return source.low, source.high, Decimal(0)
    low, high = (converted(end, source.unit, claim.unit) for end in (source.low, source.high))
    if low is None or high is None:
        return None
    whole = dimension(claim.unit) == "time" and low == low.to_integral_value()
    return low, high, Decimal(0) if whole else Decimal("0.03")


def _counts_other(claim: Figure, source: Figure) -> bool:
    return bool((claim if claim.kind == "count" else source).counts)


def _noun(claim: Figure, source: Figure) -> Literal["same", "differs", "unknown"]:
    alike = same_noun(claim.counts, source.counts)
    return "unknown" if alike is None else "same" if alike else "differs"


def _vague(
    claim: Figure, source: Figure, low: Decimal, high: Decimal
) -> tuple[Relation, bool, str]:
    if claim.vague and claim.low <= low and high <= claim.high:
        return ("same" if source.vague else "implied"), True, ""
    return "differs", False, f"the source says {_said(source)}"


def _ranges(
    claim: Figure, source: Figure, low: Decimal, high: Decimal
) -> tuple[Relation, bool, str]:
    if (claim.low, claim.high) == (low, high):
        return "same", True, ""
    if claim.low != claim.high:
        if claim.low <= low and high <= claim.high:
            return "implied", True, f"{_said(source)} is within {_said(claim)}"
        return "differs", False, f"the source says {_said(source)}"
    if claim.bound in {"under", "at most"} and high <= claim.low <= high * 2:
        return "implied", True, f"{_said(source)} is {claim.bound} {claim.low}"
    if claim.bound in {"over", "at least"} and low / 2 <= claim.low <= low:
        return "implied", True, f"{_said(source)} is {claim.bound} {claim.low}"
    if low <= claim.low <= high:
        return "bound_lost", False, f"the source gives a range, {_said(source)}"
    return "differs", False, f"the source says {_said(source)}"


def is_bound(figure: Figure) -> bool:
    """Tells a limit (`under 5%`) from a value that is only near one (`nearly 50`)."""
    return figure.bound not in {"exact", "between"} and not _is_near(figure)


def _side(figure: Figure) -> str:
    return "upper" if figure.bound in {"under", "at most"} else "lower"


def _bounded(
    claim: Figure, source: Figure, value: Decimal, tolerance: Decimal
) -> tuple[Relation, bool, str]:
    ours, theirs = is_bound(claim), is_bound(source)
    if not ours and not theirs:
        return _points(claim, source, value, tolerance)
    limit = claim.low
    if not ours:
        relation, agrees, reason = _points(claim, source, value, tolerance)
        if not agrees:
            return relation, agrees, reason
        # `more than 200` told as 200 is loose, not wrong; a limit or a floor is part of the fact.
        return "bound_lost", source.bound == "over", f"the source says {_said(source)}"
    above, below = limit <= value, limit >= value
    holds = above if _side(claim) == "lower" else below
    if theirs and _side(claim) != _side(source):
        if limit == value:
            return "bound_changed", False, f"the source says {_said(source)}"
        return "differs", False, f"the source says {_said(source)}"
    if limit == value:
        if _is_near(source) and _side(claim) != _side(source):
            return "bound_changed", False, f"the source says {_said(source)}"
        if theirs:
            return _same(claim, source)
        if claim.bound in {"over", "under"} and not source.approximation:
            return "bound_changed", False, f"the source says {_said(source)}"
        return "implied", True, ""
    close = value / 2 <= limit <= value * 2 if value > 0 else False
    if holds and close:
        return "implied", True, f"{_said(source)} is {claim.bound} {_plain(limit)}"
    return "differs", False, f"the source says {_said(source)}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _same(claim: Figure, source: Figure) -> tuple[Relation, bool, str]:
    if claim.unit != source.unit or claim.scale != source.scale or claim.words != source.words:
        if source.scale >= 10**6 and claim.scale == 1 and not claim.words and claim.low:
            return "false_precision", True, f"the source gives it as {_said(source)}"
        return "converted", True, ""
    return "same", True, ""


def _points(
    claim: Figure, source: Figure, value: Decimal, tolerance: Decimal
) -> tuple[Relation, bool, str]:
    """Two values, either of which may be approximate."""
    said = claim.low
    if said == value and not _nearly(claim, source):
        return _same(claim, source)
    away = abs(said - value)
    part = away / abs(value) if value else Decimal(10)
    if claim.kind == "age" or "age" in (claim.kind, source.kind):
        return "differs", False, f"the source says {_said(source)}"
    in_words = claim.kind == source.kind == "share" and bool(claim.parts) != bool(source.parts)
    if in_words and away < Decimal("0.7"):
        return "converted", True, ""
    if _is_near(claim):
        return _near(claim, source, value, part)
    if tolerance and part <= tolerance:
        return "converted", True, ""
    if _is_rounding(claim, source, away, part):
        return "rounded", True, f"{_said(source)} rounded"
    whole = claim.written >= 1 > source.written and part <= CUT
    if whole and said == value.to_integral_value("ROUND_DOWN"):
        return "rounded", True, f"{_said(source)} cut to whole numbers"
    if away <= source.written / 2 and claim.written < source.written:
        return "false_precision", False, f"the source gives it as {_said(source)}"
    return "differs", False, f"the source says {_said(source)}"


def _is_rounding(claim: Figure, source: Figure, away: Decimal, part: Decimal) -> bool:
    """The claim has fewer digits than the source, is what they round to, and is near enough."""
    if claim.approximation and part <= ABOUT:
        return True
    coarser = claim.step > source.written or claim.unit != source.unit or bool(claim.parts)
    bare = SHORT if claim.scale > 1 else BARE
    return coarser and away <= claim.step / 2 and (bool(claim.approximation) or part <= bare)


def _is_near(figure: Figure) -> bool:
    return figure.bound in {"under", "over"} and is_near_word(figure.approximation)


def _nearly(claim: Figure, source: Figure) -> bool:
    """`nearly 57,000` is not said of 57,000 sharp."""
    return _is_near(claim) and not source.approximation


def _near(
    claim: Figure, source: Figure, value: Decimal, part: Decimal
) -> tuple[Relation, bool, str]:
    holds = value < claim.low if claim.bound == "under" else value > claim.low
    if not holds:
        return "bound_changed", False, f"the source says {_said(source)}"
    if part <= NEARLY:
        return "rounded", True, f"{_said(source)} rounded"
    if part <= NEARLY_PAST:
        return "false_precision", True, f"{_said(source)} rounded past the next figure"
    return "differs", False, f"the source says {_said(source)}"
