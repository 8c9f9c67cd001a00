"""The blocks of an HTML page, in the order in which they are read: paragraphs, headings, rows.

Written as a loop over the tree and not as a recursion: pages nest as deep as they like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Kind = Literal["paragraph", "heading", "item", "row", "quote", "code", "caption"]

# What a browser does not show, or shows as a control.
_UNSEEN_WORDS = """
script style template noscript svg math head title object embed iframe canvas audio video select
option button input textarea dialog map area
"""
_UNSEEN: Final = frozenset(_UNSEEN_WORDS.split())
_BLOCKS_WORDS = """
address article aside blockquote body caption center dd details dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
p pre search section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS: Final = frozenset(_BLOCKS_WORDS.split())
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x00"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text with its kind; `level` is that of a heading, or the depth of a list item.

    `number` is an ordered list's, or 0. `linked` is the share of the text that stands in links.
    `element` is where it stands. Of a row the cells are apart; `text` joins them.
    """

    kind: Kind
    text: str
    element: Any = field(repr=False, compare=False)
    level: int = 0
    number: int = 0
    linked: float = 0.0
    cells: tuple[str, ...] = ()


def blocks(root: Any) -> Iterator[Block]:
    """The blocks of an lxml tree that a reader sees."""
    reader = _Reader()
    skipped = None
    rows = {row for table in root.iter("table") if _is_data(table) for row in table.iter("tr")}
    within = None
    for event, element in _walk(root):
        name = element.tag if isinstance(element.tag, str) else ""
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                reader.add(element.tail)
            continue
        if event == "start":
            if not name or name in _UNSEEN or _is_hidden(element):
                skipped = element
                continue
            if within is None and element in rows:
                yield from reader.flush(element.getparent())
                within = element
                row = _row(element)
                if row is not None:
                    yield row
                continue
            if within is None:
                yield from reader.enter(element, name)
        elif within is not None:
            if element is within:
                within = None
        else:
            yield from reader.leave(element, name)
    yield from reader.flush(root)


class _Reader:
    """The inline text that is being gathered."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._links = 0
        self._in_link = 0

    def enter(self, element: Any, name: str) -> Iterator[Block]:
        if name in _BLOCKS:
            yield from self.flush(element.getparent())
        if name == "br":
            self._text.append(_BREAK)
        elif name == "q":
            self._text.append("“")
        elif name == "a":
            self._in_link += 1
        self.add(element.text)

    def leave(self, element: Any, name: str) -> Iterator[Block]:
        if name in _BLOCKS:
            yield from self.flush(element)
        if name == "q":
            self._text.append("”")
        elif name == "a":
            self._in_link -= 1
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            if self._in_link:
                self._links += len(text.strip())

    def flush(self, element: Any) -> Iterator[Block]:
        """What was gathered, as a block of `element`; two line breaks part paragraphs."""
        raw, links = "".join(self._text), self._links
        self._text.clear()
        self._links = 0
        if not raw.strip(" \t\r\n\f\x00") or element is None:
            return
        kind, level, number = _kind(element)
        parts = [raw] if kind == "code" else re.split(r"\x00(?:\s*\x00)+", raw)
        for part in parts:
            text = part.replace(_BREAK, "\n") if kind == "code" else _tidy(part)
            if text.strip():
                share = min(1.0, links / max(1, len(raw.strip())))
                yield Block(kind, text, element, level, number, share)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """The elements below `root` with their starts and ends, without recursion."""
    from lxml import etree  # noqa: PLC0415 -- a heavy import, for pages alone

    yield from etree.iterwalk(root, events=("start", "end", "comment", "pi"))


def _tidy(text: str) -> str:
    lines = (_SPACE.sub(" ", line).strip(" ") for line in text.split(_BREAK))
    return "\n".join(line for line in lines if line)


def _is_hidden(element: Any) -> bool:
    given = element.attrib
    if "hidden" in given and given["hidden"] != "until-found":
        return True
    return bool(_HIDDEN.search(given.get("style", "")))


def _kind(element: Any) -> tuple[Kind, int, int]:
    """What a block is by the elements around it, the innermost first."""
    depth = 0
    item = number = 0
    quote = False
    node = element
    while node is not None:
        name = node.tag
        if name in _HEADINGS and not item:
            return "heading", _HEADINGS[name], 0
        if name == "pre" and not item:
            return "code", 0, 0
        if name == "figcaption":
            return "caption", 0, 0
        if name == "blockquote":
            quote = True
        if name == "li" and not item:
            item = 1
            parent = node.getparent()
            if parent is not None and parent.tag == "ol":
                number = 1 + sum(1 for other in node.itersiblings("li", preceding=True))
        if name in ("ul", "ol", "menu"):
            depth += 1
        node = node.getparent()
    if item:
        return "item", max(1, depth), number
    return ("quote", 0, 0) if quote else ("paragraph", 0, 0)


def _is_data(table: Any) -> bool:
    """Whether a table holds data: tables also lay out pages, with blocks and tables in cells."""
    if table.get("role") in ("presentation", "none"):
        return False
    if (
        next(table.iterdescendants("table", "h1", "h2", "ul", "ol", "form", "article"), None)
        is not None
    ):
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if not any(len(row) > 1 for row in rows):
        return False
    return all(sum(1 for _ in cell.iterdescendants("p", "div")) < 3 for row in rows for cell in row)


def _row(element: Any) -> Block | None:
    cells = [_cell(cell) for cell in element if cell.tag in ("td", "th")]
    if not any(cells):
        return None
    head = (
        1 if cells and all(cell.tag == "th" for cell in element if cell.tag in ("td", "th")) else 0
    )
    return Block("row", " ".join(cell for cell in cells if cell), element, head, cells=tuple(cells))


def _cell(element: Any) -> str:
    return " ".join(" ".join(block.text.split("\n")) for block in blocks_within(element))


def blocks_within(element: Any) -> Iterator[Block]:
    """The blocks of one element, without what follows it."""
    from copy import deepcopy  # noqa: PLC0415 -- of one cell, which is small

    alone = deepcopy(element)
    alone.tail = None
    yield from blocks(alone)
