"""Whole sends through real servers that fault by their own switches, and what the ledger says."""

from __future__ import annotations

import email
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path

import dkim
import pytest

from nutgraf.app.approve import approve
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.workspace.loading import open_workspace
from tests.cli.running import Ran, run
from tests.deliver.dkim_keys import ed25519_key, published, rsa_key
from tests.servers import delivered_to, free_port, postfix, smtp_sink
from tests.workspaces import BRIEF, REPORT, SETTINGS, write_files

KEY = "2025-03-07"
SENDING = """\
unsubscribe:
  url: https://harbour.example/leave
  mailto: leave@harbour.example
  secret:
    file: secret
lists:
  readers:
    file: readers.csv
delivery:
  host: 127.0.0.1
  port: 25
  security: none
  connections: 1
  timeout: 1 second
"""
FEW = [f"reader{number}@x.example" for number in range(3)]


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with an approved brief whose time has come; relay and readers are to be named."""
    at = datetime.now(UTC) - timedelta(minutes=1)
    front = f"subject: Ferries carry 1,240\nsend_at: {at:%Y-%m-%dT%H:%M:%SZ}"
    root = write_files(
        tmp_path_factory.mktemp("approved"),
        {
            "nutgraf.yaml": SETTINGS + SENDING,
            "secret": "s" * 40,
            "rsa.pem": rsa_key(),
            "ed25519.pem": ed25519_key(),
            "seeds/report.md": REPORT,
            f"briefs/{KEY}.md": BRIEF.replace("subject: Ferries carry 1,240", front),
        },
    )
    for name in ("secret", "rsa.pem", "ed25519.pem"):
        (root / name).chmod(0o600)
    workspace = open_workspace(root)
    approve(workspace, workspace.brief_entry(KEY), by="Ines", now=at - timedelta(hours=2))
    return root


Ready = Callable[..., Path]


@pytest.fixture
def ready(approved: Path, tmp_path: Path) -> Ready:
    """Gives the workspace a relay and readers, which take nothing back of the approval."""

    def given(port: int, readers: Sequence[str] = FEW, connections: int = 1) -> Path:
        root = shutil.copytree(approved, tmp_path / "workspace")
        text = (root / "nutgraf.yaml").read_text(encoding="utf-8")
        text = text.replace("port: 25", f"port: {port}")
        text = text.replace("connections: 1", f"connections: {connections}")
        (root / "nutgraf.yaml").write_text(text, encoding="utf-8")
        (root / "readers.csv").write_text("\n".join(["address", *readers, ""]), encoding="utf-8")
        return root

    return given


def send(root: Path, *more: str) -> Ran:
    return run(root, "send", KEY, "--yes", "--by", "Ines", *more)


def states(root: Path) -> dict[str, int]:
    ledger = open_ledger(root, open_workspace(root).settings)
    found = {str(state): number for state, number in ledger.counts(KEY).items()}
    ledger.close()
    return found


def come_to_its_time(root: Path) -> None:
    """Lets the next try of what was put off be now."""
    with closing(sqlite3.connect(root / "sent" / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("UPDATE rows SET next_try = 0 WHERE state = 'deferred'")


@pytest.mark.parametrize(
    ("switches", "status", "told", "state"),
    [
        # Refused for good: at the door, of us, or of each reader.
        (["-f", "CONNECT"], 2, "does not greet us: 500", "queued"),
        (["-f", "EHLO,HELO"], 2, "does not take EHLO: 500", "queued"),
        (["-f", "MAIL"], 2, "refuses mail from desk@harbour.example", "queued"),
        (["-f", "RCPT"], 0, "3 refused", "refused"),
        (["-f", "DATA"], 0, "3 refused", "refused"),
        (["-f", "."], 0, "3 refused", "refused"),
        # No such mailbox: refused, and mailed no more.
        (["-f", "RCPT", "-B", "550 5.1.1 No such user"], 0, "3 refused", "refused"),
        # Not now: at the door nobody's turn has come.
        (["-r", "CONNECT"], 75, "does not greet us: 450", "queued"),
        (["-r", "EHLO,HELO"], 75, "does not take EHLO: 450", "queued"),
        # Hung up on: in doubt only after the content was begun.
        (["-q", "CONNECT"], 75, "does not answer", "queued"),
        (["-q", "."], 1, "3 unknown", "unknown"),
        (["-Q", "CONNECT"], 75, "does not greet us: 421", "queued"),
        # Slower than delivery.timeout: the content was sent, and no answer came.
        (["-p", "-W", ".:2"], 1, "3 unknown", "unknown"),
    ],
)
def test_what_a_relay_does_at_each_stage_ends_in_the_right_state(
    ready: Ready, switches: list[str], status: int, told: str, state: str
) -> None:
    connections = 3 if state == "unknown" else 1  # who waits for a timeout waits at once
    with smtp_sink(*switches) as sink:
        root = ready(sink.port, connections=connections)
        ran = send(root)
    assert (ran.status, told in ran.out + ran.err) == (status, True), ran
    assert "Traceback" not in ran.err
    assert states(root) == {state: 3}
    ledger = open_ledger(root, open_workspace(root).settings)
    barred = {one.address for one in ledger.suppressions()}
    ledger.close()
    assert barred == (set(FEW) if "550 5.1.1 No such user" in switches else set())


@pytest.mark.parametrize(
    "switches",
    [
        ["-r", "MAIL"],
        ["-r", "RCPT"],
        ["-r", "DATA"],
        ["-r", "."],
        ["-q", "MAIL"],
        ["-q", "RCPT"],
        ["-q", "DATA"],
        ["-Q", "RCPT"],
        ["-p", "-w", "2"],
    ],
)
def test_what_was_put_off_goes_with_a_later_run_of_cron_once_and_in_silence(
    ready: Ready, switches: list[str]
) -> None:
    port = free_port()
    root = ready(port, connections=3)
    with smtp_sink(*switches, port=port):
        assert run(root, "send", "--due") == Ran(0, "", "")
    assert states(root) == {"deferred": 3}
    with smtp_sink(record=True, port=port) as sink:
        assert run(root, "send", "--due") == Ran(0, "", "")
        assert sink.recipients() == []
        come_to_its_time(root)
        assert run(root, "send", "--due") == Ran(0, "", "")
        assert sorted(sink.recipients()) == FEW
    assert states(root) == {"sent": 3}


def test_who_ends_a_send_is_told_what_happens_and_nobody_is_in_doubt(ready: Ready) -> None:
    with smtp_sink("-r", "RCPT") as sink:
        root = ready(sink.port)
        process = subprocess.Popen(
            [sys.executable, "-m", "nutgraf", "send", KEY, "--yes", "--by", "Ines"],
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        for line in process.stderr:
            if "the relay put some off, and they are tried again" in line:
                process.send_signal(signal.SIGINT)
                break
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (75, f"{KEY}: 3 deferred\n")
    assert err.startswith("ending: what is under way is finished first")
    assert err.endswith(f"next: nutgraf send {KEY} --resume\n")


def test_several_briefs_that_are_due_while_the_relay_is_down_are_in_no_doubt(
    ready: Ready,
) -> None:
    port = free_port()
    root = ready(port, connections=3)
    text = (root / f"briefs/{KEY}.md").read_text(encoding="utf-8")
    (root / "briefs/second.md").write_text(text, encoding="utf-8")
    workspace, now = open_workspace(root), datetime.now(UTC) - timedelta(hours=2)
    approve(workspace, workspace.brief_entry("second"), by="Ines", now=now)
    ran = run(root, "send", "--due")
    assert (ran.status, ran.err.count("does not answer")) == (75, 2)
    assert states(root) == {"queued": 3}
    with smtp_sink(record=True, port=port) as sink:
        assert run(root, "send", "--due") == Ran(0, "", "")
        assert sorted(sink.recipients()) == sorted([*FEW, *FEW])


def test_a_thousand_readers_get_one_whole_and_signed_message_each(ready: Ready) -> None:
    readers = [f"reader{number}@x.example" for number in range(1000)]
    with smtp_sink(record=True) as sink:
        root = ready(sink.port, readers, connections=4)
        sign(root, "ed25519.pem")
        assert send(root).out == f"{KEY}: 1,000 sent\n"
        messages = {message.recipients: message.data for message in sink.messages()}
        assert sorted(sink.recipients()) == sorted(readers)
    assert len(messages) == 1000
    assert len({outline(data, to) for (to,), data in messages.items()}) == 1000
    for (to,), data in list(messages.items())[::50]:  # the slow parser, which reads every field
        assert whole(data, to)
    assert all(verified(data, ed25519_key()) for data in messages.values())


def test_a_signed_message_comes_whole_out_of_postfix(ready: Ready) -> None:
    with postfix() as server:
        root = ready(server.port)
        sign(root, "rsa.pem")
        assert send(root).out == f"{KEY}: 3 sent\n"
        delivered = server.wait_for(3)
    assert delivered_to(delivered) == Counter(FEW)
    for data in delivered:
        to = email.message_from_bytes(data, policy=default)["Delivered-To"]
        assert whole(data, to)
        assert verified(data, rsa_key())


def sign(root: Path, key: str) -> None:
    with (root / "nutgraf.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"dkim:\n  selector: brief\n  key:\n    file: {key}\n")


def outline(data: bytes, to: str) -> tuple[str, str]:
    """What is each reader's own of a message that has its parts: its identifier, its way out."""
    message = email.message_from_bytes(data)
    assert message["To"] == to
    _, text, html = message.walk()
    assert b"passengers on Saturday" in text.get_payload(decode=True)
    assert b"passengers on Saturday" in html.get_payload(decode=True)
    assert not any(one.defects for one in (message, text, html))
    return message["Message-ID"], message["List-Unsubscribe"]


def whole(data: bytes, to: str) -> bool:
    """Whether all parts and headers of a message are there, as Python's newer parser reads them."""
    message = email.message_from_bytes(data, policy=default)
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    for part in parts:
        assert part["Content-Transfer-Encoding"] == "quoted-printable"
        assert "1,240 passengers on Saturday" in " ".join(part.get_content().split())
        assert "%%" not in part.get_content()
    assert not any(one.defects for one in message.walk())
    assert (message["To"], message["Subject"]) == (to, "Ferries carry 1,240")
    assert message["From"] == "The Harbour Letter <desk@harbour.example>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    https, mailto = message["List-Unsubscribe"].split(", ")
    assert https.startswith("<https://harbour.example/leave")
    assert mailto.startswith("<mailto:leave@harbour.example")
    return all(message[name] for name in ("List-Id", "Feedback-ID", "Date", "Message-ID"))


def verified(data: bytes, key: str) -> bool:
    found = published(key, "brief._domainkey.harbour.example.")
    signature = email.message_from_bytes(data)["DKIM-Signature"]
    signed = signature.lower().partition("h=")[2].partition(";")[0]
    assert {"list-unsubscribe", "list-unsubscribe-post"} <= {
        name.strip() for name in signed.split(":")
    }
    return bool(dkim.verify(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), dnsfunc=found))
