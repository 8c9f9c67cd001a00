from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.app.approve import approve, mailing_of, propose, standing, withdraw
from nutgraf.app.status import FEW, Status, status, statuses, who
from nutgraf.deliver.ledgers import Ledger, Settled
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Usage
from nutgraf.workspace.loading import open_workspace
from tests.app.test_standing import BRIEF, BY, NOW, READY, approved, edit
from tests.cli.running import files_below
from tests.workspaces import Write

ID = "2025-03-07"
DUE = datetime(2025, 3, 7, 17, tzinfo=UTC)


def now_of(root: Path, now: datetime = NOW) -> Status:
    return status(open_workspace(root), ID, now=now)


def begun(root: Path) -> Ledger:
    """A ledger in which the sending of the approved brief to three readers was begun."""
    workspace = open_workspace(root)
    approval = standing(workspace, ID).approval
    assert approval is not None
    ledger = open_ledger(root, workspace.settings)
    ledger.begin(mailing_of(approval, root), now=DUE, by="cron")
    ledger.enqueue(ID, [Reader(f"{name}@harbour.example") for name in "abc"])
    return ledger


def test_a_draft_is_checked_and_not_approved(write_workspace: Write) -> None:
    one = now_of(write_workspace(READY))
    assert (one.stage, one.title) == ("checked", "The ferries")
    assert one.summary is not None
    assert (one.summary["claims"], one.summary["errors"]) == (4, 0)
    assert one.standing.approval is None


@pytest.mark.parametrize(
    ("now", "stage"),
    [
        (NOW, "approved"),
        (DUE - timedelta(seconds=1), "approved"),
        (DUE, "due"),
        (DUE + timedelta(minutes=30), "due"),
        (DUE + timedelta(minutes=31), "late"),
    ],
)
def test_an_approved_brief_becomes_due_and_then_late(
    write_workspace: Write, now: datetime, stage: str
) -> None:
    root = write_workspace(READY)
    approved(root)
    assert now_of(root, now).stage == stage


def test_an_approval_for_sending_by_hand_is_never_due(write_workspace: Write) -> None:
    root = write_workspace({**READY, "briefs/2025-03-07.md": BRIEF.replace("send_at: 17:00\n", "")})
    approved(root)
    assert now_of(root, DUE + timedelta(days=9)).stage == "approved"


def test_an_edit_shows_as_withdrawn_also_when_it_is_due(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "angles/quay.md", new="\n")
    one = now_of(root, DUE)
    assert one.stage == "withdrawn"
    assert one.standing.withdrawn == ("angles/quay.md has changed since",)


def test_a_damaged_approval_and_a_broken_brief_are_told(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    edit(root, "briefs/2025-03-07.approved/approval.json", "1,240", "1,250")
    edit(root, "briefs/2025-03-07.md", "[@report]", "[@raport]")
    one = now_of(root)
    assert one.stage == "wrong"
    assert [fault.path for fault in one.faults] == [
        "briefs/2025-03-07.approved/approval.json",
        "briefs/2025-03-07.md",
    ]


def test_what_is_sent_is_counted_by_its_state(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    ledger = begun(root)
    claimed = ledger.claim(ID, 2, now=DUE)
    ledger.settle(
        ID,
        [
            Settled(claimed[0].number, Outcome(State.SENT, 250, "2.0.0", "Ok")),
            Settled(claimed[1].number, Outcome(State.REFUSED, 550, "5.1.1", "No such user")),
        ],
        now=DUE,
    )
    one = now_of(root, DUE)
    assert one.stage == "sending"
    assert one.counts == {State.SENT: 1, State.REFUSED: 1, State.QUEUED: 1}
    with who(open_workspace(root), ID) as rows:
        told = [(row.reader.address, row.state) for row in rows]
    assert told == [
        ("a@harbour.example", State.SENT),
        ("b@harbour.example", State.REFUSED),
        ("c@harbour.example", State.QUEUED),
    ]
    with who(open_workspace(root), ID, [State.QUEUED]) as rows:
        assert [row.reader.address for row in rows] == ["c@harbour.example"]
    ledger.end(ID, "cancelled", now=DUE)
    assert now_of(root, DUE).stage == "cancelled"
    ledger.end(ID, "finished", now=DUE)
    ledger.close()
    edit(root, "briefs/2025-03-07.md", new="\nA word more.\n")
    assert now_of(root, DUE).stage == "sent"


def test_a_brief_whose_sending_was_begun_is_approved_no_more_and_not_taken_back(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    workspace = approved(root)
    entry = workspace.brief_entry(ID)
    begun(root).close()
    with pytest.raises(Usage, match="was begun Fri 7 Mar 2025, 17:00 GMT") as raised:
        propose(workspace, entry, by=BY, now=NOW)
    assert "--cancel" in raised.value.hint
    with pytest.raises(Usage, match="was begun"):
        withdraw(workspace, entry)
    assert standing(workspace, entry).holds
    ledger = open_ledger(root, workspace.settings)
    ledger.end(ID, "finished", now=DUE)
    ledger.close()
    with pytest.raises(Usage) as raised:
        approve(workspace, entry, by=BY, now=NOW)
    assert "--who" in raised.value.hint


def test_a_brief_whose_file_is_gone_still_tells_who_got_it(write_workspace: Write) -> None:
    root = write_workspace(READY)
    approved(root)
    begun(root).close()
    (root / "briefs/2025-03-07.md").unlink()
    one = now_of(root)
    assert one.entry is None
    assert (one.title, one.stage) == ("The ferries", "sending")
    assert one.standing.withdrawn == ("briefs/2025-03-07.md is gone",)
    assert [each.id for each in statuses(open_workspace(root), now=NOW)] == [ID]


def test_what_was_never_here_is_no_brief(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace(READY))
    with pytest.raises(Usage, match="there is no brief “2025-03-08”"):
        status(workspace, "2025-03-08", now=NOW)
    with pytest.raises(Usage, match="is no brief"):
        status(workspace, "report", now=NOW)


def test_the_newest_few_and_all_that_are_approved_or_under_way_are_told(
    write_workspace: Write,
) -> None:
    later = {
        f"briefs/2025-04-0{day}.md": BRIEF.replace("2025-03-07", f"2025-04-0{day}")
        for day in range(1, 8)
    }
    root = write_workspace({**READY, **later})
    workspace = approved(root)
    approve(workspace, workspace.brief_entry("2025-04-01"), by=BY, now=NOW)
    found = statuses(open_workspace(root), now=NOW)
    newest = [f"2025-04-0{day}" for day in range(7, 7 - FEW, -1)]
    assert [one.id for one in found] == [*newest, "2025-04-01", ID]
    assert found[0].summary is None, "a look at all of them checks none of them"
    ledger = begun(root)
    ledger.end(ID, "finished", now=DUE)
    ledger.close()
    assert [one.id for one in statuses(open_workspace(root), now=NOW)][-1] == "2025-04-01"


def test_a_look_makes_no_ledger_and_writes_nothing_into_the_workspace(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    approved(root)
    before = files_below(root)
    now_of(root)
    statuses(open_workspace(root), now=NOW)
    with who(open_workspace(root), ID) as rows:
        assert list(rows) == []
    after = files_below(root)
    assert {name for name in after if not name.startswith(".nutgraf/")} == {
        name for name in before if not name.startswith(".nutgraf/")
    }
