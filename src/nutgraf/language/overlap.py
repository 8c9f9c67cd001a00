"""Runs of words that two texts share outside quotation marks: the trace of copied prose.

Two outlets that quote one filing share its words without one having copied the other; so what
stands inside quotation marks is left out. Runs of eight words are looked up by hash (eight is
what the design of the checker asks; shorter runs are names and stock phrases), then followed as
far as they go.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.language.marks import pieces
from nutgraf.language.typography import small_letters

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:['’.‑-][^\W_]+)*")
_RUN = 8  # words


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in both texts: where they stand in each, and how many they are."""

    first: Span
    second: Span
    words: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words between quotations, in small letters, with their spans."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    breaks: tuple[int, ...]  # indexes of words before which a quotation stands


def shared_runs(one: str, other: str, *, least: int = _RUN) -> tuple[SharedRun, ...]:
    """Runs of at least `least` words that both texts have, in the order of `one`.

    Outside quotation marks; case, punctuation and typography do not count. No word of `one` is
    in two runs. Linear in the two texts: a run that stands in `other` often is followed from its
    first place only.
    """
    ours, theirs = _stretch(one), _stretch(other)
    places = _places(theirs, least)
    found: list[SharedRun] = []
    at = 0
    while at + least <= len(ours.words):
        there = places.get(ours.words[at : at + least])
        if there is None or _broken(ours, at, at + least):
            at += 1
            continue
        size = _length(ours, at, theirs, there)
        found.append(_run(ours, at, theirs, there, size))
        at += size
    return tuple(found)


@lru_cache(maxsize=16)  # each text of a pack is held against all others
def _stretch(text: str) -> _Stretch:
    quoted = pieces(text)
    starts = [piece.outer for piece in quoted]
    words: list[str] = []
    spans: list[Span] = []
    breaks: list[int] = []
    small = small_letters(text).replace("’", "'").replace("‑", "-")
    last = -1
    for found in _WORD.finditer(small):
        piece = bisect_right(starts, found.start()) - 1
        if piece >= 0 and found.start() < quoted[piece].outer_end:
            continue
        if piece != last and words:
            breaks.append(len(words))
        last = piece
        words.append(found[0])
        spans.append(found.span())
    return _Stretch(tuple(words), tuple(spans), tuple(breaks))


def _places(stretch: _Stretch, least: int) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(stretch.words) - least + 1):
        if not _broken(stretch, at, at + least):
            places.setdefault(stretch.words[at : at + least], at)
    return places


def _broken(stretch: _Stretch, low: int, high: int) -> bool:
    """Whether a quotation stands between two of the words `low` to `high`."""
    at = bisect_right(stretch.breaks, low)
    return at < len(stretch.breaks) and stretch.breaks[at] < high


def _length(ours: _Stretch, at: int, theirs: _Stretch, there: int) -> int:
    ends = _next_break(ours.breaks, at, len(ours.words)) - at
    most = min(ends, _next_break(theirs.breaks, there, len(theirs.words)) - there)
    size = 0
    while size < most and ours.words[at + size] == theirs.words[there + size]:
        size += 1
    return size


def _next_break(breaks: Sequence[int], at: int, end: int) -> int:
    i = bisect_right(breaks, at)
    return breaks[i] if i < len(breaks) else end


def _run(ours: _Stretch, at: int, theirs: _Stretch, there: int, size: int) -> SharedRun:
    first = ours.spans[at][0], ours.spans[at + size - 1][1]
    second = theirs.spans[there][0], theirs.spans[there + size - 1][1]
    return SharedRun(first, second, size)


def runs_of(text: str, *, size: int = _RUN) -> frozenset[tuple[str, ...]]:
    """Every run of `size` words of a text outside quotation marks, in small letters."""
    return frozenset(_places(_stretch(text), size))
