"""Sends a brief as it is to one's own addresses, marked as a test and kept in no ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from nutgraf.app.letters import letters_for
from nutgraf.app.rendering import house, open_templates
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.errors import Usage
from nutgraf.render.digests import render
from nutgraf.workspace import shapes
from nutgraf.workspace.loading import Workspace


def send_test(
    workspace: Workspace, brief_id: str, addresses: Sequence[str], *, now: datetime
) -> list[tuple[str, Outcome]]:
    """Sends the brief as it is on disk, approved or not; what the relay said of each address.

    Raises Usage for an address that is none, Faulty where the brief cannot be made, and what a lane
    raises.
    """
    for address in addresses:
        if wrong := shapes.email(address):
            raise Usage(f"“{address}” {wrong.message}", wrong.hint)
    brief = workspace.brief(brief_id)
    digests = render(brief, house(workspace, open_templates(workspace), brief.format))
    mailing = Mailing(
        brief.id, brief.title, brief.subject, digests.html, digests.text, now, brief.list_name or ""
    )
    letters = letters_for(workspace, mailing, test=True)
    transport = open_transport(workspace.root, workspace.settings)

    async def hand_over() -> list[tuple[str, Outcome]]:
        lane = transport.lanes()[0]
        try:
            return [
                (address, await lane.deliver(letters.to(Reader(address)))) for address in addresses
            ]
        finally:
            await lane.close()

    return asyncio.run(hand_over())
