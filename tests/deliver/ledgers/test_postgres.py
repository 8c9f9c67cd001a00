"""What the ledger in PostgreSQL does beyond the contract: many machines, and lost sessions."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from nutgraf.deliver.ledgers import COMMIT, Settled, Suppression
from nutgraf.deliver.ledgers import postgres_statements as statements
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Stopped, TryLater, Usage
from tests.servers.databases import ASKED

NOW = datetime(2026, 2, 13, 22, 0, tzinfo=UTC)
KEY = "2026-02-13"
MAILING = Mailing(KEY, "Title", "Subject", "<p>Words</p>", "Words", NOW, "readers")
SENT = Outcome(State.SENT, 250, "2.0.0", "Ok")


def readers(many: int) -> Iterator[Reader]:
    return (Reader(f"r{number}@x.example", f"R {number}") for number in range(many))


def begun(address: str, many: int) -> PostgresLedger:
    ledger = PostgresLedger(address)
    ledger.begin(MAILING, now=NOW, by="desk")
    ledger.enqueue(KEY, readers(many))
    ledger.listed(KEY, now=NOW)
    return ledger


def end_sessions(address: str) -> None:
    """As an administrator does, or a server that goes down and comes up."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
            "WHERE application_name = 'nutgraf' AND datname = current_database()"
        )


# Claims until there is nothing left, and says what it got.
CLAIMER = """
import sys
from datetime import datetime
from nutgraf.deliver.ledgers import Settled
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.outcome import Outcome, State

address, key, now = sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])
ledger = PostgresLedger(address)
print("ready", flush=True)
sys.stdin.readline()
while rows := ledger.claim(key, 7, now=now):
    print(*(row.number for row in rows))
    ledger.settle(key, [Settled(row.number, Outcome(State.SENT, 250)) for row in rows], now=now)
ledger.close()
"""


def test_four_processes_claim_each_row_once(postgresql_schema: str) -> None:
    ledger = begun(postgresql_schema, 2000)
    command = [sys.executable, "-c", CLAIMER, postgresql_schema, KEY, NOW.isoformat()]
    claimers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for claimer in claimers:
        assert claimer.stdout is not None
        assert claimer.stdout.readline() == "ready\n"
    for claimer in claimers:
        assert claimer.stdin is not None
        claimer.stdin.write("go\n")
        claimer.stdin.flush()
    told = [claimer.communicate()[0] for claimer in claimers]
    claimed = Counter(int(number) for said in told for number in said.split())
    assert len(claimed) == 2000
    assert set(claimed.values()) == {1}
    assert ledger.counts(KEY) == {State.SENT: 2000}
    assert sum(bool(said) for said in told) > 1
    ledger.close()


def test_several_find_no_tables_and_one_makes_them(postgresql_schema: str) -> None:
    with ThreadPoolExecutor(6) as together:
        ledgers = list(together.map(PostgresLedger, [postgresql_schema] * 6))
        begins = list(together.map(lambda one: one.begin(MAILING, now=NOW, by="desk"), ledgers))
        added = list(together.map(lambda one: one.enqueue(KEY, readers(300)), ledgers))
    assert len({one.begun for one in begins}) == 1
    assert sorted(added) == [0, 0, 0, 0, 0, 300]
    for ledger in ledgers:
        ledger.close()


def test_lists_in_opposite_orders_do_not_wait_for_each_other_for_ever(
    postgresql_schema: str,
) -> None:
    begun(postgresql_schema, 0).close()
    forwards = list(readers(2000))
    with (
        ThreadPoolExecutor(2) as together,
        closing(PostgresLedger(postgresql_schema)) as one,
        closing(PostgresLedger(postgresql_schema)) as other,
    ):
        first = together.submit(one.enqueue, KEY, forwards)
        second = together.submit(other.enqueue, KEY, reversed(forwards))
        assert first.result() + second.result() == 2000


def test_rows_stand_in_the_order_in_which_readers_came(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 2500)) as ledger:
        assert [row.reader for row in ledger.rows(KEY)] == list(readers(2500))


def test_a_list_that_breaks_off_leaves_no_rows(postgresql_schema: str) -> None:
    def broken() -> Iterator[Reader]:
        yield from readers(1500)
        raise ValueError("line 1501")

    with closing(begun(postgresql_schema, 0)) as ledger:
        with pytest.raises(ValueError, match="1501"):
            ledger.enqueue(KEY, broken())
        assert ledger.counts(KEY) == {}
        assert ledger.enqueue(KEY, readers(3)) == 3


def test_a_list_needs_a_mailing_that_was_begun(postgresql_schema: str) -> None:
    with (
        closing(PostgresLedger(postgresql_schema)) as ledger,
        pytest.raises(Usage, match="not begun"),
    ):
        ledger.enqueue(KEY, readers(1))


def test_rows_of_a_holder_that_lives_are_left_alone(postgresql_schema: str) -> None:
    with (
        closing(begun(postgresql_schema, 10)) as holder,
        closing(PostgresLedger(postgresql_schema)) as other,
    ):
        holder.claim(KEY, 4, now=NOW)
        assert other.abandoned(KEY, now=NOW) == 0
        assert holder.abandoned(KEY, now=NOW) == 0
        assert other.counts(KEY) == {State.QUEUED: 6, State.SENDING: 4}


def test_rows_of_a_process_that_was_killed_are_unknown(postgresql_schema: str) -> None:
    begun(postgresql_schema, 10).close()
    killed = (
        "import os, signal, sys; from datetime import datetime;"
        "from nutgraf.deliver.ledgers.postgres import PostgresLedger;"
        "PostgresLedger(sys.argv[1]).claim(sys.argv[2], 4,"
        " now=datetime.fromisoformat(sys.argv[3])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    command = [sys.executable, "-c", killed, postgresql_schema, KEY, NOW.isoformat()]
    assert subprocess.run(command, check=False).returncode == -9
    with closing(PostgresLedger(postgresql_schema)) as ledger:
        assert ledger.abandoned(KEY, now=NOW) == 4
        assert ledger.counts(KEY) == {State.QUEUED: 6, State.UNKNOWN: 4}


def test_an_answer_that_comes_after_all_is_the_truth(postgresql_schema: str) -> None:
    with (
        closing(begun(postgresql_schema, 10)) as cut_off,
        closing(PostgresLedger(postgresql_schema)) as idle,
    ):
        rows = cut_off.claim(KEY, 4, now=NOW)
        end_sessions(postgresql_schema)
        with pytest.raises(TryLater, match="was lost"):
            idle.counts(KEY)
        with closing(PostgresLedger(postgresql_schema)) as other:
            assert other.abandoned(KEY, now=NOW) == 4
            refused = Outcome(State.REFUSED, 550, "5.1.1", "No such user")
            settled = [Settled(rows[0].number, SENT), Settled(rows[1].number, refused)]
            cut_off.settle(KEY, settled, now=NOW)
            cut_off.release(KEY, [rows[2].number], now=NOW)
            assert other.counts(KEY) == {
                State.QUEUED: 7,
                State.SENT: 1,
                State.REFUSED: 1,
                State.UNKNOWN: 1,
            }


def test_who_comes_back_holds_its_rows_again(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 10)) as cut_off:
        rows = cut_off.claim(KEY, 4, now=NOW)
        end_sessions(postgresql_schema)
        cut_off.settle(KEY, [Settled(rows[0].number, SENT)], now=NOW)
        with closing(PostgresLedger(postgresql_schema)) as other:
            assert other.abandoned(KEY, now=NOW) == 0
            assert other.counts(KEY)[State.SENDING] == 3


def test_what_was_sent_after_all_is_not_sent_again_although_it_was_queued(
    postgresql_schema: str,
) -> None:
    with closing(begun(postgresql_schema, 2)) as cut_off:
        first, second = cut_off.claim(KEY, 2, now=NOW)
        end_sessions(postgresql_schema)
        with closing(PostgresLedger(postgresql_schema)) as other:
            other.abandoned(KEY, now=NOW)
            assert other.requeue_unknown(KEY, now=NOW) == 2
            (again,) = other.claim(KEY, 1, now=NOW)
            assert again.number == first.number
            refused = Outcome(State.REFUSED, 550)
            cut_off.settle(
                KEY, [Settled(first.number, refused), Settled(second.number, SENT)], now=NOW
            )
            # The first is under way anew, and whoever sends it now says what becomes of it.
            assert other.counts(KEY) == {State.SENDING: 1, State.SENT: 1}


def test_rows_that_are_given_back_in_the_last_moment_are_claimed(postgresql_schema: str) -> None:
    with (
        closing(begun(postgresql_schema, 3)) as ledger,
        psycopg.connect(postgresql_schema) as claiming,
        ThreadPoolExecutor(1) as aside,
    ):
        claiming.execute("SELECT FROM nutgraf_rows FOR UPDATE")
        waiting = aside.submit(ledger.claim, KEY, COMMIT, now=NOW)
        time.sleep(0.05)
        assert not waiting.done()
        claiming.rollback()
        assert len(waiting.result()) == 3


def test_a_claim_goes_past_those_who_must_not_be_mailed(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 120)) as ledger:
        gone = [Suppression(f"R{number}@x.example", "bounced", NOW) for number in range(110)]
        assert ledger.suppress([*gone, *gone]) == 110
        claimed = [row.reader.address for _ in range(3) for row in ledger.claim(KEY, 1, now=NOW)]
        assert claimed == [f"r{number}@x.example" for number in (110, 111, 112)]
        assert ledger.counts(KEY) == {
            State.QUEUED: 7,
            State.SENDING: 3,
            State.SUPPRESSED: 110,
        }


def test_deferred_rows_come_back_in_their_place(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 4)) as ledger:
        first, second = ledger.claim(KEY, 2, now=NOW)
        later = NOW + timedelta(minutes=5)
        deferred = Outcome(State.DEFERRED, 450, "4.2.0", "Greylisted")
        ledger.settle(
            KEY, [Settled(one.number, deferred, later) for one in (second, first)], now=NOW
        )
        assert ledger.next_try(KEY) == later
        assert [row.tries for row in ledger.claim(KEY, 1, now=NOW)] == [1]
        again = ledger.claim(KEY, 9, now=later)
        assert [row.number for row in again][:2] == [first.number, second.number]
        assert [row.tries for row in again] == [2, 2, 1]


def test_a_claim_costs_the_same_however_many_were_sent_before(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 3000)) as ledger, ledger._session.transaction() as cursor:
        asked = {"key": KEY, "most": 4, "now": NOW, "holder": 0, "first": 0}
        cursor.execute("EXPLAIN " + statements.CLAIM, asked)
        plan = "\n".join(line for (line,) in cursor)
    assert "using nutgraf_rows_queued" in plan
    assert "using nutgraf_rows_deferred" in plan


def test_what_is_queued_again_in_front_is_claimed_in_the_end(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 9)) as ledger:
        first, *_ = ledger.claim(KEY, 3, now=NOW)
        numbers = [row.number for row in ledger.claim(KEY, 3, now=NOW)]
        ledger.release(KEY, [first.number], now=NOW)
        numbers += [row.number for _ in range(2) for row in ledger.claim(KEY, 3, now=NOW)]
        assert numbers == [first.number + place for place in (3, 4, 5, 6, 7, 8, 0)]
        assert ledger.claim(KEY, 3, now=NOW) == ()


def test_the_last_word_of_a_holder_counts(postgresql_schema: str) -> None:
    with closing(begun(postgresql_schema, 1)) as ledger:
        (row,) = ledger.claim(KEY, 1, now=NOW)
        refused = Settled(row.number, Outcome(State.REFUSED, 554, "", "Not you"))
        deferred = Settled(row.number, Outcome(State.DEFERRED, 554, "", "Not you"), NOW)
        ledger.settle(KEY, [refused], now=NOW)
        ledger.settle(KEY, [refused, deferred], now=NOW)
        assert ledger.counts(KEY) == {State.DEFERRED: 1}


def test_texts_come_back_as_far_as_postgresql_takes_them(postgresql_schema: str) -> None:
    odd = Reader("a@x.example", "Zoë \x00 \ud800", {"first_name": "\x00 \ud800 é", "b": ""})
    with closing(begun(postgresql_schema, 0)) as ledger:
        ledger.enqueue(KEY, [odd])
        (row,) = ledger.claim(KEY, 1, now=NOW)
        assert row.reader.name == "Zoë \ufffd ?"
        assert row.reader.fields == odd.fields
        ledger.settle(
            KEY, [Settled(row.number, Outcome(State.REFUSED, 550, "", "no\x00\udc80"))], now=NOW
        )
        (row,) = ledger.rows(KEY)
        assert row.said == "no\ufffd?"


def test_a_commit_is_on_disk_whatever_the_server_says(postgresql_schema: str) -> None:
    with (
        closing(PostgresLedger(postgresql_schema)) as ledger,
        ledger._session.transaction() as cursor,
    ):
        found = {}
        for name in ("synchronous_commit", "tcp_keepalives_idle", "statement_timeout"):
            cursor.execute("SELECT current_setting(%s)", [name])
            found[name] = cursor.fetchone()
    assert found == {
        "synchronous_commit": ("on",),
        "tcp_keepalives_idle": ("30",),
        "statement_timeout": ("0",),
    }


def test_two_newsletters_have_a_schema_each_in_one_database(postgresql: str) -> None:
    with psycopg.connect(postgresql) as connection:
        connection.execute("CREATE SCHEMA friday")
    friday = f"{postgresql}?options=-csearch_path%3Dfriday"
    with closing(begun(postgresql, 3)), closing(PostgresLedger(friday)) as other:
        assert other.sendings() == ()
        other.begin(MAILING, now=NOW, by="desk")
        assert other.claim(KEY, 3, now=NOW) == ()
    with pytest.raises(Usage, match="cannot be written"):
        PostgresLedger(friday.replace("Dfriday", "Dnowhere"))


def test_tables_of_a_newer_nutgraf_are_refused(postgresql_schema: str) -> None:
    PostgresLedger(postgresql_schema).close()
    with psycopg.connect(postgresql_schema) as connection:
        connection.execute("UPDATE nutgraf_version SET version = 2")
    with pytest.raises(Usage, match="newer nutgraf") as refused:
        PostgresLedger(postgresql_schema)
    assert "pip install --upgrade nutgraf" in refused.value.hint


def test_a_database_that_is_down_is_tried_later() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
    with pytest.raises(TryLater, match="does not answer") as down:
        PostgresLedger(f"postgresql://desk:sesame@127.0.0.1:{port}/nutgraf")
    assert "sesame" not in str(down.value)


def test_a_database_that_is_lost_and_stays_away_is_tried_later(postgresql: str) -> None:
    with closing(begun(postgresql, 5)) as ledger:
        rows = ledger.claim(KEY, 2, now=NOW)
        server, _, name = postgresql.rpartition("/")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            closed = f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS %s'
            end_sessions(postgresql)
            connection.execute(closed.replace("%s", "false").encode())
            for _ in range(2):
                with pytest.raises(TryLater, match=f"/{name}"):
                    ledger.settle(KEY, [Settled(rows[0].number, SENT)], now=NOW)
            connection.execute(closed.replace("%s", "true").encode())
        ledger.settle(KEY, [Settled(rows[0].number, SENT)], now=NOW)
        assert ledger.counts(KEY)[State.SENT] == 1


def test_the_password_is_that_of_the_environment_and_a_wrong_one_is_not_shown(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {ASKED} SUPERUSER LOGIN PASSWORD 'sesame'".encode())
    address = postgresql.replace("//postgres@", f"//{ASKED}@")
    monkeypatch.setenv("PGPASSWORD", "sesame")
    PostgresLedger(address).close()
    monkeypatch.setenv("PGPASSWORD", "barley")
    for wrong in (address, address.replace("@", ":barley@")):
        with pytest.raises(Stopped, match=r"does not let us in: .*password auth") as refused:
            PostgresLedger(wrong)
        assert "barley" not in str(refused.value)
    monkeypatch.delenv("PGPASSWORD")
    with pytest.raises(Stopped, match="no password supplied"):
        PostgresLedger(address)


@pytest.mark.parametrize("change", ["//nobody:sesame@", "//postgres:sesame@"])
def test_a_server_that_refuses_us_is_no_passing_matter(postgresql: str, change: str) -> None:
    address = postgresql.replace("//postgres@", change)
    if "postgres:" in change:
        address += "_that_is_not_there"
    with pytest.raises(Usage, match=r"does not let us in: .*does not exist") as refused:
        PostgresLedger(address)
    assert "sesame" not in str(refused.value)


def test_a_role_that_may_not_write_is_told_what_it_needs(postgresql: str) -> None:
    PostgresLedger(postgresql).close()
    with psycopg.connect(postgresql) as connection:
        connection.execute("DROP ROLE IF EXISTS looks_on")
        connection.execute("CREATE ROLE looks_on LOGIN")
        connection.execute("GRANT SELECT ON nutgraf_version TO looks_on")
    looking = postgresql.replace("postgres@", "looks_on@")
    with closing(PostgresLedger(looking)) as ledger, pytest.raises(Usage, match="cannot be") as no:
        ledger.begin(MAILING, now=NOW, by="desk")
    assert "SELECT, INSERT, UPDATE and DELETE" in no.value.hint


@pytest.mark.parametrize(
    "address", ["postgresql://desk:sesame@host:port/x", "postgresql://desk:sesame@host/%zz"]
)
def test_an_address_that_cannot_be_read_is_not_shown(address: str) -> None:
    with pytest.raises(Usage, match="cannot be read") as unread:
        PostgresLedger(address)
    assert "sesame" not in str(unread.value)


def test_a_database_of_another_encoding_is_refused(postgresql: str) -> None:
    server, _, name = postgresql.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        made = f"CREATE DATABASE \"{name}_latin\" TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'"
        connection.execute(made.encode())
    with pytest.raises(Usage, match="as LATIN1, not as UTF-8"):
        PostgresLedger(f"{postgresql}_latin")


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Usage) as lacking:
        PostgresLedger("postgresql://host/x")
    assert lacking.value.hint == "pip install 'nutgraf[postgresql]'"
