"""The address of a PostgreSQL database: read, shown without its password, and why it takes nobody.

psycopg is loaded by whoever has such a database, and not everybody has it.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from nutgraf.errors import NutgrafError, Stopped, TryLater, Usage

if TYPE_CHECKING:
    import psycopg

# What a server says that is there and takes nobody now.
_BUSY: Final = re.compile(
    "too many (?:clients|connections)|connection slots|starting up|shutting down"
    "|recovery|read-only|not (?:currently|yet) accepting|timeout",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """How libpq is told to connect. The password is none of what is shown."""

    parameters: Mapping[str, str] = field(repr=False)

    @property
    def shown(self) -> str:
        """The address as it may be shown: no user, no password."""
        given = self.parameters
        if "service" in given and "host" not in given:
            return f"service {given['service']}"
        host = given.get("host") or given.get("hostaddr") or "localhost"
        port = f":{given['port']}" if "port" in given and "," not in given["port"] else ""
        return f"postgresql://{quote(host, safe=',.:/')}{port}/{quote(given.get('dbname', ''))}"

    def conninfo(self) -> str:
        from psycopg.conninfo import make_conninfo

        return make_conninfo(**self.parameters)

    def clean(self, error: psycopg.Error) -> str:
        """The server's words on one line, without the password."""
        said = " ".join(str(error).split()) or type(error).__name__
        password = self.parameters.get("password")
        return said.replace(password, "…") if password else said

    def not_opened(self, error: psycopg.Error) -> NutgrafError:
        """Why there is no connection: `Stopped` if that will not pass by itself, or `TryLater`."""
        from psycopg.pq import PGconn, Ping

        said = self.clean(error)
        if PGconn.ping(self.conninfo().encode()) == Ping.OK and not _BUSY.search(said):
            return Stopped(
                f"the database {self.shown} does not let us in: {said}",
                "the password is taken from PGPASSWORD, ~/.pgpass or a service file; "
                "try: psql with the same address",
            )
        return TryLater(f"the database {self.shown} does not answer: {said}", "nothing is lost")


def postgres_address(address: str, defaults: Mapping[str, str]) -> PostgresAddress:
    """The address as it is read, with what holds unless it says otherwise. Raises Usage."""
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise Usage(
            "PostgreSQL needs a package that is not installed",
            "pip install 'nutgraf[postgresql]'",
        ) from None
    try:
        given = conninfo_to_dict(address)
        [int(port) for port in str(given.get("port") or 0).split(",")]
    except (psycopg.Error, ValueError):
        # What libpq says here may quote the address, and so the password.
        raise Usage(
            "the address of the database cannot be read",
            "it is written postgresql://user@host:5432/database, special characters as %40",
        ) from None
    told = {name: str(value) for name, value in given.items() if value is not None}
    return PostgresAddress({**defaults, **told, "client_encoding": "utf8"})
