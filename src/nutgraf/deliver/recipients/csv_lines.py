"""The records of a CSV file, with the line that each begins on; reads one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from nutgraf.deliver.recipients.csv_text import Unclosed, Unparted, texts

# What is longer is no reader, but a file with a quotation mark missing, or no list at all.
LONGEST_LINE: Final = 64 * 1024
_MOST_LINES: Final = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its number (of the file's lines), its text with the end of its line, its cells.

    `broken` is why it has no cells, and where in its text that shows.
    """

    number: int
    text: str
    cells: list[str]
    broken: tuple[int, str] | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing: an empty line, or empty cells."""
        return not self.broken and not any(map(str.strip, self.cells))

    @property
    def content(self) -> str:
        return _content(self.text)


class PhysicalLines:
    """The lines of a text as they stand (its ends untranslated), counted; some may be put back."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self.number = 0  # of the line that was read last

    def next(self) -> str | None:
        line = self._again.popleft() if self._again else self._text.readline(LONGEST_LINE)
        if not line:
            return None
        self.number += 1
        return line

    def put_back(self, lines: list[str]) -> None:
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)

    def skip(self) -> None:
        """Goes to the end of a line that is too long."""
        while (line := self._text.readline(LONGEST_LINE)) and is_cut(line):
            pass


def is_cut(line: str) -> bool:
    """Whether the end of the line is missing, because it is too long."""
    return len(line) >= LONGEST_LINE and not line.endswith(("\n", "\r"))


def records(lines: PhysicalLines, delimiter: str) -> Iterator[Line]:
    """The records from here on, blank lines too. Streams; never raises for what stands there.

    A record that is broken ends with its first line, so that those after it are read as they are.
    """
    while (line := lines.next()) is not None:
        number = lines.number
        if is_cut(line):
            lines.skip()
            told = f"this line is longer than {LONGEST_LINE:,} characters"
            yield Line(number, line, [], (0, told))
        elif '"' in line:
            yield _quoted(lines, line, delimiter)
        else:
            yield Line(number, line, _content(line).split(delimiter))


def _quoted(lines: PhysicalLines, first: str, delimiter: str) -> Line:
    """The record that begins with a line in which something is quoted."""
    number, more = lines.number, list[str]()
    text = first
    while True:
        try:
            return Line(number, text, texts(_content(text), delimiter))
        except Unparted as wrong:
            told = "behind its closing quotation mark a value goes on"
            broken = (wrong.at, told)
            break
        except Unclosed as wrong:
            following = lines.next() if len(more) < _MOST_LINES else None
            if following is not None:
                more.append(following)
                text += following
            if following is None or len(text) > LONGEST_LINE:
                broken = (wrong.at, "a quotation mark opens here and is not closed")
                break
    lines.put_back(more)
    at, told = broken
    if at >= len(_content(first)):  # it shows in a later line, but this is the one to mend
        at, told = first.index('"'), "a quotation mark opens here and closes in a later line"
    return Line(number, first, [], (at, told))


def _content(text: str) -> str:
    """Without the end of its line."""
    return text[:-2] if text.endswith("\r\n") else text.removesuffix("\n").removesuffix("\r")
