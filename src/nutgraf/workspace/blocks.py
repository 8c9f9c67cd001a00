"""Markdown's tokens into the blocks of the model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from markdown_it.token import Token

from nutgraf.errors import Fault
from nutgraf.model import (
    Block,
    Cell,
    CodeBlock,
    Embed,
    HtmlBlock,
    Item,
    ItemList,
    LeftOut,
    Paragraph,
    Place,
    Quotation,
    Rule,
    Subheading,
    Table,
    Words,
)
from nutgraf.workspace.attribution import read_attribution
from nutgraf.workspace.block_lines import BlockLines
from nutgraf.workspace.embeds import read_embed
from nutgraf.workspace.inlines import BlockText, read_words
from nutgraf.workspace.vault_marks import is_attachment, is_footnote, is_query
from nutgraf.workspace.wiki_links import EVERYTHING, Citable

_TASK = re.compile(r"\[[ xX/>-]\](?:\s|$)")
_Align = Literal["left", "center", "right"] | None


@dataclass
class BlockReader:
    """Builds blocks, and gathers what is met on the way: tasks left out, faults, extents.

    `ids` maps a line (0-based) to the block id at its end; `extents` holds, for every bullet and
    block read, its first line, the line behind it, and its place, inner ones before outer ones.
    """

    lines: BlockLines
    references: dict[str, Any]
    ids: dict[int, str]
    citable: Citable = EVERYTHING
    left_out: list[LeftOut] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    extents: list[tuple[int, int, Place]] = field(default_factory=list)

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks of a run of tokens that is balanced."""
        found: list[Block] = []
        for group in _groups(tokens):
            found.extend(self._block(group))
        return tuple(found)

    def words(self, content: str, first: int) -> Words:
        return self._words(self.lines.block_text(content, first))

    def _words(self, text: BlockText) -> Words:
        words, met = read_words(text, self.references, self.citable)
        for offset in met.stray_embeds:
            message = "an embed stands among other words"
            self._fault(offset, message, "give it a paragraph or a bullet of its own")
        for offset in met.attachments:
            self._attached("a file among other words", self.lines.file.place(offset, offset + 1))
        for target, offset in met.plain_links:
            if known := self.citable.meant(target):
                message = f"no seed is called “{target}”, so it stands as plain words"
                self._fault(offset, message, f"did you mean “{known}”?", level="warning")
        return words

    def _attached(self, target: str, place: Place) -> None:
        """A picture or a paper of the vault: it stays there, and the editor is told."""
        self.left_out.append(LeftOut("attachment", target, place))

    def _fault(
        self, offset: int, message: str, hint: str, *, level: Literal["error", "warning"] = "error"
    ) -> None:
        path = self.lines.file.path
        self.faults.append(
            Fault(path, message, hint, *self.lines.file.line_and_column(offset), level)
        )

    def _block(self, group: Sequence[Token]) -> Sequence[Block]:
        token = group[0]
        match token.type:
            case "paragraph_open":
                return self._paragraph(group)
            case "heading_open":
                first, last, place = self._extent(token)
                words = self.words(group[1].content, first)
                return [Subheading(int(token.tag[1:]), words, place, self._id(first, last))]
            case "bullet_list_open" | "ordered_list_open":
                return self._list(group)
            case "blockquote_open":
                return self._blockquote(group)
            case "table_open":
                return [self._table(group)]
            case "fence" if is_query(token.info):
                self.left_out.append(LeftOut("query", token.info.strip(), self._extent(token)[2]))
                return []
            case "fence" | "code_block":
                return [CodeBlock(token.content, self._extent(token)[2])]
            case "html_block":
                return [HtmlBlock(token.content, self._extent(token)[2])]
            case _:
                return [Rule(self._extent(token)[2])]

    def _extent(self, token: Token) -> tuple[int, int, Place]:
        assert token.map is not None
        first, last = token.map
        place = self.lines.place(first, last)
        self.extents.append((first, last, place))
        return first, last, place

    def _id(self, first: int, last: int) -> str | None:
        return next((self.ids.pop(line) for line in range(first, last) if line in self.ids), None)

    def _paragraph(self, group: Sequence[Token]) -> Sequence[Block]:
        first, last, place = self._extent(group[0])
        content = group[1].content
        if embed := read_embed(content):
            name = self._id(first, last)
            if is_attachment(embed.target):
                self._attached(embed.target, place)
                return []
            return [Embed(embed.target, embed.heading, embed.block_ids, place, name)]
        if is_footnote(content):
            self.left_out.append(LeftOut("footnote", " ".join(content.split()), place))
            return []
        words = self.words(content, first)
        if not words.inlines:
            return []
        name = self._id(first, last)
        if quotation := _quotation(words, place, name, marked=True):
            return [quotation]
        return [Paragraph(words, place, name)]

    def _blockquote(self, group: Sequence[Token]) -> Sequence[Block]:
        first, last, place = self._extent(group[0])
        content: list[str] = []
        pieces: list[tuple[int, int]] = []
        length = 0
        for token in group:
            if token.type == "inline" and token.map is not None:
                text = self.lines.block_text(token.content, token.map[0])
                pieces.extend((length + at, offset) for at, offset in text.pieces)
                content.append(token.content)
                length += len(token.content) + 1
        if not content:
            return []
        words = self._words(BlockText("\n".join(content), self.lines.file, tuple(pieces)))
        name = self._id(first, last)
        quotation = _quotation(words, place, name, marked=False)
        return [quotation] if quotation else []

    def _list(self, group: Sequence[Token]) -> Sequence[Block]:
        """A list; bullets that are quotations stand as quotations between what is left of it."""
        _, _, place = self._extent(group[0])
        ordered = group[0].type == "ordered_list_open"
        found: list[Block] = []
        items: list[Item] = []
        for inner in _groups(group[1:-1]):
            item = self._item(inner)
            if isinstance(item, Item):
                items.append(item)
                continue
            if item is None:
                continue
            if items:
                found.append(ItemList(tuple(items), ordered, _spanning(self.lines, items)))
                items = []
            found.append(item)
        if items:
            whole = place if not found else _spanning(self.lines, items)
            found.append(ItemList(tuple(items), ordered, whole))
        return found

    def _item(self, group: Sequence[Token]) -> Item | Quotation | None:
        first, _, place = self._extent(group[0])
        inner = list(_groups(group[1:-1]))
        opening = inner[0] if inner and inner[0][0].type == "paragraph_open" else None
        if opening is None:
            words = self._words(self.lines.block_text("", first))
            return Item(words, self.blocks(group[1:-1]), place) if inner else None
        content = opening[1].content
        if _TASK.match(content):
            self.left_out.append(LeftOut("task", " ".join(content.split()), place))
            return None
        if read_embed(content):
            children = self.blocks(group[1:-1])
            if not children:
                return None
            return Item(self._words(self.lines.block_text("", first)), children, place)
        lines = cast("list[int]", opening[0].map)
        own = self.lines.place(*lines)
        self.extents.append((lines[0], lines[1], own))
        words = self.words(content, lines[0])
        name = self._id(lines[0], lines[1])
        children = self.blocks(group[1 + len(opening) : -1])
        if not children and (quotation := _quotation(words, own, name, marked=True)):
            return quotation
        if not words.inlines and not children:
            return None
        return Item(words, children, place, name)

    def _table(self, group: Sequence[Token]) -> Table:
        _, _, place = self._extent(group[0])
        rows: list[tuple[Cell, ...]] = []
        align: list[_Align] = []
        column = 0
        row: list[Cell] = []
        for token in group:
            if token.type == "tr_open":
                first, _, _ = self._extent(token)
                line = self.lines.lines[first]
                bar = line.find("|")
                column = bar + 1 if bar >= 0 and not line[:bar].strip(" \t>") else 0
                row = []
            elif token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                align.append(cast("_Align", style.rpartition(":")[2] or None))
            elif token.type == "inline":
                assert token.map is not None
                text, column = self.lines.cell_text(token.content, token.map[0], column)
                words = self._words(text)
                start = text.file_offset(0)
                end = text.file_offset(len(text.text) - 1) + 1 if text.text else start
                row.append(Cell(words, self.lines.file.place(start, end)))
            elif token.type == "tr_close":
                rows.append(tuple(row))
        return Table(rows[0], tuple(rows[1:]), tuple(align), place)

    def with_ids_below(
        self, blocks: tuple[Block, ...], alone: Sequence[tuple[int, str]]
    ) -> tuple[Block, ...]:
        """The blocks, with each id that stands alone on a line given to the block above it."""
        named = list(blocks)
        lines = [block.place.line - 1 for block in blocks]
        for line, name in alone:
            above = bisect_right(lines, line) - 1
            if above >= 0 and named[above].block_id is None:
                named[above] = replace(named[above], block_id=name)
        return tuple(named)


def _quotation(words: Words, place: Place, name: str | None, *, marked: bool) -> Quotation | None:
    found = read_attribution(words.text, marked=marked)
    if found is None:
        return None
    return Quotation(
        words, found.start, found.end, found.speaker, found.role, found.credit, place, name
    )


def _spanning(lines: BlockLines, items: Sequence[Item]) -> Place:
    return lines.file.place(items[0].place.start, items[-1].place.end)


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens cut into runs: a leaf, or from an opening token to its closing one."""
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1
