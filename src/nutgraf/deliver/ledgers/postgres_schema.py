"""The tables of the ledger in PostgreSQL, made when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from nutgraf.errors import Usage

if TYPE_CHECKING:
    from nutgraf.deliver.ledgers.postgres_session import Cursor, Session

VERSION: Final = 1
# One number, the same for all, so that of several who find no tables one makes them.
_MAKING: Final = 0x6E757467726166

# Each of the last three indexes holds only the rows that somebody looks for. Its own order
# (`number + 0`) makes PostgreSQL use the one of those that are queued: by what it has counted of
# a list that was all queued a minute ago, it would go through all that were sent by now.
_TABLES: Final[LiteralString] = """
CREATE TABLE nutgraf_version (version integer NOT NULL);
CREATE TABLE nutgraf_sendings (
    number bigint GENERATED ALWAYS AS IDENTITY,
    key text PRIMARY KEY,
    title text NOT NULL,
    subject text NOT NULL,
    html text NOT NULL,
    plain text NOT NULL,
    planned text NOT NULL,
    list_name text NOT NULL,
    sha256 text NOT NULL,
    begun timestamptz NOT NULL,
    begun_by text NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished', 'cancelled')),
    listed timestamptz,
    ended timestamptz,
    forced text NOT NULL
);
CREATE TABLE nutgraf_rows (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sending text NOT NULL,
    folded text NOT NULL,
    address text NOT NULL,
    name text NOT NULL,
    fields text NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'deferred',
        'refused', 'suppressed', 'unknown')),
    tries integer NOT NULL DEFAULT 0,
    changed timestamptz,
    next_try timestamptz,
    code integer NOT NULL DEFAULT 0,
    enhanced text NOT NULL DEFAULT '',
    said text NOT NULL DEFAULT '',
    holder bigint,
    UNIQUE (sending, folded)
) WITH (autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX nutgraf_rows_in_order ON nutgraf_rows (sending, number);
CREATE INDEX nutgraf_rows_queued ON nutgraf_rows (sending, (number + 0))
    WHERE state = 'queued';
CREATE INDEX nutgraf_rows_deferred ON nutgraf_rows (sending, next_try) WHERE state = 'deferred';
CREATE INDEX nutgraf_rows_sending ON nutgraf_rows (sending, holder) WHERE state = 'sending';
CREATE TABLE nutgraf_suppressions (
    number bigint GENERATED ALWAYS AS IDENTITY,
    folded text PRIMARY KEY,
    address text NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    brief text NOT NULL
);
CREATE TABLE nutgraf_notes (
    key text NOT NULL,
    what text NOT NULL,
    said text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (key, what)
);
"""


def ensure(session: Session) -> None:
    """Makes the tables where there are none; raises Usage where they are of a newer nutgraf.

    They stand in the first schema of the connection's search path.
    """
    with session.transaction() as cursor:
        found = _version(cursor)
        if found is None:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_MAKING])
            found = _version(cursor)
        if found is None:
            cursor.execute(_TABLES)
            cursor.execute("INSERT INTO nutgraf_version VALUES (%s)", [VERSION])
            found = VERSION
    if found > VERSION:
        raise Usage(
            f"the ledger in {session.name} was made by a newer nutgraf (version {found} of its "
            f"tables; this one knows {VERSION})",
            "put the same nutgraf on all machines: pip install --upgrade nutgraf",
        )


def _version(cursor: Cursor) -> int | None:
    # The catalogue itself is asked: what names mean (to_regclass) is remembered for too long.
    cursor.execute(
        "SELECT FROM pg_class WHERE relname = 'nutgraf_version' "
        "AND relnamespace = current_schema()::regnamespace"
    )
    if not cursor.rowcount:
        return None
    cursor.execute("SELECT max(version) FROM nutgraf_version")
    row = cursor.fetchone()
    return None if row is None else row[0]
