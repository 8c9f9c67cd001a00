"""Where a brief stands: checked, approved or withdrawn, due, sent to how many.

Quick, since it is asked often: what was found at the last check is looked up, and only one brief
that is asked for by name is checked anew. Nothing is written, and no ledger is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from nutgraf.app.check import Shelf, check_entry, known_check
from nutgraf.app.checked import Checked
from nutgraf.app.record import looks_of
from nutgraf.app.standing import Standing, approvals, standing
from nutgraf.deliver.ledgers import Ledger, Row, Sending
from nutgraf.deliver.ledgers.opening import has_ledger, open_ledger
from nutgraf.deliver.outcome import State
from nutgraf.deliver.timing.due import standing_of
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import Role
from nutgraf.report.summary import counts
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.shapes import seconds

FEW = 5
"""The newest briefs, which are always told of."""

Stage = Literal[
    "wrong", "noted", "drafted", "checked", "verified", "withdrawn", "approved", "due", "late",
    "sending", "cancelled", "sent",
]  # fmt: skip
# Every brief goes this way; a step is taken when the one before it may still be open.
STEPS: tuple[Stage, ...] = ("noted", "drafted", "checked", "verified", "approved", "sent")


@dataclass(frozen=True)
class Status:
    """Where one brief stands.

    `entry` is None where its file is gone. `summary` is that of the check, None where it was not
    checked since the last edit; `signed` of `wanted` statements that want a person have one;
    `taken` are those of STEPS that are done; `faults` is what is wrong with its files or approval.
    `drifted` are the sources of its pack whose pages are no longer what was captured.
    """

    id: str
    stage: Stage
    entry: Entry | None
    title: str
    summary: Mapping[str, int] | None
    standing: Standing
    sending: Sending | None
    counts: Mapping[State, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    signed: int = 0
    wanted: int = 0
    taken: frozenset[Stage] = frozenset()
    drifted: tuple[str, ...] = ()


def status(workspace: Workspace, name: str, *, now: datetime) -> Status:
    """Where the brief of that id or path stands. Raises Usage where there is none."""
    entry = workspace.entry(name)
    with _ledger(workspace) as ledger:
        if entry is None or entry.type != "brief":
            gone = name in approvals(workspace) or (ledger and ledger.sending(name))
            if entry is not None or not gone:
                entry = workspace.brief_entry(name)
        brief_id = entry.id if entry is not None else name
        return _status(workspace, brief_id, entry, ledger, now, anew=True)


def statuses(workspace: Workspace, *, now: datetime) -> tuple[Status, ...]:
    """The newest few briefs and all that are approved or under way, the newest first."""
    briefs = workspace.briefs()
    with _ledger(workspace) as ledger:
        sendings = ledger.sendings() if ledger is not None else ()
        over = {one.mailing.key for one in sendings if one.state == "finished"}
        named = {entry.id for entry in briefs[-FEW:]}
        named |= {one.mailing.key for one in sendings} - over
        named |= set(approvals(workspace)) - over
        known = {entry.id: entry for entry in briefs}
        order = [*named - known.keys(), *(one.id for one in reversed(briefs) if one.id in named)]
        return tuple(
            _status(workspace, one, known.get(one), ledger, now, anew=False) for one in order
        )


@contextmanager
def who(
    workspace: Workspace, brief_id: str, states: Sequence[State] = ()
) -> Iterator[Iterator[Row]]:
    """Who is in which state, in the order they were queued. Streams."""
    with _ledger(workspace) as ledger:
        yield ledger.rows(brief_id, states) if ledger is not None else iter(())


@contextmanager
def _ledger(workspace: Workspace) -> Iterator[Ledger | None]:
    """The ledger, where there is one already."""
    root, settings = workspace.root, workspace.settings
    if not has_ledger(root, settings):
        yield None
        return
    ledger = open_ledger(root, settings)
    try:
        yield ledger
    finally:
        ledger.close()


def _status(
    workspace: Workspace,
    brief_id: str,
    entry: Entry | None,
    ledger: Ledger | None,
    now: datetime,
    *,
    anew: bool,
) -> Status:
    faults: list[Fault] = []
    stands = Standing(None)
    checked: Checked | None = None
    sending = ledger.sending(brief_id) if ledger is not None else None
    try:
        stands = standing(workspace, brief_id)
    except Faulty as faulty:
        faults.extend(faulty.faults)
    try:
        checked = _checked(workspace, entry, anew=anew and sending is None)
    except Faulty as faulty:
        faults.extend(faulty.faults)
    except Usage as usage:
        faults.append(Fault(entry.path if entry else brief_id, usage.message, usage.hint))
    made = frozenset(_made(checked)) if checked is not None else frozenset[Stage]()
    matters = checked.matters if checked is not None else ()
    stage = _stage(workspace, stands, sending, now, wrong=bool(faults))
    if stage == "drafted" and checked is not None:
        stage = next((step for step in reversed(STEPS) if step in made), "noted")
    return Status(
        id=brief_id,
        stage=stage,
        entry=entry,
        title=_title(checked, stands, sending),
        summary=_summary(checked) if checked is not None else None,
        standing=stands,
        sending=sending,
        counts=ledger.counts(brief_id) if ledger is not None and sending is not None else {},
        faults=tuple(faults),
        signed=sum(matter.is_signed for matter in matters),
        wanted=len(matters),
        taken=made | frozenset(_gone(stands, sending)),
        drifted=_drifted(workspace, checked),
    )


def _drifted(workspace: Workspace, checked: Checked | None) -> tuple[str, ...]:
    """The sources whose last look found another page, as far as the brief was checked."""
    if checked is None:
        return ()
    return tuple(look.source for look in looks_of(workspace, checked.brief).values())


def _made(checked: Checked) -> Iterator[Stage]:
    """The steps that a brief has taken on the way to its approval."""
    yield "noted"
    written = (
        section.blocks
        for story in checked.brief.stories
        for section in story.sections
        if section.published and section.role is not Role.NOTES
    )
    if not any(written):
        return
    yield "drafted"
    if any(one.severity == "error" and one.stet is None for one in checked.findings):
        return
    yield "checked"
    if checked.matters and all(matter.is_signed for matter in checked.matters):
        yield "verified"


def _gone(stands: Standing, sending: Sending | None) -> Iterable[Stage]:
    if stands.holds or sending is not None:
        yield "approved"
    if sending is not None and sending.state == "finished":
        yield "sent"


def _checked(workspace: Workspace, entry: Entry | None, *, anew: bool) -> Checked | None:
    if entry is None:
        return None
    if anew:
        return check_entry(workspace, entry, Shelf(workspace.root))
    return known_check(workspace, entry)


def _summary(checked: Checked) -> Mapping[str, int]:
    return counts(checked.claims, checked.findings, checked.origins)


def _title(checked: Checked | None, stands: Standing, sending: Sending | None) -> str:
    if checked is not None:
        return checked.brief.title
    if stands.approval is not None:
        return stands.approval.title
    return sending.mailing.title if sending is not None else ""


def _stage(
    workspace: Workspace, stands: Standing, sending: Sending | None, now: datetime, *, wrong: bool
) -> Stage:
    if sending is not None:
        if sending.state == "finished":
            return "sent"
        return "sending" if sending.state == "open" else "cancelled"
    if wrong:
        return "wrong"
    if stands.approval is None:
        return "drafted"
    if stands.withdrawn:
        return "withdrawn"
    if stands.approval.send_at is None:
        return "approved"
    lateness = timedelta(seconds=seconds(workspace.settings.due.lateness))
    known = standing_of(stands.approval.send_at, now=now, lateness=lateness)
    return "approved" if known == "early" else known
