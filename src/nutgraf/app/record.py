"""What the desk keeps of a brief, gathered for the rules that weigh it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from nutgraf.app.angles_used import angles_of, used_angles
from nutgraf.app.correction_item import item_of
from nutgraf.app.corrections import unsettled
from nutgraf.app.given import given_of
from nutgraf.checks.record import Owed, Record, UsedAngle
from nutgraf.deliver.ledgers.opening import ledger_file, open_ledger
from nutgraf.desk.approval_files import approved_ids
from nutgraf.desk.clock import on_the_clock
from nutgraf.desk.corrections import read_corrections
from nutgraf.errors import Faulty, TryLater, Usage
from nutgraf.model import Brief, Look
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.looks import last_look

T = TypeVar("T")


def record_of(workspace: Workspace, brief: Brief, *, approving: bool = False) -> Record:
    """The record of one brief of the workspace; `approving`: it is up for approval.

    Raises Faulty where a file of the desk is wrong.
    """
    sends_on = brief.date
    if brief.send_at is not None:
        sends_on = on_the_clock(brief.send_at, workspace.settings.time_zone).date()
    return Record(
        sends_on=sends_on,
        sent=brief.id in _once(workspace, "sent", lambda: sent_ids(workspace)),
        owed=_once(workspace, "owed", lambda: _owed(workspace)),
        corrected=_once(workspace, "corrected", lambda: read_corrections(workspace.root)),
        used_angles=used_before(workspace, brief) if angles_of(brief) else (),
        given=given_of(workspace, brief, approving=approving),
        looks=looks_of(workspace, brief),
    )


def looks_of(workspace: Workspace, brief: Brief) -> dict[str, Look]:
    """The last looks at the pages of its pack that are no longer what was captured.

    Raises Faulty where one cannot be read.
    """
    known: dict[str, Look | None] = _once(workspace, "looks", dict)
    found: dict[str, Look] = {}
    for source in brief.pack:
        path = source.file.path
        if path not in known:
            known[path] = last_look(workspace.root, source.id, path)
        look = known[path]
        if look is not None and look.drifted:
            found[source.id.casefold()] = look
    return found


def used_before(workspace: Workspace, brief: Brief) -> tuple[UsedAngle, ...]:
    """The angles of the earlier briefs that were approved or sent, the oldest first."""
    used = _once(workspace, "used angles", lambda: _used(workspace))
    return tuple(one for one in used if one.day <= brief.date and one.brief != brief.id)


def _used(workspace: Workspace) -> tuple[UsedAngle, ...]:
    gone = {*approved_ids(workspace.root), *_once(workspace, "sent", lambda: sent_ids(workspace))}
    corrections = _once(workspace, "corrected", lambda: read_corrections(workspace.root))
    found: list[UsedAngle] = []
    for entry in workspace.briefs():
        if entry.id not in gone:
            continue
        with suppress(Faulty):  # whoever looks at that brief is told of it
            brief = workspace.brief(entry.path)
            found += used_angles(brief, corrections)
    return tuple(found)


def sent_ids(workspace: Workspace) -> frozenset[str]:
    """The briefs whose sending is over, by the ledger on this machine.

    A ledger on a server is not asked: to check a brief must not wait for a network.
    """
    path = ledger_file(workspace.root, workspace.settings)
    if path is None or not path.is_file():
        return frozenset()
    try:
        ledger = open_ledger(workspace.root, workspace.settings)
    except (Usage, TryLater):  # whoever sends tells of it
        return frozenset()
    try:
        return frozenset(one.mailing.key for one in ledger.sendings() if one.state == "finished")
    finally:
        ledger.close()


def _owed(workspace: Workspace) -> tuple[Owed, ...]:
    language = workspace.settings.language
    return tuple(Owed(one, item_of(one, language)) for one in unsettled(workspace))


def _once(workspace: Workspace, name: str, work: Callable[[], T]) -> T:
    if name not in workspace.memo:
        workspace.memo[name] = work()
    found: T = workspace.memo[name]
    return found
