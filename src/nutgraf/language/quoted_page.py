"""A text as its quotations are read: what they say blanked out, and its divisions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.language.lines import paragraphs
from nutgraf.language.marks import Piece
from nutgraf.language.mentions import Mention, people
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.sentences import split

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what stands inside quotation marks blanked out, and its divisions."""

    text: str
    blanked: str
    paragraphs: tuple[Span, ...]
    frames: tuple[Span, ...]
    people: tuple[Mention, ...]

    def paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at, key=lambda span: span[0]) - 1

    def frame(self, at: int) -> int:
        """The index of the sentence at `at`, quoted sentences not counted apart."""
        return bisect_right(self.frames, at, key=lambda span: span[0]) - 1


def page_of(text: str, found: Sequence[Piece]) -> Page:
    parts: list[str] = []
    done = 0
    for piece in found:
        parts += (text[done : piece.outer], BLANK * (piece.outer_end - piece.outer))
        done = piece.outer_end
    parts.append(text[done:])
    blanked = "".join(parts)
    frames = tuple(_frames(split(text), found))
    return Page(text, blanked, tuple(paragraphs(text)), frames, people(blanked))


def _frames(sentences: Sequence[Span], found: Sequence[Piece]) -> Iterator[Span]:
    """Sentences, put together again where one was divided inside quotation marks."""
    at = 0
    start, end = sentences[0]
    for low, high in sentences[1:]:
        while at < len(found) and found[at].outer_end <= end:
            at += 1
        if at < len(found) and found[at].outer < end and low < found[at].outer_end:
            end = high
            continue
        yield start, end
        start, end = low, high
    yield start, end
