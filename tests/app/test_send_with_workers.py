"""Whoever sends with `delivery.workers` leaves the sending to workers, and looks after it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest

from nutgraf.app.approve import approve
from nutgraf.app.send import Way, send
from nutgraf.app.send_due import CRON, Told, send_due
from nutgraf.app.sending_plan import plan_of
from nutgraf.app.worker import Worker
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.outcome import State
from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.app.test_send_due import ALL, KEY, MORNING, READY, SENDING, SENT, TIME
from tests.deliver.scripted import Letters, Relay
from tests.workspaces import SETTINGS, Write

DOUBT = (
    f"{KEY}: 1 message was under way when a run was killed and may have arrived: "
    f"nutgraf status {KEY} --who"
)


class Newsroom:
    """A workspace that hands over to workers, with its cron line and one worker."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.ledger = PostgresLedger(workspace.settings.ledger)
        self.relay = Relay(lambda _: SENT)
        self.now = TIME
        self.lines: list[str] = []

    def way(self, by: str = CRON) -> Way:
        patient = by != CRON
        return Way(
            self.ledger,
            lambda: self.relay,
            lambda _: Letters(),
            by=by,
            clock=lambda: self.now,
            patient=patient,
        )

    def cron(self) -> int:
        self.lines.clear()
        told = Told(self.lines.append)
        send_due(self.workspace, self.way(), told)
        return told.status

    def resume(self) -> None:
        plan = plan_of(self.workspace, KEY, self.ledger, now=self.now)
        assert send(self.workspace, plan, self.way("Ines")).with_workers

    def jobs(self) -> int:
        with psycopg.connect(self.workspace.settings.ledger) as connection:
            found = connection.execute("SELECT count(*) FROM procrastinate_jobs").fetchone()
        assert found is not None
        return int(found[0])

    def work(self) -> None:
        worker = Worker(
            self.workspace.root,
            self.workspace.settings,
            self.relay,
            lambda _: Letters(),
            lambda: self.now,
            self.lines.append,
        )
        asyncio.run(worker.work(wait=False))


def workspace(write: Write, ledger: str) -> Workspace:
    settings = SETTINGS + SENDING.replace("  desk: editors@harbour.example", "  lateness: 30 min")
    settings += f"delivery:\n  workers: true\nledger: {ledger}\n"
    found = open_workspace(write({**READY, "nutgraf.yaml": settings}))
    approve(found, found.brief_entry(KEY), by="Ines", now=MORNING)
    return found


@pytest.fixture
def newsroom(write_workspace: Write, postgresql_schema: str) -> Iterator[Newsroom]:
    made = Newsroom(workspace(write_workspace, postgresql_schema))
    with closing(made.ledger):
        yield made


def test_what_is_due_is_handed_over_once_and_sent_by_a_worker(newsroom: Newsroom) -> None:
    for minutes in (0, 5, 10):
        newsroom.now = TIME + timedelta(minutes=minutes)
        assert newsroom.cron() == 0
        assert newsroom.relay.handed == []
        assert newsroom.jobs() == 1
    newsroom.work()
    assert sorted(newsroom.relay.handed) == ALL
    assert newsroom.cron() == 0
    assert newsroom.ledger.counts(KEY) == {State.SENT: 3}
    assert newsroom.jobs() == 0


def test_that_no_worker_came_is_told_once_and_stays_wrong(newsroom: Newsroom) -> None:
    newsroom.cron()
    newsroom.now = TIME + timedelta(minutes=31)
    assert newsroom.cron() == 2
    (line,) = newsroom.lines
    assert line.startswith(f"{KEY}: no worker began with it in time: start `nutgraf worker`")
    assert newsroom.cron() == 2
    newsroom.work()
    assert newsroom.relay.handed == []
    newsroom.resume()
    newsroom.work()
    assert sorted(newsroom.relay.handed) == ALL
    assert newsroom.cron() == 0


def test_jobs_that_were_lost_are_handed_over_again(newsroom: Newsroom) -> None:
    newsroom.cron()
    with psycopg.connect(newsroom.workspace.settings.ledger) as connection:
        connection.execute("DELETE FROM procrastinate_jobs")
    newsroom.now = TIME + timedelta(minutes=5)
    assert newsroom.cron() == 0
    newsroom.work()
    assert sorted(newsroom.relay.handed) == ALL


def test_what_a_worker_left_in_doubt_is_told_once(newsroom: Newsroom) -> None:
    newsroom.cron()
    gone = PostgresLedger(newsroom.workspace.settings.ledger)
    gone.claim(KEY, 1, now=TIME)
    gone.close()
    newsroom.work()
    assert newsroom.cron() == 1
    assert newsroom.lines == [DOUBT]
    assert newsroom.cron() == 0
    assert newsroom.lines == []


def test_what_another_machine_is_at_for_hours_is_left_to_it(newsroom: Newsroom) -> None:
    newsroom.cron()
    with psycopg.connect(newsroom.workspace.settings.ledger) as connection:
        connection.execute("DELETE FROM procrastinate_jobs")
    newsroom.now = TIME + timedelta(hours=9)
    with closing(PostgresLedger(newsroom.workspace.settings.ledger)) as other:
        other.claim(KEY, 1, now=newsroom.now)
        assert newsroom.cron() == 0
        assert newsroom.lines == []
    assert newsroom.cron() == 2
    left = f"{KEY}: 2 readers are left of what send --due began; go on with: "
    assert newsroom.lines == [DOUBT, f"{left}nutgraf send {KEY} --resume"]


def test_workers_need_a_ledger_that_they_share(
    write_workspace: Write, postgresql_schema: str
) -> None:
    found = workspace(write_workspace, "sent/ledger.sqlite")
    with closing(PostgresLedger(postgresql_schema)) as ledger:
        relay = Relay(lambda _: SENT)
        way = Way(ledger, lambda: relay, lambda _: Letters(), by="I", clock=lambda: TIME)
        plan = plan_of(found, KEY, ledger, now=TIME)
        with pytest.raises(Usage, match="share, and this one is a file"):
            send(found, plan, way)
        assert ledger.sending(KEY) is None
