"""What is on record beyond a brief and its pack: when it goes out, and what the desk keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Record:
    """Values of the desk that rules may weigh; the empty record is that of a note by itself.

    `sends_on` is the day, in the publication's time zone, on which readers will get the brief.
    """

    sends_on: date | None = None
