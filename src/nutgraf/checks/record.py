"""What is on record beyond a brief and its pack: when it goes out, and what the desk keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nutgraf.model import Correction, Kind, Look, Place, Verification

DEFAULT_KINDS: tuple[Kind, ...] = ("quotations", "figures", "accusations", "settled-conflicts")


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
class Given:
    """The words that persons have given for a brief, and what the publication asks for.

    `asked`: verification is made use of here. `kinds` are what wants a person, everything where
    it is None. `authors` are, by path, who wrote the file; they are told only where a
    `second_reader` is wanted. `elsewhere` are, by path, the hashes of all statements of a file of
    which the brief embeds a part; `bodies` the texts of sources outside the pack that verifications
    rest on, by case-folded id. `approving`: the brief is up for approval.
    """

    asked: bool = False
    kinds: tuple[Kind, ...] | None = DEFAULT_KINDS
    second_reader: bool = False
    approving: bool = False
    authors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verifications: tuple[Verification, ...] = ()
    elsewhere: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """One short text for all of it: it is a part of what checks are kept by."""
        told = (
            *(self.asked, self.kinds, self.second_reader, self.approving, self.verifications),
            *(sorted(self.authors.items()), sorted(self.bodies.items())),
            sorted((path, sorted(known)) for path, known in self.elsewhere.items()),
        )
        return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Record:
    """Values of the desk that rules may weigh; the empty record is that of a note by itself.

    `sends_on` is the day, in the publication's time zone, on which readers will get the brief;
    `sent` tells that they have it. `owed` are corrections that no brief carries yet, `corrected`
    all that were opened. `used_angles` are those of earlier briefs that were approved or sent, the
    oldest first. `given` are the words that persons have given for it. `looks` are the last looks
    at the pages of its pack that are no longer what was captured, by case-folded id.
    """

    sends_on: date | None = None
    sent: bool = False
    owed: tuple[Owed, ...] = ()
    corrected: tuple[Correction, ...] = ()
    used_angles: tuple[UsedAngle, ...] = ()
    given: Given = field(default_factory=Given)
    looks: Mapping[str, Look] = field(default_factory=dict)
