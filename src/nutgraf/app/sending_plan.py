"""What a real send would do: which bytes, to how many readers, and what stands in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nutgraf.app.standing import mailing_of, standing
from nutgraf.deliver.ledgers import Ledger, Sending
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import State
from nutgraf.deliver.readers import folded
from nutgraf.deliver.recipients import Tally, open_list
from nutgraf.deliver.timing.due import standing_of
from nutgraf.desk.approval import Approval
from nutgraf.desk.clock import shown
from nutgraf.errors import Faulty, Usage
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.shapes import seconds

# What may still be sent now, and what may be sent again if somebody says so.
LEFT = (State.QUEUED, State.DEFERRED, State.SENDING)


@dataclass(frozen=True)
class Plan:
    """What is sent, as it was approved or as it was begun.

    `readers` are those who would be mailed now, `barred` those of the list who must not be.
    `obstacles` keep it from being sent unless it is forced, a line each. `sending` and `counts` are
    what the ledger has of it, where it was begun.
    """

    mailing: Mailing
    approval: Approval | None
    readers: int
    barred: int = 0
    tally: Tally | None = None
    obstacles: tuple[str, ...] = ()
    sending: Sending | None = None
    counts: Mapping[State, int] = field(default_factory=dict)


def plan_of(
    workspace: Workspace,
    brief_id: str,
    ledger: Ledger,
    *,
    now: datetime,
    unknown_too: bool = False,
) -> Plan:
    """What a send of that brief would do now; of what was begun, `unknown_too` if they are resent.

    Raises Usage where it was never approved and not begun, or its list cannot be read, and Faulty
    with every fault of the list and of the approval.
    """
    sending = ledger.sending(brief_id)
    if sending is not None:
        counts = ledger.counts(brief_id)
        wanted = (*LEFT, State.UNKNOWN) if unknown_too else LEFT
        left = sum(counts.get(state, 0) for state in wanted)
        approval = None
        if sending.listed is None:
            # It ended while the list was written down: who is missing is added before all else.
            approval = standing(workspace, brief_id).approval
            tally, barred = count_readers(workspace, sending.mailing.list_name, ledger)
            left = tally.readers - barred
        return Plan(sending.mailing, approval, left, sending=sending, counts=counts)
    stands = standing(workspace, brief_id)
    if stands.approval is None:
        raise Usage(
            f"“{brief_id}” is not approved", f"read it once more, then: nutgraf approve {brief_id}"
        )
    mailing = mailing_of(stands.approval, workspace.root, now=now)
    tally, barred = count_readers(workspace, mailing.list_name, ledger)
    obstacles = [f"the approval is withdrawn: {line}" for line in stands.withdrawn]
    obstacles += against_the_clock(workspace, stands.approval, now=now)
    if tally.readers == barred:
        who = f"all {barred:,} of it are suppressed" if barred else "it is empty"
        obstacles.append(f"nobody of the list “{mailing.list_name}” may be mailed: {who}")
    return Plan(mailing, stands.approval, tally.readers - barred, barred, tally, tuple(obstacles))


def against_the_clock(workspace: Workspace, approval: Approval, *, now: datetime) -> list[str]:
    """What the time that was approved, and the embargo, say against sending now."""
    zone = workspace.settings.time_zone
    found = []
    if approval.embargo is not None and now < approval.embargo:
        found.append(f"it is under embargo until {shown(approval.embargo, zone)}")
    if approval.send_at is not None:
        lateness = timedelta(seconds=seconds(workspace.settings.due.lateness))
        if standing_of(approval.send_at, now=now, lateness=lateness) == "early":
            found.append(f"it was approved for {shown(approval.send_at, zone)}, which is to come")
    return found


def count_readers(workspace: Workspace, list_name: str, ledger: Ledger) -> tuple[Tally, int]:
    """What the list holds, and how many of its readers are suppressed.

    Raises Faulty with every fault of the list: nobody is mailed from a broken one.
    """
    if not list_name:
        raise Usage(
            "nutgraf.yaml names no list of readers",
            "write `lists:` there, and approve the brief again; or hand it over: "
            "nutgraf handover --help",
        )
    roll = open_list(workspace.root, workspace.settings, list_name)
    tally = roll.examine()
    if tally.faults:
        raise Faulty(tally.faults)
    suppressed = {folded(one.address) for one in ledger.suppressions()}
    barred = sum(reader.key in suppressed for reader in roll.readers()) if suppressed else 0
    return tally, barred
