"""A relay whose every answer a test gives, for what no real one can be made to say on time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.transports import Letter

Says = Callable[[Letter], Outcome]


class Letters:
    def to(self, reader: Reader) -> Letter:
        return Letter("desk@harbour.example", reader.address, b"")


@dataclass
class Relay:
    """A relay whose every answer the test gives; it notes what it was handed."""

    says: Says
    connections: int = 3
    handed: list[str] = field(default_factory=list)
    at_once: int = 0
    most: int = 0
    closed: int = 0
    name: str = "a relay"

    def lanes(self) -> list[Relay]:
        return [self] * self.connections

    async def deliver(self, letter: Letter) -> Outcome:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        try:
            await asyncio.sleep(0.0005)
            self.handed.append(letter.recipient)
            return self.says(letter)
        finally:
            self.at_once -= 1

    async def close(self) -> None:
        self.closed += 1
