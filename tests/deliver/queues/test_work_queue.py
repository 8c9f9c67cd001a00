"""Jobs are handed over once, done by whoever is there, and taken over from whoever is gone."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from nutgraf.deliver.queues import work_queue
from nutgraf.deliver.queues.work_queue import Job, Pace, hand_over, prepare, work
from nutgraf.errors import TryLater, Usage

NOW = datetime(2026, 2, 13, 22, 0, tzinfo=UTC)
JOB = Job("2026-02-13", NOW, NOW)
QUICK = Pace(polling=0.05, heartbeat=0.1, stalled=0.4)


def done(address: str, following: dict[Job, Job | None] | None = None) -> list[Job]:
    """The jobs that one worker does until none is waiting."""
    seen = []

    async def do(job: Job) -> Job | None:
        seen.append(job)
        return (following or {}).pop(job, None)

    asyncio.run(work(address, do, stop=asyncio.Event(), wait=False))
    return seen


def test_a_mailing_is_handed_over_in_slices_and_once(postgresql_schema: str) -> None:
    assert hand_over(postgresql_schema, JOB, 0) == 0
    assert hand_over(postgresql_schema, JOB, 2001) == 3
    assert hand_over(postgresql_schema, JOB, 2001) == 0
    assert hand_over(postgresql_schema, replace(JOB, key="2026-02-20"), 10**7) == 100
    assert done(postgresql_schema).count(JOB) == 3
    assert hand_over(postgresql_schema, JOB, 1) == 1


def test_of_two_that_hand_over_at_once_one_does(postgresql_schema: str) -> None:
    with ThreadPoolExecutor(4) as together:
        handed = list(together.map(lambda _: hand_over(postgresql_schema, JOB, 1500), range(4)))
    assert sorted(handed) == [0, 0, 0, 2]


def test_a_job_may_leave_one_behind(postgresql_schema: str) -> None:
    hand_over(postgresql_schema, JOB, 1)
    second = replace(JOB, since=NOW + timedelta(minutes=5))
    third = replace(JOB, since=datetime.now(UTC) + timedelta(hours=1))
    assert done(postgresql_schema, {JOB: second, second: third}) == [JOB, second]
    with psycopg.connect(postgresql_schema) as connection:
        left = connection.execute("SELECT status, scheduled_at FROM procrastinate_jobs").fetchall()
    assert left == [("todo", third.since)]


def test_a_worker_that_is_to_stop_finishes_what_it_is_at(postgresql_schema: str) -> None:
    hand_over(postgresql_schema, JOB, 2500)
    finished = []

    async def three_jobs() -> None:
        stop = asyncio.Event()

        async def do(job: Job) -> None:
            stop.set()
            await asyncio.sleep(0.05)
            finished.append(job)

        await work(postgresql_schema, do, stop=stop, pace=QUICK)

    asyncio.run(three_jobs())
    assert finished == [JOB]
    assert len(done(postgresql_schema)) == 2


KILLED = """
import asyncio, os, signal, sys
from nutgraf.deliver.queues.work_queue import Pace, work

async def do(job):
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(work(sys.argv[1], do, stop=asyncio.Event(), pace=Pace(heartbeat=0.1)))
"""


def test_the_job_of_a_worker_that_was_killed_is_taken_over(postgresql_schema: str) -> None:
    hand_over(postgresql_schema, JOB, 1)
    killed = subprocess.run([sys.executable, "-c", KILLED, postgresql_schema], check=False)
    assert killed.returncode == -9
    assert done(postgresql_schema) == []
    seen = []

    async def taken_over() -> None:
        stop = asyncio.Event()

        async def do(job: Job) -> None:
            seen.append(job)
            stop.set()

        await asyncio.wait_for(work(postgresql_schema, do, stop=stop, pace=QUICK), 10)

    asyncio.run(taken_over())
    assert seen == [JOB]


def test_a_worker_ends_where_the_database_is_lost(postgresql: str) -> None:
    hand_over(postgresql, JOB, 1)
    server, _, name = postgresql.rpartition("/")

    async def do(_: Job) -> None:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'.encode())
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )

    with pytest.raises(TryLater, match="was lost"):
        asyncio.run(work(postgresql, do, stop=asyncio.Event(), pace=QUICK))


def test_tables_are_made_once(postgresql_schema: str) -> None:
    with ThreadPoolExecutor(4) as together:
        list(together.map(prepare, [postgresql_schema] * 4))
    assert done(postgresql_schema) == []


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    with pytest.raises(Usage) as lacking:
        work_queue.prepare("postgresql://host/x")
    assert lacking.value.hint == "pip install 'nutgraf[postgresql]'"
