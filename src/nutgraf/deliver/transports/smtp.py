"""The transport that hands messages to a relay by SMTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence

from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.transports import Letter
from nutgraf.deliver.transports.connecting import Relay, connect
from nutgraf.deliver.transports.conversation import Conversation
from nutgraf.deliver.transports.handing_over import hand_over
from nutgraf.deliver.transports.pace import Pace
from nutgraf.errors import Stopped, TryLater


class SmtpTransport:
    """Lanes to one relay; they share the pace, and what the relay said of us."""

    def __init__(
        self, relay: Relay, *, connections: int, messages_per_connection: int, per_second: int
    ) -> None:
        self._door = _Door(relay)
        self._connections = connections
        self._messages = messages_per_connection
        self._pace = Pace(per_second)

    @property
    def name(self) -> str:
        return str(self._door.relay)

    def lanes(self) -> Sequence[SmtpLane]:
        # Lanes are of one event loop, and so is who waits for another; what was learnt stays.
        self._door.alone = asyncio.Lock()
        self._pace.queue = asyncio.Lock()
        return [SmtpLane(self._door, self._pace, self._messages) for _ in range(self._connections)]


class SmtpLane:
    """One connection to the relay; for one task at a time."""

    def __init__(self, door: _Door, pace: Pace, messages: int) -> None:
        self._door = door
        self._pace = pace
        self._messages = messages
        self._talk: Conversation | None = None

    async def deliver(self, letter: Letter) -> Outcome:
        self._door.check()
        talk = await self._ready()
        await self._pace.turn()
        if not talk.usable:  # it may have been lost while we waited
            talk = await self._ready()
        talk.count += 1
        try:
            return await hand_over(talk, letter)
        except Stopped as stopped:
            self._door.shut(stopped)
            raise
        except BaseException:
            # Cancelled: what the relay says next would be taken for an answer to the next message.
            talk.drop("the sending was stopped")
            raise

    async def close(self) -> None:
        if self._talk is not None:
            await self._talk.leave()
            self._talk = None

    async def _ready(self) -> Conversation:
        """The connection, made anew where it was lost or carried its number of messages."""
        if self._talk is None or not self._talk.usable or self._talk.count >= self._messages:
            await self.close()
            self._talk = await self._door.enter()
        return self._talk


class _Door:
    """Where lanes come in. The first goes alone: a wrong password is tried once, not by each."""

    def __init__(self, relay: Relay) -> None:
        self.relay = relay
        self.alone = asyncio.Lock()
        self._known = False
        self._shut: Stopped | None = None
        self._late: TryLater | None = None
        self._own_name = ""

    def check(self) -> None:
        """Raises what stopped another lane: it holds for all of them."""
        if self._shut is not None:
            raise Stopped(self._shut.message, self._shut.hint)

    def shut(self, stopped: Stopped) -> None:
        self._shut = self._shut or stopped

    async def enter(self) -> Conversation:
        """A connection. Raises TryLater or Stopped."""
        if not self._known:
            before = self._late
            async with self.alone:
                if not self._known:
                    return await self._first(before)
        self.check()
        return await self._connect()

    async def _first(self, before: TryLater | None) -> Conversation:
        self.check()
        if self._late is not None and self._late is not before:
            # Who waited while another found nobody there need not knock again.
            raise TryLater(self._late.message, self._late.hint)
        if not self._own_name:
            self._own_name = await asyncio.to_thread(_own_name)
        talk = await self._connect()
        self._known = True
        return talk

    async def _connect(self) -> Conversation:
        try:
            return await connect(self.relay, self._own_name)
        except Stopped as stopped:
            self.shut(stopped)
            raise
        except TryLater as late:
            self._late = late
            raise


def _own_name() -> str:
    """How this machine introduces itself; asking for it may take a server of names its time."""
    name = socket.getfqdn()
    return name if name.isascii() and name.isprintable() and " " not in name else "localhost"
