"""What the desk keeps of a brief, gathered for the rules that weigh it."""

from __future__ import annotations

from nutgraf.checks.record import Record
from nutgraf.desk.clock import on_the_clock
from nutgraf.model import Brief
from nutgraf.workspace.loading import Workspace


def record_of(workspace: Workspace, brief: Brief) -> Record:
    """The record of one brief of the workspace."""
    sends_on = brief.date
    if brief.send_at is not None:
        sends_on = on_the_clock(brief.send_at, workspace.settings.time_zone).date()
    return Record(sends_on=sends_on)
