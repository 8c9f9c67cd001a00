"""The commands `unsubscribe-server` and `bounces`: how readers leave, and what comes back."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import LATER, say, tell, told

if TYPE_CHECKING:
    from nutgraf.app.bounces import Taken

PIPED = "-"


def bounces(
    mailbox: Annotated[
        str,
        typer.Argument(
            metavar="MAILBOX", help="An mbox, a Maildir, a message; - for one that is piped in."
        ),
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would follow, and change nothing.")
    ] = False,
) -> None:
    """Read what came back, and suppress readers who are gone or want no more mail.

    Delivery reports (RFC 3464) that say that there is no such mailbox, complaints (RFC 5965), and
    mails that ask to unsubscribe. The mailbox itself is left as it is.

    \b
    nutgraf bounces Maildir            what an account has gathered
    nutgraf bounces bounces.mbox --dry-run
    nutgraf bounces -                  one message, as a mail system pipes it
    """
    if mailbox == PIPED:
        _one_piped(dry_run=dry_run)
        return
    with told():
        from pathlib import Path

        from nutgraf.deliver.returns.mailboxes import read_mailbox

        _read(read_mailbox(Path(mailbox)), dry_run=dry_run)


def unsubscribe_server(
    *,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address of this machine to answer on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="Its port; 0 takes a free one.")
    ] = 8025,
) -> None:
    """Answer the unsubscribe links of what was sent, behind a web server.

    A POST unsubscribes at once (RFC 8058), a GET shows a page with a button. nutgraf.yaml says
    where readers reach it (`unsubscribe.url`), and where the secret is that signs the links.

    \b
    nutgraf unsubscribe-server
    nutgraf unsubscribe-server --port 8125
    """
    with told():
        from nutgraf.app.unsubscribing import serve

        serve(workspace_here(), host, port, say=say)


def _one_piped(*, dry_run: bool) -> None:
    """A mail system keeps a message and tries again for 75, and for nothing else."""
    from nutgraf.deliver.returns.returned_mail import LIMIT
    from nutgraf.errors import Faulty, TryLater, Usage

    data = sys.stdin.buffer.read(LIMIT)
    while sys.stdin.buffer.read(LIMIT):
        pass  # who pipes must not meet a closed pipe
    try:
        _read(iter([data]), dry_run=dry_run)
    except (Usage, TryLater) as error:
        tell("later", error.message, error.hint)
        raise typer.Exit(LATER) from None
    except Faulty as faulty:
        tell("later", str(faulty))
        raise typer.Exit(LATER) from None


def _read(mails: Iterator[bytes], *, dry_run: bool) -> None:
    from nutgraf.app.bounces import Tally, take_in

    tally = Tally()
    now = datetime.now(UTC)
    for taken in take_in(workspace_here(), mails, tally, now=now, dry_run=dry_run):
        if line := _line(taken, dry_run=dry_run):
            typer.echo(line)
    typer.echo(str(tally))
    if dry_run:
        say("a dry run: nothing was changed")


def _line(taken: Taken, *, dry_run: bool) -> str:
    """What happened to one address; mails that name none are only counted."""
    judgement = taken.judgement
    what = {"suppress": "suppressed", "leave": "left", "ignore": "not ours"}.get(judgement.fate)
    if what is None:
        return ""
    if judgement.fate == "suppress" and not taken.new:
        what = "already"
    elif judgement.fate == "suppress" and dry_run:
        what = "would be"
    about = f" ({judgement.brief})" if judgement.brief else ""
    return f"{what:<10} {judgement.address or 'nobody named'}  {judgement.reason}{about}"
