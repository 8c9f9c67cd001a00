"""A claim laid beside a passage, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nutgraf.evidence.index import Index, Window
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import Word

# What a word counts that stands for another one.
_STANDS_FOR = 0.8
_ROUNDED = 1.000001  # sums of the same weights differ a little by their order


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
    claim: Sequence[Word], index: Index, windows: Sequence[Window], *, least: float = 0.0
) -> Iterator[Alignment]:
    """The claim's content words beside those of each window; not where less than `least` meets."""
    asked = Asked(claim, index)
    for window in windows:
        if least and asked.highest(asked.places(window)) < least:
            continue
        yield asked.beside(window)


def best_alignment(
    claim: Sequence[Word], index: Index, windows: Sequence[Window]
) -> Alignment | None:
    """The window that has most of the claim; of those that have as much, the shortest."""
    asked = Asked(claim, index)
    best: Alignment | None = None
    rank = (-1.0, 0)
    for window in windows:
        if asked.highest(asked.places(window)) < rank[0]:
            continue
        one = asked.beside(window)
        own = one.coverage, window.first - window.last
        if own > rank:
            best, rank = one, own
    return best


class Asked:
    """The words of a claim, to be laid beside the passages of one source."""

    def __init__(self, claim: Sequence[Word], index: Index) -> None:
        self._index = index
        self._claim = tuple(claim)
        self._weights = [index.weight(word.stem) for word in self._claim]
        self._whole = sum(self._weights)
        self._stems = [
            (stem, index.weight(stem), count)
            for stem, count in Counter([word.stem for word in self._claim]).items()
        ]

    def places(self, window: Window) -> Mapping[str, Sequence[int]]:
        """Where each stem stands among the content words of a passage."""
        return by_stem(self._index.reading, *self._index.span(window))[1]

    def highest(self, places: Mapping[str, Sequence[int]]) -> float:
        """What the coverage of a passage is at most, by its `places`.

        Equal words meet one by one; what is left meets whatever may stand for it.
        """
        held = 0.0
        for stem, weight, count in self._stems:
            there = len(places.get(stem, ()))
            if there >= count:
                held += weight * count
                continue
            held += weight * there
            if not neighbours(stem).isdisjoint(places):
                held += _STANDS_FOR * weight * (count - there)
        return held / self._whole * _ROUNDED if self._whole else 0.0

    def beside(self, window: Window) -> Alignment:
        """The claim laid beside a passage."""
        span = self._index.span(window)
        theirs, places = by_stem(self._index.reading, *span)
        matches = tuple(_matches(self._claim, places))
        held = sum(
            self._weights[one.claim] * (1.0 if one.exact else _STANDS_FOR) for one in matches
        )
        coverage = held / self._whole if self._whole else 0.0
        return Alignment(self._index, window, span, self._claim, theirs, matches, coverage)


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
        spots = places.get(word.stem)
        spot = None if spots is None else _nearest_free(spots, taken, expected)
        if spot is None:
            left.append(at)
            continue
        taken.add(spot)
        matches.append(Match(at, spot, exact=True))
        expected = spot + 1
    if not left:
        return matches
    for at in left:
        standing = neighbours(claim[at].stem).intersection(places)
        free = [one for stem in standing for one in places[stem] if one not in taken]
        if free:
            taken.add(min(free))
            matches.append(Match(at, min(free), exact=False))
    matches.sort(key=lambda match: match.claim)
    return matches


def _nearest_free(places: Sequence[int], taken: set[int], expected: int) -> int | None:
    if len(places) == 1:
        return None if places[0] in taken else places[0]
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
