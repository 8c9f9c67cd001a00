"""Which passage of a later text is which of the captured one.

What stands there word for word is itself, wherever it has moved to. Of the rest, each is paired
with the one that has most of its words in their order; two neighbours may have become one, and one
two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nutgraf.evidence.drift.passages import Page, Passage

ENOUGH = 0.5  # likeness of two sentences that are one
_MOST = 12  # sentences that one is laid beside
_COMMON = 40  # a word of more passages than these finds nothing


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of the captured text and what became of them; either may be two neighbours."""

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]


@dataclass(frozen=True)
class Matched:
    """The pairs that differ, what is gone and what is new, each in the order of its text."""

    pairs: tuple[Pair, ...]
    gone: tuple[Passage, ...]
    new: tuple[Passage, ...]
    kept: int


def match(old: Page, new: Page) -> Matched:
    """The passages of two texts of one page, told apart by what became of them."""
    left = [one for at, one in enumerate(old.passages) if not new.has(old, at)]
    there = [one for at, one in enumerate(new.passages) if not old.has(new, at)]
    kept = len(old.passages) - len(left)
    if not left or not there:
        return Matched((), tuple(left), tuple(there), kept)
    olds, news = _Groups(old.passages, left), _Groups(new.passages, there)
    pairs: list[Pair] = []
    for _, one, other in sorted(_likely(olds, news), key=lambda found: -found[0]):
        if olds.free(one) and news.free(other):
            olds.take(one)
            news.take(other)
            pairs.append(Pair(olds.groups[one], news.groups[other]))
    pairs.sort(key=lambda pair: pair.old[0].start)
    return Matched(tuple(pairs), olds.left(), news.left(), kept)


class _Groups:
    """Single passages and neighbours of which neither is accounted for; each is used once."""

    def __init__(self, every: Sequence[Passage], left: Sequence[Passage]) -> None:
        self._left = left
        place = {one.start: at for at, one in enumerate(every)}
        pairs = [
            (one, other)
            for one, other in pairwise(left)
            if place[other.start] == place[one.start] + 1
        ]
        self.groups: list[tuple[Passage, ...]] = [*((one,) for one in left), *pairs]
        self.words = [tuple(word for one in group for word in one.words) for group in self.groups]
        self._taken: set[int] = set()

    def free(self, at: int) -> bool:
        return not any(one.start in self._taken for one in self.groups[at])

    def take(self, at: int) -> None:
        self._taken.update(one.start for one in self.groups[at])

    def left(self) -> tuple[Passage, ...]:
        return tuple(one for one in self._left if one.start not in self._taken)

    def by_word(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self.words):
            for word in set(words):
                found[word].append(at)
        return found


def _likely(olds: _Groups, news: _Groups) -> Iterator[tuple[float, int, int]]:
    """Likeness, old group, new group of those that may be one; of equals the single ones first."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded only where words differ

    index = news.by_word()
    for at, words in enumerate(olds.words):
        shared: Counter[int] = Counter()
        for word in set(words):
            known = index.get(word, ())
            if len(known) <= _COMMON:
                shared.update(known)
        for other, _ in shared.most_common(_MOST):
            theirs = news.words[other]
            if len(olds.groups[at]) > 1 and len(news.groups[other]) > 1:
                continue
            likeness = Indel.normalized_similarity(words, theirs)
            if likeness >= ENOUGH:
                # Between equals, one for one, and what stands at the same place.
                yield likeness - 0.01 * (len(olds.groups[at]) + len(news.groups[other])), at, other
