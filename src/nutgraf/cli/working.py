"""`nutgraf worker`: sends what was handed over, on as many machines as are wanted."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import next_step, say, told


def worker(
    *,
    once: Annotated[
        bool, typer.Option("--once", help="End when no work is waiting, instead of waiting for it.")
    ] = False,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Make the tables in the database, and end.")
    ] = False,
) -> None:
    """Send what `nutgraf send` hands over, a slice of the list after the other.

    \b
    nutgraf worker             on each machine that is to send, as a service
    nutgraf worker --prepare   with a role that may make tables, once

    For nutgraf.yaml with `delivery.workers: true` and `ledger: postgresql://…`. It needs nothing
    else of the workspace: what is sent stands in the ledger. Ctrl-C and `systemctl stop` end it in
    order; one that is killed loses nothing, and another goes on in its place. Exit status: 0 told
    to end, 2 the relay or the settings are wrong, 75 the database was lost.
    """
    import asyncio

    from nutgraf.app.letters import letters_for
    from nutgraf.app.worker import Worker
    from nutgraf.app.worker import prepare as preparing
    from nutgraf.deliver.transports.opening import open_transport

    with told():
        workspace = workspace_here()
        root, settings = workspace.root, workspace.settings
        preparing(root, settings)
        if prepare:
            typer.echo("the tables of the ledger and of the workers are there")
            next_step("nutgraf worker")
            return
        one = Worker(
            root,
            settings,
            open_transport(root, settings),
            lambda mailing: letters_for(workspace, mailing),
            lambda: datetime.now(UTC),
            say,
        )
        asyncio.run(one.work(wait=not once))
