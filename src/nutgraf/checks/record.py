"""What is on record beyond a brief and its pack: when it goes out, and what the desk keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nutgraf.model import Correction


@dataclass(frozen=True)
class Owed:
    """A correction that has not gone out, and the item that tells readers of it."""

    correction: Correction
    item: str


@dataclass(frozen=True)
class Record:
    """Values of the desk that rules may weigh; the empty record is that of a note by itself.

    `sends_on` is the day, in the publication's time zone, on which readers will get the brief;
    `sent` tells that they have it. `owed` are corrections that no brief carries yet, `corrected`
    all that were opened.
    """

    sends_on: date | None = None
    sent: bool = False
    owed: tuple[Owed, ...] = ()
    corrected: tuple[Correction, ...] = ()
