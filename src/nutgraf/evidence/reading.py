"""A text as it is compared: its sentences, words, figures, dates and quotations, read once.

Claims and sources are read alike.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nutgraf.evidence.once import once
from nutgraf.language import dates, figures, names, quotations, sentences, stems
from nutgraf.language.figure import Figure
from nutgraf.language.names import Name
from nutgraf.language.quotations import Quoted
from nutgraf.language.stems import Word
from nutgraf.language.when import When

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What was read of a text; everything stands at offsets of `text`, in order.

    `credited` is where a newsroom of the pack gets its credit, which no report says of itself.
    """

    text: str
    published: date | None
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quoted, ...]
    credited: tuple[Span, ...] = ()

    @cached_property
    def memo(self) -> dict[object, object]:
        """What was worked out of this text, kept for the next time; see `once`."""
        return {}

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that lie within a span."""
        first = bisect_left(self._word_starts, start)
        return self.words[first : bisect_left(self._word_starts, end, first)]

    @cached_property
    def _word_starts(self) -> array[int]:
        return array("L", (word.start for word in self.words))

    @cached_property
    def _sentence_ends(self) -> array[int]:
        return array("L", (end for _, end in self.sentences))

    @once
    def stems_in(self, start: int, end: int) -> tuple[str, ...]:
        """The stems of the content words of a span, each once, in alphabetical order."""
        return tuple(sorted({word.stem for word in self.words_in(start, end) if word.content}))

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at an offset, or of the next one."""
        found = bisect_left(self._sentence_ends, offset + 1)
        return min(found, max(len(self.sentences) - 1, 0))


def read(text: str, published: date | None = None, known: Iterable[str] = ()) -> Reading:
    """Everything that is compared in a text; `published` settles `Wednesday` and the like.

    `known` are names from elsewhere, which count as names where capitals say nothing.
    """
    whens = dates.read(text, published=published)
    return Reading(
        text=text,
        published=published,
        sentences=sentences.split(text),
        words=stems.read(text),
        figures=figures.read(text),
        dates=whens,
        names=names.read(text, known=known),
        quotations=quotations.read(text),
    )
