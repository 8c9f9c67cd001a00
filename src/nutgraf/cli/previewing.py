"""The command `preview`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nutgraf.cli.arguments import from_root, workspace_here
from nutgraf.cli.as_reader import As
from nutgraf.cli.telling import say, told


def preview(
    name: Annotated[
        str | None, typer.Argument(metavar="BRIEF", help="A brief; the newest if none.")
    ] = None,
    *,
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="A free one, unless set.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in the browser.")
    ] = True,
    phone: Annotated[
        bool,
        typer.Option("--phone", help="Let a phone of this network see the email, with a code."),
    ] = False,
    as_address: As = None,
    export: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write the pages as files into a new folder, and end."),
    ] = None,
) -> None:
    """Show the draft, its digests and its evidence, live in the browser.

    Every save shows at once; Ctrl-C ends it. Only this machine can see it, on 127.0.0.1.

    \b
    nutgraf preview
    nutgraf preview 2026-02-13 --no-open --port 8025
    nutgraf preview --as ADDRESS
    nutgraf preview --export ../for-a-colleague
    """
    with told():
        workspace = workspace_here()
        meant = from_root(workspace, [name])[0] if name is not None else None
        if export is not None:
            from nutgraf.preview.desk import Desk
            from nutgraf.preview.export import export as write

            desk = Desk(workspace.root, address=as_address)
            brief = desk.workspace.brief_entry(meant).id if meant else desk.newest()
            desk.refuse_stranger(brief)
            files = write(desk, brief, export)
            say(f"{export}: {len(files)} files; open {export / files[0]}")
            return
        import webbrowser

        from nutgraf.preview.server import run

        run(
            workspace.root,
            meant,
            port=port,
            show=webbrowser.open if browser else None,
            phone=phone,
            address=as_address,
            say=say,
        )
