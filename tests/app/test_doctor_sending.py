"""What the doctor says of sending without asking any network."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.doctor import examine
from nutgraf.app.doctor_sending import examine_sending
from nutgraf.deliver.ledgers.opening import sending_lock
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import SETTINGS, write_files

SECRET = "a secret of thirty-two characters"
WELL = """\
delivery: {host: mail.harbour.example, username: desk, password: {file: relay.key}}
unsubscribe: {url: "https://letters.harbour.example/u", secret: {file: way-out.key}}
lists: {readers: {file: readers.csv}}
"""
FILES = {
    "relay.key": "open sesame",
    "way-out.key": SECRET,
    "readers.csv": "address\nines@town.example\nolav@town.example\n",
}


def told(root: Path, settings: str, files: dict[str, str] | None = None) -> list[Diagnosis]:
    write_files(root, {"nutgraf.yaml": SETTINGS + settings, **FILES, **(files or {})})
    for key in root.glob("*.key"):
        key.chmod(0o600)
    found = list(examine_sending(root, open_workspace(root).settings))
    assert {each.area for each in found} <= {"sending"}
    assert not any("sesame" in each.message + each.hint for each in found)
    return found


def states(found: list[Diagnosis]) -> list[tuple[str, str]]:
    return [(each.state, each.message) for each in found]


def test_a_workspace_that_can_send_is_well_and_nothing_is_made_of_it(tmp_path: Path) -> None:
    assert states(told(tmp_path, WELL)) == [
        ("ok", "readers unsubscribe at https://letters.harbour.example/u"),
        ("ok", "the list readers has 2 readers"),
    ]
    assert not (tmp_path / "sent").exists()


def test_the_ledger_is_looked_at_where_there_is_one(tmp_path: Path) -> None:
    with closing(SqliteLedger(tmp_path / "sent" / "ledger.sqlite")):
        pass
    assert states(told(tmp_path, WELL))[-1] == ("ok", "the ledger is sent/ledger.sqlite")
    settings = open_workspace(tmp_path).settings
    with sending_lock(tmp_path, settings):
        found = list(examine_sending(tmp_path, settings))[-1]
    assert (found.state, "another nutgraf is sending" in found.message) == ("not checked", True)
    (tmp_path / "sent" / "ledger.sqlite").write_bytes(b"no database, but long enough" * 50)
    assert told(tmp_path, WELL)[-1].state == "error"


def test_a_ledger_that_may_not_be_written_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.app.doctor_sending.os.access", lambda *_: False)
    assert told(tmp_path, WELL)[-1].message.endswith(f"cannot be made in {tmp_path}")
    with closing(SqliteLedger(tmp_path / "sent" / "ledger.sqlite")):
        pass
    assert "may not be written" in told(tmp_path, WELL)[-1].message
    assert told(tmp_path, WELL)[-1].state == "error"


@pytest.mark.parametrize(
    ("settings", "state", "message"),
    [
        ("lists: {a: {file: readers.csv}}\n", "warning", "names no relay"),
        ("delivery: {transport: outbox}\n", "warning", "readers cannot unsubscribe"),
        (WELL.replace("relay.key", "gone.key"), "warning", "relay's password cannot be read"),
        (WELL.replace("https:", "http:"), "warning", "is not https"),
        (WELL.replace(", secret: {file: way-out.key}", ""), "error", "names no secret"),
        (WELL.replace("way-out.key", "gone.key"), "warning", "cannot be read from"),
        (WELL.replace("way-out.key", "relay.key"), "error", "11 characters"),
        (WELL + "dkim: {selector: a, key: {file: gone.pem}}\n", "warning", "private key of DKIM"),
        (WELL + "dkim: {selector: a, key: {file: relay.key}}\n", "error", "is no private key"),
        (WELL.replace("readers.csv", "gone.csv"), "error", "gone.csv"),
        (WELL.replace("{file: readers.csv}", "{}"), "error", "does not say where the list"),
        (
            WELL.replace(
                "{file: readers.csv}", '{database: "postgresql://db.example/m", query: select 1}'
            ),
            "not checked",
            "the list readers is in a database",
        ),
        (
            WELL + "ledger: postgresql://db.example/n\n",
            "not checked",
            "the ledger is in PostgreSQL",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told(
    tmp_path: Path, settings: str, state: str, message: str
) -> None:
    found = told(tmp_path, settings)
    assert any(each.state == state and message in each.message for each in found), found
    assert all(each.hint for each in found if each.state == "error")


def test_a_page_to_unsubscribe_that_an_editor_broke_is_told_with_its_place(tmp_path: Path) -> None:
    own = "templates/unsubscribe/page.html.j2"
    (wrong,) = [
        each for each in told(tmp_path, WELL, {own: "<p>\n{{ sate }}"}) if each.state == "error"
    ]
    assert wrong.where.startswith(f"{own}:2")


def test_the_faults_of_a_list_are_counted_and_the_first_is_shown(tmp_path: Path) -> None:
    lines = "".join(f"broken{number}\n" for number in range(1234))
    found = told(tmp_path, WELL, {"readers.csv": f"address\ni@town.example\n{lines}"})
    (wrong,) = [each for each in found if each.state == "error"]
    assert wrong.where == "readers.csv:3:1"
    assert wrong.message.endswith("(1,234 faults in the list readers)")


def test_the_doctor_says_it_with_all_the_rest(tmp_path: Path) -> None:
    found = told(tmp_path, WELL)
    whole = list(examine(tmp_path, now=datetime(2025, 3, 7, 17, 0, tzinfo=UTC)))
    assert [each for each in whole if each.area == "sending"] == found
    assert whole[-1].message == "the sending domain and the relay (offline)"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_secret_that_others_may_read_is_a_warning(tmp_path: Path) -> None:
    told(tmp_path, WELL)
    (tmp_path / "relay.key").chmod(0o640)
    found = list(examine_sending(tmp_path, open_workspace(tmp_path).settings))
    (warning,) = [each for each in found if each.state == "warning"]
    assert "may read relay.key" in warning.message
    assert warning.hint == f"chmod 600 {tmp_path / 'relay.key'}"


def test_an_empty_list_is_a_warning(tmp_path: Path) -> None:
    found = told(tmp_path, WELL, {"readers.csv": "address\n"})
    assert ("warning", "the list readers has no readers (readers.csv)") in states(found)
