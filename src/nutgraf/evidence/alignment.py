"""A claim laid beside a passage, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.evidence.index import Index, Window
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import Word


@dataclass(frozen=True, slots=True)
class Match:
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


def align(claim: Sequence[Word], index: Index, window: Window) -> Alignment:
    """The claim's content words beside those of a window."""
    span = index.span(window)
    theirs = tuple(word for word in index.reading.words_in(*span) if word.content)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(theirs):
        places.setdefault(word.stem, []).append(place)
    matches: list[Match] = []
    taken: set[int] = set()
    expected = 0
    left: list[int] = []
    for at, word in enumerate(claim):
        spot = _nearest_free(places.get(word.stem, []), taken, expected)
        if spot is None:
            left.append(at)
            continue
        taken.add(spot)
        matches.append(Match(at, spot, exact=True))
        expected = spot + 1
    for at in left:
        standing = neighbours(claim[at].stem) & places.keys()
        free = [one for stem in standing for one in places[stem] if one not in taken]
        if free:
            taken.add(min(free))
            matches.append(Match(at, min(free), exact=False))
    matches.sort(key=lambda match: match.claim)
    return Alignment(
        index, window, span, tuple(claim), theirs, tuple(matches), _coverage(claim, matches, index)
    )


def _nearest_free(places: Sequence[int], taken: set[int], expected: int) -> int | None:
    free = [place for place in places if place not in taken]
    if not free:
        return None
    at = bisect_left(free, expected)
    around = free[max(at - 1, 0) : at + 1]
    return min(around, key=lambda place: (abs(place - expected), place))


def _coverage(claim: Sequence[Word], matches: Sequence[Match], index: Index) -> float:
    whole = sum(index.weight(word.stem) for word in claim)
    if not whole:
        return 0.0
    held = sum(
        index.weight(claim[match.claim].stem) * (1.0 if match.exact else 0.8) for match in matches
    )
    return held / whole


def compared_words(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """The content words of a claim that are compared as words."""
    apart = [(figure.number_start, figure.number_end) for figure in reading.figures]
    apart += [(when.start, when.end) for when in reading.dates]
    apart += [(quoted.start, quoted.end) for quoted in reading.quotations]
    return tuple(
        word
        for word in reading.words_in(start, end)
        if word.content
        and word.lower != "unk"
        and not any(low <= word.start < high for low, high in apart)
    )
