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
    Client("Apple Mail, on a phone", sender=26, subject=48, preheader=99),
    Client("Apple Mail, on a Mac", sender=26, subject=64, preheader=140),
    Client("Outlook", sender=28, subject=54, preheader=55),
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
