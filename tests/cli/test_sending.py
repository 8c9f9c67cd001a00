"""`nutgraf send` as a person and as cron run it, with a relay that speaks SMTP."""

from __future__ import annotations

import email
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path

import pytest

from nutgraf.app.approve import approve
from nutgraf.app.sending_plan import plan_of
from nutgraf.deliver.ledgers import Suppression
from nutgraf.deliver.ledgers.opening import open_ledger, sending_lock
from nutgraf.deliver.outcome import State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients import open_list
from nutgraf.workspace.loading import open_workspace
from tests.cli.running import Ran, refused, run, run_process
from tests.servers import Relay, free_port, relay
from tests.servers.sinks import smtp_sink
from tests.workspaces import REPORT, SETTINGS, THROUGH, TO_READERS, Write

KEY = "2025-03-07"
BRIEF = """\
---
title: The ferries
date: 2025-03-07
subject: Ferries carry 1,240
---
## Summary

The ferries carried 1,240 passengers on Saturday. [@report]
"""
SENDING = TO_READERS + THROUGH
READERS = ["bo@harbour.example", "ines@harbour.example", "olu@harbour.example"]
BY = ("--by", "Ines")


def write(write_workspace: Write, port: int, *, brief: str = BRIEF, more: str = "") -> Path:
    return write_workspace(
        {
            "nutgraf.yaml": SETTINGS + SENDING.format(port=port) + more,
            "seeds/report.md": REPORT,
            f"briefs/{KEY}.md": brief,
            "readers.csv": "address\n" + "\n".join(READERS) + "\n",
        }
    )


def approved(root: Path, now: datetime | None = None) -> Path:
    workspace = open_workspace(root)
    approve(workspace, workspace.brief_entry(KEY), by="Ines", now=now or datetime.now(UTC))
    return root


def counts(root: Path) -> dict[State, int]:
    ledger = open_ledger(root, open_workspace(root).settings)
    found = dict(ledger.counts(KEY))
    ledger.close()
    return found


def due_brief(minutes_ago: float = 1) -> tuple[str, datetime]:
    """A brief whose time came so many minutes ago, and a moment at which it was still to come."""
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    front = f"subject: Ferries carry 1,240\nsend_at: {at:%Y-%m-%dT%H:%M:%SZ}"
    return BRIEF.replace("subject: Ferries carry 1,240", front), at - timedelta(hours=2)


@pytest.fixture
def here() -> Iterator[Relay]:
    with relay() as running:
        yield running


def test_a_brief_goes_to_every_reader_of_its_list_once(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    ran = run(root, "send", KEY, "--yes", *BY)
    assert ran.status == 0, ran.err
    assert ran.out == f"{KEY}: 3 sent\n"
    assert sorted(here.recipients()) == READERS
    for told in (
        f"brief    {KEY}: The ferries",
        "subject  Ferries carry 1,240",
        "to       3 readers of “readers”",
        f"from     The Harbour Letter <desk@harbour.example>, through 127.0.0.1:{here.port}",
    ):
        assert told in ran.err
    again = run(root, "send", KEY, "--yes", *BY)
    assert f"“{KEY}” was sent already, by Ines" in refused(again)
    assert len(here.letters) == 3


def test_what_arrives_is_what_was_approved(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    frozen = (root / f"briefs/{KEY}.approved/digest.txt").read_text(encoding="utf-8")
    run(root, "send", KEY, "--yes", *BY)
    content = here.letters[0].content
    assert isinstance(content, bytes)
    message = email.message_from_bytes(content, policy=default)
    text, html = message.iter_parts()
    assert message["Subject"] == "Ferries carry 1,240"
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().splitlines()[0] == frozen.splitlines()[0]
    assert "%%" not in text.get_content() + html.get_content()


def test_a_real_send_asks_and_takes_no_silence_for_a_yes(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    refused(run(root, "send", KEY, *BY), "nobody is here to say yes")
    assert here.letters == []
    assert counts(root) == {}


def test_the_brief_is_never_guessed(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    refused(run(root, "send"), "which brief?")
    refused(run(root, "send", "2025-03-08"), "did you mean 2025-03-07?")
    refused(run(root, "send", KEY, "--due"), "takes no brief")


def test_what_is_not_approved_is_not_sent_but_to_oneself(
    write_workspace: Write, here: Relay
) -> None:
    root = write(write_workspace, here.port)
    refused(run(root, "send", KEY, "--yes", *BY), f"nutgraf approve {KEY}")
    ran = run(root, "send", KEY, "--to", "me@harbour.example", "--to", "you@harbour.example")
    assert ran.status == 0, ran.err
    assert here.recipients() == ["me@harbour.example", "you@harbour.example"]
    content = here.letters[0].content
    assert isinstance(content, bytes)
    assert email.message_from_bytes(content, policy=default)["Subject"] == (
        "[Test] Ferries carry 1,240"
    )
    refused(run(root, "send", KEY, "--to", "me"), "“me” is not an e-mail address")
    refused(run(root, "send", KEY, "--to", f"me@{'ä' * 70}.example"), "cannot be mailed")


def test_a_test_to_a_reader_of_the_list_has_their_own_words(
    write_workspace: Write, here: Relay
) -> None:
    """Whoever is not on the list gets the defaults, and a list that is broken keeps nobody out."""
    root = write(write_workspace, here.port)
    settings = root / "nutgraf.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}fields: {{name: reader}}\n", "utf-8")
    (root / "templates/annotated").mkdir(parents=True)
    (root / "templates/annotated/digest.txt.j2").write_text("Dear {{ reader.name }},\n", "utf-8")
    (root / "readers.csv").write_text("address,name\nann@harbour.example,Ann\n", "utf-8")
    for address in ("ann@harbour.example", "me@harbour.example"):
        assert run(root, "send", KEY, "--to", address).status == 0
    (root / "readers.csv").write_text("address,name\nann@harbour.example,Ann\nbo\n", "utf-8")
    assert run(root, "send", KEY, "--to", "ann@harbour.example").status == 0
    texts = []
    for letter in here.letters:
        assert isinstance(letter.content, bytes)
        message = email.message_from_bytes(letter.content, policy=default)
        assert "<readers.harbour.example>" in message["List-Id"]
        text = message.get_body(("plain",))
        assert text is not None
        texts.append(text.get_content().splitlines()[0])
    assert texts == ["Dear Ann,", "Dear reader,", "Dear reader,"]


def test_a_test_that_the_relay_refuses_is_told(write_workspace: Write, here: Relay) -> None:
    root = write(write_workspace, here.port)
    here.replies["me@harbour.example"] = "550 5.1.1 no such mailbox"
    ran = run(root, "send", KEY, "--to", "me@harbour.example")
    assert ran.status == 2
    assert "me@harbour.example: refused" in ran.out


def test_a_dry_run_does_everything_but_the_sending(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    ran = run(root, "send", KEY, "--dry-run")
    assert ran.status == 0, ran.err
    assert ran.out == (
        f"{KEY}: 3 messages written for “readers”, none sent; 3 to look at in build/outbox/{KEY}\n"
    )
    assert len(list((root / "build/outbox" / KEY).glob("*.eml"))) == 3
    assert here.connections == 0
    assert counts(root) == {}


def test_an_edit_after_the_approval_withdraws_it_unless_somebody_answers_for_it(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    (root / f"briefs/{KEY}.md").write_text(BRIEF.replace("Saturday", "Sunday"), encoding="utf-8")
    refused(
        run(root, "send", KEY, "--yes", *BY),
        f"the approval is withdrawn: briefs/{KEY}.md has changed since",
        "--force REASON",
    )
    refused(run(root, "send", KEY, "--yes", *BY, "--force", " "), "--force wants a reason")
    assert here.letters == []
    ran = run(root, "send", KEY, "--yes", *BY, "--force", "only the notes changed")
    assert ran.status == 0, ran.err
    content = here.letters[0].content
    assert isinstance(content, bytes)
    assert b"Saturday" in content
    ledger = open_ledger(root, open_workspace(root).settings)
    sending = ledger.sending(KEY)
    ledger.close()
    assert sending is not None
    assert sending.forced == "only the notes changed"


def test_a_brief_that_was_approved_for_later_is_not_sent_now(
    write_workspace: Write, here: Relay
) -> None:
    brief, _ = due_brief(-60)
    root = approved(write(write_workspace, here.port, brief=brief))
    refused(run(root, "send", KEY, "--yes", *BY), "which is to come", "nutgraf send --due")
    assert here.letters == []


def test_what_is_left_is_gone_on_with_and_only_that(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    here.replies["olu@harbour.example"] = "550 5.7.1 not from you"
    here.replies["bo@harbour.example"] = "550 5.1.1 no such mailbox"
    ran = run(root, "send", KEY, "--yes", *BY)
    assert (ran.status, ran.out) == (0, f"{KEY}: 1 sent, 2 refused\n")
    ran = run(root, "send", KEY, "--resume", "--yes", *BY)
    assert ran.out == f"{KEY}: nobody is left to send to; 1 sent, 2 refused\n"
    assert here.recipients() == ["ines@harbour.example"]


def test_unsubscribed_readers_are_not_mailed(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    ledger = open_ledger(root, open_workspace(root).settings)
    ledger.suppress([Suppression("Olu@harbour.example", "unsubscribed", datetime.now(UTC))])
    ledger.close()
    ran = run(root, "send", KEY, "--yes", *BY)
    assert ran.status == 0, ran.err
    assert "to       2 readers of “readers” (1 suppressed)" in ran.err
    assert sorted(here.recipients()) == ["bo@harbour.example", "ines@harbour.example"]


def test_a_send_that_is_cancelled_stays_so_until_it_is_resumed(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    refused(run(root, "send", KEY, "--cancel"), "was not begun")
    begin(root)
    ran = run(root, "send", KEY, "--cancel")
    assert ran.out == f"{KEY}: cancelled; 3 queued\n"
    refused(run(root, "send", KEY, "--yes", *BY), "was begun and cancelled already")
    ran = run(root, "send", KEY, "--resume", "--yes", *BY)
    assert ran.out == f"{KEY}: 3 sent\n"
    refused(run(root, "send", KEY, "--cancel"), "cannot be called back")


def begin(root: Path, *, claim: int = 0) -> None:
    """A send that was begun and killed with so many messages under way."""
    workspace, now = open_workspace(root), datetime.now(UTC)
    ledger = open_ledger(root, workspace.settings)
    ledger.begin(plan_of(workspace, KEY, ledger, now=now).mailing, now=now, by="Ines")
    ledger.enqueue(KEY, open_list(root, workspace.settings, "readers").readers())
    ledger.listed(KEY, now=now)
    if claim:
        ledger.claim(KEY, claim, now=now)
    ledger.close()


def test_what_was_under_way_in_a_crash_is_told_and_sent_again_only_if_somebody_says_so(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    begin(root, claim=1)
    ran = run(root, "send", KEY, "--resume", "--yes", *BY)
    assert ran.status == 1
    assert ran.out == f"{KEY}: 2 sent, 1 unknown\n"
    assert "to       2 readers" in ran.err
    assert "unknown  1 reader who may have it already: left out" in ran.err
    assert "1 message may have arrived, or not" in ran.err
    assert len(here.letters) == 2
    again = run(root, "send", KEY, "--resume", "--yes", *BY)
    assert (again.status, again.out) == (
        1,
        f"{KEY}: nobody is left to send to; 2 sent, 1 unknown\n",
    )
    ran = run(root, "send", KEY, "--resend-unknown", "--yes", *BY)
    assert (ran.status, ran.out) == (0, f"{KEY}: 3 sent\n")
    assert sorted(here.recipients()) == READERS


def test_a_list_without_anybody_to_mail_is_no_success(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    (root / "readers.csv").write_text("address\n", encoding="utf-8")
    told = "nobody of the list “readers” may be mailed"
    for more in ((), ("--force", "it is empty, and I know")):
        refused(run(root, "send", KEY, "--yes", *BY, *more), told, "recipients check readers")
    assert counts(root) == {}


def test_a_crash_while_the_list_was_written_down_leaves_nobody_uncounted(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    workspace, now = open_workspace(root), datetime.now(UTC)
    ledger = open_ledger(root, workspace.settings)
    ledger.begin(plan_of(workspace, KEY, ledger, now=now).mailing, now=now, by="Ines")
    ledger.enqueue(KEY, [Reader(READERS[0])])
    ledger.close()
    ran = run(root, "send", KEY, "--resume", "--yes", *BY)
    assert "to       3 readers" in ran.err
    assert (ran.status, ran.out) == (0, f"{KEY}: 3 sent\n")


def test_what_was_begun_is_ended_or_gone_on_with_also_when_its_file_is_gone(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    begin(root)
    (root / f"briefs/{KEY}.md").unlink()
    assert run(root, "send", KEY, "--cancel").out == f"{KEY}: cancelled; 3 queued\n"
    assert run(root, "send", KEY, "--resume", "--yes", *BY).out == f"{KEY}: 3 sent\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((KEY, "--resume", "--cancel"), "--cancel, --dry-run and --resume are three things"),
        ((KEY, "--yes", "--json"), "--json is for --due"),
        (("--due", "--yes"), "--due asks nobody"),
        (("--due", "--force", "late"), "--due asks nobody"),
    ],
)
def test_no_option_is_passed_over_in_silence(
    write_workspace: Write, options: tuple[str, ...], told: str
) -> None:
    refused(run(write(write_workspace, 25), "send", *options), told)


def test_cron_sends_what_is_due_in_silence_and_once(write_workspace: Write, here: Relay) -> None:
    brief, before = due_brief()
    root = approved(write(write_workspace, here.port, brief=brief), before)
    for _ in range(2):
        assert run(root, "send", "--due") == Ran(0, "", "")
    assert sorted(here.recipients()) == READERS


def test_cron_logs_lines_of_json(write_workspace: Write, here: Relay) -> None:
    brief, before = due_brief()
    root = approved(write(write_workspace, here.port, brief=brief), before)
    ran = run(root, "send", "--due", "--json")
    assert [json.loads(line)["event"] for line in ran.out.splitlines()] == ["begun", "ended"]


def test_a_workspace_where_nothing_is_due_needs_no_relay(write_workspace: Write) -> None:
    root = write_workspace({"briefs/2025-03-07.md": BRIEF, "seeds/report.md": REPORT})
    assert run(root, "send", "--due") == Ran(0, "", "")


def test_two_cron_lines_of_the_same_second_send_once(write_workspace: Write) -> None:
    brief, before = due_brief()
    with smtp_sink(record=True) as sink:
        root = approved(write(write_workspace, sink.port, brief=brief), before)
        rows = "\n".join(f"r{number}@harbour.example" for number in range(200))
        (root / "readers.csv").write_text(f"address\n{rows}\n", encoding="utf-8")
        with ThreadPoolExecutor(2) as both:
            ended = list(both.map(lambda _: run_process(root, "send", "--due"), range(2)))
        assert ended == [Ran(0, "", "")] * 2
        assert len(sink.recipients()) == len(set(sink.recipients())) == 200


def test_a_send_by_hand_waits_for_nobody(write_workspace: Write, here: Relay) -> None:
    root = approved(write(write_workspace, here.port))
    with sending_lock(root, open_workspace(root).settings):
        ran = run(root, "send", KEY, "--yes", *BY)
        assert run(root, "send", "--due") == Ran(0, "", "")
    assert ran.status == 75
    assert "another nutgraf is sending" in ran.err


def test_a_relay_that_is_down_is_told_with_status_75(write_workspace: Write) -> None:
    brief, before = due_brief()
    root = approved(write(write_workspace, free_port(), brief=brief), before)
    ran = run(root, "send", "--due")
    assert ran.status == 75
    assert ran.err.count("\n") == 1
    assert counts(root) == {State.QUEUED: 3}


def test_a_wrong_password_is_tried_once_and_shown_nowhere(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUTGRAF_TEST_PASSWORD", "s3cret-and-wrong")
    more = "  username: ines\n  password:\n    env: NUTGRAF_TEST_PASSWORD\n"
    with relay(login=("ines", "right")) as strict:
        root = approved(write(write_workspace, strict.port, more=more))
        ran = run(root, "send", KEY, "--yes", *BY)
        assert ran.status == 2
        assert len(strict.logins) == 1
        assert strict.letters == []
    assert "s3cret" not in ran.out + ran.err
    assert counts(root) == {State.QUEUED: 3}
    kept = b"".join(path.read_bytes() for path in (root / "sent").iterdir())
    assert b"s3cret" not in kept


def test_a_list_with_ten_thousand_broken_lines_sends_to_nobody(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    rows = "".join(f"reader{number}\n" for number in range(10_000))
    (root / "readers.csv").write_text(f"address\nfine@harbour.example\n{rows}", encoding="utf-8")
    told = refused(run(root, "send", KEY, "--yes", *BY), "readers.csv:3:1")
    assert told.count("readers.csv:") == 10_000
    assert here.connections == 0
    assert counts(root) == {}


@pytest.mark.parametrize("field", ["subject", "title"])
def test_a_header_cannot_be_put_into_a_brief(write_workspace: Write, field: str) -> None:
    brief = BRIEF.replace(f"{field}: ", f'{field}: "x\\r\\nBcc: all@harbour.example" #', 1)
    root = write(write_workspace, 25, brief=brief)
    refused(run(root, "send", KEY, "--to", "me@harbour.example"), "line break")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: The Harbour Letter\n  address", '"x\\nBcc: a@b.example"\n  address'),
        ("mailto: leave@harbour.example", '"a@b.example\\nBcc: c@d.example"'),
        ("name: The Harbour Letter\nlang", '"x\\nBcc: a@b.example"\nlang'),
    ],
)
def test_a_header_cannot_be_put_into_the_settings(
    write_workspace: Write, old: str, new: str
) -> None:
    key = old.partition(":")[0]
    root = write(write_workspace, 25)
    path = root / "nutgraf.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(old, f"{key}: {new}"), encoding="utf-8"
    )
    refused(run(root, "send", KEY, "--to", "me@harbour.example"), "nutgraf.yaml:")


@pytest.mark.parametrize("column", ["address", "name"])
def test_a_header_cannot_be_put_into_a_list(
    write_workspace: Write, here: Relay, column: str
) -> None:
    root = approved(write(write_workspace, here.port))
    row = {"address": "a@harbour.example", "name": "Ann"}
    row[column] += "\nBcc: all@harbour.example"
    text = f'address,name\n"{row["address"]}","{row["name"]}"\n'
    (root / "readers.csv").write_text(text, encoding="utf-8")
    refused(run(root, "send", KEY, "--yes", *BY), "readers.csv:")
    assert here.connections == 0


@pytest.mark.skipif(sys.platform == "win32", reason="has no such users")
def test_a_ledger_that_may_not_be_written_sends_nothing(
    write_workspace: Write, here: Relay
) -> None:
    root = approved(write(write_workspace, here.port))
    begin(root)
    for path in (root / "sent", *(root / "sent").iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    # The folders that pytest makes, one more where several tests run at once.
    made = [path for path in root.parents if path.name.startswith(("pytest-", "popen-"))]
    for path in (root, *made):
        path.chmod(0o755)
    ran = as_nobody(root, "send", KEY, "--resume", "--yes", *BY)
    assert ran.status == 2, ran.err
    assert "the ledger" in ran.err or "the lock" in ran.err
    assert "Traceback" not in ran.err
    assert here.letters == []


NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def as_nobody(root: Path, *arguments: str) -> Ran:
    """Runs the command as a user who may write nothing here; root may write everything."""
    if os.geteuid() != 0:
        return run_process(root, *arguments)
    done = subprocess.run(
        [*NOBODY, sys.executable, "-m", "nutgraf", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
