"""The figures of a pack, each in the sentence that tells it best, with the sources that have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.conflicts.quantities import quantities_of
from nutgraf.evidence.index import Index
from nutgraf.evidence.offered.sentences import bare, ends, leans, stands
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import furniture
from nutgraf.language.figure import Figure

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_SAYS = 5  # words of a line without a full stop
_SMALL = 20  # `3 trucks` and `3 drivers` are two figures, `1,280 names` and `1,280 records` one
_IN_WORDS = 10  # `two tribes` tells who, not how many
_TOO_LONG = 420  # characters of a sentence that is offered


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with the figures that it tells, as `source` has it at `span` of its body.

    `figures` are those that no sentence before told. `others` are further sources that have one of
    the figures, of the same thing, in whatever words.
    """

    source: str
    span: Span
    text: str
    figures: tuple[Figure, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    source: ReadSource
    span: Span
    figures: tuple[Figure, ...]


def counted(pack: Pack) -> tuple[Counted, ...]:
    """Every figure that counts or measures something, in a sentence of a source.

    A figure that several sources have is told once, in the sentence with the most figures that
    stands by itself. Days, ages, ordinals and numbers of laws are no such figures; nor is page
    furniture, and what stands between quotation marks is told with the quotation.
    """
    sentences = [one for source in pack for one in _sentences(source)]
    ranked = sorted(sentences, key=lambda one: (-_worth(one), one.span[1] - one.span[0]))
    told: list[Figure] = []
    chosen: list[tuple[_Telling, tuple[Figure, ...]]] = []
    for one in ranked:
        new = tuple(
            figure for figure in one.figures if not any(_is_one(figure, other) for other in told)
        )
        if new:
            chosen.append((one, new))
            told += one.figures
    place = {id(one): at for at, one in enumerate(sentences)}
    chosen.sort(key=lambda pair: place[id(pair[0])])
    return tuple(_counted(one, new, sentences) for one, new in chosen)


def _sentences(source: ReadSource) -> Iterator[_Telling]:
    index = source.index
    reading = index.reading
    counting = _counting(index)
    for sentence in reading.sentences:
        start, end = bare(reading, sentence)
        if end - start > _TOO_LONG or furniture.covers(source.furniture, start, end):
            continue
        if _is_entry(reading.text[start:end]):
            continue
        figures = tuple(
            figure
            for figure in reading.figures
            if start <= figure.start < end
            and (figure.start, figure.end) in counting
            and not _is_quoted(reading, figure.start)
        )
        if figures:
            yield _Telling(source, (start, end), figures)


def _is_entry(text: str) -> bool:
    """Whether a line says nothing: `Podcasts (12)` in a menu; the row of a table does."""
    words = text.strip()
    return not words.startswith("|") and not ends(words) and len(_WORD.findall(words)) < _SAYS


def _counting(index: Index) -> set[Span]:
    """The figures that count or measure something, as the comparison of sources reads them."""
    return {
        (one.figure.start, one.figure.end)
        for several in quantities_of(index).values()
        for one in several
        if not one.figure.weak
        and one.figure.kind not in ("ordinal", "age")
        and not (one.figure.words and not one.figure.unit and one.figure.high <= _IN_WORDS)
    }


def _worth(one: _Telling) -> float:
    """How well a sentence tells its figures: many of them, and by itself."""
    text = one.source.index.reading.text[slice(*one.span)].strip()
    worth = float(len(one.figures))
    if leans(text):
        worth -= 1.5
    elif not stands(text):
        worth -= 0.6  # a bullet or a heading
    return worth


def _is_one(one: Figure, other: Figure) -> bool:
    """Whether two figures tell one thing: small numbers have to count the same."""
    if (one.low, one.high, one.unit, one.kind) != (other.low, other.high, other.unit, other.kind):
        return False
    if one.unit or abs(one.high) > _SMALL:
        return True
    nouns = one.counts.casefold().rstrip("s"), other.counts.casefold().rstrip("s")
    return not all(nouns) or nouns[0] == nouns[1]


def _counted(one: _Telling, new: tuple[Figure, ...], sentences: Sequence[_Telling]) -> Counted:
    own = one.source.source.id
    others = dict.fromkeys(
        other.source.source.id
        for other in sentences
        if other.source.source.id != own
        and any(_is_one(figure, theirs) for figure in new for theirs in other.figures)
    )
    text = one.source.index.reading.text[slice(*one.span)]
    return Counted(own, one.span, " ".join(text.split()), new, tuple(others))


def _is_quoted(reading: Reading, at: int) -> bool:
    return any(low <= at < high for one in reading.quotations for low, high in one.pieces)
