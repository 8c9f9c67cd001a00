"""Sends a brief as it is to one's own addresses, marked as a test and kept in no ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from nutgraf.app.approve import list_of
from nutgraf.app.as_reader import reader_of
from nutgraf.app.check import Shelf
from nutgraf.app.judging import Judging
from nutgraf.app.letters import letters_for
from nutgraf.app.rendering import digests_of
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients.addresses import NoAddress, mailable
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.errors import Faulty, TryLater, Usage
from nutgraf.model import Brief
from nutgraf.workspace import shapes
from nutgraf.workspace.loading import Workspace


def send_proof(
    workspace: Workspace, brief_id: str, addresses: Sequence[str], *, now: datetime
) -> list[tuple[str, Outcome]]:
    """Sends the brief as it is on disk, approved or not; what the relay said of each address.

    Raises Usage for an address that is none, Faulty where the brief cannot be made, and what a lane
    raises.
    """
    mailed = [_mailable(address) for address in addresses]
    brief = workspace.brief(brief_id)
    digests = digests_of(Judging(workspace, brief, Shelf(workspace.root).index))
    goes_to = _list_of(brief, workspace)
    mailing = Mailing(
        brief.id, brief.title, brief.subject, digests.html, digests.text, now, goes_to
    )
    readers = [_reader(workspace, brief, address) for address in mailed]
    letters = letters_for(workspace, mailing, test=True)
    transport = open_transport(workspace.root, workspace.settings)

    async def hand_over() -> list[tuple[str, Outcome]]:
        lane = transport.lanes()[0]
        try:
            return [
                (address, await lane.deliver(letters.to(reader)))
                for address, reader in zip(addresses, readers, strict=True)
            ]
        finally:
            await lane.close()

    return asyncio.run(hand_over())


def _mailable(address: str) -> str:
    if wrong := shapes.email(address):
        raise Usage(f"“{address}” {wrong.message}", wrong.hint)
    try:
        return mailable(address)
    except NoAddress as error:
        raise Usage(f"“{address}” cannot be mailed: {error}", "name another address") from None


def _list_of(brief: Brief, workspace: Workspace) -> str:
    """The list that it will go to; a test may come before that is settled."""
    try:
        return list_of(brief, workspace.settings) or ""
    except (Usage, Faulty):
        return brief.list_name or ""


def _reader(workspace: Workspace, brief: Brief, address: str) -> Reader:
    """Who it is of the brief's list, with the words of that reader, or somebody unknown.

    A list that cannot be read keeps no test from being sent.
    """
    try:
        return reader_of(workspace, brief, address).reader
    except (Usage, Faulty, TryLater):
        return Reader(address)
