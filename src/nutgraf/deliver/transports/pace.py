"""How fast messages are handed over, whatever the number of connections."""

from __future__ import annotations

import asyncio

# A timer that rings late is made up for, as far as this: longer, and it would be a burst.
_LATE = 0.02


class Pace:
    """Gives turns evenly, `per_second` of them in a second; 0 sets no limit."""

    def __init__(self, per_second: int) -> None:
        self._interval = 1 / per_second if per_second else 0.0
        self._next = 0.0

    async def turn(self) -> None:
        """Waits for a turn. Turns that nobody took are lost: nothing catches up on an idle hour."""
        if not self._interval:
            return
        now = asyncio.get_running_loop().time()
        turn = max(self._next, now - _LATE) if self._next else now
        self._next = turn + self._interval
        if turn > now:
            await asyncio.sleep(turn - now)
