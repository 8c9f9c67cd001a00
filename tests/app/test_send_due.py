"""The line in the crontab, with a clock that the test sets and a relay that it scripts."""

from __future__ import annotations

import email
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from nutgraf.app.approve import approve
from nutgraf.app.send import Way, send
from nutgraf.app.send_due import CRON, Told, send_due
from nutgraf.app.sending_plan import plan_of
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.recipients import open_list
from nutgraf.deliver.transports import Letter
from nutgraf.errors import Stopped, TryLater
from nutgraf.workspace.loading import open_workspace
from tests.deliver.scripted import Letters, Relay
from tests.workspaces import REPORT, SETTINGS, TO_READERS, Files, Write

TIME = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)  # 17:00 in London, in March
MORNING = TIME - timedelta(hours=8)
KEY = "2025-03-07"
BRIEF = """\
---
title: The ferries
date: 2025-03-07
subject: Ferries carry 1,240
send_at: 17:00
---
## Summary

The ferries carried 1,240 passengers on Saturday. [@report]
"""
SENDING = f"{TO_READERS}due:\n  desk: editors@harbour.example\n"
READY: Files = {
    "nutgraf.yaml": SETTINGS + SENDING,
    "seeds/report.md": REPORT,
    "briefs/2025-03-07.md": BRIEF,
    "readers.csv": "address\nines@harbour.example\nolu@harbour.example\nbo@harbour.example\n",
}
SENT = Outcome(State.SENT, 250, "2.0.0", "queued")
BUSY = Outcome(State.DEFERRED, 451, "4.7.1", "greylisted")


@dataclass
class Cron:
    """One workspace, its ledger and its relay; `run` is one run at a time of the clock."""

    root: Path
    ledger: SqliteLedger
    relay: Relay = field(default_factory=lambda: Relay(lambda _: SENT))
    lines: list[str] = field(default_factory=list)
    events: list[dict[str, object]] = field(default_factory=list)

    def way(self, at: datetime, *, by: str = CRON) -> Way:
        return Way(
            self.ledger,
            lambda: self.relay,
            lambda _: Letters(),
            by=by,
            clock=lambda: at,
            patient=False,
        )

    def run(self, at: datetime) -> int:
        self.lines.clear()
        self.events.clear()
        told = Told(self.lines.append, self.events.append)
        send_due(open_workspace(self.root), self.way(at), told)
        return told.status

    def approve(self, at: datetime = MORNING) -> None:
        workspace = open_workspace(self.root)
        approve(workspace, workspace.brief_entry(KEY), by="Ines", now=at)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    @property
    def to_readers(self) -> list[str]:
        return sorted(one for one in self.relay.handed if not one.startswith("editors@"))

    @property
    def to_desk(self) -> int:
        return len(self.relay.handed) - len(self.to_readers)


ALL = ["bo@harbour.example", "ines@harbour.example", "olu@harbour.example"]


@pytest.fixture
def cron(write_workspace: Write) -> Iterator[Cron]:
    root = write_workspace(READY)
    ledger = SqliteLedger(root / "sent" / "ledger.sqlite")
    yield Cron(root, ledger)
    ledger.close()


def test_a_brief_goes_at_its_time_once_and_in_silence(cron: Cron) -> None:
    cron.approve()
    assert cron.run(TIME - timedelta(seconds=1)) == 0
    assert cron.to_readers == []
    for minutes in (0, 5, 10, 60, 6000):
        assert cron.run(TIME + timedelta(minutes=minutes)) == 0
        assert cron.lines == []
    assert cron.to_readers == ALL


def test_the_log_says_what_happened(cron: Cron) -> None:
    cron.approve()
    cron.run(TIME)
    assert [event["event"] for event in cron.events] == ["begun", "ended"]
    assert cron.events[0]["readers"] == 3
    assert cron.events[1]["counts"] == {"sent": 3}


def test_the_window_of_lateness_is_held_to_the_second(cron: Cron) -> None:
    cron.approve()
    assert cron.run(TIME + timedelta(minutes=30, seconds=1)) == 2
    (line,) = cron.lines
    assert line.startswith("2025-03-07: not sent: its time was Fri 7 Mar 2025, 17:00 GMT, and it")
    assert line.endswith("too late to send it unasked; to send it now: nutgraf send 2025-03-07")
    assert cron.to_readers == []
    assert cron.run(TIME + timedelta(minutes=30)) == 0
    assert cron.to_readers == ALL


def test_what_is_held_is_said_once_and_the_status_says_so_until_it_is_settled(cron: Cron) -> None:
    cron.approve()
    late = TIME + timedelta(hours=2)
    assert [cron.run(late), len(cron.lines)] == [2, 1]
    assert [cron.run(late), len(cron.lines)] == [2, 0]
    assert cron.to_desk == 1
    assert cron.run(TIME + timedelta(days=8)) == 0


def test_an_edit_one_second_before_its_time_holds_it_and_says_why(cron: Cron) -> None:
    cron.approve()
    assert cron.run(TIME - timedelta(seconds=1)) == 0
    cron.edit("briefs/2025-03-07.md", "1,240 passengers", "1,240 people")
    assert cron.run(TIME) == 2
    assert cron.to_readers == []
    assert cron.lines == [
        "2025-03-07: not sent: the approval is withdrawn: briefs/2025-03-07.md has changed since"
    ]
    cron.approve(TIME - timedelta(seconds=1))
    assert cron.run(TIME + timedelta(minutes=5)) == 0
    assert cron.to_readers == ALL


def test_the_frozen_bytes_are_sent_and_a_change_of_them_is_not(cron: Cron) -> None:
    cron.approve()
    (cron.root / "briefs/2025-03-07.approved/email.html").write_text("other", encoding="utf-8")
    assert cron.run(TIME) == 2
    assert cron.to_readers == []
    assert "email.html" in cron.lines[0]


def test_a_broken_list_holds_it_for_everybody(cron: Cron) -> None:
    cron.approve()
    cron.edit("readers.csv", "olu@", "olu")
    assert cron.run(TIME) == 2
    assert cron.to_readers == []
    assert "readers.csv:3:1" in cron.lines[0]


def test_an_embargo_that_is_not_over_holds_it(cron: Cron) -> None:
    cron.edit("briefs/2025-03-07.md", "send_at: 17:00", "send_at: 17:00\nembargo: 17:00")
    cron.approve()
    assert cron.run(TIME - timedelta(seconds=1)) == 0
    assert cron.to_readers == []
    assert cron.run(TIME) == 0
    assert cron.to_readers == ALL


def test_a_draft_whose_time_has_come_is_told_and_not_sent(cron: Cron) -> None:
    assert cron.run(TIME - timedelta(minutes=40)) == 0
    assert cron.run(TIME) == 2
    assert cron.lines == [
        "2025-03-07: not sent: its time is Fri 7 Mar 2025, 17:00 GMT, and it is not approved"
    ]
    assert cron.to_readers == []
    assert cron.to_desk == 2


def test_the_desk_is_told_an_hour_before_and_after(cron: Cron) -> None:
    cron.approve()
    cron.run(TIME - timedelta(minutes=61))
    assert cron.to_desk == 0
    cron.run(TIME - timedelta(minutes=60))
    cron.run(TIME - timedelta(minutes=55))
    assert cron.to_desk == 1
    cron.run(TIME)
    cron.run(TIME + timedelta(minutes=5))
    assert cron.to_desk == 2


def test_the_desk_reads_what_is_missing_and_who_did_not_get_it(cron: Cron) -> None:
    cron.approve()
    mails: list[str] = []

    def says(letter: Letter) -> Outcome:
        if letter.recipient.startswith("editors"):
            mails.append(read(letter.data))
        if letter.recipient.startswith("olu"):
            return Outcome(State.REFUSED, 550, "5.1.1", "no such mailbox")
        return SENT

    cron.relay.says = says
    cron.run(TIME - timedelta(minutes=30))
    cron.run(TIME)
    notice, receipt = mails
    assert notice.startswith("Goes within the hour: Ferries carry 1,240\n2025-03-07: ")
    assert "It goes to 3 readers of the list “readers”.\n\nNothing is missing.\n" in notice
    assert receipt.startswith("Sent: Ferries carry 1,240\n")
    assert "1  refused\n        2  sent\n" in receipt
    assert "olu@harbour.example  refused  no such mailbox" in receipt


def test_the_desk_reads_an_hour_before_that_an_edit_has_withdrawn_it(cron: Cron) -> None:
    cron.approve()
    cron.edit("briefs/2025-03-07.md", "Saturday", "Sunday")
    mails: list[str] = []

    def says(letter: Letter) -> Outcome:
        mails.append(read(letter.data))
        return SENT

    cron.relay.says = says
    assert cron.run(TIME - timedelta(minutes=30)) == 0
    (notice,) = mails
    assert "What is missing:\n- briefs/2025-03-07.md has changed since\n" in notice


def read(data: bytes) -> str:
    """The subject of a message, and its text."""
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    text = message.get_content().replace("\r\n", "\n")
    return f"{message['Subject']}\n{text}"


def test_a_desk_that_cannot_be_told_keeps_nothing_from_being_sent(cron: Cron) -> None:
    cron.approve()
    no = Outcome(State.REFUSED, 550, "5.1.1", "nobody")
    cron.relay.says = lambda letter: no if letter.recipient.startswith("editors") else SENT
    assert cron.run(TIME) == 0
    assert cron.to_readers == ALL
    assert cron.lines == ["2025-03-07: the desk (editors@harbour.example) was not told: nobody"]


def test_a_relay_that_is_down_is_tried_again_by_the_next_run(cron: Cron) -> None:
    cron.approve()

    def down(_: Letter) -> Outcome:
        raise TryLater("the relay is down")

    cron.relay.says = down
    assert cron.run(TIME) == 75
    assert cron.lines == ["2025-03-07: the relay is down"]
    cron.relay = Relay(lambda _: SENT)
    assert cron.run(TIME + timedelta(hours=1)) == 0
    assert cron.to_readers == ALL


def test_a_wrong_password_is_told_and_not_tried_in_a_storm(cron: Cron) -> None:
    cron.approve()

    def wrong(_: Letter) -> Outcome:
        raise Stopped("the relay refuses the password")

    cron.relay.says = wrong
    assert cron.run(TIME) == 2
    assert cron.lines[0] == "2025-03-07: the relay refuses the password"
    assert len(cron.relay.handed) <= 4  # one a lane, and the mail to the desk


def test_what_is_put_off_goes_with_a_later_run_and_in_silence(cron: Cron) -> None:
    cron.approve()
    cron.relay.says = lambda letter: BUSY if letter.recipient.startswith("olu") else SENT
    assert cron.run(TIME) == 0
    assert cron.lines == []
    cron.relay.says = lambda _: SENT
    assert cron.run(TIME + timedelta(minutes=5)) == 0
    assert [one for one in cron.to_readers if one.startswith("olu")] == ["olu@harbour.example"] * 2
    assert cron.ledger.counts(KEY) == {State.SENT: 3}


def test_a_run_that_was_killed_is_gone_on_with_and_what_was_under_way_is_told(cron: Cron) -> None:
    cron.approve()
    gone = SqliteLedger(cron.root / "sent" / "ledger.sqlite")
    plan = plan_of(open_workspace(cron.root), KEY, gone, now=TIME)
    gone.begin(plan.mailing, now=TIME, by=CRON)
    gone.enqueue(KEY, [])  # the list was not whole yet
    gone.close()
    assert cron.run(TIME + timedelta(minutes=5)) == 0
    assert cron.to_readers == ALL


def test_messages_in_doubt_are_told_once_and_never_sent_again(cron: Cron) -> None:
    cron.approve()
    gone = SqliteLedger(cron.root / "sent" / "ledger.sqlite")
    plan = plan_of(open_workspace(cron.root), KEY, gone, now=TIME)
    gone.begin(plan.mailing, now=TIME, by=CRON)
    workspace = open_workspace(cron.root)
    gone.enqueue(KEY, open_list(cron.root, workspace.settings, "readers").readers())
    gone.listed(KEY, now=TIME)
    (row,) = gone.claim(KEY, 1, now=TIME)
    gone.close()
    assert cron.run(TIME + timedelta(minutes=5)) == 1
    assert "1 message was under way when a run was killed" in cron.lines[0]
    assert cron.run(TIME + timedelta(minutes=10)) == 0
    assert cron.lines == []
    assert row.reader.address not in cron.to_readers
    assert len(cron.to_readers) == 2


def test_what_a_person_began_is_left_to_that_person(cron: Cron) -> None:
    cron.approve()
    workspace = open_workspace(cron.root)
    plan = plan_of(workspace, KEY, cron.ledger, now=TIME)
    cron.relay.says = lambda letter: BUSY if letter.recipient.startswith("olu") else SENT
    send(workspace, plan, cron.way(TIME, by="Ines"))
    assert cron.run(TIME + timedelta(minutes=5)) == 2
    (line,) = cron.lines
    assert line.startswith("2025-03-07: 1 reader is left of what Ines began")
    assert line.endswith("nutgraf send 2025-03-07 --resume")
    assert cron.run(TIME + timedelta(minutes=10)) == 2
    assert cron.lines == []


def test_one_brief_that_is_held_does_not_hold_the_others(cron: Cron) -> None:
    other = BRIEF.replace("The ferries\n", "The quay\n").replace("Ferries", "Quay")
    (cron.root / "briefs/2025-03-07-b.md").write_text(other, encoding="utf-8")
    cron.approve()
    workspace = open_workspace(cron.root)
    approve(workspace, workspace.brief_entry("2025-03-07-b"), by="Ines", now=MORNING)
    cron.edit("briefs/2025-03-07.md", "Saturday", "Sunday")
    assert cron.run(TIME) == 2
    assert cron.to_readers == ALL
    assert list(cron.ledger.counts("2025-03-07-b")) == [State.SENT]


def test_a_clock_that_jumps_back_sends_nothing_twice(cron: Cron) -> None:
    cron.approve()
    cron.run(TIME)
    assert cron.run(TIME - timedelta(hours=3)) == 0
    assert cron.run(TIME) == 0
    assert cron.to_readers == ALL


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        ("America/New_York", "2025-03-09", "02:30", "2025-03-09T07:30+00:00"),  # is not: 03:30 EDT
        ("America/New_York", "2025-11-02", "01:30", "2025-11-02T05:30+00:00"),  # twice: the first
        ("Europe/London", "2025-03-30", "01:15", "2025-03-30T01:15+00:00"),
        ("Europe/London", "2025-10-26", "01:15", "2025-10-26T00:15+00:00"),
    ],
)
def test_the_hours_that_clocks_skip_and_repeat(
    cron: Cron, zone: str, day: str, clock: str, instant: str
) -> None:
    cron.edit("nutgraf.yaml", "Europe/London", zone)
    cron.edit("briefs/2025-03-07.md", "date: 2025-03-07", f"date: {day}")
    cron.edit("briefs/2025-03-07.md", "send_at: 17:00", f'send_at: "{clock}"')
    at = datetime.fromisoformat(instant)
    cron.approve(at - timedelta(hours=9))
    assert cron.run(at - timedelta(seconds=1)) == 0
    assert cron.to_readers == []
    assert cron.run(at) == 0
    assert cron.to_readers == ALL
    assert cron.run(at + timedelta(hours=1)) == 0
    assert cron.to_readers == ALL


def test_a_list_without_anybody_to_mail_holds_it(cron: Cron) -> None:
    cron.approve()
    (cron.root / "readers.csv").write_text("address\n", encoding="utf-8")
    cron.run(TIME - timedelta(minutes=30))
    assert cron.run(TIME) == 2
    assert cron.lines == [
        f"{KEY}: not sent: nobody of the list “readers” may be mailed: it is empty"
    ]
    assert cron.ledger.sending(KEY) is None


def test_what_was_begun_is_told_when_its_approval_is_taken_away(cron: Cron) -> None:
    cron.approve()
    cron.relay.says = lambda _: BUSY
    cron.run(TIME)
    shutil.rmtree(cron.root / f"briefs/{KEY}.approved")
    (cron.root / f"briefs/{KEY}.md").unlink()
    assert cron.run(TIME + timedelta(minutes=5)) == 2
    assert f"nutgraf send {KEY} --cancel" in cron.lines[0]
    assert cron.run(TIME + timedelta(minutes=10)) == 2
    assert cron.lines == []
    cron.ledger.end(KEY, "cancelled", now=TIME)
    assert cron.run(TIME + timedelta(minutes=15)) == 0


def test_a_damaged_approval_is_told_once_and_not_at_all_when_it_was_sent(cron: Cron) -> None:
    cron.approve()
    kept = cron.root / f"briefs/{KEY}.approved/approval.json"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:100])
    assert cron.run(TIME) == 2
    assert "approval.json" in cron.lines[0]
    assert (cron.run(TIME), cron.lines) == (2, [])
    kept.write_bytes(whole)
    assert cron.run(TIME) == 0
    assert cron.to_readers == ALL
    kept.write_bytes(whole[:100])
    assert (cron.run(TIME), cron.lines) == (0, [])
