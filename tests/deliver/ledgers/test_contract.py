"""What every ledger holds to, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.deliver.ledgers import COMMIT, Ledger, Settled, Suppression
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Usage

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
MAILING = Mailing("2025-03-07", "The ferries", "Ferries", "<p>1,240</p>", "1,240", NOW, "readers")
SENT = Outcome(State.SENT, 250, "2.0.0", "queued as 17")
BUSY = Outcome(State.DEFERRED, 451, "4.3.0", "busy")

Open = Callable[[], Ledger]


@pytest.fixture(params=["sqlite", "postgresql"])
def open_it(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same ledger again and again, each time as another process would."""
    opened: list[Ledger] = []
    address = request.getfixturevalue("postgresql_schema") if request.param == "postgresql" else ""

    def opening() -> Ledger:
        opened.append(
            PostgresLedger(address)
            if address
            else SqliteLedger(tmp_path / "sent" / "ledger.sqlite")
        )
        return opened[-1]

    yield opening
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(open_it: Open) -> Ledger:
    return open_it()


def readers(count: int) -> list[Reader]:
    return [Reader(f"r{number}@harbour.example") for number in range(count)]


def begun(ledger: Ledger, count: int = 3) -> Ledger:
    ledger.begin(MAILING, now=NOW, by="Ines")
    ledger.enqueue(MAILING.key, readers(count))
    return ledger


def test_what_was_begun_is_frozen(open_it: Open) -> None:
    first = open_it().begin(MAILING, now=NOW, by="Ines", forced="the filing is public")
    again = open_it()
    assert again.sending(MAILING.key) == first
    assert again.begin(MAILING, now=LATER, by="cron") == first
    assert again.sendings() == (first,)
    other = Mailing(MAILING.key, "", "", "<p>other</p>", "other", NOW, "readers")
    with pytest.raises(Usage, match="begun with other words"):
        again.begin(other, now=LATER, by="Ines")


def test_what_is_open_is_known_by_its_keys(open_it: Open) -> None:
    ledger = begun(open_it())
    ledger.begin(replace(MAILING, key="earlier"), now=NOW - timedelta(days=1), by="Ines")
    assert ledger.open_keys() == ("earlier", MAILING.key)
    ledger.end("earlier", "cancelled", now=NOW)
    ledger.end(MAILING.key, "finished", now=NOW)
    assert ledger.open_keys() == ()
    ledger.end(MAILING.key, "open", now=NOW)
    assert ledger.open_keys() == (MAILING.key,)


def test_nothing_is_known_of_a_mailing_that_was_not_begun(ledger: Ledger) -> None:
    assert ledger.sending("2025-03-14") is None
    assert ledger.counts("2025-03-14") == {}
    assert not ledger.claim("2025-03-14", 5, now=NOW)


def test_a_reader_is_queued_once_however_the_address_is_spelled(ledger: Ledger) -> None:
    begun(ledger, 2)
    again = [Reader("R0@Harbour.example"), Reader("new@harbour.example", "N", {"town": "Øre"})]
    assert ledger.enqueue(MAILING.key, again) == 1
    rows = list(ledger.rows(MAILING.key))
    assert [row.reader.address for row in rows] == [
        "r0@harbour.example",
        "r1@harbour.example",
        "new@harbour.example",
    ]
    assert rows[-1].reader.fields == {"town": "Øre"}


def test_the_time_at_which_the_list_was_whole_is_kept(ledger: Ledger) -> None:
    begun(ledger)
    ledger.listed(MAILING.key, now=LATER)
    sending = ledger.sending(MAILING.key)
    assert sending is not None
    assert sending.listed == LATER


def test_claimed_rows_are_committed_as_sending_and_claimed_once(open_it: Open) -> None:
    first = begun(open_it(), 5)
    claimed = first.claim(MAILING.key, 3, now=NOW)
    assert [row.state for row in claimed] == [State.SENDING] * 3
    assert [row.tries for row in claimed] == [1] * 3
    other = open_it()
    assert other.counts(MAILING.key) == {State.SENDING: 3, State.QUEUED: 2}
    assert {row.number for row in other.claim(MAILING.key, 9, now=NOW)}.isdisjoint(
        row.number for row in claimed
    )


def test_no_commit_speaks_of_more_than_fifty(ledger: Ledger) -> None:
    begun(ledger, COMMIT + 10)
    assert len(ledger.claim(MAILING.key, 1000, now=NOW)) == COMMIT


def test_answers_are_kept(ledger: Ledger) -> None:
    begun(ledger)
    one, two, three = ledger.claim(MAILING.key, 3, now=NOW)
    ledger.settle(
        MAILING.key,
        [Settled(one.number, SENT), Settled(two.number, BUSY, LATER)],
        now=NOW,
    )
    rows = {row.number: row for row in ledger.rows(MAILING.key)}
    assert rows[one.number].state is State.SENT
    assert rows[one.number].said == "queued as 17"
    assert (rows[two.number].code, rows[two.number].enhanced) == (451, "4.3.0")
    assert rows[two.number].next_try == LATER
    assert rows[three.number].state is State.SENDING
    assert ledger.next_try(MAILING.key) == LATER
    assert [row.number for row in ledger.rows(MAILING.key, [State.SENT])] == [one.number]


def test_what_was_put_off_is_claimed_when_its_time_has_come(ledger: Ledger) -> None:
    begun(ledger, 1)
    (row,) = ledger.claim(MAILING.key, 1, now=NOW)
    ledger.settle(MAILING.key, [Settled(row.number, BUSY, LATER)], now=NOW)
    assert not ledger.claim(MAILING.key, 1, now=LATER - timedelta(seconds=1))
    (again,) = ledger.claim(MAILING.key, 1, now=LATER)
    assert (again.number, again.tries) == (row.number, 2)


def test_released_rows_are_queued_as_if_never_claimed(ledger: Ledger) -> None:
    begun(ledger, 1)
    (row,) = ledger.claim(MAILING.key, 1, now=NOW)
    ledger.release(MAILING.key, [row.number], now=NOW)
    (again,) = ledger.claim(MAILING.key, 1, now=NOW)
    assert again.tries == 1


def test_what_a_holder_that_is_gone_left_is_unknown_and_not_claimed_again(open_it: Open) -> None:
    gone = begun(open_it(), 2)
    gone.claim(MAILING.key, 1, now=NOW)
    gone.close()
    ledger = open_it()
    (mine,) = ledger.claim(MAILING.key, 1, now=NOW)
    assert ledger.abandoned(MAILING.key, now=NOW) == 1
    assert ledger.counts(MAILING.key) == {State.UNKNOWN: 1, State.SENDING: 1}
    assert not ledger.claim(MAILING.key, 5, now=LATER)
    ledger.settle(MAILING.key, [Settled(mine.number, SENT)], now=NOW)
    assert ledger.requeue_unknown(MAILING.key, now=LATER) == 1
    assert len(ledger.claim(MAILING.key, 5, now=LATER)) == 1


def test_suppressed_readers_are_left_out_even_if_they_were_queued_before(ledger: Ledger) -> None:
    begun(ledger, 60)
    barred = [
        Suppression(f"R{number}@harbour.example", "unsubscribed", NOW) for number in range(55)
    ]
    assert ledger.suppress([*barred, barred[0]]) == 55
    claimed = ledger.claim(MAILING.key, 50, now=NOW)
    assert [row.reader.address for row in claimed] == [
        f"r{number}@harbour.example" for number in range(55, 60)
    ]
    assert ledger.counts(MAILING.key) == {State.SUPPRESSED: 55, State.SENDING: 5}


def test_one_reader_can_be_looked_up_however_the_address_is_spelled(ledger: Ledger) -> None:
    begun(ledger, 2)
    found = ledger.row(MAILING.key, " R1@Harbour.example")
    assert found == list(ledger.rows(MAILING.key))[1]
    assert ledger.row(MAILING.key, "stranger@harbour.example") is None
    assert ledger.row("2025-03-14", "r1@harbour.example") is None


def test_why_an_address_is_mailed_no_more_can_be_looked_up(ledger: Ledger) -> None:
    told = Suppression("Ines@harbour.example", "unsubscribed", NOW, MAILING.key)
    ledger.suppress([told])
    assert ledger.suppression("ines@Harbour.example") == told
    assert ledger.suppression("olav@harbour.example") is None


def test_a_suppression_can_be_taken_back(ledger: Ledger) -> None:
    told = Suppression("ines@harbour.example", "unsubscribed", NOW, "2025-03-07")
    ledger.suppress([told])
    assert list(ledger.suppressions()) == [told]
    assert ledger.allow("Ines@harbour.example")
    assert not ledger.allow("ines@harbour.example")
    assert list(ledger.suppressions()) == []


def test_nothing_is_claimed_of_what_was_cancelled(ledger: Ledger) -> None:
    begun(ledger)
    ledger.end(MAILING.key, "cancelled", now=LATER)
    assert not ledger.claim(MAILING.key, 5, now=LATER)
    ended = ledger.sending(MAILING.key)
    assert ended is not None
    assert (ended.state, ended.ended) == ("cancelled", LATER)
    ledger.end(MAILING.key, "open", now=LATER)
    assert len(ledger.claim(MAILING.key, 5, now=LATER)) == 3


def test_a_note_is_kept_once(ledger: Ledger) -> None:
    assert not ledger.noted(MAILING.key, "receipt")
    assert ledger.note(MAILING.key, "receipt", "3 sent", now=NOW)
    assert ledger.noted(MAILING.key, "receipt")
    assert not ledger.noted("2025-03-14", "receipt")
    assert not ledger.note(MAILING.key, "receipt", now=LATER)
    assert ledger.note(MAILING.key, "held", now=LATER)
