"""A CSV file with other readers in it: what is not changed stays as it was written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.columns import ADDRESS, NAME, STATUS, folded_column
from nutgraf.deliver.recipients.csv_lines import Line, PhysicalLines, records
from nutgraf.deliver.recipients.csv_text import delimiter_of, written


def changed_csv(text: str, change: Change) -> str:
    """The text of a CSV file, which has no fault and no byte-order mark, with the change made.

    Its columns, their order, its delimiter and line ends stay; columns that it lacks come after
    them. Lines that are not changed keep their characters.
    """
    if not text.strip():
        return "".join(_new_file(change))
    first = next(line for line in io.StringIO(text, newline="") if line.strip())
    delimiter = delimiter_of(first.rstrip("\r\n"))
    lines = records(PhysicalLines(io.StringIO(text, newline="")), delimiter)
    return "".join(_changed(lines, change, delimiter, end_of(text)))


def end_of(text: str) -> str:
    """How the first line of a text ends."""
    feed, carriage = text.find("\n"), text.find("\r")
    if carriage >= 0 and (feed < 0 or carriage < feed):
        return "\r\n" if feed == carriage + 1 else "\r"
    return "\n"


def _new_file(change: Change) -> Iterator[str]:
    columns = [ADDRESS, NAME, *(one for one in change.columns() if one not in (ADDRESS, NAME))]
    yield ",".join(columns) + "\n"
    for row in change.added:
        yield written(_cells(row, columns), ",") + "\n"


def _changed(lines: Iterator[Line], change: Change, delimiter: str, end: str) -> Iterator[str]:
    columns, width = list[str](), 0
    number, last = 0, ""
    for line in lines:
        if line.is_blank:
            last = line.text
        elif not columns:
            columns = [folded_column(cell) for cell in line.cells]
            width = len(columns)
            columns += [one for one in change.columns() if one not in columns]
            last = _with(line, "".join(delimiter + one for one in columns[width:]))
        else:
            status = change.statuses.get(number)
            number += 1
            if status is None and len(line.cells) == width:
                last = _with(line, delimiter * (len(columns) - width))
            else:
                cells = [*line.cells[:width], *([""] * (len(columns) - width))]
                if status is not None:
                    cells[columns.index(STATUS)] = status
                last = written(cells, delimiter) + line.text[len(line.content) :]
        yield last
    if change.added and not last.endswith(("\n", "\r")):
        yield end
    for row in change.added:
        yield written(_cells(row, columns), delimiter) + end


def _with(line: Line, more: str) -> str:
    """The line with more cells at its end."""
    return line.content + more + line.text[len(line.content) :]


def _cells(row: Row, columns: Sequence[str]) -> list[str]:
    values = [row.get(column, "") for column in columns]
    return [value if isinstance(value, str) else ";".join(value) for value in values]
