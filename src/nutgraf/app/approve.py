"""Approves a brief: runs the gate, and freezes what would be sent."""

# ruff: noqa: PLC0415 - who asks how an approval stands loads nothing that checks or renders

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf import __version__
from nutgraf.app.inputs import makes_what_is_sent, notes_of
from nutgraf.app.standing import (
    Standing,
    approvals,
    begun_sending,
    hash_of,
    mailing_of,
    standing,
    template_hashes,
    withdrawn,
)
from nutgraf.desk.approval import (
    HTML,
    TEXT,
    Approval,
    CheckSummary,
    Input,
    bytes_hash,
    changes,
    content_hash,
    sealed,
)
from nutgraf.desk.approval_files import read_approval, remove_approval, write_approval
from nutgraf.desk.clock import on_the_clock, shown
from nutgraf.desk.withdrawal import seen_settings
from nutgraf.errors import Fault, Faulty, TryLater, Usage
from nutgraf.model import Brief
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.settings import Settings

if TYPE_CHECKING:
    from nutgraf.app.checked import Checked
    from nutgraf.desk.gate import Obstacle
    from nutgraf.render.digests import Digests

__all__ = [
    "Proposal",
    "Standing",
    "approvals",
    "approve",
    "freeze",
    "list_of",
    "mailing_of",
    "propose",
    "standing",
    "withdraw",
]


@dataclass(frozen=True)
class Proposal:
    """What would be frozen, what stands in its way, and the approval that it would replace."""

    approval: Approval
    files: Mapping[str, bytes]
    obstacles: tuple[Obstacle, ...]
    before: Approval | None

    @property
    def held(self) -> bool:
        """Whether something keeps the brief from being approved."""
        return any(one.level == "error" for one in self.obstacles)

    @property
    def changes(self) -> tuple[str, ...]:
        """What it has other than the approval that it would replace."""
        return changes(self.before, self.approval) if self.before is not None else ()


def approve(
    workspace: Workspace, entry: Entry, *, by: str, now: datetime, list_name: str | None = None
) -> Approval:
    """Freezes a brief as it would be sent. Raises Usage where something stands in the way."""
    proposal = propose(workspace, entry, by=by, now=now, list_name=list_name)
    if proposal.held:
        told = [f"{one.where}: {one.message}" for one in proposal.obstacles if one.level == "error"]
        raise Usage(f"“{entry.id}” cannot be approved", "\n".join(told))
    return freeze(workspace, proposal)


def propose(
    workspace: Workspace, entry: Entry, *, by: str, now: datetime, list_name: str | None = None
) -> Proposal:
    """What would be approved by whom, checked and rendered in its own format; writes nothing.

    The list is `list_name`, or else that of the brief. Raises Faulty where the brief cannot be
    made, and Usage where there is no such list or the brief's sending was begun.
    """
    from nutgraf.app.check import Shelf, check_composed
    from nutgraf.app.judging import Judging
    from nutgraf.app.rendering import digests_of, open_templates
    from nutgraf.desk.gate import Outgoing, obstacles

    settings = workspace.settings
    _refuse_begun(workspace, entry)
    brief = workspace.brief(entry.path)
    goes_to = list_of(brief, settings, list_name)
    templates = open_templates(workspace)
    hashes = dict(template_hashes(workspace.root, brief.format))
    shelf = Shelf(workspace.root)
    judging = Judging(workspace, brief, shelf.index)
    digests = digests_of(judging, templates=templates)
    for name in filter(makes_what_is_sent, templates.loaded()):
        hashes.setdefault(f"templates/{name}", hash_of(workspace.root / "templates" / name))
    checked = check_composed(
        workspace, brief, shelf, email=digests.html, approving=True, judging=judging
    )
    inputs = {name: content_hash(file.text.encode()) for name, file in notes_of(brief).items()}
    inputs |= {name: known for name, known in hashes.items() if known is not None}
    approval = _approval(
        settings, brief, checked, digests, inputs=inputs, list_name=goes_to, by=by, now=now
    )
    outgoing = Outgoing(
        brief,
        checked.findings,
        digests.html,
        digests.text,
        settings,
        brief.send_at,
        now,
        checked.matters,
    )
    before = _known_before(workspace.root, brief.id)
    return Proposal(sealed(approval), _files(digests), obstacles(outgoing), before)


def freeze(workspace: Workspace, proposal: Proposal) -> Approval:
    """Writes what was proposed, in the place of an older approval.

    Raises TryLater where a file has changed meanwhile: nobody has seen what it is now.
    """
    changed = withdrawn(workspace, proposal.approval)
    if changed:
        raise TryLater(f"not approved: {changed[0]}", "look at the brief, and approve it again")
    write_approval(workspace.root, proposal.approval, proposal.files)
    return proposal.approval


def withdraw(workspace: Workspace, entry: Entry) -> bool:
    """Takes an approval back; whether there was one. Raises Usage where sending was begun."""
    _refuse_begun(workspace, entry)
    return remove_approval(workspace.root, entry.id)


def list_of(brief: Brief, settings: Settings, named: str | None = None) -> str | None:
    """The list that a brief goes to: that named, else its own, else the publication's.

    None where the publication keeps no list here. Raises Faulty where the brief names one that
    there is not, and Usage.
    """
    from nutgraf.deliver.recipients import list_of as known_list

    if not settings.lists and named is None and brief.list_name is None:
        return None
    try:
        return known_list(settings, named or brief.list_name)
    except Usage as usage:
        place = brief.front.places.get(("list",))
        if named is not None or place is None:
            raise
        fault = Fault(brief.path, usage.message, usage.hint, place.line, place.column)
        raise Faulty([fault]) from None


def _refuse_begun(workspace: Workspace, entry: Entry) -> None:
    """What was begun goes to all readers as it was approved, or is cancelled."""
    begun = begun_sending(workspace, entry.id)
    if begun is None:
        return
    since = shown(begun.begun, workspace.settings.time_zone)
    message = f"the sending of “{entry.id}” was begun {since}, and its approval stands"
    if begun.state == "open":
        hint = (
            f"see how far it is: nutgraf status {entry.id}; stop it: nutgraf send {entry.id} "
            "--cancel; what is wrong is put right in the next brief"
        )
    else:
        hint = f"see who has it: nutgraf status {entry.id} --who; correct it in the next brief"
    raise Usage(message, hint)


def _files(digests: Digests) -> Mapping[str, bytes]:
    return {HTML: digests.html.encode(), TEXT: digests.text.encode()}


def _approval(
    settings: Settings,
    brief: Brief,
    checked: Checked,
    digests: Digests,
    *,
    inputs: Mapping[str, str],
    list_name: str | None,
    by: str,
    now: datetime,
) -> Approval:
    from nutgraf.report.summary import counts

    zone = settings.time_zone
    told = counts(checked.claims, checked.findings, checked.origins)
    return Approval(
        id=brief.id,
        path=brief.path,
        format=brief.format,
        title=brief.title,
        subject=brief.subject,
        preheader=brief.preheader,
        list=list_name,
        send_at=_moment(brief.send_at, zone),
        embargo=_moment(brief.embargo, zone),
        time_zone=zone,
        approved_by=by,
        approved_at=_on_the_clock(now.replace(microsecond=0), zone),
        from_name=settings.sender.name,
        from_address=settings.sender.address,
        check=CheckSummary(
            claims=told["claims"],
            errors=told["errors"],
            warnings=told["warnings"],
            stets=sum(finding.stet is not None for finding in checked.findings),
        ),
        files={name: bytes_hash(data) for name, data in _files(digests).items()},
        inputs=tuple(Input(path, inputs[path]) for path in sorted(inputs)),
        settings=seen_settings(settings, brief, list_name),
        nutgraf=__version__,
    )


def _moment(moment: datetime | None, zone: str) -> datetime | None:
    return _on_the_clock(moment, zone) if moment is not None else None


def _on_the_clock(moment: datetime, zone: str) -> datetime:
    """With its offset alone, as a record holds it."""
    local = on_the_clock(moment, zone)
    return local.astimezone(timezone(local.utcoffset() or timedelta()))


def _known_before(root: Path, brief_id: str) -> Approval | None:
    """The approval that is replaced; a damaged one cannot be read, and is replaced all the same."""
    try:
        return read_approval(root, brief_id)
    except Faulty:
        return None
