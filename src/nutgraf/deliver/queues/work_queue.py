"""Sending as jobs of Procrastinate, the task queue that lives in PostgreSQL.

A mailing is handed over as so many jobs as may work on it at once. Whoever takes one claims rows
through the ledger, a slice of them, and leaves a job like it behind while rows are left. So what
is sent and what is not stands in the ledger alone: a job that is lost loses no row, and one that
is run twice sends none twice.

The job of a worker that was killed is stalled: its heartbeat stops, and another worker takes it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nutgraf.deliver.ledgers.opening import ledger_file
from nutgraf.deliver.ledgers.postgres_session import Session, connecting
from nutgraf.errors import TryLater, Usage
from nutgraf.workspace.settings import Settings

if TYPE_CHECKING:
    from procrastinate import App

# The most messages that one job answers for, before it makes room for those of other mailings.
SLICE: Final = 1000
# The most jobs of one mailing that may wait or run: more hosts than this bring nothing.
_MOST_JOBS: Final = 100
_QUEUE: Final = "nutgraf"
_TASK: Final = "nutgraf.send"
# One number, the same for all, so that of several who find no tables one makes them.
_MAKING: Final = 0x6E75746A6F6273


@dataclass(frozen=True, slots=True)
class Job:
    """A share of a mailing.

    `begun` is when the mailing was handed over, from which on messages that are put off are tried
    again for a time; `since` is from when on this job could have been taken.
    """

    key: str
    begun: datetime
    since: datetime


@dataclass(frozen=True, slots=True)
class Pace:
    """How often (seconds) a worker looks for jobs and shows that it lives.

    One that has not shown it for the time `stalled` is gone.
    """

    polling: float = 5.0
    heartbeat: float = 10.0
    stalled: float = 30.0


# What is done for a job; gives the job that is to follow it, if any. An error is the job's end.
Work = Callable[[Job], Awaitable[Job | None]]


def queue_of(root: Path, settings: Settings) -> str:
    """The database that the queue is in, which is the ledger's. Raises Usage where it is a file."""
    if ledger_file(root, settings) is not None:
        raise Usage(
            "workers need a ledger that several machines share, and this one is a file",
            "in nutgraf.yaml: ledger: postgresql://host/database",
        )
    return settings.ledger


def prepare(address: str) -> None:
    """Makes Procrastinate's tables where there are none. Raises as ledgers do."""
    schema = _procrastinate().schema.SchemaManager.get_schema()
    session = Session(address)
    try:
        with session.transaction() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_MAKING])
            cursor.execute(
                "SELECT FROM pg_class WHERE relname = 'procrastinate_jobs' "
                "AND relnamespace = current_schema()::regnamespace"
            )
            if not cursor.rowcount:
                cursor.execute(schema)
    finally:
        session.close()


def hand_over(address: str, job: Job, messages: int) -> int:
    """Leaves the sending of so many messages to workers; how many jobs those are.

    None where jobs of that handing-over wait or run already.
    """
    procrastinate = _procrastinate()
    prepare(address)
    session = Session(address)
    try:
        with session.transaction() as cursor:
            # Of two that hand one mailing over at once, the second finds the jobs of the first.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_MAKING])
            cursor.execute(
                "SELECT FROM procrastinate_jobs WHERE task_name = %s AND args ->> 'key' = %s "
                "AND args ->> 'begun' = %s AND status IN ('todo', 'doing') LIMIT 1",
                [_TASK, job.key, _packed(job)["begun"]],
            )
            if cursor.rowcount or not messages:
                return 0
            app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
            jobs = min(-(-messages // SLICE), _MOST_JOBS)
            deferring = app.configure_task(_TASK, queue=_QUEUE, connection=cursor.connection)
            deferring.batch_defer(*[_packed(job)] * jobs)
            return jobs
    except procrastinate.exceptions.ConnectorException as error:
        raise _lost(session.name, error) from None
    finally:
        session.close()


def at_work(address: str, key: str) -> bool:
    """Whether jobs of that mailing wait or run. Raises as ledgers do."""
    prepare(address)
    session = Session(address)
    try:
        with session.transaction() as cursor:
            cursor.execute(
                "SELECT FROM procrastinate_jobs WHERE task_name = %s AND args ->> 'key' = %s "
                "AND status IN ('todo', 'doing') LIMIT 1",
                [_TASK, key],
            )
            return cursor.rowcount > 0
    finally:
        session.close()


async def work(
    address: str,
    do: Work,
    *,
    stop: asyncio.Event,
    pace: Pace = Pace(),
    wait: bool = True,
) -> None:
    """Does jobs, one at a time, until `stop` is set; with `wait` off until there are none.

    Raises TryLater where the database is lost.
    """
    procrastinate = _procrastinate()
    app = procrastinate.App(
        connector=procrastinate.PsycopgConnector(
            conninfo=connecting(address), min_size=1, max_size=4, timeout=pace.stalled
        )
    )

    async def send(**packed: str) -> None:
        following = await do(_unpacked(packed))
        if following is not None:
            deferring = app.configure_task(_TASK, queue=_QUEUE, schedule_at=following.since)
            await deferring.defer_async(**_packed(following))

    app.task(name=_TASK, queue=_QUEUE)(send)
    _keep_quiet()
    try:
        async with app.open_async():
            await _until(stop, app, pace, wait=wait)
    except procrastinate.exceptions.ConnectorException as error:
        raise _lost("of the ledger", error) from None


async def _until(stop: asyncio.Event, app: App, pace: Pace, *, wait: bool) -> None:
    taking_over = asyncio.create_task(_take_over(app, pace))
    working = asyncio.create_task(
        app.run_worker_async(
            queues=[_QUEUE],
            name="nutgraf",
            wait=wait,
            delete_jobs="successful",
            install_signal_handlers=False,
            fetch_job_polling_interval=pace.polling,
            update_heartbeat_interval=pace.heartbeat,
            stalled_worker_timeout=pace.stalled,
        )
    )
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
        working.cancel()  # it finishes the job that it is at
        with suppress(asyncio.CancelledError):
            await working
    finally:
        for task in (taking_over, stopping):
            task.cancel()
        await asyncio.gather(taking_over, stopping, return_exceptions=True)


async def _take_over(app: App, pace: Pace) -> None:
    """Puts the jobs of workers that are gone back in the queue, at once and again and again."""
    from procrastinate.exceptions import ConnectorException  # noqa: PLC0415 - only workers need it

    while True:
        # A job that somebody else put back meanwhile cannot be put back: so much the better.
        with suppress(ConnectorException):
            stalled = await app.job_manager.get_stalled_jobs(
                queue=_QUEUE, seconds_since_heartbeat=pace.stalled
            )
            for job in stalled:
                with suppress(ConnectorException):
                    await app.job_manager.retry_job(job)
        await asyncio.sleep(pace.stalled / 2)


def _keep_quiet() -> None:
    """A database that is lost is told once, by us; not by everything that notices."""
    from procrastinate.exceptions import ConnectorException  # noqa: PLC0415 - only workers need it

    for name in ("procrastinate", "psycopg.pool"):
        logging.getLogger(name).setLevel(logging.CRITICAL)

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if not isinstance(context.get("exception"), ConnectorException):
            loop.default_exception_handler(context)

    asyncio.get_running_loop().set_exception_handler(handle)


def _packed(job: Job) -> dict[str, Any]:
    return {
        "key": job.key,
        "begun": job.begun.astimezone(UTC).isoformat(),
        "since": job.since.astimezone(UTC).isoformat(),
    }


def _unpacked(packed: dict[str, str]) -> Job:
    begun, since = (datetime.fromisoformat(packed[name]) for name in ("begun", "since"))
    return Job(packed["key"], begun, since)


def _procrastinate() -> Any:
    try:
        import procrastinate  # noqa: PLC0415 - only workers need it
        import procrastinate.schema  # noqa: PLC0415
    except ImportError:
        raise Usage(
            "workers need a package that is not installed", "pip install 'nutgraf[postgresql]'"
        ) from None
    return procrastinate


def _lost(name: str, error: Exception) -> TryLater:
    del error  # it may hold the address
    return TryLater(f"the database {name} was lost", "nothing is lost")
