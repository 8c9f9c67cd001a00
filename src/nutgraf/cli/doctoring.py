"""The command `doctor`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.telling import WRONG, say, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.app.diagnosis import Diagnosis


def doctor(
    *,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask neither the DNS nor the relay.")
    ] = False,
    send_to: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Send a message there through the relay, as a try."),
    ] = None,
    read: Annotated[
        Path | None,
        typer.Option(
            metavar="MAILDIR", help="Wait for it in this mailbox, and say what receivers saw."
        ),
    ] = None,
) -> None:
    """Say what is wrong with this machine, this workspace, and how it sends.

    Where nutgraf.yaml names a relay, the DNS is asked about the sending domain (SPF, DKIM, DMARC,
    MX, PTR) and the relay about its certificate; what does not answer is `not checked`.

    \b
    nutgraf doctor
    nutgraf doctor --send-to desk@example.org
    nutgraf doctor --send-to me@localhost --read ~/Maildir
    """
    from nutgraf.app.doctor import examine
    from nutgraf.deliver.sending_domain.lookups import Lookups
    from nutgraf.errors import Usage

    now = datetime.now().astimezone()
    with told():
        if read is not None and send_to is None:
            raise Usage("--read waits for a message that --send-to sends", "name an address, too")
        if offline and send_to is not None:
            raise Usage("--send-to sends a message, which --offline forbids", "leave one out")
        lookups = None if offline else Lookups()
        wrong = _shown(examine(Path.cwd(), now=now, lookups=lookups))
        if send_to is not None:
            from nutgraf.app.doctor_loop import send_around
            from nutgraf.cli.arguments import workspace_here

            if read is not None:
                say(f"waiting for the message in {read}")
            around = send_around(workspace_here(), send_to, now=now, lookups=lookups, maildir=read)
            wrong = _shown(around) or wrong
    if wrong:
        raise typer.Exit(WRONG)


def _shown(found: Iterable[Diagnosis]) -> bool:
    """Prints each as it comes, since networks take their time; whether anything is wrong."""
    wrong = False
    for diagnosis in found:
        wrong = wrong or diagnosis.state == "error"
        typer.echo(f"{diagnosis.state:<11} {diagnosis.area:<10} {diagnosis.message}")
        for line in diagnosis.hint.splitlines():
            typer.echo(f"{'':<23}{line}")
    return wrong
