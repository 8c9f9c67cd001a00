"""The blocks of a note, and walking over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.places import Place
from nutgraf.model.words import Words


@dataclass(frozen=True)
class Paragraph:
    words: Words
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section (### and deeper, or any heading of what is embedded)."""

    level: int
    words: Words
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Item:
    """One bullet: its own words, and the blocks below it (child bullets are not its words)."""

    words: Words
    children: tuple[Block, ...]
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class ItemList:
    items: tuple[Item, ...]
    ordered: bool
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Quotation:
    """A blockquote or a quoted bullet: `“words” — speaker, role (to whom) [@cite]`.

    `words` is the whole block as written, attribution and citation included; `start` and `end`
    delimit, in its prose, what stands between the outer quotation marks. `speaker`,
    `speaker_role` and `credit` (the outlet to whom it was said, or from whose wire it comes) are
    as the note gives them, or empty.
    """

    words: Words
    start: int
    end: int
    speaker: str
    speaker_role: str
    credit: str
    place: Place
    block_id: str | None = None

    @property
    def quoted(self) -> str:
        """The speaker's words without the outer marks."""
        return self.words.text[self.start : self.end]


@dataclass(frozen=True)
class Cell:
    words: Words
    place: Place


@dataclass(frozen=True)
class Table:
    """A pipe table; a citation in the last cell of a row covers the row."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Literal["left", "center", "right"] | None, ...]
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class CodeBlock:
    text: str
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class HtmlBlock:
    """A block of HTML as it stands in the note; whoever renders it cleans it first."""

    html: str
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Rule:
    """A thematic break."""

    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Embed:
    """`![[target#heading]]` or `![[target#^a,^b]]`, before it is resolved."""

    target: str
    heading: str | None
    block_ids: tuple[str, ...]
    place: Place
    block_id: str | None = None


Block = Paragraph | Subheading | ItemList | Quotation | Table | CodeBlock | HtmlBlock | Rule | Embed


def walk(blocks: tuple[Block, ...]) -> Iterator[Block | Item]:
    """Every block and bullet below `blocks`, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, ItemList):
            for item in block.items:
                yield item
                yield from walk(item.children)


def words_of(blocks: tuple[Block, ...]) -> Iterator[Words]:
    """The words of every block, bullet and table cell below `blocks`, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Paragraph | Subheading | Item | Quotation):
            yield block.words
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                for cell in row:
                    yield cell.words
