"""The command `schedule`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import next_step, say, tell, told

if TYPE_CHECKING:
    from nutgraf.deliver.queues.job import Job
    from nutgraf.workspace.loading import Workspace


def schedule(
    *,
    every: Annotated[
        int, typer.Option(metavar="MINUTES", min=1, max=59, help="How often to look.")
    ] = 5,
    pull: Annotated[
        bool, typer.Option("--pull", help="Pull by git first; where that fails, send nothing.")
    ] = False,
    systemd: Annotated[
        bool, typer.Option("--systemd", help="Print a timer and a service of systemd instead.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="With --systemd: write the units here."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Check what there is on this machine.")
    ] = False,
) -> None:
    """Print what makes this machine send what is due: the line of a crontab.

    Times are in the publication's time zone, whatever the machine's own is. `--check` looks through
    this user's crontab, those of the system and the timers of systemd; exit status 1 where nothing
    sends what is due of this workspace, or cannot.

    \b
    nutgraf schedule --pull            then crontab -e, and put the line in
    nutgraf schedule --systemd         a timer and a service
    nutgraf schedule --check
    """
    with told():
        workspace = workspace_here()
        if check:
            _check(workspace)
            return
        from nutgraf.app import schedule as scheduling

        job = scheduling.job_of(workspace, argv0=sys.argv[0], every=every, pull=pull)
        if systemd:
            _units(job, output)
        else:
            from nutgraf.deliver.timing.crontab import crontab

            typer.echo(crontab(job, desk=workspace.settings.due.desk), nl=False)
        for message, hint in scheduling.warnings(workspace, job):
            tell("warning", message, hint)
    if not systemd:
        next_step("crontab -e, and put the line in; then nutgraf schedule --check")


def _units(job: Job, output: Path | None) -> None:
    from getpass import getuser

    from nutgraf.app.schedule import write_units
    from nutgraf.deliver.timing.systemd import FOLDER, unit_name, units

    made = units(job, user=getuser())
    if output is None:
        for name, text in made.items():
            typer.echo(f"# {FOLDER}/{name}\n{text}")
    else:
        for path in write_units(made, output):
            typer.echo(str(path))
    start = f"systemctl daemon-reload && systemctl enable --now {unit_name(job)}.timer"
    next_step(f"put them into {FOLDER}, then {start}")


def _check(workspace: Workspace) -> None:
    from nutgraf.app.schedule import lateness_of
    from nutgraf.app.schedule_check import look

    looked = look(workspace.root, lateness_of(workspace))
    wrong = not looked.found
    for one in looked.found:
        for remark in one.remarks:
            wrong = wrong or remark.state == "error"
            typer.echo(f"{remark.state:<8} {one.where}: {remark.message}")
            if remark.hint:
                typer.echo(f"{'':<9}{remark.hint}")
    if len(looked.found) > 1:
        typer.echo(f"{'warning':<8} it is scheduled {len(looked.found)} times over")
        typer.echo(f"{'':<9}nothing is sent twice, but one is enough")
    for name in looked.not_through:
        say(f"not looked through, because they are not here: {name}")
    if not looked.found:
        through = ", ".join(looked.through) or "nothing"
        typer.echo(f"{'error':<8} nothing sends what is due of this workspace")
        typer.echo(f"{'':<9}looked through: {through}")
        next_step("nutgraf schedule")
    if wrong:
        raise typer.Exit(1)
