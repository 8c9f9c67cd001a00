from __future__ import annotations

import asyncio
import time

import pytest

from nutgraf.deliver.transports.pace import Pace
from tests.deliver.transports.talking import hand_all, letters, transport_to
from tests.servers import relay


async def turns(pace: Pace, number: int, at_once: int) -> list[float]:
    """When turns were given to so many who ask for them all the time."""
    given: list[float] = []

    async def ask() -> None:
        while len(given) < number:
            await pace.turn()
            given.append(asyncio.get_running_loop().time())

    await asyncio.gather(*(ask() for _ in range(at_once)))
    return sorted(given)


@pytest.mark.parametrize("at_once", [1, 20])
def test_turns_come_evenly_and_never_faster(at_once: int) -> None:
    given = asyncio.run(turns(Pace(200), 40, at_once))
    # In every stretch as many as fit, and those that 20 ms of a late timer may have kept; the
    # rest is for a busy machine, which looks at the clock too late.
    for number in (10, 20, 39):
        fastest = min(b - a for a, b in zip(given, given[number:], strict=False))
        assert fastest >= number / 200 - 0.045


def test_after_a_stall_there_is_no_burst() -> None:
    async def stalled() -> list[float]:
        asking = asyncio.create_task(turns(Pace(200), 30, 20))
        await asyncio.sleep(0.02)
        time.sleep(0.1)  # noqa: ASYNC251 - the loop itself is held up
        return await asking

    given = asyncio.run(stalled())
    assert given[-1] - given[0] >= 0.1 + 24 / 200 - 0.045


def test_turns_that_nobody_took_do_not_come_back() -> None:
    async def after_a_pause() -> float:
        pace = Pace(50)
        await pace.turn()
        await asyncio.sleep(0.2)
        began = time.monotonic()
        for _ in range(6):
            await pace.turn()
        return time.monotonic() - began

    assert asyncio.run(after_a_pause()) >= 0.07


def test_no_limit_takes_no_time() -> None:
    given = asyncio.run(turns(Pace(0), 1000, 1))
    assert given[-1] - given[0] < 0.5


def test_all_lanes_share_the_pace() -> None:
    with relay() as server:
        began = time.monotonic()
        asyncio.run(hand_all(transport_to(server.port, connections=4, per_second=100), letters(31)))
        took = time.monotonic() - began
    assert len(server.letters) == 31
    assert took >= 0.27
