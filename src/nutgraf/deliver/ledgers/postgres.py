"""The ledger in PostgreSQL, which several machines share.

Each open ledger holds an advisory lock of its session on a random number, its holder, and the
number stands in every row that it claims. PostgreSQL gives such a lock back when the session ends
and never before. So a holder whose lock can be taken has no session: it can claim nothing more,
and what it left at `sending` is unknown. A holder that lives, on whatever host, keeps its lock,
and its rows are left alone.

This is right also for a host that is cut off. As long as the server has not noticed, its rows stay
at `sending` and nobody touches them. Once it has (within a minute: both ends ask for keepalives)
they become unknown. The host itself may still hand over the few messages that it had claimed, and
no others, since every claim needs the session: each of them goes out once, and is told as unknown,
which it is. Nobody sends it again unasked. If the host comes back and settles what it knows, its
answer is written in the place of `unknown`, for only it can know.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final, Literal, LiteralString, TypeVar

from nutgraf.deliver.ledgers import COMMIT, Row, Sending, Settled, Suppression
from nutgraf.deliver.ledgers import postgres_statements as statements
from nutgraf.deliver.ledgers.postgres_schema import ensure
from nutgraf.deliver.ledgers.postgres_session import Session
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import State
from nutgraf.deliver.readers import Reader, folded
from nutgraf.errors import TryLater, Usage

# Readers and suppressions are handed over so many at a time, rows are read so many at a time.
_PAGE: Final = 1000
# How often and how long (seconds) those who are claiming, or ending, are waited for.
_PATIENCE: Final = 50
_MOMENT: Final = 0.02

Item = TypeVar("Item")


class PostgresLedger:
    """One of many ledgers that are open on one database; the contract is `ledgers.Ledger`."""

    def __init__(self, address: str) -> None:
        self._session = Session(address)
        # Where the queue of a mailing begins, as far as is known: the index still has what was
        # before, until it is vacuumed. What is queued again in front is found in the end.
        self._first: dict[str, int] = {}
        try:
            ensure(self._session)
        except BaseException:
            self._session.close()
            raise

    @property
    def name(self) -> str:
        """The database, without the password."""
        return self._session.name

    def begin(self, mailing: Mailing, *, now: datetime, by: str, forced: str = "") -> Sending:
        given = (
            *(mailing.key, mailing.title, mailing.subject, mailing.html, mailing.text),
            *(mailing.when.isoformat(), mailing.list_name, mailing.sha256, now, by, forced),
        )
        self._change(statements.BEGIN, [_kept(value) for value in given])
        begun = self.sending(mailing.key)
        assert begun is not None
        if begun.mailing.sha256 != mailing.sha256:
            raise Usage(
                f"{mailing.key} was begun with other words than these",
                "what was sent stands; put the change into the next brief's corrections",
            )
        return begun

    def sending(self, key: str) -> Sending | None:
        found = self._ask(statements.SENDINGS, {"key": key})
        return _sending(found[0]) if found else None

    def sendings(self) -> Sequence[Sending]:
        return tuple(map(_sending, self._ask(statements.SENDINGS, {"key": None})))

    def open_keys(self) -> Sequence[str]:
        found = self._ask(
            "SELECT key FROM nutgraf_sendings WHERE state = 'open' ORDER BY begun, key"
        )
        return tuple(key for (key,) in found)

    def enqueue(self, key: str, readers: Iterable[Reader]) -> int:
        """All of them or, where something goes wrong, none."""
        with self._session.transaction() as cursor:
            # Of two that queue one list at once, the second waits and finds all rows there.
            cursor.execute("SELECT FROM nutgraf_sendings WHERE key = %s FOR NO KEY UPDATE", [key])
            if not cursor.rowcount:
                raise Usage(f"{key} was not begun", "begin it first")
            cursor.execute(statements.INCOMING)
            for page in _pages(readers):
                with cursor.copy(statements.COPY) as copy:
                    for reader in page:
                        copy.write_row(_incoming(reader))
            cursor.execute(statements.ENQUEUE, [key])
            added = cursor.rowcount
        if added > _PAGE:
            self._change("ANALYZE nutgraf_rows")
        return added

    def listed(self, key: str, *, now: datetime) -> None:
        self._change("UPDATE nutgraf_sendings SET listed = %s WHERE key = %s", [now, key])

    def claim(self, key: str, most: int, *, now: datetime) -> Sequence[Row]:
        asked = {
            "key": key,
            "most": min(most, COMMIT),
            "now": now,
            "holder": self._session.holder,
        }
        first, patience = self._first.get(key, 0), _PATIENCE
        while most > 0 and patience:
            found = self._ask(statements.CLAIM, {**asked, "first": first})
            rows = [_row(one) for one in found]
            claimed = [row for row in rows if row.state is State.SENDING]
            if claimed:
                self._first[key] = min(
                    (row.number for row in claimed if row.tries == 1), default=first
                )
                return sorted(claimed, key=lambda row: row.number)
            if not rows and first:
                first = 0
            elif not rows:
                # None, or only such as another holder is claiming and may yet leave to us.
                if not self._ask(statements.WAITING, asked)[0][0]:
                    break
                time.sleep(_MOMENT)
                patience -= 1
        return ()

    def settle(self, key: str, settled: Sequence[Settled], *, now: datetime) -> None:
        """Also what became unknown meanwhile: the holder's own word is the truth."""
        last_words = {one.number: one for one in settled}
        for page in _pages(last_words.values(), COMMIT):
            asked = {
                "key": key,
                "now": now,
                "holder": self._session.holder,
                "numbers": [one.number for one in page],
                "states": [one.outcome.state.value for one in page],
                "codes": [one.outcome.code for one in page],
                "enhanced": [_kept(one.outcome.enhanced) for one in page],
                "said": [_kept(one.outcome.said) for one in page],
                "next_tries": [one.next_try for one in page],
            }
            self._insist(statements.SETTLE, asked)

    def release(self, key: str, numbers: Sequence[int], *, now: datetime) -> None:
        asked = {
            "key": key,
            "now": now,
            "holder": self._session.holder,
            "numbers": list(numbers),
        }
        self._insist(statements.RELEASE, asked)

    def abandoned(self, key: str, *, now: datetime) -> int:
        """Only of holders whose lock can be taken: their sessions are gone."""
        marked = 0
        for again in (True, False):
            mine = self._session.holder
            holders = [found[0] for found in self._ask(statements.HOLDERS, [key, mine])]
            for holder in holders:
                with self._session.transaction() as cursor:
                    # Kept until the commit, so that the holder cannot come back in between.
                    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [holder])
                    if cursor.fetchone() == (True,):
                        cursor.execute(statements.ABANDON, [now, key, holder])
                        marked += cursor.rowcount
            if holders and again:
                # The session of a process that was killed takes a moment to end.
                time.sleep(_MOMENT)
        return marked

    def requeue_unknown(self, key: str, *, now: datetime) -> int:
        return self._change(statements.REQUEUE, [now, key])

    def next_try(self, key: str) -> datetime | None:
        query = "SELECT min(next_try) FROM nutgraf_rows WHERE sending = %s AND state = 'deferred'"
        return _in_utc(self._ask(query, [key])[0][0])

    def end(
        self, key: str, state: Literal["finished", "cancelled", "open"], *, now: datetime
    ) -> None:
        ended = None if state == "open" else now
        self._change(
            "UPDATE nutgraf_sendings SET state = %s, ended = %s WHERE key = %s",
            [state, ended, key],
        )

    def counts(self, key: str) -> Mapping[State, int]:
        query = "SELECT state, count(*) FROM nutgraf_rows WHERE sending = %s GROUP BY state"
        found = dict(self._ask(query, [key]))
        return {state: found[state.value] for state in State if state.value in found}

    def rows(self, key: str, states: Sequence[State] = ()) -> Iterator[Row]:
        """Read page by page, so that whoever stops in the middle leaves nothing open."""
        asked = {"key": key, "last": 0, "most": _PAGE}
        asked["states"] = [state.value for state in states or State]
        while page := self._ask(statements.ROWS, asked):
            yield from map(_row, page)
            asked["last"] = page[-1][0]

    def row(self, key: str, address: str) -> Row | None:
        asked = {"key": key, "folded": _kept(folded(address))}
        found = self._ask(statements.ROW, asked)
        return _row(found[0]) if found else None

    def suppress(self, suppressions: Iterable[Suppression]) -> int:
        new = 0
        for page in _pages(suppressions):
            # In one order, so that two that suppress the same do not wait for each other.
            ordered = sorted(page, key=lambda one: folded(one.address))
            columns = [
                [_kept(folded(one.address)) for one in ordered],
                [_kept(one.address) for one in ordered],
                [_kept(one.reason) for one in ordered],
                [one.at for one in ordered],
                [_kept(one.brief) for one in ordered],
            ]
            new += self._change(statements.SUPPRESS, columns)
        return new

    def allow(self, address: str) -> bool:
        query = "DELETE FROM nutgraf_suppressions WHERE folded = %s"
        return self._change(query, [folded(address)]) > 0

    def suppression(self, address: str) -> Suppression | None:
        query = "SELECT address, reason, at, brief FROM nutgraf_suppressions WHERE folded = %s"
        for kept, reason, at, brief in self._ask(query, [_kept(folded(address))]):
            return Suppression(kept, reason, at.astimezone(UTC), brief)
        return None

    def suppressions(self) -> Iterator[Suppression]:
        last = 0
        query = (
            "SELECT number, address, reason, at, brief FROM nutgraf_suppressions "
            "WHERE number > %s ORDER BY number LIMIT %s"
        )
        while page := self._ask(query, [last, _PAGE]):
            for _, address, reason, at, brief in page:
                yield Suppression(address, reason, at.astimezone(UTC), brief)
            last = page[-1][0]

    def note(self, key: str, what: str, said: str = "", *, now: datetime) -> bool:
        query = "INSERT INTO nutgraf_notes VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING"
        return self._change(query, [key, what, _kept(said), now]) > 0

    def noted(self, key: str, what: str) -> bool:
        return bool(
            self._ask("SELECT FROM nutgraf_notes WHERE key = %s AND what = %s", [key, what])
        )

    def close(self) -> None:
        self._session.close()

    def _ask(self, query: LiteralString, given: Any = ()) -> list[tuple[Any, ...]]:
        with self._session.transaction() as cursor:
            cursor.execute(query, given)
            return cursor.fetchall()

    def _change(self, query: LiteralString, given: Any = ()) -> int:
        """How many rows it changed."""
        with self._session.transaction() as cursor:
            cursor.execute(query, given)
            return cursor.rowcount

    def _insist(self, query: LiteralString, given: Any) -> None:
        """Writes what only this holder knows: once more, if the session was lost."""
        try:
            self._change(query, given)
        except TryLater:
            self._session.renew()
            self._change(query, given)


def _pages(items: Iterable[Item], size: int = _PAGE) -> Iterator[list[Item]]:
    left = iter(items)
    while page := list(islice(left, size)):
        yield page


def _kept(value: Any) -> Any:
    """A text as PostgreSQL keeps it: without NUL, and without halves of characters."""
    if not isinstance(value, str):
        return value
    return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _incoming(reader: Reader) -> tuple[str, str, str, str]:
    # JSON writes what PostgreSQL does not take as escapes, so that fields come back as they were.
    fields = json.dumps(dict(reader.fields)) if reader.fields else ""
    return _kept(reader.key), _kept(reader.address), _kept(reader.name), fields


def _row(found: tuple[Any, ...]) -> Row:
    number, address, name, fields, state, tries, changed, next_try, code, enhanced, said = found
    return Row(
        number,
        Reader(address, name, json.loads(fields) if fields else {}),
        State(state),
        tries,
        _in_utc(changed),
        _in_utc(next_try),
        code,
        enhanced,
        said,
    )


def _sending(found: tuple[Any, ...]) -> Sending:
    key, title, subject, html, text, planned, list_name, begun, by, state, listed, ended, forced = (
        found
    )
    when = datetime.fromisoformat(planned)
    return Sending(
        Mailing(key, title, subject, html, text, when, list_name),
        begun.astimezone(UTC),
        by,
        state,
        _in_utc(listed),
        _in_utc(ended),
        forced,
    )


def _in_utc(time_: datetime | None) -> datetime | None:
    return None if time_ is None else time_.astimezone(UTC)
