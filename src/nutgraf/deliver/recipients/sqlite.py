"""Asks a SQLite file for readers; it is opened for reading only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from nutgraf.deliver.recipients.rows import Rows
from nutgraf.errors import TryLater, Usage

_PATIENCE: Final = 10.0  # seconds that a writer may hold the file
_LATER: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@contextmanager
def ask(name: str, path: Path, query: str) -> Iterator[Rows]:
    """The rows of the query for the list `name`.

    Raises Usage with SQLite's own words where it does not take the query, TryLater where another
    program holds the file.
    """
    if not path.is_file():
        raise Usage(f"the database of the list {name} is not there: {path}", "is it named so?")
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as connection:
            # What is not UTF-8 is carried along, and told at its row.
            connection.text_factory = _text
            answer = connection.execute(query)
            if answer.description is None:
                hint = "write select address, name from …"
                raise Usage(f"the query of the list {name} asks for nothing", hint)
            yield Rows([column[0] for column in answer.description], answer)
    except (sqlite3.Error, sqlite3.Warning) as error:
        if getattr(error, "sqlite_errorcode", None) in _LATER:
            told = f"the database of the list {name} is held by another program: {error}"
            raise TryLater(told, "nothing was sent of it; try again") from None
        hint = "look at its `database` and `query` in nutgraf.yaml"
        raise Usage(f"SQLite does not answer the query of the list {name}: {error}", hint) from None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
