"""A database that is lost while a mailing is on its way: nothing twice, nothing forgotten."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from nutgraf.deliver.ledgers import Ledger
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.sending import Run, send_mailing
from nutgraf.deliver.transports import Letter
from nutgraf.errors import TryLater
from tests.deliver.scripted import Letters, Relay

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
MAILING = Mailing("2025-03-07", "Ferries", "Ferries", "<p>1,240</p>", "1,240", NOW, "readers")
READERS = [f"r{number}@x.example" for number in range(200)]
LANES = 3


def begun(address: str) -> PostgresLedger:
    ledger = PostgresLedger(address)
    ledger.begin(MAILING, now=NOW, by="desk")
    ledger.enqueue(MAILING.key, map(Reader, READERS))
    ledger.listed(MAILING.key, now=NOW)
    return ledger


def send(ledger: Ledger, relay: Relay) -> None:
    run = Run(clock=lambda: NOW, begun=NOW, retry_for=timedelta(hours=4))
    asyncio.run(send_mailing(ledger, relay, Letters(), MAILING.key, run))


def relay_that(does: Callable[[], None], after: int) -> Relay:
    """A relay at which something happens while it takes a certain message."""

    def says(_: Letter) -> Outcome:
        if len(relay.handed) == after:
            does()
        return Outcome(State.SENT, 250)

    relay = Relay(says, connections=LANES)
    return relay


def test_a_database_that_comes_back_at_once_leaves_nothing_in_doubt(postgresql_schema: str) -> None:
    def restart() -> None:
        with psycopg.connect(postgresql_schema, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
                "WHERE application_name = 'nutgraf' AND datname = current_database()"
            )

    relay = relay_that(restart, 50)
    # Whether the run ends here depends on what asks first: an answer opens the session again.
    with closing(begun(postgresql_schema)) as ledger, suppress(TryLater):
        send(ledger, relay)
    with closing(PostgresLedger(postgresql_schema)) as ledger:
        ledger.abandoned(MAILING.key, now=NOW)
        counts = ledger.counts(MAILING.key)
        assert counts[State.SENT] == len(relay.handed)
        # A claim that was committed, and whose answer was lost with the session.
        assert counts.get(State.UNKNOWN, 0) <= LANES
        send(ledger, relay)
        unknown = {row.reader.address for row in ledger.rows(MAILING.key, [State.UNKNOWN])}
    assert Counter(relay.handed) == Counter(set(READERS) - unknown)


def test_a_database_that_stays_away_leaves_in_doubt_what_was_under_way(postgresql: str) -> None:
    server, _, name = postgresql.rpartition("/")

    def allow(connections: str) -> None:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            said = f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {connections}'
            connection.execute(said.encode())
            connection.execute(
                "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = %s",
                [name],
            )

    relay = relay_that(lambda: allow("false"), 50)
    with closing(begun(postgresql)) as ledger, pytest.raises(TryLater):
        send(ledger, relay)
    handed = len(relay.handed)
    assert handed <= 50 + 2 * LANES
    allow("true")
    with closing(PostgresLedger(postgresql)) as ledger:
        in_doubt = ledger.abandoned(MAILING.key, now=NOW)
        assert 1 <= in_doubt <= 2 * LANES + LANES
        send(ledger, relay)
        unknown = {row.reader.address for row in ledger.rows(MAILING.key, [State.UNKNOWN])}
        assert ledger.counts(MAILING.key)[State.SENT] == len(READERS) - in_doubt
    taken = Counter(relay.handed)
    assert set(taken.values()) == {1}
    assert set(READERS) - unknown <= set(taken)
