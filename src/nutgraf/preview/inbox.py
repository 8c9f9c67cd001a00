"""The line that a reader sees before the email is opened, as the larger clients cut it.

Clients cut by width, not by characters. The counts are what fits at the default type size on a
window of common width, rounded: they show what is lost first, and are no promise.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Client:
    """How many characters of sender, subject and preheader a client shows.

    With `joined`, subject and preheader share one line of `subject` characters.
    """

    name: str
    sender: int
    subject: int
    preheader: int
    joined: bool = False


CLIENTS = (
    Client("Gmail, on the web", sender=20, subject=110, preheader=0, joined=True),
    Client("Gmail, on a phone", sender=24, subject=38, preheader=42),
    Client("Apple Mail, on a phone", sender=26, subject=38, preheader=84),
    Client("Apple Mail, on a Mac", sender=26, subject=52, preheader=120),
    Client("Outlook", sender=28, subject=50, preheader=54),
)


@dataclass(frozen=True, slots=True)
class InboxLine:
    """What one client shows; an ellipsis stands where it cuts."""

    client: str
    sender: str
    subject: str
    preheader: str
    cut: bool


def inbox_lines(sender: str, subject: str, preheader: str) -> tuple[InboxLine, ...]:
    """The line in each client; `cut` where not all of the subject is shown."""
    return tuple(_line(client, sender, subject, preheader) for client in CLIENTS)


def _line(client: Client, sender: str, subject: str, preheader: str) -> InboxLine:
    shown = cut(subject, client.subject)
    room = client.subject - len(shown) - 3 if client.joined else client.preheader
    return InboxLine(
        client.name,
        cut(sender, client.sender),
        shown,
        cut(preheader, room),
        shown != " ".join(subject.split()),
    )


def cut(text: str, most: int) -> str:
    """The text on one line, in `most` characters with the ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return f"{flat[: most - 1].rstrip()}…" if most > 1 else ""
