"""A dry run: everything that a send does, with a ledger and a relay of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from nutgraf.app.letters import letters_of
from nutgraf.app.sending_plan import LEFT, Plan
from nutgraf.deliver.ledgers import Ledger
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.recipients import open_list
from nutgraf.deliver.sending import Clock, Run, send_mailing
from nutgraf.deliver.transports import Letter
from nutgraf.deliver.transports.opening import OUTBOX
from nutgraf.deliver.transports.outbox import OutboxTransport
from nutgraf.workspace.loading import Workspace

# So many messages are kept to look at: a list of 100,000 would fill a disk.
KEPT: Final = 20


@dataclass(frozen=True)
class Rehearsed:
    """How many messages were written, and how many of them can be looked at in which folder."""

    written: int
    kept: int
    folder: Path


def rehearse(
    workspace: Workspace,
    plan: Plan,
    ledger: Ledger,
    *,
    clock: Clock,
    progress: Callable[[Outcome], object],
) -> Rehearsed:
    """Writes the message to every reader of the plan; the ledger is read, and not written.

    Raises what a send would raise before it speaks to the relay.
    """
    key, root = plan.mailing.key, workspace.root
    lane = _Sample(OutboxTransport(root / OUTBOX / key))
    letters = letters_of(workspace)(plan)
    with TemporaryDirectory(prefix="nutgraf-") as folder:
        own = SqliteLedger(Path(folder, "ledger.sqlite"))
        try:
            own.begin(plan.mailing, now=clock(), by="")
            if plan.sending is not None and plan.sending.listed is not None:
                own.enqueue(key, (row.reader for row in ledger.rows(key, LEFT)))
            else:
                roll = open_list(root, workspace.settings, plan.mailing.list_name)
                own.enqueue(key, roll.readers())
            own.suppress(ledger.suppressions())
            run = Run(clock, clock(), timedelta(), progress=progress)
            asyncio.run(send_mailing(own, lane, letters, key, run))
            written = own.counts(key).get(State.SENT, 0)
        finally:
            own.close()
    return Rehearsed(written, min(written, KEPT), lane.outbox.folder)


class _Sample:
    """Keeps the first messages in a folder, and says of all that they were taken."""

    def __init__(self, outbox: OutboxTransport) -> None:
        self.outbox = outbox
        self._lane = outbox.lanes()[0]
        self._kept = 0

    @property
    def name(self) -> str:
        return self.outbox.name

    def lanes(self) -> Sequence[_Sample]:
        return [self]

    async def deliver(self, letter: Letter) -> Outcome:
        if self._kept < KEPT:
            self._kept += 1
            return await self._lane.deliver(letter)
        return Outcome(State.SENT)

    async def close(self) -> None:
        await self._lane.close()
