"""Tells open pages that something has changed, by server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

# A page that sleeps gets the newest version when it wakes; what it missed does not matter.
WAITING = 4
HEARTBEAT = 15.0  # seconds; a page that has gone is noticed when one is written to it


class Hub:
    """The pages that listen. Only the event loop of the server calls it."""

    def __init__(self) -> None:
        self._listening: set[asyncio.Queue[int | None]] = set()
        self._closed = False

    def publish(self, version: int) -> None:
        """Tell every page that the workspace is now of this version."""
        for queue in self._listening:
            _offer(queue, version)

    def close(self) -> None:
        """End every stream: the server stops."""
        self._closed = True
        for queue in self._listening:
            _offer(queue, None)

    async def stream(self, version: int) -> AsyncIterator[bytes]:
        """The events for one page, which begin with the `version` of now."""
        queue: asyncio.Queue[int | None] = asyncio.Queue(WAITING)
        self._listening.add(queue)
        try:
            yield b"retry: 500\n" + _event(version)
            while not self._closed:
                try:
                    told = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if told is None:
                    return
                yield _event(told)
        finally:
            self._listening.discard(queue)


def _offer(queue: asyncio.Queue[int | None], told: int | None) -> None:
    while queue.full():
        queue.get_nowait()
    queue.put_nowait(told)


def _event(version: int) -> bytes:
    return f"data: {json.dumps({'version': version})}\n\n".encode()
