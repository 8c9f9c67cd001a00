"""The cells of one record of a CSV file (RFC 4180), with the place of each.

The standard library's reader does not say where a cell stands, which is what faults need; this
one takes the same records, and refuses what that one takes for something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from nutgraf.deliver.recipients.columns import ADDRESS, folded_column

DELIMITERS: Final = (",", ";", "\t")
# A quoted cell; spaces around it are no part of it.
_QUOTED = re.compile(r' *"((?:[^"]++|"")*)"(?!") *+')
_OPENS = re.compile(r' *"')


class Cell(NamedTuple):
    """What is in a cell, and where in the record it begins."""

    text: str
    at: int


class Unclosed(Exception):
    """A quotation mark opens at `at` and is not closed: the record may go on in the next line."""

    def __init__(self, at: int) -> None:
        self.at = at


class Unparted(Exception):
    """Behind the quotation mark that closes a cell stands at `at` what is no delimiter."""

    def __init__(self, at: int) -> None:
        self.at = at


def cells(record: str, delimiter: str) -> list[Cell]:
    """The cells of a record without the end of its line. Raises Unclosed and Unparted."""
    found, at = list[Cell](), 0
    while True:
        if opened := _OPENS.match(record, at):
            quoted = _QUOTED.match(record, at)
            if quoted is None:
                raise Unclosed(opened.end() - 1)
            cell = Cell(quoted[1].replace('""', '"'), opened.end() - 1)
            end = quoted.end()
            if record[end : end + 1] not in ("", delimiter):
                raise Unparted(end)
        else:
            end = record.find(delimiter, at)
            end = len(record) if end < 0 else end
            cell = Cell(record[at:end], at)
        found.append(cell)
        if end == len(record):
            return found
        at = end + 1


def texts(record: str, delimiter: str) -> list[str]:
    """The texts of the cells; quick where nothing is quoted. Raises Unclosed and Unparted."""
    if '"' not in record:
        return record.split(delimiter)
    return [cell.text for cell in cells(record, delimiter)]


def delimiter_of(header: str) -> str:
    """What parts the columns: what makes one of them the address, else the most columns."""

    def worth(delimiter: str) -> tuple[bool, int]:
        try:
            columns = texts(header, delimiter)
        except (Unclosed, Unparted):
            return False, 0
        return ADDRESS in map(folded_column, columns), len(columns)

    return max(DELIMITERS, key=worth)


def written(values: Sequence[str], delimiter: str) -> str:
    """A record of these cells, quoted where that is needed."""
    return delimiter.join(_written(value, delimiter) for value in values)


def _written(value: str, delimiter: str) -> str:
    plain = not (delimiter in value or _NEEDS_QUOTES.search(value))
    return value if plain else '"' + value.replace('"', '""') + '"'


_NEEDS_QUOTES = re.compile(r'["\r\n]|^ | $')
