"""Where the words of a source stand: from a claim to the passages that may carry it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple

from nutgraf.evidence.frames.frame import Frame
from nutgraf.evidence.frames.frame import frames as read_frames
from nutgraf.evidence.once import let_go, once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import names_carried
from nutgraf.language.aliases import read_aliases
from nutgraf.language.cities import country_of
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.names_carried import NameIndex
from nutgraf.language.near_words import neighbours
from nutgraf.language.told import Told, lay_out
from nutgraf.language.typography import Folded, fold
from nutgraf.language.wording import Comparison, compare
from nutgraf.language.words import words

# A passage is a sentence, or what two or three neighbours say together.
WINDOW = 3
CANDIDATES = 6


class Window(NamedTuple):
    """Sentences `first` up to `last` (exclusive) of a reading, and how well they fit."""

    first: int
    last: int
    score: float


@dataclass(frozen=True, eq=False)
class Index:
    """A reading with its words by stem; `weights` says how much a stem tells (rare ones most)."""

    reading: Reading
    postings: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    heaviest: float

    @cached_property
    def names(self) -> NameIndex:
        """The names of the reading, by what they are called there."""
        reading = self.reading
        aliases = read_aliases([reading.text], [reading.names])
        return names_carried.index(reading.text, reading.names, aliases)

    @cached_property
    def memo(self) -> dict[object, object]:
        """What was worked out of this source for a claim, kept for the next one; see `once`."""
        return {}

    def forget(self, *, everything: bool = False) -> None:
        """Let go of what was worked out for the claims of one brief, or of everything."""
        if everything:
            self.memo.clear()
            self.reading.memo.clear()
        let_go(self.memo)

    @once
    def narrowed(self, span: Span) -> Index:
        """The same source of which only `span` carries anything."""
        inside = {
            number
            for number, (start, end) in enumerate(self.reading.sentences)
            if span[0] <= start and end <= span[1]
        }
        kept = {
            stem: tuple(number for number in where if number in inside)
            for stem, where in self.postings.items()
        }
        return replace(self, postings={stem: where for stem, where in kept.items() if where})

    def share(self, stems: tuple[str, ...]) -> float:
        """The share of a claim's stems, by weight, that the best passage has."""
        whole = sum(map(self.weight, stems))
        best = max((window.score for window in self.windows(stems)), default=0.0)
        return best / whole if whole else 0.0

    def highest_share(self, stems: tuple[str, ...]) -> float:
        """What `share` is at most: the share of the stems that stand anywhere in the source."""
        whole = sum(map(self.weight, stems))
        held = sum(self.weights[stem] for stem in stems if stem in self.postings)
        return held / whole if whole else 0.0

    @cached_property
    def frames(self) -> Mapping[str, tuple[Frame, ...]]:
        """The verbs with who stands in which role to them, by the verb's stem."""
        found: dict[str, list[Frame]] = {}
        for number in sorted({at for where in self.postings.values() for at in where}):
            for frame in read_frames(self.reading, *self.reading.sentences[number]):
                found.setdefault(frame.stem, []).append(frame)
        return {stem: tuple(several) for stem, several in found.items()}

    @cached_property
    def told(self) -> Told:
        """The text by what each of its sentences has."""
        return lay_out(self.reading.text)

    @cached_property
    def folded(self) -> Folded:
        """The text with its typography folded, in which quotations are looked for."""
        return fold(self.reading.text)

    @cached_property
    def folded_words(self) -> frozenset[str]:
        """The words of the text as quotations are compared by them."""
        return frozenset(word.text for word in words(self.folded))

    @cached_property
    def joined(self) -> str:
        """All letters of the text in a row: `by-law` and `by law` hold `bylaw`."""
        return "".join(word.lower for word in self.reading.words)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words of the text in small letters."""
        return frozenset(word.lower for word in self.reading.words)

    @once
    def compared(self, words: str) -> Comparison:
        """How the words of a quotation stand in the source."""
        return compare(words, self.folded)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries and states of which the text speaks, by `Irish` or `Dublin`, too."""
        capital = (self.reading.text[w.start : w.end] for w in self.reading.words if w.capital)
        words = set(capital)
        return frozenset(filter(None, (*map(geographic, words), *map(country_of, words))))

    def near_stems(self, stem: str) -> tuple[str, ...]:
        """The other stems of the source that may stand for a stem."""
        return tuple(sorted(one for one in neighbours(stem) if one in self.postings))

    def named(self, name: str) -> tuple[Name, ...]:
        """The names of the source that mean what `name` means."""
        return self.names.by_key.get(self.names.aliases.key(name), ())

    def people(self, start: int, end: int) -> tuple[Name, ...]:
        """The names in a span that are people's."""
        inside = (name for name in self.reading.names if start <= name.start < end)
        return tuple(
            name
            for name in inside
            if name.kind == "person" or any(one.kind == "person" for one in self.named(name.text))
        )

    def weight(self, stem: str) -> float:
        """How much the stem tells: a word the source has not, as much as its rarest."""
        return self.weights.get(stem, self.heaviest)

    @once
    def windows(self, stems: tuple[str, ...]) -> tuple[Window, ...]:
        """The passages that share most with the stems of a claim, best first."""
        count = len(self.reading.sentences)
        gains = [0.0] * count
        held = [0] * count  # of each sentence the stems that it has, a bit for each
        weights: list[float] = []
        for stem in stems:
            if stem not in self.postings:
                continue
            weight, bit = self.weights[stem], 1 << len(weights)
            weights.append(weight)
            for sentence in self.postings[stem]:
                gains[sentence] += weight
                held[sentence] |= bit
        some = [sentence for sentence in range(count) if held[sentence]]
        nearest = nlargest(CANDIDATES, some, key=gains.__getitem__)
        best = [self._grown(sentence, held, weights) for sentence in nearest]
        best.sort(key=lambda window: (-window.score, window.first))
        return tuple(best)

    def _grown(self, sentence: int, held: Sequence[int], weights: Sequence[float]) -> Window:
        """The sentence, with the neighbours that bring in more of the claim."""
        first, last = sentence, sentence + 1
        stems = held[sentence]
        score = _weigh(stems, weights)
        while last - first < WINDOW:
            after = held[last] & ~stems if last < len(held) else 0
            before = held[first - 1] & ~stems if first else 0
            gain_after, gain_before = _weigh(after, weights), _weigh(before, weights)
            if max(gain_after, gain_before) < self.heaviest * 0.6:
                break
            if gain_after >= gain_before:
                last, stems, score = last + 1, stems | after, score + gain_after
            else:
                first, stems, score = first - 1, stems | before, score + gain_before
        # A longer passage proves less: what is said apart may be said of two things.
        return Window(first, last, score * (1 - 0.06 * (last - first - 1)))

    def span(self, window: Window) -> Span:
        sentences = self.reading.sentences
        return sentences[window.first][0], sentences[window.last - 1][1]


def _weigh(held: int, weights: Sequence[float]) -> float:
    """What the stems weigh whose bits are set."""
    return sum(weight for at, weight in enumerate(weights) if held >> at & 1) if held else 0.0


def build(reading: Reading, skipped: Sequence[Span] = ()) -> Index:
    """The index of a reading; sentences that lie in `skipped` (page furniture) carry nothing."""
    postings: dict[str, list[int]] = {}
    for number, (start, end) in enumerate(reading.sentences):
        if any(low <= start and end <= high for low, high in skipped):
            continue
        for stem in {word.stem for word in reading.words_in(start, end) if word.content}:
            postings.setdefault(stem, []).append(number)
    count = max(len(reading.sentences), 2)
    weights = {stem: math.log(1 + count / len(where)) for stem, where in postings.items()}
    heaviest = math.log(1 + count)
    return Index(reading, {stem: tuple(w) for stem, w in postings.items()}, weights, heaviest)
