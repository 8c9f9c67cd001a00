"""Sends a message through the relay, and reads back what arrives of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.message import wire_address
from nutgraf.deliver.messages.signing import signer_of
from nutgraf.deliver.messages.unsubscribe_links import signing_secret
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.returns.mailboxes import read_mailbox
from nutgraf.deliver.sending_domain.lookups import Lookups
from nutgraf.deliver.sending_domain.read_back import check_message, message_id_of
from nutgraf.deliver.transports import Letter, Transport
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.errors import TryLater, Usage
from nutgraf.render.tokens import UNSUBSCRIBE_URL
from nutgraf.workspace.loading import Workspace

_EVERY: Final = 0.25  # seconds
_HTML: Final = (
    "<!doctype html><html><body><p>This message tries out how {name} is sent.</p>"
    '<p><a href="{unsubscribe}">Unsubscribe</a></p></body></html>'
)
_TEXT: Final = "This message tries out how {name} is sent.\n\nUnsubscribe: {unsubscribe}\n"


def send_around(
    workspace: Workspace,
    address: str,
    *,
    now: datetime,
    lookups: Lookups | None,
    maildir: Path | None = None,
    wait: float = 60.0,
) -> Iterator[Diagnosis]:
    """A message to an address, as readers get theirs; what arrives in the Maildir is looked at."""
    try:
        letter = _letter(workspace, address, now)
        transport = open_transport(workspace.root, workspace.settings)
        outcome = asyncio.run(_handed_over(transport, letter))
    except (Usage, TryLater) as error:
        yield Diagnosis("message", "error", error.message, error.hint)
        return
    said = f"{outcome.code} {outcome.enhanced} {outcome.said}".strip()
    if outcome.state is not State.SENT:
        message = f"{transport.name} does not take a message to {address}: {said}"
        yield Diagnosis("message", "error", message, "ask those who run the relay")
        return
    yield Diagnosis("message", "ok", f"{transport.name} took a message to {address}: {said}")
    if maildir is None:
        hint = "look there for Authentication-Results, or name its mailbox with --read MAILDIR"
        yield Diagnosis("message", "not checked", "what receivers see of it", hint)
        return
    arrived = _arrived(maildir, message_id_of(letter.data), wait)
    if arrived is None:
        message = f"it did not arrive in {maildir} within {wait:.0f} seconds"
        yield Diagnosis("message", "warning", message, "it may be under way, or be held as spam")
        return
    for state, message, hint in check_message(arrived, lookups):
        yield Diagnosis("message", state, message, hint)


def _letter(workspace: Workspace, address: str, now: datetime) -> Letter:
    """As readers get theirs: signed, with the way out, and with a Message-ID of its own."""
    settings = workspace.settings
    words = {"name": settings.name, "unsubscribe": UNSUBSCRIBE_URL}
    mailing = Mailing(
        key=f"doctor-{now.isoformat()}",
        title="A try",
        subject=f"{settings.name}: is it sent well?",
        html=_HTML.format(**words),
        text=_TEXT.format(**words),
        when=now,
        list_name="doctor",
    )
    letters = Letters(
        mailing,
        settings,
        secret=signing_secret(settings.unsubscribe, workspace.root),
        signer=signer_of(settings, workspace.root),
        test=True,
    )
    try:
        return letters.to(Reader(wire_address(address)))
    except ValueError as error:
        raise Usage(f"{address} cannot be mailed: {error}", "write desk@example.org") from None


async def _handed_over(transport: Transport, letter: Letter) -> Outcome:
    lane = transport.lanes()[0]
    try:
        return await lane.deliver(letter)
    finally:
        await lane.close()


def _arrived(maildir: Path, own: str, wait: float) -> bytes | None:
    """The message as it lies in the mailbox, as soon as it does."""
    until = time.monotonic() + wait
    while True:
        for data in read_mailbox(maildir):
            if message_id_of(data) == own:
                return data
        if time.monotonic() >= until:
            return None
        time.sleep(_EVERY)
