"""Works on what was handed over to workers, a slice after the other, on any number of hosts.

What a worker needs is the ledger, which has the frozen bytes and the readers, and a nutgraf.yaml
that says which relay takes the mail and where the secrets are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from nutgraf.app.send import ended, listening, untouched
from nutgraf.deliver.ledgers import Ledger, Sending
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.queues.work_queue import SLICE, Job, Pace, queue_of, work
from nutgraf.deliver.queues.work_queue import prepare as prepare_queue
from nutgraf.deliver.sending import Clock, Run, Writes, send_mailing
from nutgraf.deliver.transports import Transport
from nutgraf.errors import TryLater
from nutgraf.workspace.settings import Settings
from nutgraf.workspace.shapes import seconds

# How long (seconds) a worker waits before it takes the next job where the relay or the database
# was down, so that many jobs do not become many attempts.
PAUSE: Final = 30.0


def prepare(root: Path, settings: Settings) -> None:
    """Makes the tables of the ledger and of the queue, where there are none."""
    queue = queue_of(root, settings)
    open_ledger(root, settings).close()
    prepare_queue(queue)


@dataclass
class Worker:
    """One worker; `say` takes a line for people, `wrong` is why it cannot go on."""

    root: Path
    settings: Settings
    transport: Transport
    letters: Callable[[Mailing], Writes]
    clock: Clock
    say: Callable[[str], None]
    pause: float = PAUSE
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    wrong: Exception | None = None

    async def work(self, *, wait: bool = True, pace: Pace | None = None) -> None:
        """Works until the system asks it to end; with `wait` off, until no job is waiting.

        Raises TryLater where the database is lost, Stopped and Usage where the relay or the
        settings are such that no job can be done.
        """
        address = queue_of(self.root, self.settings)
        with listening(self.stop):
            await work(address, self.share, stop=self.stop, pace=pace or Pace(), wait=wait)
        if self.wrong is not None:
            raise self.wrong

    async def share(self, job: Job) -> Job | None:
        """Does a job, and gives the one that is to follow it."""
        try:
            ledger = await asyncio.to_thread(open_ledger, self.root, self.settings)
            try:
                return await self._slice(ledger, job)
            finally:
                await asyncio.to_thread(ledger.close)
        except TryLater as later:
            self.say(f"{job.key}: {later.message}")
            if self.clock() > job.begun + _time(self.settings.delivery.retry_for):
                self.say(f"{job.key}: given up; go on with: nutgraf send {job.key} --resume")
                return None
            await self._rest()
            return replace(job, since=self.clock())
        except Exception as error:  # noqa: BLE001 - raised when the job is left to others
            self.wrong = error
            self.stop.set()
            return job

    async def _slice(self, ledger: Ledger, job: Job) -> Job | None:
        sending = ledger.sending(job.key)
        if sending is None or sending.state != "open":
            return None
        if lost := ledger.abandoned(job.key, now=self.clock()):
            self.say(
                f"{job.key}: {lost:,} messages were under way when a worker was lost: they may "
                f"have arrived, and are not sent again: nutgraf status {job.key} --who"
            )
        if self._is_late(ledger, job):
            return None
        sent = await self._send(ledger, job, sending)
        if sent >= SLICE:
            # There is more, as likely as not; to count millions after each slice takes too long.
            self.say(f"{job.key}: {sent:,} messages")
            return replace(job, since=self.clock())
        stands = ended(ledger, job.key, now=self.clock())
        self.say(f"{job.key}: {sent:,} messages; {_told(stands.counts)}")
        if stands.counts.get(State.QUEUED):
            return replace(job, since=self.clock())
        return None if stands.next_try is None else replace(job, since=stands.next_try)

    def _is_late(self, ledger: Ledger, job: Job) -> bool:
        """Whether a job waited for so long that what it sends would come hours late."""
        if untouched(ledger, job.key):
            latest = job.begun + _time(self.settings.due.lateness)
        else:
            latest = job.since + _time(self.settings.delivery.retry_for)
        if self.clock() <= latest:
            return False
        if ledger.note(job.key, f"late:{job.begun.isoformat()}", now=self.clock()):
            self.say(
                f"{job.key}: no worker came before {latest:%H:%M} UTC, and now it is too late to "
                f"send it unasked; to send it now: nutgraf send {job.key} --resume"
            )
        return True

    async def _send(self, ledger: Ledger, job: Job, sending: Sending) -> int:
        """Sends at most a slice; how many messages were answered for."""
        answered = 0
        run = Run(
            clock=self.clock,
            begun=job.begun,
            retry_for=_time(self.settings.delivery.retry_for),
        )

        def count(_: Outcome) -> None:
            nonlocal answered
            answered += 1
            if answered >= SLICE or self.stop.is_set():
                run.stop.set()

        letters = self.letters(sending.mailing)
        run = replace(run, progress=count)
        await send_mailing(ledger, self.transport, letters, job.key, run)
        return answered

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.stop.wait(), self.pause)
        except TimeoutError:
            return


def _told(counts: Mapping[State, int]) -> str:
    return ", ".join(f"{number:,} {state}" for state, number in counts.items())


def _time(duration: str) -> timedelta:
    return timedelta(seconds=seconds(duration))
