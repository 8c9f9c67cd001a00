"""What is on record beyond a brief and its pack: when it goes out, and what the desk keeps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from nutgraf.model import Correction, Place


@dataclass(frozen=True)
class Owed:
    """A correction that has not gone out, and the item that tells readers of it."""

    correction: Correction
    item: str


@dataclass(frozen=True)
class UsedAngle:
    """An angle that readers have had, or will have: in which brief, on which day, in which words.

    `place` is where it stands, in the brief or in the note that the brief embeds. `corrected` are
    the ids of the corrections of that brief that touch it.
    """

    brief: str
    day: date
    text: str
    place: Place
    corrected: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Short, and another one for other words: checks are kept by it."""
        words = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        where = f"{self.place.path}:{self.place.start}"
        return f"UsedAngle({self.brief}, {self.day}, {words}, {where}, {self.corrected})"


@dataclass(frozen=True)
class Record:
    """Values of the desk that rules may weigh; the empty record is that of a note by itself.

    `sends_on` is the day, in the publication's time zone, on which readers will get the brief;
    `sent` tells that they have it. `owed` are corrections that no brief carries yet, `corrected`
    all that were opened. `used_angles` are those of earlier briefs that were approved or sent, the
    oldest first.
    """

    sends_on: date | None = None
    sent: bool = False
    owed: tuple[Owed, ...] = ()
    corrected: tuple[Correction, ...] = ()
    used_angles: tuple[UsedAngle, ...] = ()
