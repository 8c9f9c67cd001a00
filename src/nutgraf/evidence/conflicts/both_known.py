"""Whether a source has two values in hand: then the one is of another thing, part or time.

`40 shops, 12 of them in the north`; `the toll rose from 6 to 9`. Not where it says whose count is
whose: `the union says 400; police put the crowd at 120`.
"""

from __future__ import annotations

from collections.abc import Iterable

from nutgraf.evidence.conflicts.likeness import Told, likeness, same_things
from nutgraf.evidence.conflicts.weights import Weight
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.figure import Figure
from nutgraf.language.other_things import tells_a_change

_TELLING = 10  # from here on a value is hardly met twice by chance
_SAME_THING = 0.5


def knows_too(
    told: Told, others: Iterable[Told], value: Told, weight: Weight, *, own: bool = True
) -> bool:
    """Whether the source that tells `told` has the value of `value`, too; `others` are its figures.

    `own`: the value may stand in the sentence of `told`, where two counts may be told apart.
    """
    if own and _has_beside(told, value.quantity.figure):
        return not _is_disputed(told)
    for one in others:
        if one.quantity is told.quantity or not _is_value(one.quantity.figure, value):
            continue
        distinct = value.quantity.figure.low >= _TELLING and same_things(one, value) is not False
        if not distinct and likeness(one, value, weight) < _SAME_THING:
            continue
        beside = own and abs(one.quantity.sentence - told.quantity.sentence) <= 1
        if not (beside and _is_disputed(one)):
            return True
    return False


def _is_value(figure: Figure, value: Told) -> bool:
    return (figure.low, figure.high) == (value.quantity.figure.low, value.quantity.figure.high)


def _has_beside(told: Told, other: Figure) -> bool:
    """Whether the sentence of a figure has the other value too."""
    start, end = told.reading.sentences[told.quantity.sentence]
    return any(
        start <= one.start < end and (one.low, one.high) == (other.low, other.high)
        for one in told.reading.figures
    )


def _is_disputed(told: Told) -> bool:
    """Whether a source tells whose count it is, and not that it was another one before."""
    span = told.reading.sentences[told.quantity.sentence]
    if tells_a_change(told.reading.text[slice(*span)]):
        return False
    words = told.reading.words_in(*span)
    return any(word.lower in CUE_VERBS or word.lower in ("put", "according") for word in words)
