"""What has become of the corrections: owed, in a draft, approved, or gone out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.app.correction_item import mark_of, plain
from nutgraf.deliver.ledgers import Sending
from nutgraf.desk.approval_files import approved_ids, read_approval, read_frozen
from nutgraf.desk.corrections import read_corrections
from nutgraf.desk.said_before import says
from nutgraf.errors import Faulty
from nutgraf.model import Correction
from nutgraf.workspace.loading import Workspace

State = Literal["owed", "in a draft", "approved", "gone out", "archive only"]


@dataclass(frozen=True)
class Known:
    """A correction, what has become of it, and the brief that carries it, if one does."""

    correction: Correction
    state: State
    brief: str = ""


def known(workspace: Workspace, sent: Sequence[Sending]) -> tuple[Known, ...]:
    """Every correction and what has become of it, the newest first; `sent` is what went out."""
    corrections = read_corrections(workspace.root)
    return tuple(_known(workspace, one, sent) for one in reversed(corrections))


def unsettled(workspace: Workspace) -> tuple[Correction, ...]:
    """The corrections that neither an approved brief nor a draft carries.

    Told from the files alone: whoever checks has no ledger at hand, and what is sent was approved.
    """
    return tuple(
        one
        for one in read_corrections(workspace.root)
        if one.owed and not _approved(workspace, one) and not _drafted(workspace, one)
    )


def _known(workspace: Workspace, one: Correction, sent: Sequence[Sending]) -> Known:
    if not one.owed:
        return Known(one, "archive only")
    for sending in sent:
        if sending.begun > one.opened and says(sending.mailing.text, plain(one.right)):
            return Known(one, "gone out", sending.mailing.key)
    if approved := _approved(workspace, one):
        return Known(one, "approved", approved)
    draft = _drafted(workspace, one)
    return Known(one, "in a draft", draft) if draft else Known(one, "owed")


def _approved(workspace: Workspace, one: Correction) -> str:
    """The id of the brief whose frozen words have the correction; empty where none has."""
    return next((name for name in _approvals_with(workspace, one)), "")


def _approvals_with(workspace: Workspace, one: Correction) -> Iterator[str]:
    for name in approved_ids(workspace.root):
        try:
            approval = read_approval(workspace.root, name)
            if approval is None or approval.approved_at < one.opened:
                continue
            if says(read_frozen(workspace.root, approval)[1], plain(one.right)):
                yield name
        except Faulty:  # whoever sends it tells of the damage
            continue


def _drafted(workspace: Workspace, one: Correction) -> str:
    """The id of the brief that is still edited and holds the item; empty where none does."""
    over = set(approved_ids(workspace.root)) | set(one.briefs)
    for entry in reversed(workspace.briefs()):
        if entry.id in over:
            continue
        try:
            note = workspace.note(entry.path)
        except Faulty:
            continue
        if note is not None and mark_of(one) in note.file.text:
            return entry.id
    return ""
