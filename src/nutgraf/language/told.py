"""A text by what each of its sentences has, laid out once so that many claims may ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nutgraf.language import stems
from nutgraf.language.near_words import neighbours
from nutgraf.language.sentences import split

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A text, its sentences in order, and by stem of content the sentences that have it."""

    text: str
    sentences: tuple[Span, ...]
    where: Mapping[str, tuple[int, ...]]

    def counts(self, part: Iterable[str]) -> dict[int, int]:
        """How many of some stems a sentence has, or words for them; only sentences with any."""
        found: dict[int, int] = {}
        for stem in part:
            for number in self._having(stem):
                found[number] = found.get(number, 0) + 1
        return found

    def _having(self, stem: str) -> Iterable[int]:
        near = [self.where[one] for one in neighbours(stem) if one in self.where]
        own = self.where.get(stem, ())
        return set(own).union(*near) if near else own


def lay_out(text: str) -> Told:
    """A text laid out by its sentences. Linear in the text."""
    sentences = split(text)
    where: dict[str, list[int]] = {}
    for number, span in enumerate(sentences):
        for stem in content(text, span):
            where.setdefault(stem, []).append(number)
    return Told(text, sentences, {stem: tuple(numbers) for stem, numbers in where.items()})


def content(text: str, span: Span) -> frozenset[str]:
    """The stems of the words of a span that carry a fact."""
    return frozenset(word.stem for word in stems.read(text[slice(*span)]) if word.content)
