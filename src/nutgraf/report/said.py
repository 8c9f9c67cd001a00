"""A person's word, in a line."""

from __future__ import annotations

from datetime import datetime

from nutgraf.model import Verification


def as_said(word: Verification) -> str:
    """`✓ verified, Fri 13 Feb 2026 16:02, by Ines Varga, captured page (fox): the same paper`."""
    mark = {"verified": "✓ verified", "query": "? query", "stet": "stet"}.get(word.said, word.said)
    read = ", ".join(dict.fromkeys(held.source for held in word.passages))
    how = f", {word.how}{f' ({read})' if read else ''}" if word.how else ""
    note = f": {word.note}" if word.note else ""
    return f"{mark}, {moment(word.moment)}, by {name(word.by)}{how}{note}"


def moment(at: datetime) -> str:
    """`Fri 13 Feb 2026 16:02`, on the clock of who said it."""
    return f"{at:%a} {at.day} {at:%b %Y %H:%M}"


def name(person: str) -> str:
    """A person without their address."""
    return person.partition(" <")[0]
