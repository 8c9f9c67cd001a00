"""The command that puts into a brief what the check offers for it: accept."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.one_yes import ask_each
from nutgraf.cli.telling import next_step, say, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.app.accept import Offered
    from nutgraf.model import Brief
    from nutgraf.workspace.loading import Entry, Workspace


def accept(
    brief: Annotated[
        str | None,
        typer.Argument(metavar="BRIEF", help="Name or file of a brief; the newest if none."),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
) -> None:
    """Put what the sources differ on, leave open or answer into a brief, one yes at a time.

    Shows the sources' words for each line that the check offers: on what reports differ, what is
    not known, what somebody whom the brief faults has answered. A yes writes it, cited, at the end
    of its section, which is made where it is not there. Everything else in the file stays as it
    is, to the byte.
    """
    from nutgraf.app import accept as accepting
    from nutgraf.app.check import chosen

    with told():
        workspace = workspace_here()
        (entry,) = chosen(workspace, [brief] if brief is not None else ())
        made, offered = accepting.offered(workspace, entry)
        if dry_run:
            typer.echo(accepting.edited(workspace, made, offered).diff(), nl=False)
            _tell(entry, len(offered), 0, dry_run=True)
            return
        taken, left = 0, 0
        asked: set[str] = set()
        while offered:
            asked |= {one.offer.line for one in offered}
            count, quits = _asked(workspace, made, offered)
            taken, left = taken + count, left + len(offered) - count
            if quits or not count:
                break
            # What was put in may speak of a matter on which the sources have more to say.
            workspace = workspace.reopened({made.path})
            made, again = accepting.offered(workspace, entry)
            offered = tuple(one for one in again if one.offer.line not in asked)
    _tell(entry, taken, left)


def _asked(workspace: Workspace, brief: Brief, offered: Sequence[Offered]) -> tuple[int, bool]:
    from nutgraf.report.terminal import offered as shown

    def show(one: Offered, number: int) -> None:
        say("")
        place = f"{brief.path} · {number} of {len(offered)}"
        say(shown(brief, one.finding, one.offer, place))
        for careful in one.careful:
            say(f"  careful  {careful}")

    return ask_each(workspace, brief, offered, show)


def _tell(brief: Entry, count: int, left: int, *, dry_run: bool = False) -> None:
    would = "would be written" if dry_run else "written"
    say(f"{brief.id}: {count} line{'s' * (count != 1)} {would}, {left} left")
    if count and not dry_run:
        next_step(f"nutgraf check {brief.id}")
