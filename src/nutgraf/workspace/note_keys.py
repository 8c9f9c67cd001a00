"""The keys that the front matter of each type of note knows, and what their values are."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from nutgraf.model import NoteType


class Holds(Enum):
    """What the value of a key is."""

    LINE = auto()  # text
    HEADER = auto()  # text that goes into headers of the email: one line
    LINES = auto()  # a list of texts; one text is a list of one
    IDS = auto()  # a list of ids, also as [[links]]
    DAY = auto()
    WHEN = auto()  # a clock time, or a full date and time
    URL = auto()
    KIND = auto()
    TYPE = auto()
    LANGUAGE = auto()
    SHA256 = auto()
    FORMAT = auto()
    STETS = auto()


KINDS = (
    "primary",
    "official",
    "wire",
    "news",
    "analysis",
    "advocacy",
    "aggregator",
    "interview",
    "transcript",
    "post",
)
TYPES: tuple[NoteType, ...] = ("source", "note", "angle", "brief")

# Keys whose values may hold a colon or a ` #` without quotes.
FREE_TEXT = ("title", "subject", "preheader")

_EVERY = {
    "type": Holds.TYPE,
    "id": Holds.LINE,
    "title": Holds.HEADER,
    "language": Holds.LANGUAGE,
    "status": Holds.LINE,
    "tags": Holds.LINES,
    "aliases": Holds.LINES,
    "stet": Holds.STETS,
}
_OURS = {
    "date": Holds.DAY,
    "author": Holds.HEADER,
    "sources": Holds.IDS,
    "publish": Holds.LINES,
}
KNOWN: Mapping[NoteType, Mapping[str, Holds]] = {
    "source": {
        **_EVERY,
        "publisher": Holds.LINE,
        "authors": Holds.LINES,
        "url": Holds.URL,
        "archived": Holds.URL,
        "published": Holds.DAY,
        "retrieved": Holds.DAY,
        "kind": Holds.KIND,
        "guessed": Holds.LINES,
        "credits": Holds.LINES,
        "sha256": Holds.SHA256,
        "later_version_of": Holds.LINE,
    },
    "note": {**_EVERY, **_OURS, "basis": Holds.IDS},
    "angle": {**_EVERY, **_OURS, "basis": Holds.IDS},
    "brief": {
        **_EVERY,
        **_OURS,
        "subject": Holds.HEADER,
        "preheader": Holds.HEADER,
        "format": Holds.FORMAT,
        "send_at": Holds.WHEN,
        "embargo": Holds.WHEN,
        "list": Holds.LINE,
    },
}
KNOWN_ANYWHERE = frozenset(key for keys in KNOWN.values() for key in keys)
