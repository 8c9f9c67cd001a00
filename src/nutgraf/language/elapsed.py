"""Spans of time that a writer worked out from two dates: `112-year-old`, `96 years later`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from nutgraf.language.figure import Figure
from nutgraf.language.units import SIZES, dimension
from nutgraf.language.when import When

NEAR = 600  # characters between two dates that are taken together
_DAY = Decimal(86400)
_HALF_DAY = 12 * 60  # minutes
_LOOSELY = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The two dates (`until` is None where it is that of publication) and the sum for people."""

    since: When
    until: When | None
    expression: str


def between(
    claim: Figure, whens: Sequence[When], *, published: date | None = None
) -> Elapsed | None:
    """The dates of a text between which `claim`, a span of time or an age, has passed, if any."""
    if claim.kind not in {"measure", "age"} or dimension(claim.unit or "year") != "time":
        return None
    size = SIZES[claim.unit or "year"] / _DAY
    if size < Decimal("0.5"):
        return _by_the_clock(claim, whens)
    if size < 1 or claim.low * size < 2:
        return None
    settled = [when for when in whens if when.first and when.last and when.precision != "week"]
    for at, when in enumerate(settled):
        if when.precision == "span" and _lasts(claim, when, size):
            return Elapsed(when, None, f"the length of {when.text}")
        if published and not when.resolved and _fits(claim, when, (published, published), size):
            return Elapsed(when, None, f"{when.text} to {published.year}")
        for later in settled[at + 1 : at + 7]:
            if later.start - when.end > NEAR:
                break
            first, second = sorted((when, later), key=lambda w: w.first or date.min)
            if (
                second.first
                and second.last
                and _fits(claim, first, (second.first, second.last), size)
            ):
                return Elapsed(first, second, f"{first.text} to {second.text}")
    return None


def _fits(claim: Figure, since: When, until: tuple[date, date], size: Decimal) -> bool:
    """The claim lies between the shortest and the longest time that the two dates allow."""
    assert since.first
    assert since.last
    if until[1] <= since.last or since.precision in {"decade", "century", "season", "span"}:
        return False
    shortest = (until[0] - since.last).days / size
    longest = (until[1] - since.first).days / size
    spare = claim.step / 2 if claim.approximation else Decimal("0.1")
    return shortest - spare - 1 < claim.low < longest + spare


def _lasts(claim: Figure, span: When, size: Decimal) -> bool:
    """`14 weeks` of `from January 19 to April 27`, with the last day or without."""
    assert span.first
    assert span.last
    days = (span.last - span.first).days
    spare = claim.step / 2 if claim.approximation else Decimal("0.1")
    return days / size - spare <= claim.low <= (days + 1) / size + spare


def _by_the_clock(claim: Figure, whens: Sequence[When]) -> Elapsed | None:
    """`42 minutes` from 8:50 to 9:32; morning and evening need not be told twice."""
    told = [when for when in whens if when.clock]
    for first, second in pairwise(told):
        if second.start - first.end > NEAR:
            continue
        passed = (_minutes(second.clock) - _minutes(first.clock)) % _HALF_DAY
        if passed and _is_about(claim, Decimal(passed) * 60 / SIZES[claim.unit]):
            return Elapsed(first, second, f"{first.text} to {second.text}")
    return None


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute or 0)


def _is_about(claim: Figure, value: Decimal) -> bool:
    """The claim is the time that passed, to the minute or, with a word for it, roughly."""
    away = value - claim.low
    if claim.bound in {"over", "at least"}:
        return 0 <= away <= value * _LOOSELY
    if claim.bound in {"under", "at most"}:
        return 0 <= -away <= value * _LOOSELY
    return abs(away) <= (value * _LOOSELY if claim.approximation else Decimal("0.01"))
