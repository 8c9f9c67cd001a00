"""Where messages are handed over: a relay, or a folder.

A transport gives as many lanes as messages may be under way at once; a lane carries one message
after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nutgraf.deliver.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one reader: its envelope, and its bytes with CRLF line ends.

    `sender` is the return path. No line of `data` is longer than 998 octets; dots are not yet
    doubled.
    """

    sender: str
    recipient: str
    data: bytes


class Lane(Protocol):
    """One connection; it is opened when first used, and again after it was lost."""

    async def deliver(self, letter: Letter) -> Outcome:
        """Hands one message over, and says what became of it.

        What concerns this message alone is an outcome. What concerns all raises: `TryLater` where
        the relay is down or busy and this message was not begun, `Stopped` where it will not have
        us (a wrong password, a sender it refuses).
        """

    async def close(self) -> None:
        """Ends the connection; never raises."""


class Transport(Protocol):
    """What messages are handed to."""

    @property
    def name(self) -> str:
        """The relay or folder, as people call it; no password in it."""

    def lanes(self) -> Sequence[Lane]:
        """The lanes, none of them opened."""
