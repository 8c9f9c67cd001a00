"""The ledger as a SQLite file: no service, one machine.

Whoever sends holds the lock beside it (`opening.sending_lock`), so a row that another holder left
at `sending` was left by one that is gone.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeVar

from nutgraf.deliver.ledgers import COMMIT, Row, Sending, Settled, Suppression
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import State
from nutgraf.deliver.readers import Reader, folded
from nutgraf.errors import Stopped, TryLater, Usage

VERSION = 1

_SCHEMA = """
CREATE TABLE mailings (
  key TEXT PRIMARY KEY, title TEXT NOT NULL, subject TEXT NOT NULL, html TEXT NOT NULL,
  text TEXT NOT NULL, "when" TEXT NOT NULL, list_name TEXT NOT NULL, sha256 TEXT NOT NULL,
  begun REAL NOT NULL, begun_by TEXT NOT NULL, state TEXT NOT NULL, listed REAL, ended REAL,
  forced TEXT NOT NULL
) STRICT;
CREATE TABLE rows (
  number INTEGER PRIMARY KEY, key TEXT NOT NULL REFERENCES mailings, folded TEXT NOT NULL,
  address TEXT NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, state TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, changed REAL, next_try REAL, code INTEGER NOT NULL DEFAULT 0,
  enhanced TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '',
  holder TEXT NOT NULL DEFAULT '', UNIQUE (key, folded)
) STRICT;
CREATE INDEX rows_by_state ON rows (key, state, number);
CREATE TABLE suppressions (
  folded TEXT PRIMARY KEY, address TEXT NOT NULL, reason TEXT NOT NULL, at REAL NOT NULL,
  brief TEXT NOT NULL
) STRICT;
CREATE TABLE notes (
  key TEXT NOT NULL, what TEXT NOT NULL, said TEXT NOT NULL, at REAL NOT NULL,
  PRIMARY KEY (key, what)
) STRICT;
"""
T = TypeVar("T")
_ROW = "number, address, name, fields, state, tries, changed, next_try, code, enhanced, said"
_SENDING = (
    'key, title, subject, html, text, "when", list_name, begun, begun_by, state, listed, ended, '
    "forced"
)
# How long another process may hold the file; a commit takes milliseconds.
_PATIENCE = 20.0


class SqliteLedger:
    """A ledger in the file at `path`, which is made if it is not there.

    One thread at a time may use it. Every commit reaches the disk before it returns.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._holder = secrets.token_hex(8)
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def begin(self, mailing: Mailing, *, now: datetime, by: str, forced: str = "") -> Sending:
        with self._change():
            known = self.sending(mailing.key)
            if known is None:
                self._db.execute(
                    "INSERT INTO mailings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', NULL, "
                    "NULL, ?)",
                    (
                        mailing.key,
                        mailing.title,
                        mailing.subject,
                        mailing.html,
                        mailing.text,
                        mailing.when.isoformat(),
                        mailing.list_name,
                        mailing.sha256,
                        now.timestamp(),
                        by,
                        forced,
                    ),
                )
                known = Sending(mailing, now, by, "open", forced=forced)
        if known.mailing.sha256 != mailing.sha256:
            raise Usage(
                f"{mailing.key} was begun with other words than these",
                "what was sent stands; put the change into the next brief's corrections",
            )
        return known

    def sending(self, key: str) -> Sending | None:
        return next(self._sendings("WHERE key = ?", (key,)), None)

    def sendings(self) -> Sequence[Sending]:
        return tuple(self._sendings("ORDER BY begun, key", ()))

    def open_keys(self) -> Sequence[str]:
        with self._told():
            found = self._db.execute(
                "SELECT key FROM mailings WHERE state = 'open' ORDER BY begun, key"
            ).fetchall()
        return tuple(key for (key,) in found)

    def enqueue(self, key: str, readers: Iterable[Reader]) -> int:
        added = 0
        for some in _batches(readers, 1000):
            with self._change():
                before = self._db.total_changes
                self._db.executemany(
                    "INSERT OR IGNORE INTO rows (key, folded, address, name, fields, state) "
                    "VALUES (?, ?, ?, ?, ?, 'queued')",
                    [
                        (key, reader.key, reader.address, reader.name, _packed(reader.fields))
                        for reader in some
                    ],
                )
                added += self._db.total_changes - before
        return added

    def listed(self, key: str, *, now: datetime) -> None:
        with self._change():
            self._db.execute("UPDATE mailings SET listed = ? WHERE key = ?", (now.timestamp(), key))

    def claim(self, key: str, most: int, *, now: datetime) -> Sequence[Row]:
        at = now.timestamp()
        claimed: list[tuple[Any, ...]] = []
        with self._change():
            if not self._is_open(key):
                return ()
            while not claimed:
                found = self._next(key, min(most, COMMIT), at)
                if not found:
                    break
                barred = [row[0] for row in found if row[-1]]
                self._mark(barred, State.SUPPRESSED, at)
                claimed = [row[:-1] for row in found if not row[-1]]
            self._db.executemany(
                "UPDATE rows SET state = 'sending', tries = tries + 1, changed = ?, holder = ?, "
                "next_try = NULL WHERE number = ?",
                [(at, self._holder, row[0]) for row in claimed],
            )
        return [_begun(_row(row), now) for row in claimed]

    def settle(self, key: str, settled: Sequence[Settled], *, now: datetime) -> None:
        del key
        for some in _batches(settled, COMMIT):
            with self._change():
                self._db.executemany(
                    "UPDATE rows SET state = ?, changed = ?, next_try = ?, code = ?, "
                    "enhanced = ?, said = ? WHERE number = ? AND holder = ?",
                    [
                        (
                            one.outcome.state,
                            now.timestamp(),
                            one.next_try and one.next_try.timestamp(),
                            one.outcome.code,
                            one.outcome.enhanced,
                            one.outcome.said,
                            one.number,
                            self._holder,
                        )
                        for one in some
                    ],
                )

    def release(self, key: str, numbers: Sequence[int], *, now: datetime) -> None:
        del key
        with self._change():
            self._db.executemany(
                "UPDATE rows SET state = 'queued', tries = tries - 1, changed = ? "
                "WHERE number = ? AND state = 'sending' AND holder = ?",
                [(now.timestamp(), number, self._holder) for number in numbers],
            )

    def abandoned(self, key: str, *, now: datetime) -> int:
        with self._change():
            return self._db.execute(
                "UPDATE rows SET state = 'unknown', changed = ? "
                "WHERE key = ? AND state = 'sending' AND holder <> ?",
                (now.timestamp(), key, self._holder),
            ).rowcount

    def requeue_unknown(self, key: str, *, now: datetime) -> int:
        with self._change():
            return self._db.execute(
                "UPDATE rows SET state = 'queued', changed = ? WHERE key = ? AND state = 'unknown'",
                (now.timestamp(), key),
            ).rowcount

    def next_try(self, key: str) -> datetime | None:
        with self._told():
            (at,) = self._db.execute(
                "SELECT min(next_try) FROM rows WHERE key = ? AND state = 'deferred'", (key,)
            ).fetchone()
        return _moment(at)

    def end(
        self, key: str, state: Literal["finished", "cancelled", "open"], *, now: datetime
    ) -> None:
        with self._change():
            ended = None if state == "open" else now.timestamp()
            self._db.execute(
                "UPDATE mailings SET state = ?, ended = ? WHERE key = ?", (state, ended, key)
            )

    def counts(self, key: str) -> Mapping[State, int]:
        with self._told():
            found = self._db.execute(
                "SELECT state, count(*) FROM rows WHERE key = ? GROUP BY state", (key,)
            ).fetchall()
        return {State(state): number for state, number in found}

    def rows(self, key: str, states: Sequence[State] = ()) -> Iterator[Row]:
        wanted = tuple(states) or tuple(State)
        marks = ", ".join("?" * len(wanted))
        after = 0
        # A page at a time: a cursor that stays open would keep the file from being tidied.
        while True:
            with self._told():
                found = self._db.execute(
                    f"SELECT {_ROW} FROM rows WHERE key = ? AND state IN ({marks}) "  # noqa: S608 - question marks
                    "AND number > ? ORDER BY number LIMIT 500",
                    (key, *wanted, after),
                ).fetchall()
            if not found:
                return
            yield from map(_row, found)
            after = found[-1][0]

    def row(self, key: str, address: str) -> Row | None:
        with self._told():
            found = self._db.execute(
                f"SELECT {_ROW} FROM rows WHERE key = ? AND folded = ?",  # noqa: S608 - constants
                (key, folded(address)),
            ).fetchone()
        return None if found is None else _row(found)

    def suppress(self, suppressions: Iterable[Suppression]) -> int:
        added = 0
        for some in _batches(suppressions, 1000):
            with self._change():
                before = self._db.total_changes
                self._db.executemany(
                    "INSERT OR IGNORE INTO suppressions VALUES (?, ?, ?, ?, ?)",
                    [
                        (
                            folded(one.address),
                            one.address,
                            one.reason,
                            one.at.timestamp(),
                            one.brief,
                        )
                        for one in some
                    ],
                )
                added += self._db.total_changes - before
        return added

    def allow(self, address: str) -> bool:
        with self._change():
            done = self._db.execute("DELETE FROM suppressions WHERE folded = ?", (folded(address),))
            return done.rowcount > 0

    def suppression(self, address: str) -> Suppression | None:
        return next(self._suppressions("WHERE folded = ?", (folded(address),)), None)

    def suppressions(self) -> Iterator[Suppression]:
        return self._suppressions("ORDER BY at, folded", ())

    def note(self, key: str, what: str, said: str = "", *, now: datetime) -> bool:
        with self._change():
            done = self._db.execute(
                "INSERT OR IGNORE INTO notes VALUES (?, ?, ?, ?)",
                (key, what, said, now.timestamp()),
            )
            return done.rowcount > 0

    def noted(self, key: str, what: str) -> bool:
        with self._told():
            found = self._db.execute(
                "SELECT 1 FROM notes WHERE key = ? AND what = ?", (key, what)
            ).fetchone()
        return found is not None

    def close(self) -> None:
        self._db.close()

    def _prepare(self) -> None:
        with self._told():
            self._db.execute("PRAGMA journal_mode = WAL")
            # A commit that a power cut could take back would let a message go out twice.
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            version = self._version()
            if version > VERSION:
                raise Usage(
                    f"{self._path} was written by a newer nutgraf", "pip install --upgrade nutgraf"
                )
        if version == 0:
            with self._change():
                if self._version() == 0:  # nobody else was quicker
                    for statement in _SCHEMA.split(";"):
                        self._db.execute(statement)
                    self._db.execute(f"PRAGMA user_version = {VERSION}")

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _is_open(self, key: str) -> bool:
        found = self._db.execute("SELECT state FROM mailings WHERE key = ?", (key,)).fetchone()
        return found is not None and found[0] == "open"

    def _next(self, key: str, most: int, at: float) -> list[tuple[Any, ...]]:
        """Rows that may be sent, each with whether its address is suppressed."""
        barred = "EXISTS (SELECT 1 FROM suppressions AS s WHERE s.folded = rows.folded)"
        ask = f"SELECT {_ROW}, {barred} FROM rows WHERE key = ? AND state = "  # noqa: S608 - constants
        found = self._db.execute(f"{ask} 'queued' ORDER BY number LIMIT ?", (key, most)).fetchall()
        if len(found) < most:
            found += self._db.execute(
                f"{ask} 'deferred' AND next_try <= ? ORDER BY number LIMIT ?",
                (key, at, most - len(found)),
            ).fetchall()
        return found

    def _mark(self, numbers: Sequence[int], state: State, at: float) -> None:
        self._db.executemany(
            "UPDATE rows SET state = ?, changed = ?, next_try = NULL WHERE number = ?",
            [(state, at, number) for number in numbers],
        )

    def _sendings(self, where: str, values: tuple[Any, ...]) -> Iterator[Sending]:
        with self._told():
            found = self._db.execute(f"SELECT {_SENDING} FROM mailings {where}", values).fetchall()  # noqa: S608 - constants
        for key, title, subject, html, text, when, list_name, begun, by, state, *rest in found:
            mailing = Mailing(
                key, title, subject, html, text, datetime.fromisoformat(when), list_name
            )
            listed, ended, forced = rest
            began = datetime.fromtimestamp(begun, UTC)
            yield Sending(mailing, began, by, state, _moment(listed), _moment(ended), forced)

    def _suppressions(self, where: str, values: tuple[Any, ...]) -> Iterator[Suppression]:
        with self._told():
            found = self._db.execute(
                f"SELECT address, reason, at, brief FROM suppressions {where}",  # noqa: S608 - constants
                values,
            ).fetchall()
        for address, reason, at, brief in found:
            yield Suppression(address, reason, datetime.fromtimestamp(at, UTC), brief)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """A transaction that is committed as a whole, or not at all."""
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite and the disk say, as what to do about it."""
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise TryLater(
                    f"the ledger {self._path} is in use by another process",
                    "nothing is lost; try again in a minute",
                ) from None
            raise Stopped(
                f"the ledger {self._path} cannot be used: {error}",
                "make room and see that you may write there; nothing is sent without it",
            ) from None
        except OSError as error:
            raise Stopped(
                f"the ledger {self._path} cannot be made: {error.strerror}",
                "name another file as `ledger` in nutgraf.yaml",
            ) from None


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


def _packed(fields: Mapping[str, str]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False) if fields else ""


def _row(found: Sequence[Any]) -> Row:
    number, address, name, fields, state, tries, changed, next_try, code, enhanced, said = found
    reader = Reader(address, name, json.loads(fields) if fields else {})
    return Row(
        number,
        reader,
        State(state),
        tries,
        _moment(changed),
        _moment(next_try),
        code,
        enhanced,
        said,
    )


def _begun(row: Row, now: datetime) -> Row:
    """A row as it stands after its claim."""
    return Row(row.number, row.reader, State.SENDING, row.tries + 1, now, None, row.code)


def _moment(at: float | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at, UTC)
