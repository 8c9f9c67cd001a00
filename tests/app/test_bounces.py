"""`nutgraf bounces`: what came back is read, and readers who are gone are mailed no more."""

from __future__ import annotations

import sqlite3
from contextlib import chdir, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.cli.commands import app
from nutgraf.deliver.ledgers import Settled
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.loading import open_workspace
from tests.app.test_unsubscribing import FILES, SECRET, TOKEN
from tests.cli.running import Ran, files_below, refused, run
from tests.deliver.reports import answer, delivery_report
from tests.workspaces import write_files

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
INES, OLAV = Reader("ines@harbour.example"), Reader("olav@harbour.example", "Olav")
MAILING = Mailing("2025-03-07", "The ferries", "Ferries", "<p>Hi</p>", "Hi", NOW, "readers")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace that has sent a brief to Ines and Olav."""
    root = write_files(tmp_path / "letter", FILES)
    with closing(SqliteLedger(root / "sent" / "ledger.sqlite")) as ledger:
        ledger.begin(MAILING, now=NOW, by="Ines")
        ledger.enqueue(MAILING.key, [INES, OLAV])
        claimed = ledger.claim(MAILING.key, 50, now=NOW)
        sent = Outcome(State.SENT, 250)
        ledger.settle(MAILING.key, [Settled(row.number, sent) for row in claimed], now=NOW)
    return root


def letter(root: Path, reader: Reader) -> bytes:
    """The message as the reader's server got it."""
    settings = open_workspace(root).settings
    return Letters(MAILING, settings, secret=SECRET).to(reader).data


def suppressed(root: Path) -> list[tuple[str, str]]:
    with closing(SqliteLedger(root / "sent" / "ledger.sqlite")) as ledger:
        return [(one.address, one.brief) for one in ledger.suppressions()]


def mbox(root: Path, *mails: bytes) -> str:
    path = root.parent / "bounces.mbox"
    line = b"From MAILER-DAEMON  Fri Mar  7 17:00:10 2025\n"
    path.write_bytes(b"".join(line + mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails))
    return str(path)


def piped(root: Path, data: bytes, *arguments: str) -> Ran:
    with chdir(root):
        result = CliRunner().invoke(app, ["bounces", "-", *arguments], input=data)
    return Ran(result.exit_code, result.stdout, result.stderr)


def test_a_mailbox_is_read_and_each_reader_told(root: Path) -> None:
    report = delivery_report(to=OLAV.address, returned=letter(root, OLAV), whole=True)
    later = delivery_report(action="delayed", status="4.4.1", said="smtp; 451 later")
    away = answer("Away", headers="Auto-Submitted: auto-replied\r\n")
    stranger = delivery_report(to="mayor@town.example")
    box = mbox(root, report, later, away, answer("Thanks!"), stranger, b"\x00")
    ran = run(root, "bounces", box)
    assert ran.status == 0
    assert ran.err == ""
    lines = ran.out.splitlines()
    assert lines[0].startswith("suppressed olav@harbour.example  bounced: 5.1.1 ")
    assert lines[0].endswith("(2025-03-07)")
    assert lines[1].startswith("left       ines@harbour.example  delayed: 4.4.1 451 later")
    assert lines[2].startswith("not ours   mayor@town.example  ")
    assert lines[3:] == [
        "6 mails: 1 suppressed, 1 left, 1 not ours, 1 automatic, 1 other, 1 unreadable"
    ]
    assert suppressed(root) == [(OLAV.address, MAILING.key)]


def test_a_letter_of_ours_is_known_by_its_message_id_alone(root: Path) -> None:
    kept = (b"to:", b"message-id:")
    lines = letter(root, OLAV).split(b"\r\n")
    headers = b"\r\n".join(line for line in lines if line.lower().startswith(kept))
    data = delivery_report(to="somebody@inner.example", returned=headers)
    assert piped(root, data).status == 0
    assert suppressed(root) == [(OLAV.address, MAILING.key)]


def test_reading_a_mailbox_again_changes_nothing(root: Path) -> None:
    box = mbox(root, answer(f"unsubscribe {TOKEN}"), answer(f"unsubscribe {TOKEN}"))
    assert run(root, "bounces", box).out.endswith("1 suppressed, 1 dealt with before\n")
    assert suppressed(root) == [(INES.address, MAILING.key)]
    assert run(root, "bounces", box).out == "2 mails: 2 dealt with before\n"


def test_who_came_back_is_not_suppressed_by_the_mail_they_left_with(root: Path) -> None:
    box = mbox(root, answer(f"unsubscribe {TOKEN}"))
    run(root, "bounces", box)
    with closing(SqliteLedger(root / "sent" / "ledger.sqlite")) as ledger:
        ledger.allow(INES.address)
    assert run(root, "bounces", box).status == 0
    assert suppressed(root) == []


def test_one_who_is_suppressed_already_is_told_so(root: Path) -> None:
    run(root, "bounces", mbox(root, answer(f"unsubscribe {TOKEN}")))
    ran = run(root, "bounces", mbox(root, delivery_report()))
    assert ran.out.startswith("already    ines@harbour.example")
    assert ran.out.endswith("1 mail: 1 suppressed before\n")


def test_a_dry_run_changes_nothing(root: Path) -> None:
    box = mbox(root, delivery_report())
    before = files_below(root)
    ran = run(root, "bounces", box, "--dry-run")
    assert ran.out.startswith("would be   ines@harbour.example  bounced: 5.1.1")
    assert "nothing was changed" in ran.err
    assert suppressed(root) == []
    assert set(files_below(root)) == set(before)
    assert run(root, "bounces", box).out.startswith("suppressed ines@harbour.example")
    assert run(root, "bounces", box, "--dry-run").out == "1 mail: 1 dealt with before\n"


def test_a_dry_run_makes_no_ledger(tmp_path: Path) -> None:
    root = write_files(tmp_path / "letter", FILES)
    ran = run(root, "bounces", mbox(root, answer(f"unsubscribe {TOKEN}")), "--dry-run")
    assert ran.out.startswith("would be   ines@harbour.example  unsubscribed (2025-03-07)")
    assert not (root / "sent").exists()


def test_an_empty_mailbox_is_said(root: Path) -> None:
    for name in ("new", "cur"):
        (root.parent / "box" / name).mkdir(parents=True)
    assert run(root, "bounces", str(root.parent / "box")).out == "0 mails: nothing in it\n"


def test_a_mailbox_that_is_not_there_is_said(root: Path) -> None:
    refused(run(root, "bounces", "no-such-box"), "no-such-box cannot be read", "Maildir")


def test_a_piped_report_is_taken_in(root: Path) -> None:
    ran = piped(root, b"From MAILER-DAEMON  Fri Mar  7 17:00:10 2025\n" + delivery_report())
    assert (ran.status, ran.err) == (0, "")
    assert suppressed(root) == [(INES.address, MAILING.key)]


def test_a_piped_report_is_given_back_to_try_again_where_nothing_can_be_kept(root: Path) -> None:
    """75 alone makes a mail system keep it; anything else would lose it."""
    (root / "unsubscribe.key").rename(root / "moved.key")
    ran = piped(root, delivery_report())
    assert (ran.status, ran.out) == (75, "")
    assert "unsubscribe.key" in ran.err
    (root / "moved.key").rename(root / "unsubscribe.key")
    (root / "nutgraf.yaml").write_text("name: x\n")
    assert piped(root, delivery_report()).status == 75


def test_a_ledger_that_is_busy_is_tried_again_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.ledgers.sqlite._PATIENCE", 0.05)
    box = mbox(root, delivery_report())
    with closing(sqlite3.connect(root / "sent" / "ledger.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run(root, "bounces", box).status == 75
        other.execute("ROLLBACK")
    assert run(root, "bounces", box).status == 0
    assert suppressed(root) == [(INES.address, MAILING.key)]
