"""A connection to a relay on which messages are handed over, one after the other.

aiosmtplib opens it, secures it and logs in; then this protocol takes its place. It writes commands
in groups where the relay has PIPELINING (RFC 2920), which aiosmtplib does not, and it says of every
message on which side of the content's first byte the connection was lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from nutgraf.deliver.transports.replies import Garbled, Replies, Reply

CLOSING = 421  # the relay ends the connection, whatever was asked (RFC 5321, section 3.8)
_FAREWELL = 2.0


class Lost(Exception):
    """The connection is gone, or is of no use any more; says how."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """What the relay offers, as far as it matters here."""

    pipelining: bool = False
    size: bool = False
    eight_bit: bool = False
    utf8: bool = False


class Conversation(asyncio.Protocol):
    """Commands go out, replies come in; `count` is for the messages that were begun on it."""

    def __init__(
        self, transport: asyncio.WriteTransport, extensions: Extensions, timeout: float
    ) -> None:
        self.extensions = extensions
        self.count = 0
        self._transport = transport
        self._timeout = timeout
        self._loop = asyncio.get_running_loop()
        self._parser = Replies()
        self._replies: deque[Reply] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._lost = ""
        self._closed = self._loop.create_future()
        transport.set_protocol(self)

    @property
    def usable(self) -> bool:
        """Whether a message may be begun: a relay that speaks unasked says goodbye."""
        return not self._lost and not self._replies and not self._transport.is_closing()

    @property
    def writing(self) -> bool:
        """Whether something written has not left this program yet, as far as TLS lets it see."""
        return self._transport.get_write_buffer_size() > 0

    @property
    def certificate(self) -> Mapping[str, object]:
        """The relay's certificate, as `ssl` gives it; empty where the connection has none."""
        return self._transport.get_extra_info("peercert") or {}

    def send(self, lines: Iterable[bytes]) -> None:
        """Writes what has its line ends. Raises Lost, and then nothing of it was written."""
        if self._lost or self._transport.is_closing():
            raise Lost(self._lost or "the connection was lost")
        # At once, and so in one record of TLS: Postfix looks no further than a record for the next
        # command, answers each by itself, and every answer would wait 40 ms for its delayed ACK.
        self._transport.write(b"".join(lines))

    async def reply(self) -> Reply:
        """The next reply. Raises Lost, also where it takes too long."""
        if not self._replies:
            if self._lost:
                raise Lost(self._lost)
            self._waiter = self._loop.create_future()
            late = f"no answer within {self._timeout:g} seconds"
            timer = self._loop.call_later(self._timeout, self.drop, late)
            try:
                await self._waiter
            finally:
                timer.cancel()
                self._waiter = None
            if not self._replies:
                raise Lost(self._lost)
        return self._replies.popleft()

    def drop(self, why: str) -> None:
        """Ends the connection at once: what comes after this could be taken for another answer."""
        self._lost = self._lost or why
        with suppress(AttributeError):  # Python before 3.11.4, where TLS has ended already
            self._transport.abort()
        self._wake()

    async def leave(self) -> None:
        """Says goodbye, as the law asks (RFC 5321, section 4.1.1.10), but does not wait long."""
        try:
            async with asyncio.timeout(min(_FAREWELL, self._timeout)):
                self.send([b"QUIT\r\n"])
                await self.reply()
                self._transport.close()
                await asyncio.shield(self._closed)
        except (Lost, TimeoutError):
            pass
        finally:
            self.drop("the connection was ended")

    # What asyncio calls.

    def data_received(self, data: bytes) -> None:
        try:
            self._replies.extend(self._parser.feed(data))
        except Garbled as garbled:
            self.drop(str(garbled))
        if self._replies:
            self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._lost = self._lost or (
            f"the connection was lost: {exc}" if exc else "the relay ended the connection"
        )
        self._closed.set_result(None)
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
