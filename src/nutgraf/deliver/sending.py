"""Sends one mailing: claims rows of the ledger, hands their letters over, keeps the answers.

A row is committed as `sending` before its letter is begun and with the answer after it, so a
process that is killed leaves in doubt what was under way, and nothing else: at most two messages
for each connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol, TypeVar

from nutgraf.deliver.ledgers import COMMIT, Ledger, Row, Settled, Suppression
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.retrying import next_try
from nutgraf.deliver.transports import Lane, Letter, Transport
from nutgraf.errors import NutgrafError, Stopped, TryLater

T = TypeVar("T")
Clock = Callable[[], datetime]

# So many in a row that the relay will not have, or puts off: it is not about these readers.
STREAK: Final = 20
# A row that a streak ended on is tried again when the sending is resumed, not before.
_PAUSE: Final = timedelta(minutes=1)
# A run that waits looks so often, in seconds, whether somebody has cancelled it, and as seldom as
# that where others hold the rows whose time has come.
_LOOK: Final = 2.0
_LEAST: Final = 0.05
# Who watches a run that waits longer than this would think that it hangs.
_LONG: Final = timedelta(seconds=10)


class Writes(Protocol):
    """What writes the letter to a reader, the same bytes each time."""

    def to(self, reader: Reader) -> Letter: ...


@dataclass(frozen=True)
class Run:
    """How a run goes about it.

    `begun` and `retry_for` say until when a message that was put off is tried again; a `patient`
    run waits for that, another ends and leaves it to the next. `stop` is set by whoever wants the
    run to end early: what was begun is finished first. `progress` is told each answer, `waiting`
    until when a patient run waits.
    """

    clock: Clock
    begun: datetime
    retry_for: timedelta
    patient: bool = False
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    progress: Callable[[Outcome], object] = lambda _: None
    waiting: Callable[[datetime], object] = lambda _: None


async def send_mailing(
    ledger: Ledger, transport: Transport, letters: Writes, key: str, run: Run
) -> None:
    """Sends what the ledger has queued under `key`, until nothing is left that can be sent now.

    Raises Stopped and TryLater as lanes do and the ledger does; TryLater also where the relay puts
    everything off. By then every answer is kept, and what was not begun is queued again.
    """
    # One thread, because a ledger is for one at a time; the loop goes on while a commit is written.
    with ThreadPoolExecutor(1, "ledger") as thread:
        await _Sender(ledger, letters, key, run, thread).send(transport.lanes())


class _Sender:
    """One run: the feeder claims rows, carriers send them, the settler keeps the answers."""

    def __init__(
        self, ledger: Ledger, letters: Writes, key: str, run: Run, thread: ThreadPoolExecutor
    ) -> None:
        self._ledger, self._letters, self._key, self._run = ledger, letters, key, run
        self._thread = thread
        self._rows: asyncio.Queue[Row | None] = asyncio.Queue()
        self._open: set[int] = set()  # claimed, and their answers not yet committed
        self._less_open = asyncio.Event()
        self._unbegun: list[int] = []
        self._answers: list[Settled] = []
        self._barred: list[Suppression] = []
        self._answered = asyncio.Event()
        self._all_answered = False
        self._streak: list[Settled] = []
        self._wrong: Exception | None = None

    async def send(self, lanes: Sequence[Lane]) -> None:
        settler = asyncio.create_task(self._settle())
        carriers = [asyncio.create_task(self._carry(lane)) for lane in lanes]
        await self._feed(len(lanes))
        await asyncio.gather(*carriers)
        self._all_answered = True
        self._answered.set()
        await settler
        await asyncio.gather(*(lane.close() for lane in lanes))
        if self._wrong is not None:
            raise self._wrong

    async def _feed(self, lanes: int) -> None:
        try:
            while not self._run.stop.is_set():
                # One for each lane to carry, and one that waits behind it.
                await self._until_open(lanes)
                most = min(lanes, COMMIT)
                rows = await self._ask(self._ledger.claim, self._key, most, now=self._run.clock())
                self._open.update(row.number for row in rows)
                for row in rows:
                    self._rows.put_nowait(row)
                if not rows and not await self._waited():
                    break
        except Exception as error:  # noqa: BLE001 - raised at the end, when the lanes are closed
            self._halt(error)
        for _ in range(lanes):
            self._rows.put_nowait(None)

    async def _until_open(self, most: int) -> None:
        """Waits until no more rows than that are in doubt, or the run is to end."""
        while len(self._open) > most and not self._run.stop.is_set():
            self._less_open.clear()
            await self._less_open.wait()

    async def _waited(self) -> bool:
        """Waits for the next row that was put off; false where this run is not to."""
        await self._until_open(0)  # what is under way may be put off, too
        if not self._run.patient:
            return False
        at = await self._ask(self._ledger.next_try, self._key)
        if at is not None and at - self._run.clock() > _LONG:
            self._run.waiting(at)
        while at is not None and not self._run.stop.is_set():
            sending = await self._ask(self._ledger.sending, self._key)
            if sending is None or sending.state != "open":  # somebody has cancelled it
                return False
            seconds = (at - self._run.clock()).total_seconds()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._run.stop.wait(), min(max(seconds, _LEAST), _LOOK))
            if seconds <= _LOOK:
                return not self._run.stop.is_set()
        return False

    async def _carry(self, lane: Lane) -> None:
        while (row := await self._rows.get()) is not None:
            if self._run.stop.is_set():
                self._unbegun.append(row.number)
                self._less_open.set()
                continue
            try:
                self._keep(row, await lane.deliver(self._letters.to(row.reader)))
            except (Stopped, TryLater) as error:
                self._unbegun.append(row.number)
                self._halt(error)
            except Exception as error:  # noqa: BLE001 - the row stays in doubt, and that is the truth
                self._halt(error)

    def _keep(self, row: Row, outcome: Outcome) -> None:
        run = self._run
        kept, at = next_try(
            outcome, row.tries, now=run.clock(), begun=run.begun, retry_for=run.retry_for
        )
        settled = Settled(row.number, kept, at)
        self._answers.append(settled)
        if outcome.bad_address:
            reason = f"the relay refused it: {outcome.code} {outcome.enhanced} {outcome.said}"
            barred = Suppression(row.reader.address, reason, run.clock(), self._key)
            self._barred.append(barred)
        self._watch(settled, outcome)
        self._answered.set()
        run.progress(kept)

    def _watch(self, settled: Settled, outcome: Outcome) -> None:
        """Stops where one answer after the other says that it is not about the readers."""
        about_us = outcome.state in (State.DEFERRED, State.REFUSED) and not outcome.bad_address
        if not about_us or (self._streak and self._streak[0].outcome.state is not outcome.state):
            self._streak.clear()
        if not about_us:
            return
        self._streak.append(settled)
        if len(self._streak) < STREAK or self._run.stop.is_set():
            return
        said = f"{outcome.code} {outcome.enhanced} {outcome.said}".strip()
        if outcome.state is State.DEFERRED:
            self._halt(
                TryLater(f"the relay puts off one message after the other: {said}", "try later")
            )
            return
        # They were not delivered, and it is not their fault: they are not lost to the resumption.
        at = self._run.clock() + _PAUSE
        self._answers += [
            replace(one, outcome=replace(one.outcome, state=State.DEFERRED), next_try=at)
            for one in self._streak
        ]
        self._halt(
            Stopped(
                f"the relay refused {STREAK} messages one after the other: {said}",
                "settle it with whoever runs the relay; then `nutgraf send BRIEF --resume`",
            )
        )

    def _halt(self, error: Exception) -> None:
        """The first error is raised in the end; Stopped counts more than what only passes."""
        if self._wrong is None or (
            isinstance(error, Stopped) and not isinstance(self._wrong, Stopped)
        ):
            self._wrong = error
        self._run.stop.set()
        self._less_open.set()

    async def _settle(self) -> None:
        """Commits answers as they come, all that came during one commit in the next."""
        try:
            while not (self._all_answered and not self._answers):
                if not self._answers:
                    await self._answered.wait()
                    self._answered.clear()
                    continue
                answers, self._answers = self._answers, []
                barred, self._barred = self._barred, []
                await self._ask(self._ledger.settle, self._key, answers, now=self._run.clock())
                if barred:
                    await self._ask(self._ledger.suppress, barred)
                self._open.difference_update(one.number for one in answers)
                self._less_open.set()
            if self._unbegun:
                await self._ask(
                    self._ledger.release, self._key, self._unbegun, now=self._run.clock()
                )
        except NutgrafError as error:
            self._halt(error)

    async def _ask(self, what: Callable[..., T], *given: Any, **named: Any) -> T:
        """Asks the ledger, in its thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: what(*given, **named))
