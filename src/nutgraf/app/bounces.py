"""Reads what came back after sending, and suppresses those who are to be mailed no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime

from nutgraf.deliver.ledgers import Ledger, Suppression
from nutgraf.deliver.ledgers.opening import has_ledger, open_ledger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import identifier
from nutgraf.deliver.messages.message import wire_address
from nutgraf.deliver.messages.unsubscribe_links import signing_secret
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.returns.bounces import Fate, Judge, Judgement, mark
from nutgraf.workspace.loading import Workspace

# The notes of the ledger on mails that were dealt with stand under this, which no brief is called.
_KEPT = ".bounces"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one judgement came to; `new` where the reader was not suppressed before."""

    judgement: Judgement
    new: bool = False


@dataclass
class Tally:
    """What a run came to; `again` counts mails that an earlier run dealt with."""

    mails: int = 0
    again: int = 0
    suppressed: int = 0
    already: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)

    def __str__(self) -> str:
        parts = [
            (self.suppressed, "suppressed"),
            (self.already, "suppressed before"),
            (self.fates[Fate.LEAVE], "left"),
            (self.fates[Fate.IGNORE], "not ours"),
            (self.fates[Fate.AUTOMATIC], "automatic"),
            (self.fates[Fate.OTHER], "other"),
            (self.fates[Fate.UNREADABLE], "unreadable"),
            (self.again, "dealt with before"),
        ]
        told = ", ".join(f"{number} {what}" for number, what in parts if number) or "nothing in it"
        return f"{self.mails} {'mail' if self.mails == 1 else 'mails'}: {told}"


def take_in(
    workspace: Workspace,
    mails: Iterable[bytes],
    tally: Tally,
    *,
    now: datetime,
    dry_run: bool = False,
) -> Iterator[Taken]:
    """Suppresses whom the mails say to suppress; gives each judgement as it was carried out.

    A mail is dealt with once: a reader who came back later is not suppressed again by the mail
    that they left with. Raises TryLater where the ledger is busy, Usage where it or the secret
    cannot be used.
    """
    settings = workspace.settings
    secret = signing_secret(settings.unsubscribe, workspace.root)
    domain = wire_address(settings.sender.address).rpartition("@")[2]

    def message_id(mailing: Mailing, reader: Reader) -> str:
        return identifier(mailing, reader, domain)

    if dry_run and not has_ledger(workspace.root, settings):
        yield from _taken(Judge(None, secret, message_id), None, mails, tally, now)
        return
    with closing(open_ledger(workspace.root, settings)) as ledger:
        judge = Judge(ledger, secret, message_id)
        yield from _taken(judge, ledger, mails, tally, now, dry_run=dry_run)


def _taken(
    judge: Judge,
    ledger: Ledger | None,
    mails: Iterable[bytes],
    tally: Tally,
    now: datetime,
    *,
    dry_run: bool = True,
) -> Iterator[Taken]:
    met: set[str] = set()
    for data in mails:
        tally.mails += 1
        known_by = mark(data)
        if known_by in met or (ledger is not None and ledger.noted(_KEPT, known_by)):
            tally.again += 1
            continue
        followed = False
        for judgement in judge.judge(data):
            tally.fates[judgement.fate] += 1
            new = False
            if judgement.fate is Fate.SUPPRESS:
                followed = True
                new = _suppressed(ledger, judgement, now, dry_run=dry_run)
                tally.suppressed += new
                tally.already += not new
            yield Taken(judgement, new)
        if followed:
            met.add(known_by)
            if ledger is not None and not dry_run:
                ledger.note(_KEPT, known_by, now=now)


def _suppressed(
    ledger: Ledger | None, judgement: Judgement, now: datetime, *, dry_run: bool
) -> bool:
    """Whether it is new that this reader is mailed no more."""
    if ledger is None:
        return True
    if dry_run:
        return ledger.suppression(judgement.address) is None
    told = Suppression(judgement.address, judgement.reason, now, judgement.brief)
    return ledger.suppress([told]) > 0
