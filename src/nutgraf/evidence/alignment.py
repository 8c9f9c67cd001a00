"""A claim laid beside a passage, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nutgraf.evidence.index import Index, Window
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import Word


class Match(NamedTuple):
    """A word of the claim and the word of the passage that stands for it."""

    claim: int
    passage: int
    exact: bool


@dataclass(frozen=True)
class Alignment:
    """The words of a claim and of a passage, and which stand for which.

    `ours` and `theirs` are content words in order; `matches` are in the order of `ours`. Words of
    figures, dates and quotations are not among `ours`: they are compared as such.
    `coverage` is the share of the claim's words, by weight, that the passage has.
    """

    index: Index
    window: Window
    span: Span
    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    matches: tuple[Match, ...]
    coverage: float

    @property
    def passage(self) -> str:
        return self.index.reading.text[self.span[0] : self.span[1]]


def alignments(
    claim: Sequence[Word], index: Index, windows: Sequence[Window]
) -> Iterator[Alignment]:
    """The claim's content words beside those of each window."""
    ours = tuple(claim)
    weights = [index.weight(word.stem) for word in ours]
    whole = sum(weights)
    for window in windows:
        span = index.span(window)
        theirs, places = by_stem(index.reading, *span)
        matches = tuple(_matches(ours, places))
        held = sum(weights[one.claim] * (1.0 if one.exact else 0.8) for one in matches)
        coverage = held / whole if whole else 0.0
        yield Alignment(index, window, span, ours, theirs, matches, coverage)


@once
def by_stem(
    reading: Reading, start: int, end: int
) -> tuple[tuple[Word, ...], dict[str, list[int]]]:
    """The content words of a passage, and at which places among them each stem stands."""
    words = tuple(word for word in reading.words_in(start, end) if word.content)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.stem, []).append(place)
    return words, places


def _matches(claim: Sequence[Word], places: Mapping[str, Sequence[int]]) -> list[Match]:
    """Each word with the nearest equal one, then with one that may stand for it; in order."""
    matches: list[Match] = []
    taken: set[int] = set()
    expected = 0
    left: list[int] = []
    for at, word in enumerate(claim):
        spot = _nearest_free(places.get(word.stem, ()), taken, expected)
        if spot is None:
            left.append(at)
            continue
        taken.add(spot)
        matches.append(Match(at, spot, exact=True))
        expected = spot + 1
    for at in left:
        standing = (stem for stem in neighbours(claim[at].stem) if stem in places)
        free = [one for stem in standing for one in places[stem] if one not in taken]
        if free:
            taken.add(min(free))
            matches.append(Match(at, min(free), exact=False))
    matches.sort(key=lambda match: match.claim)
    return matches


def _nearest_free(places: Sequence[int], taken: set[int], expected: int) -> int | None:
    free = [place for place in places if place not in taken]
    if len(free) < 2:
        return free[0] if free else None
    at = bisect_left(free, expected)
    around = free[max(at - 1, 0) : at + 1]
    return min(around, key=lambda place: (abs(place - expected), place))


@once
def compared_words(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """The content words of a claim that are compared as words."""
    apart = [(figure.number_start, figure.number_end) for figure in reading.figures]
    apart += [(when.start, when.end) for when in reading.dates]
    apart += [(quoted.start, quoted.end) for quoted in reading.quotations]
    apart += reading.credited
    return tuple(
        word
        for word in reading.words_in(start, end)
        if word.content
        and word.lower != "unk"
        and not any(low <= word.start < high for low, high in apart)
    )
