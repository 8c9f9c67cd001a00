"""Figures: each is looked for in the passage first, and only then around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference, Relation
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.arithmetic import follows
from nutgraf.evidence.slots.binding import bound_elsewhere, words_about
from nutgraf.language import units
from nutgraf.language.counted import head
from nutgraf.language.counted_events import befallen
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare, is_far

SMALL_ORDINAL = 10
COUNTED = 3
# With so much of its words in a passage, a claim has its figure from there.
CARRIED = 0.75
SMALL = 12
ALL_OF_IT = 0.9
_NEARLY_ONE = Decimal("0.05")
_ROUGHLY = Decimal("0.15")
_LONGEST_STRETCH = 12  # years or months that `over six` may be of
_FINE = Decimal("0.01")  # of its value: a figure told so finely is not rounded
_BOUNDS: dict[str, Relation] = {"bound_lost": "bound lost", "bound_changed": "bound changed"}


def figure_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What the passage says otherwise of the figures in `claim.text[start:end]`."""
    source = best.index.reading
    inside = [f for f in source.figures if best.span[0] <= f.start < best.span[1]]
    ours = [f for f in compared_figures(claim, start, end) if not _is_a_name(f, source)]
    for figure in ours:
        told = _compared(figure, claim, ours, inside, best)
        if told is not None:
            yield told
            continue
        other = _of_this(figure, claim, (start, end), ours, best)
        if other is not None:
            reason = f"the source says {other.text} of this"
            yield _difference(figure, "elsewhere", other, reason)


def _is_a_name(figure: Figure, source: Reading) -> bool:
    """`The 737` of a source with `a Boeing 737`."""
    if figure.kind != "count" or figure.counts or not figure.text.isdigit():
        return False
    return any(
        one.kind == "label" and one.text.partition("-")[0].endswith(figure.text)
        for one in source.figures
    )


def _of_this(
    figure: Figure, claim: Reading, span: Span, ours: Sequence[Figure], best: Alignment
) -> Figure | None:
    """The figure that the source has where the claim's own is said of another thing."""
    if any(one.base_start <= figure.number_start < one.base_end for one in ours):
        return None  # `12 of the 40`: whatever is said, is said of the 12
    other = bound_elsewhere(
        words_about(figure, span, claim, ours, best.index),
        best.index.reading.figures,
        index=best.index,
        is_candidate=lambda other: _is_rival(figure, other, ours),
        agrees=partial(agrees, figure),
    )
    if other is not None and _befell_them(figure, best.index.reading):
        return None
    if other is not None and (
        _is_of_the_named(figure, other, claim, span, best.index)
        or _is_the_whole_of(figure, other, best.index)
    ):
        return None
    return other


_BEFELL = 40  # characters from `four workers` to `were killed`


def _befell_them(figure: Figure, source: Reading) -> bool:
    """`with four deaths` of a source in which four workers were killed."""
    told = befallen(head(figure.counts)) if figure.counts else frozenset()
    return any(
        word.stem in told
        for other in source.figures
        if told and agrees(figure, other)
        for word in source.words_in(other.end, other.end + _BEFELL)
    )


def _is_the_whole_of(figure: Figure, other: Figure, index: Index) -> bool:
    """`Two shelters` of a source with `two of the five shelters`."""
    return any(
        one.base_start <= other.number_start < one.base_end and agrees(figure, one)
        for one in index.reading.figures
    )


def _is_of_the_named(
    figure: Figure, other: Figure, claim: Reading, span: Span, index: Index
) -> bool:
    """Whether the source has the figure beside a name of the claim that the other one lacks."""
    reading = index.reading
    told = {reading.sentence_at(one.start) for one in reading.figures if agrees(figure, one)}
    rival = reading.sentence_at(other.start)
    for name in claim.names:
        if span[0] <= name.start < span[1]:
            named = {reading.sentence_at(one.start) for one in index.named(name.text)}
            if rival not in named and named & told:
                return True
    return False


def _is_rival(figure: Figure, other: Figure, ours: Sequence[Figure]) -> bool:
    """Whether a figure of the source is the claim's own, or may stand in its place."""
    if not is_kin(figure, other) or other.vague:
        return False
    if agrees(figure, other):
        return True
    if compare(figure, other).noun == "differs" or any(agrees(one, other) for one in ours):
        return False
    away = abs(figure.low - other.low)
    if away <= abs(other.low) * _NEARLY_ONE:
        return False  # one thing measured in two ways
    rough = other.approximation or figure.approximation
    return not (rough and away <= abs(other.low) * _ROUGHLY)


@once
def compared_figures(claim: Reading, start: int, end: int) -> list[Figure]:
    """The figures of a span that are compared: no labels, no quoted ones, no weak ones."""
    return [
        figure
        for figure in claim.figures
        if start <= figure.start < end
        and not figure.weak
        and figure.kind != "label"
        and not _is_a_stretch(figure)
        and not any(quoted.start <= figure.start < quoted.end for quoted in claim.quotations)
    ]


def _is_a_stretch(figure: Figure) -> bool:
    """`12% over five years, 10% over six`: a stretch of time whose noun stands further up."""
    return (
        figure.bound == "over"
        and figure.kind == "count"
        and not figure.counts
        and figure.low <= _LONGEST_STRETCH
    )


def agrees(claim: Figure, source: Figure) -> bool:
    """Whether a claim's figure may be said on the strength of a source's.

    A figure that is told finely (`about 421 million`) is no rounding of another one.
    """
    if is_far(claim, source):
        return False
    told = compare(claim, source)
    if not told.agrees or told.relation == "bound_lost":
        return False
    if told.relation != "rounded" or not claim.approximation or not claim.low:
        return True
    return claim.step / abs(claim.low) > _FINE or abs(claim.low - source.low) <= claim.step


def is_kin(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one kind, so that the one can stand for the other."""
    return (
        one.kind == other.kind
        and one.unit == other.unit
        and not other.weak
        and one.vague == other.vague
    )


def _difference(
    figure: Figure, relation: Relation, other: Figure | None, reason: str
) -> Difference:
    theirs = (other.start, other.end) if other else None
    return Difference("figure", relation, (figure.start, figure.end), theirs, reason)


def _compared(
    figure: Figure,
    claim: Reading,
    ours: Sequence[Figure],
    inside: Sequence[Figure],
    best: Alignment,
) -> Difference | None:
    source = best.index.reading
    if any(_says_so(figure, other) for other in inside):
        return None
    if (told := _bound(figure, claim, inside, source)) is not None:
        return told
    if any(agrees(figure, other) or _is_over(figure, other, claim) for other in inside):
        return None
    if any(_is_firm(figure, other) for other in source.figures):
        return None
    if (told := _counted_otherwise(figure, inside, best)) is not None:
        return told
    if follows(figure, claim, ours, best):
        return None
    if _is_said_otherwise(figure, source) and not _is_a_rank(figure, claim, inside):
        return None
    told = _bound(figure, claim, source.figures, source)
    if told is not None and best.coverage >= CARRIED:
        return told
    kin = [other for other in inside if is_kin(figure, other)]
    if len(kin) > 1:
        kin = [other for other in kin if compare(figure, other).noun == "same"]
    if len(kin) == 1 and best.coverage >= CARRIED:
        return _difference(figure, "differs", kin[0], f"the source says {kin[0].text}")
    reason = f"no passage has {figure.text}"
    return replace(
        _difference(figure, "missing", None, reason), certain=not _may_be_counted(figure)
    )


def _counted_otherwise(
    figure: Figure, inside: Sequence[Figure], best: Alignment
) -> Difference | None:
    """`three magnets` of a passage that has all the claim's words, and two magnets.

    Few things are no sum that a writer makes unasked.
    """
    few = figure.kind == "count" and figure.low == figure.high <= SMALL and not figure.told
    if not few or figure.others or figure.bound != "exact" or best.coverage < ALL_OF_IT:
        return None
    kin = [one for one in inside if is_kin(figure, one) and one.counts]
    if any(one.others or one.named or one.base for one in kin):
        return None
    same = [one for one in kin if compare(figure, one).noun == "same"]
    if len(same) != 1 or same[0].low != same[0].high or not _is_all_of_it(same[0], best):
        return None
    return _difference(figure, "differs", same[0], f"the source says {same[0].text}")


def _is_all_of_it(other: Figure, best: Alignment) -> bool:
    """Whether the sentence of a figure has nearly all that the claim says."""
    reading = best.index.reading
    there = {w.stem for w in reading.words_in(*reading.sentences[reading.sentence_at(other.start)])}
    ours = {word.stem for word in best.ours}
    return len(ours & there) >= CARRIED * len(ours)


def _is_over(figure: Figure, other: Figure, claim: Reading) -> bool:
    """`in over 30 years` of a source with `more than three decades`: `over` may be no bound."""
    return (
        figure.kind == "measure"
        and other.bound == "over"
        and compare(figure, other).relation == "bound_lost"
        and _bounded_by_words(claim.text, figure)
    )


def _may_be_counted(figure: Figure) -> bool:
    """Whether the writer may have counted: `three centres` of a source that names them."""
    return figure.kind == "count" and figure.bound == "exact" and 1 <= figure.low <= COUNTED


def _says_so(figure: Figure, other: Figure) -> bool:
    """Whether a figure of the passage is this one, and not only implies it: 28% `under a third`."""
    return agrees(figure, other) and compare(figure, other).relation != "implied"


def _is_firm(figure: Figure, other: Figure) -> bool:
    """Whether a figure from somewhere else in the source is this one, and not only implies it."""
    if not agrees(figure, other):
        return False
    told = compare(figure, other)
    return told.relation != "implied" or told.noun == "same"


def _bound(
    figure: Figure, claim: Reading, others: Sequence[Figure], source: Reading
) -> Difference | None:
    """The first figure that has the value within other bounds."""
    for other in others:
        if figure.low != other.low or figure.high != other.high or not is_kin(figure, other):
            continue
        told = compare(figure, other)
        if told.relation not in _BOUNDS or told.noun == "differs":
            continue
        if _bounded_by_words(claim.text, figure) or _bounded_by_words(source.text, other):
            continue
        if figure.approximation and other.bound == "exact":
            continue
        return _difference(figure, _BOUNDS[told.relation], other, "; ".join(told.reasons))
    return None


_BOUND_WORDS = re.compile(
    r"\b(?:over|above|under|below|older|younger|than|least|most|up to|within|until|or more|plus)\b"
)


def _bounded_by_words(text: str, figure: Figure) -> bool:
    """Whether a bound stands a little apart: `over the age of 55`, `55 and over`, `6 or more`."""
    if figure.bound != "exact" and not _BOUND_WORDS.search(text[figure.end : figure.end + 9]):
        return False
    around = (
        text[max(figure.start - 20, 0) : figure.start] + " " + text[figure.end : figure.end + 9]
    )
    return bool(_BOUND_WORDS.search(around) or _BOUND_WORDS.search(figure.text[-8:]))


_RANKED = re.compile(r"\b(?:finish(?:ed|es)?|plac(?:ed|es)|rank(?:ed|s)|c(?:ame|omes)) (?:in )?$")


def _is_a_rank(figure: Figure, claim: Reading, inside: Sequence[Figure]) -> bool:
    """`finished second` of a passage with one other place: not a word for order."""
    before = claim.text[max(figure.start - 14, 0) : figure.start]
    ranks = {one.low for one in inside if one.kind == "ordinal"}
    return figure.kind == "ordinal" and _RANKED.search(before) is not None and len(ranks) == 1


def _is_said_otherwise(figure: Figure, source: Reading) -> bool:
    """Whether the source has the number in a form that is compared loosely.

    `second` and `third` are words as often as figures; `a 12-year-old case` is of 12 years ago.
    """
    if figure.kind == "ordinal" and figure.low <= SMALL_ORDINAL:
        return True
    if figure.kind == "measure" and units.dimension(figure.unit) != "time":
        return False
    if figure.kind not in ("age", "measure"):
        return False
    return any(
        other.low == figure.low == other.high
        and other.kind != "ordinal"
        and (not other.unit or not figure.unit or other.unit == figure.unit)
        for other in source.figures
    ) or any(
        _is_bare(word.start, source) and str(figure.low) == word.lower for word in source.words
    )


def _is_bare(start: int, source: Reading) -> bool:
    """Whether a number was not read as a figure."""
    return not any(other.start <= start < other.end for other in source.figures)
