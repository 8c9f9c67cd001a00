"""Readers in a table of a database, as a query of nutgraf.yaml gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from nutgraf.deliver.postgres_address import postgres_address
from nutgraf.deliver.recipients import postgresql, sqlite
from nutgraf.deliver.recipients.columns import folded_column, wrong_with
from nutgraf.deliver.recipients.entries import Record, Value
from nutgraf.deliver.recipients.rows import Rows
from nutgraf.errors import Fault, Usage


class Ask(Protocol):
    """Asks a database, and gives its rows one after the other."""

    def __call__(self, query: str) -> AbstractContextManager[Rows]: ...


class Query:
    """What a query gives, one row a reader."""

    def __init__(self, list_name: str, shown: str, query: str, ask: Ask) -> None:
        self._list, self._query, self._ask = list_name, query, ask
        self.shown = shown

    def records(self) -> Iterator[Record | Fault]:
        """Each row, by its columns. Raises Usage and TryLater."""
        with self._ask(self._query) as rows:
            for wrong in wrong_with(rows.columns):
                message = f"the query of the list {self._list} gives no readers: {wrong.message}"
                raise Usage(message, "write select …, with one column called address")
            columns = [folded_column(column) for column in rows.columns]
            for number, row in enumerate(rows.rows, 1):
                yield self._record(number, columns, row)

    def _record(self, number: int, columns: Sequence[str], row: Iterable[object]) -> Record:
        values = {name: _value(value) for name, value in zip(columns, row, strict=True) if name}
        return Record(values, partial(self._fault, number, values))

    def _fault(
        self, number: int, values: Mapping[str, Value], column: str, message: str, hint: str
    ) -> Fault:
        del values, column
        return Fault(self.shown, f"row {number:,} of the query: {message}", hint)


def _value(value: object) -> Value:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip(" \t")
    if isinstance(value, (list, tuple)):
        return tuple(str(item) for item in value if item is not None)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("utf-8", "surrogateescape").strip(" \t")
    return str(value)


def database(root: Path, name: str, where: str, query: str) -> Query:
    """The database that nutgraf.yaml names for a list."""
    if not query.strip():
        raise Usage(f"the query of the list {name} is empty", "write select address, name from …")
    if where.startswith(("postgresql://", "postgres://")):
        address = postgres_address(where, postgresql.CONNECTING)
        return Query(name, address.shown, query, partial(postgresql.ask, name, address))
    path = _sqlite_path(where)
    return Query(name, path, query, partial(sqlite.ask, name, root / path))


def _sqlite_path(where: str) -> str:
    if not where.startswith("sqlite://"):
        return where
    parts = urlsplit(where)
    # sqlite:///file is a file of the workspace, sqlite:////file one of the machine.
    return unquote(parts.netloc + parts.path.removeprefix("/")) or where
