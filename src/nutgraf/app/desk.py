"""Mails to the desk: each is sent once, and one that fails keeps nothing from being sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

from nutgraf.app.send import Way
from nutgraf.deliver.messages.desk_mail import desk_mail
from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports import Letter
from nutgraf.errors import NutgrafError
from nutgraf.workspace.settings import Settings

_SUBJECTS: Final = {
    "goes": "Goes within the hour: {}",
    "held": "NOT SENT: {}",
    "stopped": "STOPPED: {}",
    "sent": "Sent: {}",
}


class Speaks(Protocol):
    """A brief, or its approval, as far as the desk is told of it."""

    @property
    def id(self) -> str: ...
    @property
    def subject(self) -> str: ...


class Desk:
    """The desk of a publication; without an address nobody is told."""

    def __init__(self, settings: Settings, way: Way, say: Callable[[str], None]) -> None:
        self._settings, self._way, self._say = settings, way, say
        self.address = settings.due.desk

    def tell(self, once: str, about: Speaks, kind: str, text: str) -> None:
        """Sends one mail, if none was sent for the same `once` and brief."""
        if self.address is None:
            return
        now = self._way.clock()
        if not self._way.ledger.note(about.id, f"mail:{once}", text, now=now):
            return
        sender = self._settings.sender
        letter = desk_mail(
            name=sender.name,
            address=sender.address,
            desk=self.address,
            subject=_SUBJECTS[kind].format(about.subject),
            text=f"{about.id}: {about.subject}\n\n{text}\n",
            when=now,
        )
        try:
            outcome = asyncio.run(self._hand_over(letter))
            trouble = "" if outcome.state is State.SENT else outcome.said
        except NutgrafError as error:
            trouble = getattr(error, "message", str(error))
        if trouble:
            self._say(f"{about.id}: the desk ({self.address}) was not told: {trouble}")

    async def _hand_over(self, letter: Letter) -> Outcome:
        lane = self._way.connect().lanes()[0]
        try:
            return await lane.deliver(letter)
        finally:
            await lane.close()
