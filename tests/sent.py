"""Briefs that were sent: what is rendered now, frozen in the ledger of its workspace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from nutgraf.app.check import Shelf
from nutgraf.app.judging import Judging
from nutgraf.app.rendering import digests_of
from nutgraf.deliver.ledgers import Settled
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.loading import open_workspace

EVENING = datetime(2025, 3, 7, 18, 0, tzinfo=UTC)


def mailing_of(root: Path, brief_id: str, when: datetime = EVENING) -> Mailing:
    """A brief of the workspace as it would be approved now."""
    workspace = open_workspace(root)
    brief = workspace.brief(workspace.brief_entry(brief_id).path)
    digests = digests_of(Judging(workspace, brief, Shelf(root).index))
    return Mailing(
        brief.id, brief.title, brief.subject, digests.html, digests.text, when, "readers"
    )


def send(
    root: Path,
    mailings: Sequence[Mailing],
    *,
    state: Literal["open", "finished", "cancelled"] = "finished",
    became: State | None = State.SENT,
) -> None:
    """Puts mailings into the ledger of the workspace, each to one reader, begun at its time.

    `became` is what became of that reader's message; None where it was not begun.
    """
    ledger = open_ledger(root, open_workspace(root).settings)
    for one in mailings:
        now = one.when.astimezone(UTC)
        ledger.begin(one, now=now, by="M. Keane")
        ledger.enqueue(one.key, [Reader("reader@inbox.example")])
        ledger.listed(one.key, now=now)
        if became is not None:
            rows = ledger.claim(one.key, 1, now=now)
            settled = [Settled(row.number, Outcome(became, 250, "", "")) for row in rows]
            ledger.settle(one.key, settled, now=now)
        ledger.end(one.key, state, now=now)
    ledger.close()
