"""The command `archive`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import progress, say, told


def archive(
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Another folder than build/archive."),
    ] = None,
    lists: Annotated[
        list[str] | None,
        typer.Option(
            "--list", metavar="LIST", help="Only what went to this list; may be given again."
        ),
    ] = None,
) -> None:
    """Write the briefs that went out as a static site: pages, an index, feeds.

    A page shows what was sent, whatever was edited since. Files that are as they should be are not
    touched, and none is deleted. Put the folder where base_url in nutgraf.yaml says.

    \b
    nutgraf archive
    nutgraf archive --output ../site/briefs
    nutgraf archive --list readers
    """
    from nutgraf.app import archive as archiving

    with told():
        workspace = workspace_here()
        sendings = archiving.went_out(workspace, lists or ())
        if not sendings:
            say("no brief has gone out yet: there is nothing to archive")
            return
        with progress(sendings, "archiving") as bar:
            done = archiving.write_archive(
                workspace, sendings, output.absolute() if output else None, progress=bar.step
            )
    for name in done.written:
        typer.echo(str(_shown(done.folder / name)))
    briefs = "1 brief" if len(sendings) == 1 else f"{len(sendings)} briefs"
    changed = f"{len(done.written)} files written" if done.written else "nothing has changed"
    say(f"{briefs} in {_shown(done.folder)}: {changed}")
    several = sorted({one.mailing.list_name for one in sendings})
    if len(several) > 1 and not lists:
        say(f"they went to the lists {', '.join(several)}: --list LIST shows those of one alone")
    for name in done.foreign:
        say(f"left as it is: {_shown(done.folder / name)}, a page of no brief that is shown here")
    if workspace.settings.base_url is None:
        say("no feeds and no canonical links: nutgraf.yaml has no base_url that they could name")


def _shown(path: Path) -> Path:
    """A path as it is shortest to type from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
