"""Where the words of a source stand: from a claim to the passages that may carry it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nutgraf.evidence.acts import Act
from nutgraf.evidence.acts import acts as read_acts
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import certainty, names_carried
from nutgraf.language.aliases import read_aliases
from nutgraf.language.certainty import Certainty
from nutgraf.language.names import Name
from nutgraf.language.names_carried import NameIndex
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import Word
from nutgraf.language.typography import Folded, fold
from nutgraf.language.words import words

# A passage is a sentence, or what two or three neighbours say together.
WINDOW = 3
CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Window:
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
        """What was worked out of passages of this source, kept for the next claim."""
        return {}

    def certainty(self, span: Span) -> Certainty:
        """How surely a passage is said; read once."""
        known = self.memo.get(("certainty", span))
        if not isinstance(known, Certainty):
            known = self.memo["certainty", span] = certainty.read(self.reading.text[slice(*span)])
        return known

    def narrowed(self, span: Span) -> Index:
        """The same source of which only `span` carries anything; made once."""
        known = self.memo.get(("narrowed", span))
        if not isinstance(known, Index):
            inside = {
                number
                for number, (start, end) in enumerate(self.reading.sentences)
                if span[0] <= start and end <= span[1]
            }
            postings = {
                stem: kept
                for stem, where in self.postings.items()
                if (kept := tuple(number for number in where if number in inside))
            }
            known = replace(self, postings=postings)
            self.memo["narrowed", span] = known
        return known

    def share(self, claim: Sequence[Word]) -> float:
        """The share of a claim's words, by weight, that the best passage has."""
        stems = {word.stem for word in claim if word.content}
        whole = sum(map(self.weight, stems))
        best = max((window.score for window in self.windows(claim)), default=0.0)
        return best / whole if whole else 0.0

    @cached_property
    def acts(self) -> Mapping[str, tuple[Act, ...]]:
        """Who does what to whom in the sentences that can be evidence, by the verb's stem."""
        found: dict[str, list[Act]] = {}
        for number in sorted({at for where in self.postings.values() for at in where}):
            for act in read_acts(self.reading, *self.reading.sentences[number]):
                found.setdefault(act.verb.stem, []).append(act)
        return {stem: tuple(several) for stem, several in found.items()}

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

    def near_stems(self, stem: str) -> tuple[str, ...]:
        """The other stems of the source that may stand for a stem."""
        return tuple(one for one in sorted(neighbours(stem)) if one in self.postings)

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

    def windows(self, claim: Iterable[Word]) -> list[Window]:
        """The passages that share most with the words of a claim, best first."""
        gains: Counter[int] = Counter()
        stems = {word.stem for word in claim if word.content}
        by_sentence: dict[int, set[str]] = {}
        for stem in stems:
            for sentence in self.postings.get(stem, ()):
                gains[sentence] += self.weight(stem)  # type: ignore[assignment]
                by_sentence.setdefault(sentence, set()).add(stem)
        best: list[Window] = []
        for sentence, _ in gains.most_common(CANDIDATES):
            best.append(self._grown(sentence, by_sentence))
        best.sort(key=lambda window: (-window.score, window.first))
        return best

    def _grown(self, sentence: int, by_sentence: dict[int, set[str]]) -> Window:
        """The sentence, with the neighbours that bring in more of the claim."""
        first, last = sentence, sentence + 1
        held = set(by_sentence[sentence])
        while last - first < WINDOW:
            after = by_sentence.get(last, set()) - held
            before = by_sentence.get(first - 1, set()) - held
            gain_after = sum(map(self.weight, after))
            gain_before = sum(map(self.weight, before))
            if max(gain_after, gain_before) < self.heaviest * 0.6:
                break
            if gain_after >= gain_before:
                last, held = last + 1, held | after
            else:
                first, held = first - 1, held | before
        # A longer passage proves less: what is said apart may be said of two things.
        score = sum(map(self.weight, held)) * (1 - 0.06 * (last - first - 1))
        return Window(first, last, score)

    def span(self, window: Window) -> Span:
        sentences = self.reading.sentences
        return sentences[window.first][0], sentences[window.last - 1][1]


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
