"""A person's word on a statement of a note or a brief."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Said = Literal["verified", "query", "stet", "undone"]
How = Literal["captured page", "document", "recording or call"]


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a passage that a verification rests on, and the id of their source."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What one person said of one statement, as it is kept beside the file `path`.

    `words` are the statement's; `at` is a time in ISO 8601 with its offset. `how` is where the
    words were read (verified), `note` the question (query), the reason (stet) or what was added.
    `undoes` is the time of the word that is taken back, and `whose` its giver where that is
    another. `instead` is the hash of the words that the statement had when they were verified.
    """

    path: str
    said: Said
    words: str
    by: str
    at: str
    how: How | None = None
    note: str = ""
    passages: tuple[Held, ...] = ()
    undoes: str = ""
    whose: str = ""
    instead: str = ""

    @property
    def moment(self) -> datetime:
        """When it was said."""
        return datetime.fromisoformat(self.at)
