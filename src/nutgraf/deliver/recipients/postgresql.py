"""Asks a PostgreSQL database for readers, by a cursor of the server, so that memory stays flat.

The password comes from where libpq looks for it (PGPASSWORD, ~/.pgpass), and is never shown.
"""

# ruff: noqa: PLC0415 - psycopg is loaded where a list is in such a database

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from nutgraf.deliver.postgres_address import PostgresAddress
from nutgraf.deliver.recipients.rows import Rows
from nutgraf.errors import TryLater, Usage

# How libpq is to connect, unless the address says otherwise; a copy of the database will do.
CONNECTING: Final = {
    "application_name": "nutgraf",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
_FETCHED: Final = 1000  # rows at once


@contextmanager
def ask(name: str, address: PostgresAddress, query: str) -> Iterator[Rows]:
    """The rows of the query for the list `name`, read in a transaction that cannot write.

    Raises Usage with the database's own words where it does not take the query or us, TryLater
    where it cannot be reached.
    """
    import psycopg

    try:
        connection = psycopg.connect(address.conninfo())
    except psycopg.Error as error:
        raise address.not_opened(error) from None
    with connection:
        connection.read_only = True
        try:
            with connection.cursor("nutgraf_recipients") as cursor:
                cursor.itersize = _FETCHED
                # The query is the editor's own, from nutgraf.yaml.
                cursor.execute(query)
                columns = [column.name for column in cursor.description or ()]
                yield Rows(columns, cursor)
        except psycopg.OperationalError as error:
            said = address.clean(error)
            told = f"{address.shown} broke off while the list {name} was read: {said}"
            raise TryLater(told, "nothing is lost") from None
        except psycopg.Error as error:
            said = " ".join((error.diag.message_primary or address.clean(error)).split())
            told = f"PostgreSQL does not answer the query of the list {name}: {said}"
            hint = "look at its `query` in nutgraf.yaml; it has to be one select"
            raise Usage(told, hint) from None
