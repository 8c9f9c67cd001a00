"""The command `handover`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import from_root, one_of, workspace_here
from nutgraf.cli.telling import say, told

if TYPE_CHECKING:
    from nutgraf.desk.approval import Approval


def handover(
    name: Annotated[str, typer.Argument(metavar="BRIEF", help="An approved brief.")],
    *,
    to: Annotated[str, typer.Option("--to", metavar="SERVICE", help="listmonk or buttondown.")],
    schedule: Annotated[
        bool, typer.Option("--schedule", help="Let it go by itself at its time; else a draft.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --schedule: do not ask.")] = False,
) -> None:
    """Hand an approved brief over to a service that keeps the list: a draft there, or scheduled.

    What was approved becomes a campaign of listmonk or an email at Buttondown. Handing it over
    again brings that up to date and makes no second one; what is sent already is left alone.

    \b
    nutgraf handover 2026-02-13 --to listmonk
    nutgraf handover 2026-02-13 --to buttondown --schedule
    """
    from nutgraf.app import handover as handing

    with told():
        one_of(to, handing.SERVICES, "service")
        workspace = workspace_here()
        entry = workspace.brief_entry(from_root(workspace, [name])[0])
        approval = handing.approved(workspace, entry)
        now = datetime.now().astimezone()
        if schedule and not yes:
            _confirm(approval, to, handing.time_of(approval, now=now))
        handed = handing.hand_over(workspace, approval, to=to, schedule=schedule, now=now)
    typer.echo(f"{approval.id}: {handed.did} at {to}, {handed.state}: {handed.url}")
    for note in handing.notes(to, workspace, approval):
        say(note)


def _confirm(approval: Approval, to: str, when: datetime) -> None:
    """Asks whoever sits there. Raises Usage where nobody does."""
    from nutgraf.errors import Usage

    if not somebody_is_there():
        raise Usage("an email that is scheduled goes by itself: nobody is here to ask", "add --yes")
    told_time = f"{when:%a %Y-%m-%d %H:%M %Z}"
    say(f"{approval.id}: “{approval.subject}”, approved by {approval.approved_by}")
    typer.confirm(f"let {to} send it to its readers at {told_time}?", abort=True, err=True)


def somebody_is_there() -> bool:
    return sys.stdin.isatty()
