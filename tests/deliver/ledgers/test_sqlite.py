from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.deliver.ledgers.opening import has_ledger, ledger_file, open_ledger, sending_lock
from nutgraf.deliver.ledgers.sqlite import VERSION, SqliteLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.errors import Stopped, TryLater, Usage
from nutgraf.workspace.settings import Sender, Settings

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)


def settings(ledger: str = "sent/ledger.sqlite") -> Settings:
    return Settings("x", Sender("x", "desk@harbour.example"), "1 Quay", ledger=ledger)


def test_the_file_is_made_where_the_settings_say(tmp_path: Path) -> None:
    assert not has_ledger(tmp_path, settings())
    open_ledger(tmp_path, settings()).close()
    assert (tmp_path / "sent/ledger.sqlite").exists()
    assert has_ledger(tmp_path, settings())
    assert ledger_file(tmp_path, settings("sqlite:///a/b.db")) == tmp_path / "a/b.db"


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "l")
    assert ledger._db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert ledger._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    ledger.close()


def test_a_ledger_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "l").close()
    with sqlite3.connect(tmp_path / "l") as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(Usage, match="newer nutgraf"):
        SqliteLedger(tmp_path / "l")


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "l").write_text("address,name\n" * 100, encoding="utf-8")
    with pytest.raises(Stopped, match="not a database"):
        SqliteLedger(tmp_path / "l")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "sent").write_text("", encoding="utf-8")
    with pytest.raises(Stopped, match="cannot be made"):
        SqliteLedger(tmp_path / "sent" / "ledger.sqlite")


def test_a_full_disk_stops_and_leaves_what_was_committed(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "l")
    ledger.begin(Mailing("a", "", "", "", "", NOW, ""), now=NOW, by="Ines")
    ledger._db.execute("PRAGMA max_page_count = 1")  # SQLite's own way to fill the disk
    with pytest.raises(Stopped, match="full"):
        ledger.begin(Mailing("b", "", "", "x" * 100_000, "", NOW, ""), now=NOW, by="Ines")
    assert [one.mailing.key for one in ledger.sendings()] == ["a"]
    ledger.close()


def test_a_ledger_that_another_process_writes_is_waited_for_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.ledgers.sqlite._PATIENCE", 0.05)
    ledger = SqliteLedger(tmp_path / "l")
    other = sqlite3.connect(tmp_path / "l", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(TryLater, match="in use"):
        ledger.note("a", "b", now=NOW)
    other.close()
    assert ledger.note("a", "b", now=NOW)
    ledger.close()


def test_one_process_sends_at_a_time(tmp_path: Path) -> None:
    with (
        sending_lock(tmp_path, settings()),
        pytest.raises(TryLater, match="another nutgraf is sending"),
        sending_lock(tmp_path, settings()),
    ):
        pytest.fail("two hold it")
    with sending_lock(tmp_path, settings()):
        pass
