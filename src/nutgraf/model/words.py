"""What stands inside a block: text, markup, citations, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nutgraf.model.places import Place, Prose


@dataclass(frozen=True, slots=True)
class Cite:
    """One source named in a citation: its id as written, and the locator behind a comma."""

    id: str
    locator: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@a; @b, para. 4]` or `[[a]]`.

    It stands at `at` in its block's prose and covers the words from `covers` up to there.
    """

    cites: tuple[Cite, ...]
    at: int
    covers: int
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand at `at` in the block's prose."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong emphasis or struck-out words."""

    style: Literal["em", "strong", "s"]
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    children: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Image:
    src: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the writer asked for (two spaces or a backslash at the line's end)."""


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML as it stands in the note; whoever renders it cleans it first."""

    html: str
    place: Place


@dataclass(frozen=True, slots=True)
class CitationMark:
    """Where a citation stands among the words."""

    citation: Citation


Inline = Text | Styled | CodeSpan | Link | Image | LineBreak | RawHtml | CitationMark


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a prose, `text == prose.text[at:at + len(text)]`."""

    text: str
    at: int
    place: Place


@dataclass(frozen=True)
class Words:
    """The inline content of a block: its tree, its prose, its sentences and its citations."""

    inlines: tuple[Inline, ...]
    prose: Prose
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]

    @property
    def text(self) -> str:
        return self.prose.text
