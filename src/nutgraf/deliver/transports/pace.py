"""How fast messages are handed over, whatever the number of connections."""

from __future__ import annotations

import asyncio

# A timer that rings late is made up for, as far as this: more would be a burst.
_LATE = 0.02


class Pace:
    """Gives turns evenly, `per_second` of them in a second; 0 sets no limit."""

    def __init__(self, per_second: int) -> None:
        self._interval = 1 / per_second if per_second else 0.0
        self._next = 0.0
        self.queue = asyncio.Lock()

    async def turn(self) -> None:
        """Waits for a turn, in the order of asking. Turns that nobody took are lost."""
        if not self._interval:
            return
        clock = asyncio.get_running_loop().time
        # One waits for the time, the others for that one: after a stall not all are due at once.
        async with self.queue:
            if self._next > (now := clock()):
                await asyncio.sleep(self._next - now)
                now = clock()
            self._next = max(self._next, now - _LATE) + self._interval
