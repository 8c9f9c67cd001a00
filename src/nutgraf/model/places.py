"""Places in files, and words that know theirs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a file, as people and programs name it."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class FileText:
    """The text of one file, after any byte-order mark, and where its lines begin."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first character; `\\n`, `\\r\\n` and `\\r` end a line."""
        starts = [0]
        text = self.text
        at = 0
        while at < len(text):
            feed, carriage = text.find("\n", at), text.find("\r", at)
            if feed < 0 and carriage < 0:
                break
            if carriage < 0 or 0 <= feed < carriage:
                at = feed + 1
            else:
                at = carriage + (2 if feed == carriage + 1 else 1)
            starts.append(at)
        return tuple(starts)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a 0-based offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        line, column = self.line_and_column(start)
        end_line, end_column = self.line_and_column(end)
        return Place(self.path, start, end, line, column, end_line, end_column)


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand at `at` in a prose and at `start` in its file, one to one."""

    at: int
    start: int
    length: int


@dataclass(frozen=True)
class Prose:
    """The running words of a block as a reader sees them, each character traceable to its file.

    Markup, citations, block ids and comments are not in `text`; a line end inside a paragraph is
    one space. A character that is written otherwise in the file (that space, an entity such as
    `&amp;`) belongs to no run.
    """

    text: str
    file: FileText = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)

    def slices(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The spans of the file that hold `text[start:end]`, in order, markup between left out."""
        found: list[tuple[int, int]] = []
        for index in range(self._run_at(start), len(self.runs)):
            run = self.runs[index]
            if run.at >= end:
                break
            low, high = max(start, run.at), min(end, run.at + run.length)
            if low < high:
                span = (run.start + low - run.at, run.start + high - run.at)
                if found and found[-1][1] == span[0]:
                    found[-1] = (found[-1][0], span[1])
                else:
                    found.append(span)
        return tuple(found)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where `text[start:end]` stands, from its first to its last character."""
        spans = self.slices(start, len(self.text) if end is None else end)
        if not spans:
            at = self.offset(start)
            return self.file.place(at, at)
        return self.file.place(spans[0][0], spans[-1][1])

    def offset(self, at: int) -> int:
        """The file offset of the character at `at`, or of the nearest one before it."""
        if not self.runs:
            return 0
        run = self.runs[self._run_at(at)]
        return run.start + min(max(at - run.at, 0), run.length)

    def _run_at(self, at: int) -> int:
        """The index of the last run that begins at `at` or before it; 0 where none does."""
        return max(bisect_right(self.runs, at, key=_run_begin) - 1, 0)


def _run_begin(run: Run) -> int:
    return run.at
