"""Plain text that is written for reading: filled lines, hanging marks, tables.

These are the filters that `*.txt.j2` templates use. A line has 72 columns at most; a word that is
longer, such as an address, stands unbroken on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.render.views import CellView, TableView
from nutgraf.render.widths import columns, is_wide

WIDTH: Final = 72
_SPACES = re.compile(r"[ \t\r\f\v]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_LAST_SPACES = re.compile(r"[ \t]+$", re.MULTILINE)
_GUTTER: Final = "   "
_LEAST_ROOM: Final = 28


@dataclass(frozen=True, slots=True)
class _Word:
    """What is never broken; `tight` if no space stands before it."""

    text: str
    width: int
    tight: bool


def fill(text: str, indent: int = 0, mark: str = "", behind: str = "") -> str:
    """The text in lines, `mark` before the first of them and the others hanging behind it.

    `indent` is in columns. A line feed in the text begins a new line. `behind` is put behind the
    last word. A no-break space keeps its neighbours on one line and is printed as a space.
    """
    lead = " " * indent
    first = f"{lead}{mark} " if mark else lead
    hang = " " * columns(first)
    room = max(WIDTH - columns(first), 20)
    lines = [line for part in f"{text}{behind}".split("\n") for line in _lines(part, room)]
    placed = [(first if at == 0 else hang) + line for at, line in enumerate(lines)]
    return "\n".join(placed).replace("\xa0", " ")


def underlined(text: str, sign: str = "-", indent: int = 0) -> str:
    """The text in lines, underlined as far as its longest line goes."""
    lines = fill(text, indent).split("\n")
    longest = max(columns(line) for line in lines) - indent
    return "\n".join([*lines, " " * indent + sign * longest])


def both_ends(left: str, right: str) -> str:
    """Two texts at the two ends of a line, or on two lines where they do not fit on one."""
    gap = WIDTH - columns(left) - columns(right)
    return left + " " * gap + right if gap >= 3 else f"{left}\n{right}"


def grid(table: TableView, indent: int = 0) -> str:
    """A table in aligned columns, the last one filled as far as the line goes.

    Where that leaves too little room, one `label: value` line for each cell.
    """
    rows = (table.head, *table.rows)
    widths = [max(columns(_flat(row[at])) for row in rows) for at in range(len(table.head))]
    room = WIDTH - indent - sum(widths[:-1]) - len(_GUTTER) * (len(widths) - 1)
    if widths[-1] > room and room < _LEAST_ROOM:
        return "\n\n".join(_record(table.head, row, indent) for row in table.rows)
    widths[-1] = min(widths[-1], room)
    lines = [_aligned(row, widths, indent) for row in rows if any(cell.words for cell in row)]
    if any(cell.words for cell in table.head):
        lines.insert(1, " " * indent + _GUTTER.join("-" * width for width in widths))
    return "\n".join(lines)


def tidy(text: str) -> str:
    """No space at a line's end, one blank line at most, one line feed at the end."""
    bare = _LAST_SPACES.sub("", text.replace("\xa0", " "))
    return _BLANK_LINES.sub("\n\n", bare).strip("\n") + "\n"


def _record(head: Sequence[CellView], row: Sequence[CellView], indent: int) -> str:
    """The first cell as it is, the others under it, each behind its column's heading."""
    lines = [fill(row[0].words.text or head[0].words.text, indent)]
    for label, cell in zip(head[1:], row[1:], strict=True):
        if not cell.words.text:
            continue
        named = f"{label.words.text}: " if label.words.text else ""
        lines.append(fill(f"{named}{cell.words.text}", indent + 2))
    return "\n".join(lines)


def _aligned(row: Sequence[CellView], widths: Sequence[int], indent: int) -> str:
    found = [
        _placed(_flat(cell), cell.align, width) for cell, width in zip(row, widths, strict=True)
    ]
    if columns(_flat(row[-1])) <= widths[-1]:
        return (" " * indent + _GUTTER.join(found)).rstrip()
    mark = _GUTTER.join(found[:-1])
    return fill(row[-1].words.text, indent, mark=f"{mark}{_GUTTER[1:]}")


def _placed(text: str, align: str, width: int) -> str:
    gap = width - columns(text)
    before = gap if align == "right" else gap // 2 if align == "center" else 0
    return " " * before + text + " " * (gap - before)


def _flat(cell: CellView) -> str:
    return cell.words.text.replace("\n", " ").replace("\xa0", " ")


def _lines(text: str, room: int) -> Iterator[str]:
    line, width = "", 0
    for word in _words(text):
        gap = "" if word.tight or not line else " "
        if line and width + len(gap) + word.width > room:
            yield line
            line, width, gap = "", 0, ""
        line += gap + word.text
        width += len(gap) + word.width
    yield line


def _words(text: str) -> Iterator[_Word]:
    for spaced in _SPACES.split(text.strip(" \t\r\f\v")):
        for at, part in enumerate(_breakable(spaced)):
            yield _Word(part, columns(part), tight=at > 0)


def _breakable(word: str) -> list[str]:
    """A word as it is, unless it holds East Asian characters, between which lines break."""
    if word.isascii() or not any(is_wide(character) for character in word):
        return [word]
    parts: list[str] = []
    for character in word:
        if parts and not (is_wide(character) and is_wide(parts[-1][-1])):
            parts[-1] += character
        else:
            parts.append(character)
    return parts
