from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.deliver.ledgers import Settled
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.sending import STREAK, Run, send_mailing
from nutgraf.deliver.transports import Letter
from nutgraf.errors import NutgrafError, Stopped, TryLater
from tests.deliver.scripted import Letters, Relay

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
MAILING = Mailing("2025-03-07", "The ferries", "Ferries", "<p>1,240</p>", "1,240", NOW, "readers")
SENT = Outcome(State.SENT, 250, "2.0.0", "queued")
BUSY = Outcome(State.DEFERRED, 451, "4.3.0", "busy")
NOBODY = Outcome(State.REFUSED, 550, "5.1.1", "no such mailbox")
POLICY = Outcome(State.REFUSED, 554, "5.7.1", "not from you")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    kept = SqliteLedger(tmp_path / "ledger.sqlite")
    kept.begin(MAILING, now=NOW, by="Ines")
    yield kept
    kept.close()


def enqueue(ledger: SqliteLedger, count: int) -> None:
    ledger.enqueue(MAILING.key, [Reader(f"r{n}@harbour.example") for n in range(count)])


def send(ledger: SqliteLedger, relay: Relay, **how: object) -> None:
    run = {"clock": lambda: NOW, "begun": NOW, "retry_for": timedelta(hours=4), **how}
    asyncio.run(send_mailing(ledger, relay, Letters(), MAILING.key, Run(**run)))  # type: ignore[arg-type]


def counts(ledger: SqliteLedger) -> dict[State, int]:
    return dict(ledger.counts(MAILING.key))


def test_everybody_is_handed_one_letter_over_every_lane(ledger: SqliteLedger) -> None:
    enqueue(ledger, 200)
    relay = Relay(lambda _: SENT)
    told: list[Outcome] = []
    send(ledger, relay, progress=told.append)
    assert sorted(relay.handed) == sorted(f"r{n}@harbour.example" for n in range(200))
    assert counts(ledger) == {State.SENT: 200}
    assert len(told) == 200
    assert relay.most == relay.closed == 3


def test_a_row_is_committed_as_sending_before_its_letter_is_begun(
    ledger: SqliteLedger, tmp_path: Path
) -> None:
    enqueue(ledger, 20)
    seen: list[bool] = []

    def look(letter: Letter) -> Outcome:
        other = SqliteLedger(tmp_path / "ledger.sqlite")
        under_way = list(other.rows(MAILING.key, [State.SENDING]))
        seen.append(letter.recipient in {row.reader.address for row in under_way})
        seen.append(len(under_way) <= 2 * 3 + 3)  # answers that wait for their commit, too
        other.close()
        return SENT

    send(ledger, Relay(look))
    assert len(seen) == 40
    assert all(seen)


def test_what_is_put_off_is_left_to_the_next_run(ledger: SqliteLedger) -> None:
    enqueue(ledger, 3)
    relay = Relay(lambda letter: BUSY if letter.recipient.startswith("r1") else SENT)
    send(ledger, relay)
    assert counts(ledger) == {State.SENT: 2, State.DEFERRED: 1}
    send(ledger, relay)
    assert len(relay.handed) == 3
    send(ledger, Relay(lambda _: SENT), clock=lambda: NOW + timedelta(minutes=1))
    assert counts(ledger) == {State.SENT: 3}


def test_a_patient_run_waits_for_what_was_put_off(ledger: SqliteLedger) -> None:
    enqueue(ledger, 3)
    passed = [NOW]
    relay = Relay(lambda letter: BUSY if relay.handed.count(letter.recipient) < 3 else SENT)

    def clock() -> datetime:
        passed[0] += timedelta(minutes=10)
        return passed[0]

    send(ledger, relay, clock=clock, patient=True, retry_for=timedelta(days=9))
    assert counts(ledger) == {State.SENT: 3}
    assert len(relay.handed) == 9


def test_who_watches_a_patient_run_is_told_until_when_it_waits(
    ledger: SqliteLedger, tmp_path: Path
) -> None:
    enqueue(ledger, 3)
    told: list[datetime] = []

    def waiting(at: datetime) -> None:
        told.append(at)
        other = SqliteLedger(tmp_path / "ledger.sqlite")
        other.end(MAILING.key, "cancelled", now=NOW)
        other.close()

    send(ledger, Relay(lambda _: BUSY), patient=True, waiting=waiting)
    assert told == [NOW + timedelta(minutes=1)]


def test_a_patient_run_ends_when_somebody_cancels_it(ledger: SqliteLedger, tmp_path: Path) -> None:
    enqueue(ledger, 3)

    def says(_: Letter) -> Outcome:
        other = SqliteLedger(tmp_path / "ledger.sqlite")
        other.end(MAILING.key, "cancelled", now=NOW)
        other.close()
        return BUSY

    relay = Relay(says, connections=1)
    send(ledger, relay, patient=True)
    assert set(counts(ledger)) <= {State.DEFERRED, State.QUEUED}
    assert len(relay.handed) < 6


def test_what_is_put_off_for_too_long_is_given_up(ledger: SqliteLedger) -> None:
    enqueue(ledger, 1)
    send(ledger, Relay(lambda _: BUSY), clock=lambda: NOW + timedelta(hours=4))
    (row,) = ledger.rows(MAILING.key)
    assert row.state is State.REFUSED
    assert row.said == "given up after 1 try: busy"


def test_an_address_that_is_none_is_mailed_no_more(ledger: SqliteLedger) -> None:
    enqueue(ledger, 30)
    send(ledger, Relay(lambda letter: NOBODY if letter.recipient.startswith("r2") else SENT))
    assert counts(ledger) == {State.SENT: 19, State.REFUSED: 11}
    barred = list(ledger.suppressions())
    assert len(barred) == 11
    assert barred[0].reason == "the relay refused it: 550 5.1.1 no such mailbox"
    assert barred[0].brief == MAILING.key


def test_a_refusal_for_policy_bars_no_address(ledger: SqliteLedger) -> None:
    enqueue(ledger, 3)
    send(ledger, Relay(lambda _: POLICY))
    assert counts(ledger) == {State.REFUSED: 3}
    assert not list(ledger.suppressions())


def test_a_relay_that_will_have_nothing_ends_the_run_and_loses_nobody(ledger: SqliteLedger) -> None:
    enqueue(ledger, 500)
    relay = Relay(lambda _: POLICY)
    with pytest.raises(Stopped, match=r"refused 20 messages one after the other: 554 5\.7\.1"):
        send(ledger, relay)
    assert len(relay.handed) <= STREAK + 3
    state = counts(ledger)
    assert state[State.DEFERRED] == STREAK
    assert State.SENDING not in state
    send(ledger, Relay(lambda _: SENT), clock=lambda: NOW + timedelta(hours=1))
    assert counts(ledger)[State.SENT] >= 498 - 3


def test_a_relay_that_puts_everything_off_ends_the_run(ledger: SqliteLedger) -> None:
    enqueue(ledger, 500)
    relay = Relay(lambda _: BUSY)
    with pytest.raises(TryLater, match="puts off one message after the other: 451"):
        send(ledger, relay)
    assert len(relay.handed) <= STREAK + 3
    assert State.SENDING not in counts(ledger)


@pytest.mark.parametrize("error", [Stopped("a wrong password"), TryLater("the relay is down")])
def test_what_concerns_all_ends_the_run_and_nothing_is_in_doubt(
    ledger: SqliteLedger, error: NutgrafError
) -> None:
    enqueue(ledger, 100)
    relay = Relay(lambda _: SENT)

    def says(_: Letter) -> Outcome:
        if len(relay.handed) > 10:
            raise error
        return SENT

    relay.says = says
    with pytest.raises(type(error)):
        send(ledger, relay)
    assert counts(ledger) == {State.SENT: 10, State.QUEUED: 90}
    assert relay.closed == 3


def test_an_error_that_nobody_thought_of_leaves_the_message_in_doubt(ledger: SqliteLedger) -> None:
    enqueue(ledger, 50)

    def says(letter: Letter) -> Outcome:
        if letter.recipient.startswith("r7@"):
            raise ZeroDivisionError
        return SENT

    with pytest.raises(ZeroDivisionError):
        send(ledger, Relay(says))
    assert [row.reader.address for row in ledger.rows(MAILING.key, [State.SENDING])] == [
        "r7@harbour.example"
    ]


def test_a_run_that_is_told_to_stop_finishes_what_it_began(ledger: SqliteLedger) -> None:
    enqueue(ledger, 100)
    stop = asyncio.Event()
    relay = Relay(lambda _: SENT)

    def says(_: Letter) -> Outcome:
        if len(relay.handed) == 30:
            stop.set()
        return SENT

    relay.says = says
    send(ledger, relay, stop=stop)
    state = counts(ledger)
    assert State.SENDING not in state
    assert 30 <= state[State.SENT] <= 33
    assert state[State.SENT] + state[State.QUEUED] == 100


def test_a_ledger_that_fails_ends_the_run(
    ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    enqueue(ledger, 100)
    settle = ledger.settle

    def full(key: str, settled: list[Settled], *, now: datetime) -> None:
        if counts(ledger).get(State.SENT, 0) >= 10:
            raise Stopped("the disk is full")
        settle(key, settled, now=now)

    monkeypatch.setattr(ledger, "settle", full)
    relay = Relay(lambda _: SENT)
    with pytest.raises(Stopped, match="full"):
        send(ledger, relay)
    assert len(relay.handed) < 50
