"""Sends an approved brief to its list, or goes on with what was begun."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from nutgraf.app.sending_plan import LEFT, Plan
from nutgraf.deliver.ledgers import Ledger
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.queues.work_queue import Job, hand_over, queue_of
from nutgraf.deliver.recipients import open_list
from nutgraf.deliver.sending import Clock, Run, Writes, send_mailing
from nutgraf.deliver.transports import Transport
from nutgraf.desk.clock import shown
from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.shapes import seconds

_ENDING: Final = "ending: what is under way is finished first; once more leaves it in doubt"


@dataclass(frozen=True)
class Sent:
    """How a send stands when a run has ended.

    `counts` are the rows in each state; `newly_unknown` those that an earlier run left in doubt
    when it was killed; `next_try` is when the next message that was put off may be tried again.
    `with_workers`: what is left is theirs to send; `cancelled`: nobody's, unless it is resumed.
    """

    key: str
    counts: Mapping[State, int]
    newly_unknown: int = 0
    next_try: datetime | None = None
    with_workers: bool = False
    cancelled: bool = False

    @property
    def left(self) -> int:
        """How many may still be sent."""
        return sum(self.counts.get(state, 0) for state in LEFT)


@dataclass(frozen=True)
class Way:
    """With what, by whom and how a send is carried out.

    `connect` gives the transport; it is not asked before there is something to hand over. `say`
    takes lines for who watches: why it waits, and that it ends.
    """

    ledger: Ledger
    connect: Callable[[], Transport]
    letters: Callable[[Plan], Writes]
    by: str
    clock: Clock
    forced: str = ""
    patient: bool = True
    progress: Callable[[Outcome], object] = lambda _: None
    say: Callable[[str], object] = lambda _: None


def send(workspace: Workspace, plan: Plan, way: Way) -> Sent:
    """Carries a plan out, from the beginning or from where it was left.

    The caller holds the lock (`ledgers.opening.sending_lock`). Raises Usage where something stands
    in its way and nobody forces it, and what `send_mailing` raises.
    """
    if plan.obstacles and not way.forced:
        raise Usage(
            f"“{plan.mailing.key}” is not sent: {plan.obstacles[0]}", "\n".join(plan.obstacles[1:])
        )
    ledger, key = way.ledger, plan.mailing.key
    if workspace.settings.delivery.workers:
        queue_of(workspace.root, workspace.settings)
    # Whatever is wrong with keys, links and passwords is wrong for everybody.
    letters, transport = way.letters(plan), way.connect()
    sending = ledger.begin(plan.mailing, now=way.clock(), by=way.by, forced=way.forced)
    if sending.state == "cancelled":
        ledger.end(key, "open", now=way.clock())
    if sending.listed is None:
        roll = open_list(workspace.root, workspace.settings, sending.mailing.list_name)
        ledger.enqueue(key, roll.readers())
        ledger.listed(key, now=way.clock())
    doubtful = ledger.abandoned(key, now=way.clock())
    begun = way.clock() if way.patient else sending.begun
    if workspace.settings.delivery.workers:
        sent = ended(ledger, key, now=way.clock(), doubtful=doubtful)
        if sent.left:
            queue = queue_of(workspace.root, workspace.settings)
            hand_over(queue, Job(key, begun, begun), sent.left)
        return replace(sent, with_workers=True)
    run = Run(
        clock=way.clock,
        begun=begun,
        retry_for=timedelta(seconds=seconds(workspace.settings.delivery.retry_for)),
        patient=way.patient,
        progress=way.progress,
        waiting=lambda at: way.say(_waiting(workspace, at)),
    )
    asyncio.run(_until_told(ledger, transport, letters, key, run, say=way.say))
    return ended(ledger, key, now=way.clock(), doubtful=doubtful)


def ended(ledger: Ledger, key: str, *, now: datetime, doubtful: int = 0) -> Sent:
    """How it stands after a run; what has nothing left is finished."""
    sending = ledger.sending(key)
    cancelled = sending is not None and sending.state == "cancelled"
    sent = Sent(key, ledger.counts(key), doubtful, ledger.next_try(key), cancelled=cancelled)
    if not sent.left and sending is not None and sending.state == "open" and sending.listed:
        ledger.end(key, "finished", now=now)
    return sent


def untouched(ledger: Ledger, key: str) -> bool:
    """Whether nobody has begun with any reader of what is queued: they are taken in order."""
    first = next(iter(ledger.rows(key)), None)
    return first is not None and first.changed is None


def resend_unknown(ledger: Ledger, key: str, *, now: datetime) -> int:
    """Queues again what may have arrived, because somebody said so; how many those are.

    Those that a run which was killed left behind are among them.
    """
    ledger.abandoned(key, now=now)
    number = ledger.requeue_unknown(key, now=now)
    if number:
        ledger.end(key, "open", now=now)
    return number


def cancel(ledger: Ledger, key: str, *, now: datetime) -> Sent:
    """Ends a send where it is, also one that another process is at. Raises Usage."""
    sending = ledger.sending(key)
    if sending is None:
        raise Usage(f"the send of “{key}” was not begun", "there is nothing to cancel")
    if sending.state == "finished":
        raise Usage(f"“{key}” is sent, and cannot be called back", f"nutgraf status {key}")
    ledger.end(key, "cancelled", now=now)
    return Sent(key, ledger.counts(key))


async def _until_told(
    ledger: Ledger,
    transport: Transport,
    letters: Writes,
    key: str,
    run: Run,
    *,
    say: Callable[[str], object],
) -> None:
    """Sends, and ends soon and in order where the system asks for it (Ctrl-C, `systemctl stop`)."""
    with listening(run.stop, lambda: say(_ENDING)):
        await send_mailing(ledger, transport, letters, key, run)


def _waiting(workspace: Workspace, at: datetime) -> str:
    time = shown(at, workspace.settings.time_zone)
    return f"the relay put some off, and they are tried again: {time}; Ctrl-C leaves it to --resume"


@contextmanager
def listening(stop: asyncio.Event, told: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Sets `stop` where the system asks to end, and tells of it."""
    loop = asyncio.get_running_loop()
    heard = (signal.SIGINT, signal.SIGTERM)

    def hear() -> None:
        stop.set()
        for one in heard:  # who asks twice does not want to wait
            loop.remove_signal_handler(one)
        told()

    with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or a thread
        for one in heard:
            loop.add_signal_handler(one, hear)
    try:
        yield
    finally:
        for one in heard:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(one)
