"""Workers send what was handed over to them, and nothing twice, however they end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.app import worker as workers
from nutgraf.app.worker import Worker
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.queues.work_queue import Job, hand_over
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Stopped, TryLater
from nutgraf.workspace.settings import Sender, Settings
from tests.deliver.scripted import Letters, Relay

KEY = "2025-03-07"
NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
MAILING = Mailing(KEY, "The ferries", "Ferries", "<p>1,240</p>", "1,240", NOW, "readers")
JOB = Job(KEY, NOW, NOW)
SENT = Outcome(State.SENT, 250, "2.0.0", "queued")
BUSY = Outcome(State.DEFERRED, 451, "4.7.1", "greylisted")


class House:
    """A newsletter on a database, with a clock and a relay that the test scripts."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.settings = Settings(
            "The Harbour Letter",
            Sender("The Harbour Letter", "desk@harbour.example"),
            "Quay 1",
            ledger=address,
        )
        self.ledger = PostgresLedger(address)
        self.relay = Relay(lambda _: SENT)
        self.now = NOW
        self.said: list[str] = []

    def handed(self, many: int) -> None:
        self.ledger.begin(MAILING, now=NOW, by="send --due")
        self.ledger.enqueue(KEY, (Reader(f"r{number}@x.example") for number in range(many)))
        self.ledger.listed(KEY, now=NOW)
        hand_over(self.address, JOB, many)

    def worker(self) -> Worker:
        return Worker(
            Path(),
            self.settings,
            self.relay,
            lambda _: Letters(),
            lambda: self.now,
            self.said.append,
            pause=0,
        )

    def share(self, job: Job = JOB) -> Job | None:
        return asyncio.run(self.worker().share(job))

    def work(self) -> None:
        asyncio.run(self.worker().work(wait=False))


@pytest.fixture
def house(postgresql_schema: str) -> Iterator[House]:
    made = House(postgresql_schema)
    with closing(made.ledger):
        yield made


def test_a_worker_sends_what_was_handed_over_and_ends_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "SLICE", 20)
    house.handed(50)
    house.work()
    assert sorted(house.relay.handed) == sorted(f"r{number}@x.example" for number in range(50))
    sending = house.ledger.sending(KEY)
    assert sending is not None
    assert sending.state == "finished"
    assert len(house.said) >= 3
    assert house.said[-1].endswith(" messages; 50 sent")


def test_what_was_put_off_is_left_for_its_time(house: House) -> None:
    house.relay.says = lambda letter: BUSY if letter.recipient.startswith("r1@") else SENT
    house.handed(3)
    following = house.share()
    assert following is not None
    assert following.since > NOW
    assert following.begun == NOW
    house.now, house.relay.says = following.since, lambda _: SENT
    assert house.share(following) is None
    assert house.ledger.counts(KEY) == {State.SENT: 3}


def test_a_relay_that_is_down_is_tried_again_for_a_time(house: House) -> None:
    def down(_: object) -> Outcome:
        raise TryLater("the relay is down", "try later")

    house.relay.says = down
    house.handed(3)
    house.now = NOW + timedelta(minutes=5)
    assert house.share() == replace(JOB, since=house.now)
    house.now = NOW + timedelta(hours=1)
    again = house.share(replace(JOB, since=house.now))
    assert again == replace(JOB, since=house.now)
    assert house.said[-1] == f"{KEY}: the relay is down"
    house.now = NOW + timedelta(hours=4, seconds=1)
    assert house.share(again) is None
    assert house.said[-1] == f"{KEY}: given up; go on with: nutgraf send {KEY} --resume"
    assert house.ledger.counts(KEY) == {State.QUEUED: 3}


def test_a_relay_that_will_not_have_us_ends_the_worker_and_not_the_job(house: House) -> None:
    attempts = []

    def wrong(letter: object) -> Outcome:
        attempts.append(letter)
        raise Stopped("the relay does not know this password", "look at it")

    house.relay.says = wrong
    house.handed(30)
    with pytest.raises(Stopped, match="does not know this password"):
        house.work()
    assert len(attempts) <= house.relay.connections
    house.relay.says = lambda _: SENT
    house.work()
    assert house.ledger.counts(KEY) == {State.SENT: 30}


def test_a_fault_of_our_own_ends_the_worker_and_is_not_hidden(house: House) -> None:
    def broken(_: object) -> Outcome:
        raise ZeroDivisionError("a fault of our own")

    house.relay.says = broken
    house.handed(30)
    with pytest.raises(ZeroDivisionError, match="of our own"):
        house.work()
    house.relay.says = lambda _: SENT
    house.work()
    counts = house.ledger.counts(KEY)
    assert counts[State.SENT] + counts[State.UNKNOWN] == 30
    assert counts[State.UNKNOWN] <= house.relay.connections


def test_what_nobody_began_in_time_is_not_sent_unasked(house: House) -> None:
    house.handed(3)
    house.now = NOW + timedelta(minutes=30, seconds=1)
    assert house.share() is None
    assert house.share() is None
    (line,) = house.said
    assert line.startswith(f"{KEY}: no worker came before 17:30 UTC, and now it is too late")
    assert house.ledger.counts(KEY) == {State.QUEUED: 3}


def test_nothing_is_sent_of_what_was_cancelled(house: House) -> None:
    house.handed(3)
    house.ledger.end(KEY, "cancelled", now=NOW)
    house.work()
    assert house.relay.handed == []


def test_what_a_worker_left_in_doubt_is_told_and_the_rest_is_sent(house: House) -> None:
    house.handed(5)
    gone = PostgresLedger(house.address)
    gone.claim(KEY, 2, now=NOW)
    gone.close()
    house.work()
    assert house.ledger.counts(KEY) == {State.SENT: 3, State.UNKNOWN: 2}
    assert house.said[0].startswith(f"{KEY}: 2 messages were under way when a worker was lost")
    assert len(house.relay.handed) == 3


def test_a_worker_that_is_to_stop_gives_back_what_it_has_not_begun(house: House) -> None:
    house.handed(200)
    worker = house.worker()

    def stopping(_: object) -> Outcome:
        worker.stop.set()
        return SENT

    house.relay.says = stopping
    assert asyncio.run(worker.share(JOB)) == JOB
    counts = house.ledger.counts(KEY)
    assert counts[State.SENT] == len(house.relay.handed) < 10
    assert counts[State.QUEUED] == 200 - counts[State.SENT]
