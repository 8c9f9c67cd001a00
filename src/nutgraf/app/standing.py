"""Whether an approval holds, from hashes alone: cron asks for every approved brief.

Nothing is composed, checked or rendered here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from nutgraf.app.inputs import sent_templates
from nutgraf.deliver.ledgers import Sending
from nutgraf.deliver.ledgers.opening import has_ledger, open_ledger
from nutgraf.deliver.mailing import Mailing
from nutgraf.desk.approval import Approval, content_hash
from nutgraf.desk.approval_files import approved_ids, read_approval, read_frozen
from nutgraf.desk.withdrawal import reasons
from nutgraf.workspace.loading import Entry, Workspace


@dataclass(frozen=True)
class Standing:
    """The approval of a brief, if it has one; the files are looked at when first asked about."""

    approval: Approval | None
    look: Callable[[], tuple[str, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def withdrawn(self) -> tuple[str, ...]:
        """What has withdrawn the approval since it was given, a line each."""
        return self.look()

    @property
    def holds(self) -> bool:
        """Whether the brief may go."""
        return self.approval is not None and not self.withdrawn


def approvals(workspace: Workspace) -> tuple[str, ...]:
    """The ids of the briefs that have an approval, withdrawn and damaged ones too."""
    return approved_ids(workspace.root)


def standing(workspace: Workspace, brief: Entry | str) -> Standing:
    """Whether a brief, by its id or entry, is approved. Raises Faulty for a damaged approval."""
    approval = read_approval(workspace.root, brief.id if isinstance(brief, Entry) else brief)
    if approval is None:
        return Standing(None)
    return Standing(approval, partial(withdrawn, workspace, approval))


def withdrawn(workspace: Workspace, approval: Approval) -> tuple[str, ...]:
    """What has withdrawn an approval since it was given, a line each; none where it holds."""
    root = workspace.root
    found: dict[str, str | None] = {one.path: hash_of(root / one.path) for one in approval.inputs}
    found.update(template_hashes(root, approval.format))
    return tuple(reasons(approval, found, workspace.settings))


def template_hashes(root: Path, format_name: str) -> Mapping[str, str | None]:
    """The hashes of the workspace's own templates of a format, by name."""
    return {name: hash_of(path) for name, path in sent_templates(root, (format_name,))}


def hash_of(path: Path) -> str | None:
    """The hash of a file's content, None where it cannot be read."""
    try:
        return content_hash(path.read_bytes())
    except OSError:
        return None


def mailing_of(approval: Approval, root: Path, *, now: datetime | None = None) -> Mailing:
    """What is sent: the frozen bytes, held against their hashes. Raises Faulty.

    A brief that is sent by hand has `now` for its time, or else that of its approval.
    """
    html, text = read_frozen(root, approval)
    return Mailing(
        key=approval.id,
        title=approval.title,
        subject=approval.subject,
        html=html,
        text=text,
        when=approval.when or now or approval.approved_at,
        list_name=approval.list or "",
    )


def begun_sending(workspace: Workspace, brief_id: str) -> Sending | None:
    """The sending of a brief, if it was begun. No ledger is made where there is none."""
    root, settings = workspace.root, workspace.settings
    if not has_ledger(root, settings):
        return None
    ledger = open_ledger(root, settings)
    try:
        return ledger.sending(brief_id)
    finally:
        ledger.close()
