"""The writer's arithmetic: a figure that follows from two figures of a source by one step.

Coincidences are easy to find among many figures, so both operands must stand near each other, the
result must be of their kind, and small numbers count only between figures of one noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from nutgraf.language.counted import same_noun
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import is_bound
from nutgraf.language.roles import PEOPLE

Step = Literal["share of", "sum", "difference", "percentage", "change", "multiple", "total"]

NEAR = 320  # characters: the same or a neighbouring sentence
FAR = 600  # a few sentences, for a claim that gives its figure out as a difference or a sum
JOINED = 24  # characters: two figures of one list
LISTED = 60  # of a list that the claim says it sums up
_SMALL = 13
_FEWEST = 20
_LARGE = 100
_HALF = 50
_BEYOND = 15
_THIRDS = 3
_ABOUT_A_THIRD = Decimal("3.4")  # points: of 18 in 60, `about a third` is said
_THEREOF = 40  # characters from `40 rowers` to `half of them`


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from others: the step, the operands, and the sum for people.

    `bound_lost` tells that an operand was a limit, and so the result is one, and the claim says it
    as a value.
    """

    step: Step
    operands: tuple[Figure, ...]
    expression: str
    value: Decimal
    bound_lost: bool = False


def derive(claim: Figure, sources: Sequence[Figure]) -> Derivation | None:
    """The one-step sum over `sources`, figures of one text in order, that gives `claim`, if any."""
    if claim.kind in {"label", "score", "ordinal"} or claim.low != claim.high or not claim.low:
        return None
    usable = [
        figure
        for figure in sources
        if figure.kind not in {"label", "score", "ordinal"} and figure.low == figure.high
    ]
    if claim.others and (found := _beside_the_named(claim, usable)):
        return found
    whole = _whole_named(claim)
    for first, second in _near_pairs(usable):
        found = _two(claim, first, second)
        if found and (whole is None or whole in {one.low for one in found.operands}):
            return found
    return _total(claim, usable)


_DIGITS = re.compile(r"(?<![\w.,])\d[\d,]*(?![\w.%]|,\d)")


def _whole_named(claim: Figure) -> Decimal | None:
    """The whole that the claim takes a part of, where it counts it: `170 of the 260 trips`."""
    found = _DIGITS.search(claim.base)
    return Decimal(found[0].rstrip(",").replace(",", "")) if found else None


def _beside_the_named(claim: Figure, figures: Sequence[Figure]) -> Derivation | None:
    """`the mayor and 14 others` of 15 people."""
    for whole in figures:
        if whole.kind == "count" and whole.low == claim.low + 1 and whole.low > 3:
            return _derivation(claim, "difference", (whole,), f"{_plain(whole.low)} − 1", claim.low)
    return None


def _near_pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for at, first in enumerate(figures):
        for second in figures[at + 1 : at + 9]:
            if second.start - first.end > FAR:
                break
            yield first, second


def _two(claim: Figure, first: Figure, second: Figure) -> Derivation | None:
    near = second.start - first.end <= NEAR
    if claim.kind == "points":
        return _points_between(claim, first, second) if near else None
    if claim.kind in {"count", "money", "measure"}:
        alike = first.kind == second.kind == claim.kind
        if alike and "each" not in {claim.told, first.told, second.told}:
            return _sum_or_difference(claim, first, second)
        if first.kind == "multiple" and (before := _before_doubling(claim, first, second)):
            return before
        for one, other in ((first, second), (second, first)) if near else ():
            if one.kind == "share" and (found := _share_of(claim, one, other)):
                return found
            shared = claim.told == "each" or other.told == "each"
            if shared and (found := _for_each(claim, one, other)):
                return found
        return _sum_or_difference(claim, first, second)
    if near and claim.kind in {"share", "multiple"}:
        return _quotient(claim, first, second) or _quotient(claim, second, first)
    return None


def _points_between(claim: Figure, first: Figure, second: Figure) -> Derivation | None:
    """`up 3 percentage points` of `41%, from 38% in May`."""
    gap = abs(first.low - second.low)
    if first.kind != "share" or second.kind != "share" or not gap or gap != claim.low:
        return None
    pair = f"{_plain(max(first.low, second.low))} − {_plain(min(first.low, second.low))}"
    return _derivation(claim, "difference", (first, second), pair, gap)


def _fits(claim: Figure, value: Decimal) -> bool:
    """The claim is the value, or the value rounded to the claim's digits."""
    if value == claim.low:
        return True
    away = abs(value - claim.low)
    limit = Decimal("0.1") if claim.approximation else Decimal("0.03")
    return away <= claim.step / 2 and value != 0 and away / abs(value) <= limit


def _derivation(
    claim: Figure, step: Step, operands: tuple[Figure, ...], expression: str, value: Decimal
) -> Derivation:
    lost = any(map(is_bound, operands)) and not is_bound(claim)
    return Derivation(step, operands, f"{expression} = {_plain(value)}", value, lost)


def _plain(value: Decimal) -> str:
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".")


def _share_of(claim: Figure, share: Figure, whole: Figure) -> Derivation | None:
    if whole.kind not in {"count", "money", "measure"}:
        return None
    if whole.unit != claim.unit:
        return None
    theirs = _is_of_them(claim, share, whole)
    beside = 0 <= whole.start - share.end < JOINED  # `a two-thirds vote of its nine members`
    if not theirs and ((whole.low < _FEWEST and not beside) or not _one_noun(claim, whole)):
        return None
    value = share.low * whole.low / 100
    if not _fits(claim, value):
        return None
    return _derivation(
        claim, "share of", (share, whole), f"{share.text} × {_plain(whole.low)}", value
    )


def _for_each(claim: Figure, number: Figure, amount: Figure) -> Derivation | None:
    """`£300 each` of 4 shops that share £1,200; £1,200 of `£300 for each` of 4 shops."""
    if number.kind != "count" or number.low < 2 or number.low != number.low.to_integral_value():
        return None
    if (amount.kind, amount.unit) != (claim.kind, claim.unit) or amount.vague or number.vague:
        return None
    if claim.told == "each" and _fits(claim, value := amount.low / number.low):
        names = f"{_plain(amount.low)} ÷ {_plain(number.low)}"
        return _derivation(claim, "share of", (number, amount), names, value)
    if amount.told == "each" and _fits(claim, value := amount.low * number.low):
        names = f"{_plain(number.low)} × {_plain(amount.low)}"
        return _derivation(claim, "total", (number, amount), names, value)
    return None


def _before_doubling(claim: Figure, times: Figure, amount: Figure) -> Derivation | None:
    """`£4` of a fee that will `double to £8`."""
    if amount.start - times.end > len(" to  "):
        return None
    if (amount.kind, amount.unit) != (claim.kind, claim.unit) or amount.vague:
        return None
    value = amount.low / times.low
    names = f"{_plain(amount.low)} ÷ {_plain(times.low)}"
    return (
        _derivation(claim, "share of", (times, amount), names, value)
        if (_fits(claim, value))
        else None
    )


_THEM = re.compile(r"(?:all )?(?:them|those|these|whom|which)\b", re.IGNORECASE)


def _is_of_them(claim: Figure, share: Figure, whole: Figure) -> bool:
    """`40 rowers, half of them pupils`: what the share is a part of was counted just before."""
    if not 0 <= share.start - whole.end < _THEREOF or not _THEM.match(share.base):
        return False
    return share.low == _HALF or same_noun(claim.counts, share.counts) is not False


def _one_noun(*figures: Figure) -> bool:
    """No two neighbours of the figures count different things, as far as they say."""
    named = [figure.counts for figure in figures if figure.counts]
    return all(same_noun(one, other) for one, other in pairwise(named))


def _may_be_added(claim: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts count one thing; passengers and crew are people."""
    if _one_noun(*parts):
        return True
    return _counts_people(claim) and sum(_counts_people(one) for one in parts) > len(parts) / 2


def _counts_people(figure: Figure) -> bool:
    words = figure.counts.lower().split()
    return any(word in PEOPLE for word in words)


def _sum_or_difference(claim: Figure, first: Figure, second: Figure) -> Derivation | None:
    if first.unit != second.unit or first.unit != claim.unit or first.kind != second.kind:
        return None
    total, gap = first.low + second.low, abs(first.low - second.low)
    near = claim.step / 2
    fits_total = abs(total - claim.low) <= near and _fits(claim, total)
    fits_gap = bool(gap) and abs(gap - claim.low) <= near and _fits(claim, gap)
    if not fits_total and not fits_gap:
        return None
    if first.vague or second.vague or (is_bound(first) != is_bound(second) and not is_bound(claim)):
        return None
    apart = second.start - first.end
    small = claim.low < _SMALL and claim.low == claim.low.to_integral_value()
    is_gap = claim.told == "difference" or bool(claim.direction)
    if apart > NEAR and not (is_gap or (claim.told == "sum" and claim.low >= _LARGE)):
        return None
    if small and apart > NEAR / 3 and not _is_expected(claim, first, second):
        return None
    listed = apart < (LISTED if claim.told == "sum" else JOINED)  # `17 sailors and one cook`
    alike = bool(first.unit) or _one_noun(first, second)
    pair = f"{_plain(first.low)} %s {_plain(second.low)}"
    is_part = _is_part(second, first)
    may_sum = claim.told != "difference" and not is_part
    if may_sum and (small or listed or alike) and fits_total:
        return _derivation(claim, "sum", (first, second), pair % "+", total)
    may_differ = not small or is_gap or is_part
    if may_differ and alike and claim.told != "sum" and fits_gap:
        if first.low < second.low:
            pair = f"{_plain(second.low)} %s {_plain(first.low)}"
        return _derivation(claim, "difference", (first, second), pair % "−", gap)
    return None


def _is_expected(claim: Figure, first: Figure, second: Figure) -> bool:
    """The claim gives its small number out as worked out, and all that is counted is one thing."""
    if not claim.told and not claim.direction:
        return False
    return bool(first.unit) or _one_noun(claim, first, second)


def _is_part(whole: Figure, part: Figure) -> bool:
    """`two of the eleven boats`"""
    return part.base_start <= whole.number_start < part.base_end


def _quotient(claim: Figure, part: Figure, whole: Figure) -> Derivation | None:
    """`part` of `whole` in per cent or as a multiple; the change from `whole` to `part`."""
    kinds = {"count", "money", "measure"}
    if part.kind not in kinds or part.kind != whole.kind or part.unit != whole.unit:
        return None
    if not whole.low or not part.low or part.low == whole.low:
        return None
    if not _one_noun(part, whole) and not same_noun(claim.counts, whole.counts):
        return None  # routes are no share of businesses
    names = f"{_plain(part.low)} ÷ {_plain(whole.low)}"
    if claim.kind == "multiple":
        value = part.low / whole.low
        fits = value > Decimal("1.5") and abs(value - claim.low) <= claim.low / 20
        return _derivation(claim, "multiple", (part, whole), names, value) if fits else None
    value = part.low * 100 / whole.low
    if is_bound(claim) and not is_bound(part) and not is_bound(whole):
        return (
            _derivation(claim, "percentage", (part, whole), names, value)
            if (value < 100 and _is_just_beyond(claim, value))
            else None
        )
    # `33% of the crew` is no change from one crew to another.
    if claim.direction or (value > 100 and not claim.base):
        change = value - 100
        if (
            change
            and abs(abs(change) - claim.low) <= claim.step / 2
            and min(part.low, whole.low) > 10
        ):
            return _derivation(claim, "change", (part, whole), f"{names} − 1", change)
    near = max(claim.step, Decimal(1)) / 2
    if claim.approximation and claim.parts and max(claim.parts) <= _THIRDS:
        near = max(near, _ABOUT_A_THIRD)
    if value < 100 and whole.low >= 4 and abs(value - claim.low) <= near:
        return _derivation(claim, "percentage", (part, whole), names, value)
    return None


def _is_just_beyond(claim: Figure, value: Decimal) -> bool:
    """`more than half` of 5 in 9; not of 9 in 10, which is told as more."""
    beyond = value - claim.low if claim.bound in {"over", "at least"} else claim.low - value
    return 0 < beyond <= _BEYOND


def _total(claim: Figure, figures: Sequence[Figure]) -> Derivation | None:
    """The sum of three or more figures in a row, each near the last, of one unit and noun."""
    if claim.kind not in {"count", "money"} or claim.low < 4:
        return None
    alike = [f for f in figures if (f.unit, f.kind) == (claim.unit, claim.kind) and not f.vague]
    for start in range(len(alike) - 2):
        total, taken = alike[start].low, [alike[start]]
        for last, figure in pairwise(alike[start : start + 9]):
            if figure.start - last.end > NEAR / 2:
                break
            total += figure.low
            taken.append(figure)
            if len(taken) > 2 and total == claim.low and _may_be_added(claim, taken):
                sums = " + ".join(_plain(f.low) for f in taken)
                return _derivation(claim, "total", tuple(taken), sums, total)
            if total > claim.low:
                break
    return None
