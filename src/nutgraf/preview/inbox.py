"""The line that readers see before they open an email, as the larger clients cut it.

Clients cut by width, not by characters. The counts are what fits at the default type size in a
window of common width: they show what is lost first, and promise nothing. For Apple Mail on a
phone they are those that EmailTooltester measured on an iPhone 14
(emailtooltester.com/en/blog/email-subject-lines-character-limit); for the others the middle of
what guides for senders give: the Gmail app about 38 for the subject, Outlook 50 to 60 and some 55
of the preheader, Apple Mail on a Mac 60 to 75 and some 140.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Client:
    """How many characters of sender, subject and preheader a client shows.

    Its `shape` is `joined` where subject and preheader share one line of `subject` characters, else
    `phone` or `list`.
    """

    name: str
    shape: Literal["joined", "phone", "list"]
    sender: int
    subject: int
    preheader: int = 0


CLIENTS = (
    Client("Gmail, on the web", "joined", sender=20, subject=110),
    Client("Gmail, on a phone", "phone", sender=24, subject=38, preheader=42),
    Client("Apple Mail, on a phone", "phone", sender=26, subject=48, preheader=99),
    Client("Apple Mail, on a Mac", "list", sender=26, subject=64, preheader=140),
    Client("Outlook", "list", sender=28, subject=54, preheader=55),
)


@dataclass(frozen=True, slots=True)
class InboxLine:
    """What one client shows, an ellipsis where it cuts, and what is left out of the two."""

    client: Client
    sender: str
    subject: str
    preheader: str
    unread_subject: str
    unread_preheader: str

    @property
    def cut(self) -> bool:
        """Whether not all of the subject is shown."""
        return bool(self.unread_subject)


def inbox_lines(sender: str, subject: str, preheader: str) -> tuple[InboxLine, ...]:
    """The line in each client."""
    return tuple(_line(client, sender, subject, preheader) for client in CLIENTS)


def _line(client: Client, sender: str, subject: str, preheader: str) -> InboxLine:
    first, rest = cut(subject, client.subject)
    room = client.subject - len(first) - 3 if client.shape == "joined" else client.preheader
    second, left = cut(preheader, room)
    return InboxLine(client, cut(sender, client.sender)[0], first, second, rest, left)


def cut(text: str, most: int) -> tuple[str, str]:
    """The text on one line, in `most` characters with the ellipsis, and what is left over."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat, ""
    shown = flat[: most - 1].rstrip() if most > 1 else ""
    return f"{shown}…" if shown else "", flat[len(shown) :].lstrip()
