"""Who was sent what: one row for each brief and reader, written before and after.

A row is committed as `sending` before the message's DATA, and with the answer after it. Whoever
finds a row at `sending` whose sender is gone knows that the message may have arrived: it becomes
`unknown`, and is not sent again unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader

# The most readers that one commit speaks of, so that a crash leaves few in doubt.
COMMIT = 50
# The reason of a suppression that a reader asked for by a link of ours, and may take back by it.
UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True, slots=True)
class Row:
    """One reader's message as the ledger has it; `tries` counts those begun."""

    number: int
    reader: Reader
    state: State
    tries: int = 0
    changed: datetime | None = None
    next_try: datetime | None = None
    code: int = 0
    enhanced: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a row that was claimed; `next_try` where it is tried again."""

    number: int
    outcome: Outcome
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """A mailing that was begun.

    `listed` is when the whole list stood in the ledger, None while it does not; `state` is `open`
    until it was `finished` or `cancelled`.
    """

    mailing: Mailing
    begun: datetime
    begun_by: str
    state: Literal["open", "finished", "cancelled"]
    listed: datetime | None = None
    ended: datetime | None = None
    forced: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """An address that is mailed no more, and why: unsubscribed, a bounce, by hand."""

    address: str
    reason: str
    at: datetime
    brief: str = ""


class Ledger(Protocol):
    """All times are in UTC. Raises Usage where it cannot be read or written."""

    def begin(self, mailing: Mailing, *, now: datetime, by: str, forced: str = "") -> Sending:
        """Freezes the mailing if it is new; else gives what was begun under its key.

        Raises Usage where what was begun has other bytes.
        """

    def sending(self, key: str) -> Sending | None: ...

    def sendings(self) -> Sequence[Sending]:
        """All that were begun, oldest first."""

    def open_keys(self) -> Sequence[str]:
        """Of those that are neither finished nor cancelled, oldest first."""

    def enqueue(self, key: str, readers: Iterable[Reader]) -> int:
        """Adds those that have no row yet, as queued; how many those were. Streams."""

    def listed(self, key: str, *, now: datetime) -> None:
        """The whole list stands in the ledger."""

    def claim(self, key: str, most: int, *, now: datetime) -> Sequence[Row]:
        """The next rows that may be sent now, committed as `sending` by this holder.

        Queued ones, and deferred ones whose time has come; those suppressed meanwhile are marked
        so and left out. At most `most`, and no more than COMMIT; none unless the mailing is open.
        """

    def settle(self, key: str, settled: Sequence[Settled], *, now: datetime) -> None:
        """Commits what became of claimed rows, COMMIT at a time."""

    def release(self, key: str, numbers: Sequence[int], *, now: datetime) -> None:
        """Gives claimed rows back as queued: nothing of them was handed over."""

    def abandoned(self, key: str, *, now: datetime) -> int:
        """Marks as unknown what a holder that is gone left at `sending`; how many those were."""

    def requeue_unknown(self, key: str, *, now: datetime) -> int:
        """Queues what is unknown again, because somebody said so."""

    def next_try(self, key: str) -> datetime | None:
        """When the next deferred row may be tried again."""

    def end(
        self, key: str, state: Literal["finished", "cancelled", "open"], *, now: datetime
    ) -> None:
        """Sets the mailing's state; what is `cancelled` can be opened again."""

    def counts(self, key: str) -> Mapping[State, int]:
        """How many rows are in each state; states without rows are left out."""

    def rows(self, key: str, states: Sequence[State] = ()) -> Iterator[Row]:
        """The rows in the order they were queued, of all states if none is named. Streams."""

    def row(self, key: str, address: str) -> Row | None:
        """The message to one reader, however the address is spelled."""

    def suppress(self, suppressions: Iterable[Suppression]) -> int:
        """Adds addresses that are mailed no more; how many were new."""

    def allow(self, address: str) -> bool:
        """Takes a suppression back; whether there was one."""

    def suppression(self, address: str) -> Suppression | None:
        """Why an address is mailed no more; None where nothing speaks against it."""

    def suppressions(self) -> Iterator[Suppression]: ...

    def note(self, key: str, what: str, said: str = "", *, now: datetime) -> bool:
        """Keeps that something was done once (a mail to the desk); whether it is new."""

    def noted(self, key: str, what: str) -> bool:
        """Whether that is kept."""

    def close(self) -> None: ...
