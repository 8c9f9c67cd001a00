"""A newsletter or another letter, saved as `.eml`: its text part or its HTML part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from nutgraf.errors import Usage


@dataclass(frozen=True)
class Letter:
    """The part that holds the text, and what the headers state."""

    part: bytes
    charset: str | None
    is_html: bool
    title: str | None
    sender: str | None
    url: str | None
    published: date | None


def read_letter(data: bytes, name: str) -> Letter:
    """The letter of an `.eml` file; raises `Usage` for one without a text."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise _textless(name)
    try:
        part = message.get_body(("html", "plain"))
    except (KeyError, LookupError, ValueError, AttributeError):
        part = None
    payload = part.get_payload(decode=True) if isinstance(part, EmailMessage) else None
    if not isinstance(part, EmailMessage) or not isinstance(payload, bytes) or not payload.strip():
        raise _textless(name)
    return Letter(
        part=payload,
        charset=part.get_content_charset(),
        is_html=part.get_content_subtype() == "html",
        title=_header(message, "subject"),
        sender=_sender(message),
        url=_archived(message),
        published=_day(message),
    )


def _textless(name: str) -> Usage:
    return Usage(
        f"{name} is no letter with a text: it has neither a plain nor an HTML part.",
        "Save the letter from the mail program as .eml, or copy its text: nutgraf add -",
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, TypeError, KeyError):
        return None  # headers that the standard library's parser stumbles over
    return " ".join(str(value).replace("\ufffd", "").split()) or None if value else None


def _sender(message: EmailMessage) -> str | None:
    """The name that the letter comes from; an address alone names nobody."""
    given = getaddresses([_header(message, "from") or ""])
    name = given[0][0].strip(" \"'") if given else ""
    return name if name and "@" not in name else None


def _archived(message: EmailMessage) -> str | None:
    """`Archived-At` (RFC 5064): where the letter stands on the Web."""
    given = (_header(message, "archived-at") or "").strip("<> ")
    return given if given.startswith(("http://", "https://")) else None


def _day(message: EmailMessage) -> date | None:
    given = _header(message, "date")
    try:
        return parsedate_to_datetime(given).date() if given else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
