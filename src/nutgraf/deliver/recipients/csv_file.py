"""Readers in a CSV file: read line by line, so that a list of any length takes no memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from nutgraf.deliver.recipients.columns import folded_column, wrong_with
from nutgraf.deliver.recipients.csv_lines import Line, PhysicalLines, is_cut, records
from nutgraf.deliver.recipients.csv_text import cells, delimiter_of
from nutgraf.deliver.recipients.entries import Record, Value
from nutgraf.errors import Fault, Faulty
from nutgraf.workspace.files import workspace_name

_SAVE = "save it as CSV in UTF-8 (in a spreadsheet: CSV UTF-8)"
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}


class CsvFile:
    """A CSV file whose first line names the columns; parted by commas, semicolons or tabs."""

    def __init__(self, root: Path, path: Path) -> None:
        self.path = root / path
        self._root = root
        self.shown = path.as_posix()

    def records(self) -> Iterator[Record | Fault]:
        """Each reader as written, and what is wrong with a line."""
        try:
            name = workspace_name(self._root, self.path)
            if self.path.exists() and not self.path.is_file():
                yield Fault(name, "this is no file", "name a CSV file")
                return
            with self.path.open("rb") as stream:
                if wrong := _wrong_file(stream.peek(4)):
                    yield Fault(name, *wrong)
                    return
                # Bytes that are not UTF-8 are carried along, and told where they stand.
                text = TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
                yield from records_of(name, text)
        except Faulty as outside:
            yield from outside.faults
        except FileNotFoundError:
            yield Fault(self.shown, "there is no such file", "is the name spelled so?")
        except OSError as error:
            told = f"the list cannot be read: {error.strerror}"
            yield Fault(self.shown, told, "let yourself read it: chmod u+r")


def _wrong_file(head: bytes) -> tuple[str, str] | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is UTF-16, not UTF-8", _SAVE
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "this is a workbook of a spreadsheet, not a CSV file", _SAVE
    return None


def records_of(name: str, text: TextIO) -> Iterator[Record | Fault]:
    """Each reader that stands in the text of a CSV file, and what is wrong with a line."""
    lines = PhysicalLines(text)
    head = lines.next()
    while head is not None and not head.strip():
        head = lines.next()
    if head is None:
        return
    lines.put_back([head])
    delimiter = delimiter_of(head.rstrip("\r\n"))
    header = next(records(lines, delimiter))
    if "\0" in head or is_cut(head) or header.broken:
        told = header.broken[1] if header.broken else "the file holds NUL bytes: it is no text"
        yield Fault(name, told, _SAVE, header.number, 1)
        return
    wrong = wrong_with(header.cells)
    for one in wrong:
        at = 0 if one.column is None else cells(header.content, delimiter)[one.column].at
        line, column = _place(header, at)
        yield Fault(name, one.message, one.hint, line, column)
    if not wrong:
        table = _Table(name, delimiter, [folded_column(cell) for cell in header.cells])
        for record in records(lines, delimiter):
            if not record.is_blank:
                yield table.record(record)


class _Table:
    """How the lines of one file become records."""

    def __init__(self, name: str, delimiter: str, columns: Sequence[str]) -> None:
        self._name = name
        self._delimiter = delimiter
        self._columns = columns

    def record(self, line: Line) -> Record | Fault:
        if line.broken:
            at, told = line.broken
            hint = 'close it, and double it where it is meant as text: "the ""best"" one"'
            return self._fault(line, at, told, hint)
        columns, values = self._columns, line.cells
        if len(values) != len(columns):
            fault = self._wrong_length(line)
            if fault is not None:
                return fault
        return Record(self._named(values), partial(self._fault_of, line))

    def _named(self, values: Sequence[str]) -> Mapping[str, Value]:
        named = {
            column: value.strip(" \t") for column, value in zip(self._columns, values, strict=False)
        }
        named.pop("", None)
        return named

    def _wrong_length(self, line: Line) -> Fault | None:
        have, want = len(line.cells), len(self._columns)
        if have > want and not any(cell.strip() for cell in line.cells[want:]):
            return None
        message = f"this line has {_counted(have)}, and the first line names {want}"
        if have > want:
            at = cells(line.content, self._delimiter)[want].at
            hint = f"put a value that holds {_DELIMITERS[self._delimiter]} in quotation marks"
            return self._fault(line, at, message, hint)
        hint = f"write the {_DELIMITERS[self._delimiter]} of empty cells, too; is the line whole?"
        return self._fault(line, 0, message, hint)

    def _fault_of(self, line: Line, column: str, message: str, hint: str) -> Fault:
        at = 0
        if column in self._columns:
            at = cells(line.content, self._delimiter)[self._columns.index(column)].at
        return self._fault(line, at, message, hint)

    def _fault(self, line: Line, at: int, message: str, hint: str) -> Fault:
        number, column = _place(line, at)
        return Fault(self._name, message, hint, number, column)


def _place(line: Line, at: int) -> tuple[int, int]:
    """The line and column of the file that an offset in a record is."""
    before = line.text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return line.number + before.count("\n"), len(before) - before.rfind("\n")


def _counted(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"
