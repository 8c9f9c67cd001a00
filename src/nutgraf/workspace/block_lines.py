"""From the lines that Markdown gives for a block back to the characters of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from markdown_it.common.utils import MD_TRIM_CHARS, mdTrim

from nutgraf.model import FileText, Place
from nutgraf.workspace.inlines import BlockText

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class BlockLines:
    """The lines of a note; `text` is the file's with marks blanked, of the same length."""

    file: FileText
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(_LINE_END.split(self.text))

    def block_text(self, content: str, first: int) -> BlockText:
        """The block that begins on the line `first` (0-based) and reads `content` to Markdown.

        Each line of `content` is the tail of its line in the file: Markdown takes away only what
        stands before it (indentation, `>`, `-`, `##`) and white space or `##` behind, and writes a
        tab that it takes away in part as spaces.
        """
        pieces: list[tuple[int, int]] = []
        at = 0
        written = content.split("\n")
        while written[0] not in self.lines[first]:
            first += 1  # lines of white space that Markdown does not take for blank ones
        for number, line in enumerate(written, first):
            spaces = len(line) - len(line.lstrip(" "))
            tail = self.file.line_starts[number] + self._tail(number, line[spaces:])
            pieces.append((at + spaces, tail))
            at += len(line) + 1
        return BlockText(content, self.file, tuple(pieces))

    def _tail(self, number: int, line: str) -> int:
        """Where `line`, which does not begin with a space, stands in the line `number`."""
        whole = self.lines[number]
        for behind in (whole, whole.rstrip(MD_TRIM_CHARS)):
            if behind.endswith(line):
                return len(behind) - len(line)
        return max(whole.rfind(line), 0)

    def cell_text(self, content: str, number: int, after: int) -> tuple[BlockText, int]:
        """The table cell on the line `number` that reads `content`, looked for from `after` on.

        Also gives the column from which the next cell is to be looked for.
        """
        line = self.lines[number]
        written = content.replace("|", "\\|")
        if not content:
            bar = line.find("|", after)
            at = bar if bar >= 0 else len(line)
            return BlockText("", self.file, ((0, self.file.line_starts[number] + at),)), at + 1
        at = max(line.find(written, after), after)
        start = self.file.line_starts[number] + at
        pieces = [(0, start)]
        for index, inner in enumerate(re.finditer(r"\|", content), 1):
            pieces.append((inner.start(), start + inner.start() + index))
        bar_after = line.find("|", at + len(written))
        following = bar_after + 1 if bar_after >= 0 else len(line)
        return BlockText(content, self.file, tuple(pieces)), following

    def place(self, first: int, last: int) -> Place:
        """The place of the lines from `first` up to `last` (0-based, exclusive), trimmed."""
        start = self.file.line_starts[first]
        end = self.file.line_starts[last] if last < len(self.lines) else len(self.text)
        trimmed = mdTrim(self.text[start:end])
        start = self.text.index(trimmed, start)
        return self.file.place(start, start + len(trimmed))
