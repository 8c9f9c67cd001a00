"""The values that a figure leaves open, and whether those of two figures can be one.

The laws are those of `figure_comparison`: a bare number may be rounded by a few per cent, with
`about` as coarsely as its own digits, `nearly` stays below and `more than` above.
"""

from __future__ import annotations

from decimal import Decimal

from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.language.qualifiers import is_near_word
from nutgraf.language.units import converted

_BARE = Decimal("0.05")  # by so much of its value a bare round number may be off
_SHORT = Decimal("0.075")  # in a short form (`4B`)
_ABOUT = Decimal("0.15")
_AT_LEAST_ABOUT = Decimal("0.035")
_NEARLY = Decimal("0.12")
_COUNTED = 100  # fewer than these are counted, not rounded
_FAR = Decimal(10**30)
# A measure that was converted is as exact as this.
_CONVERTED = Decimal("0.06")

Interval = tuple[Decimal, Decimal]


def interval(figure: Figure) -> Interval:
    """The lowest and the highest value that a figure may stand for."""
    low, high = figure.low, figure.high
    if figure.bound in ("under", "at most") and not is_near_word(figure.approximation):
        return -_FAR, high
    if figure.bound in ("over", "at least") and not is_near_word(figure.approximation):
        return low, _FAR
    if figure.bound == "under":
        return low * (1 - _NEARLY), high
    if figure.bound == "over":
        return low, high * (1 + _NEARLY)
    if low != high:
        return low, high
    wide = _width(figure)
    return low - wide, high + wide


def _width(figure: Figure) -> Decimal:
    value, half = abs(figure.low), figure.step / 2
    if figure.kind in ("count", "age", "ordinal") and value < _COUNTED and half >= 1:
        half = Decimal(0)
    if figure.approximation:
        return max(min(half, value * _ABOUT), value * _AT_LEAST_ABOUT)
    return min(half, value * (_SHORT if figure.scale > 1 else _BARE))


def apart(one: Figure, other: Figure) -> bool:
    """Whether two figures of one quantity cannot both be right."""
    if compare(one, other).agrees or compare(other, one).agrees:
        return False
    if one.kind == "score":
        return sorted(one.parts) != sorted(other.parts)
    low, high = interval(one)
    first, last = interval(other)
    if one.unit != other.unit:
        ends = [converted(end, other.unit, one.unit) for end in (first, last)]
        if ends[0] is None or ends[1] is None:
            return False
        first, last = ends[0] * (1 - _CONVERTED), ends[1] * (1 + _CONVERTED)
    return high < first or last < low
