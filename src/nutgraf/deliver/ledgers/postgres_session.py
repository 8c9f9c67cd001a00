"""A session with PostgreSQL: how it is opened, what it holds, and what its faults are called."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nutgraf.deliver.postgres_address import postgres_address
from nutgraf.errors import Stopped, TryLater

if TYPE_CHECKING:
    import psycopg

    Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]
    Cursor: TypeAlias = psycopg.Cursor[tuple[Any, ...]]

# How libpq is to connect, unless the address says otherwise: whoever loses the server notices
# within a minute, and of several hosts the one that takes writes is meant.
_CONNECTING: Final = {
    "application_name": "nutgraf",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
    "target_session_attrs": "read-write",
}
# What holds in a session whatever the server's own settings are. The server notices within a
# minute that a host is gone, and ends the session; it ends none that only waits; a commit is
# answered when it is on disk.
_SETTINGS: Final = {
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "60000",
    "idle_session_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "statement_timeout": "0",
    "transaction_timeout": "0",
    "lock_timeout": "0",
    "default_transaction_isolation": "read committed",
    "TimeZone": "UTC",
}
_WEAK_COMMITS: Final = ("off", "local", "remote_write")
_SETTLED_BY_WAITING: Final = ("08", "40", "53", "55", "57", "58")  # classes of SQLSTATE


class Session:
    """One session, and the lock by which others see that it lives.

    `holder` is a random number that this session holds an advisory lock on for as long as it is
    there. Calls from several threads take turns.
    """

    def __init__(self, address: str) -> None:
        self._address = postgres_address(address, _CONNECTING)
        self.name = self._address.shown
        self.holder = secrets.randbits(63)
        self._turn = threading.RLock()
        self._connection = self._opened()

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """A transaction that is committed when the block ends without an error."""
        with (
            self._turn,
            self._told(),
            self._connection.transaction(),
            self._connection.cursor() as cursor,
        ):
            yield cursor

    def renew(self) -> None:
        """Opens it again, under the same holder, if it was lost; else does nothing."""
        with self._turn:
            if self._connection.closed:
                self._connection = self._opened()

    def close(self) -> None:
        """Gives the holder's lock back at once, and ends the session; never raises."""
        import psycopg  # noqa: PLC0415 - only this ledger needs it

        with self._turn, suppress(psycopg.Error):
            if not self._connection.closed:
                self._connection.execute("SELECT pg_advisory_unlock_all()")
            self._connection.close()

    def _opened(self) -> Connection:
        import psycopg  # noqa: PLC0415 - only this ledger needs it

        try:
            connection = psycopg.connect(self._address.conninfo(), autocommit=True)
        except psycopg.Error as error:
            raise self._address.not_opened(error) from None
        try:
            with self._told():
                self._arrange(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _arrange(self, connection: Connection) -> None:
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise Stopped(
                f"the database {self.name} keeps its texts as {encoding}, not as UTF-8",
                "make one with: createdb --encoding=UTF8 --template=template0 NAME",
            )
        # A setting that this version of the server does not know is left out.
        connection.execute(
            "SELECT set_config(name, wanted, false) FROM pg_settings "
            "JOIN unnest(%s::text[], %s::text[]) AS given (named, wanted) ON named = name",
            [list(_SETTINGS), list(_SETTINGS.values())],
        )
        connection.execute(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = ANY (%s)",
            [list(_WEAK_COMMITS)],
        )
        # Others hold it only for the moment in which they look whether it is free.
        connection.execute("SELECT pg_advisory_lock(%s)", [self.holder])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says in our own words what of the server's faults is not ours."""
        import psycopg  # noqa: PLC0415 - only this ledger needs it
        from psycopg import errors  # noqa: PLC0415

        try:
            yield
        except (
            errors.InsufficientPrivilege,
            errors.InvalidSchemaName,
            errors.ReadOnlySqlTransaction,
        ) as error:
            raise Stopped(
                f"the ledger in {self.name} cannot be written: {self._address.clean(error)}",
                "the role needs CREATE on the schema once, and SELECT, INSERT, UPDATE and DELETE "
                "on the tables nutgraf_*",
            ) from None
        except psycopg.OperationalError as error:
            state = error.sqlstate or "08"
            if not state.startswith(_SETTLED_BY_WAITING):
                raise
            raise TryLater(
                f"the database {self.name} was lost: {self._address.clean(error)}",
                "what was under way is told as unknown when sending goes on",
            ) from None


def connecting(address: str) -> str:
    """How libpq is told to connect, keepalives and all. Raises Usage."""
    return postgres_address(address, _CONNECTING).conninfo()
