"""Asks a PostgreSQL database for readers, by a cursor of the server, so that memory stays flat.

The password comes from where libpq looks for it (PGPASSWORD, ~/.pgpass), and is never shown.
"""

# ruff: noqa: PLC0415 - psycopg is loaded where a list is in such a database

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nutgraf.deliver.recipients.rows import Rows
from nutgraf.errors import TryLater, Usage

if TYPE_CHECKING:
    import psycopg

_PATIENCE: Final = 10  # seconds to connect
_FETCHED: Final = 1000  # rows at once


@contextmanager
def ask(name: str, url: str, query: str) -> Iterator[Rows]:
    """The rows of the query for the list `name`, read in a transaction that cannot write.

    Raises Usage with the database's own words where it does not take the query or us, TryLater
    where it cannot be reached.
    """
    try:
        import psycopg
    except ImportError:
        hint = "pip install 'nutgraf[postgresql]'"
        raise Usage(f"the list {name} is in PostgreSQL, which needs a package", hint) from None
    with _connected(name, url) as connection:
        connection.read_only = True
        try:
            with connection.cursor("nutgraf_recipients") as cursor:
                cursor.itersize = _FETCHED
                # The query is the editor's own, from nutgraf.yaml.
                cursor.execute(query)
                columns = [column.name for column in cursor.description or ()]
                yield Rows(columns, cursor)
        except psycopg.OperationalError as error:
            told = f"{shown(url)} broke off while the list {name} was read: {_words(error)}"
            raise TryLater(told, "nothing was sent of it; try again") from None
        except psycopg.Error as error:
            told = f"PostgreSQL does not answer the query of the list {name}: {_words(error)}"
            hint = "look at its `query` in nutgraf.yaml; it has to be one select"
            raise Usage(told, hint) from None


def shown(url: str) -> str:
    """The database as people call it, without user and password."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"postgresql://{parts.hostname or 'localhost'}{port}{parts.path}"


@contextmanager
def _connected(name: str, url: str) -> Iterator[psycopg.Connection]:
    import psycopg

    try:
        connection = psycopg.connect(url, connect_timeout=_PATIENCE, application_name="nutgraf")
    except psycopg.OperationalError as error:
        told = _words(error)
        # A server that answers has no mind to change, unless it is just starting or is full.
        if "FATAL" in told and not any(word in told for word in _PASSING):
            message = f"{shown(url)} does not let us in for the list {name}: {told}"
            hint = "give the password in PGPASSWORD or ~/.pgpass; look at `database`"
            raise Usage(message, hint) from None
        message = f"{shown(url)} cannot be reached for the list {name}: {told}"
        raise TryLater(message, "try again") from None
    except psycopg.Error as error:
        message = f"{shown(url)} is not the address of a database: {_words(error)}"
        raise Usage(message, "write postgresql://host/database") from None
    with connection:
        yield connection


_PASSING: Final = ("starting up", "shutting down", "recovery", "too many", "connection slots")


def _words(error: psycopg.Error) -> str:
    """The database's message on one line, without the query that it repeats."""
    said = error.diag.message_primary or str(error)
    return " ".join(said.split())
