"""What comes back after a brief was sent: delivery reports, complaints, and mails that ask to stop.

Pure: the bytes of one message go in, what it says comes out. Whether that is true, and of whom, is
for `deliver.bounces` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses
from typing import Final
from urllib.parse import unquote

# What is about one message stands at the top of a report; the message itself may follow whole.
LIMIT: Final = 1024 * 1024
# Decoding takes ever longer with the length, and no honest header is as long.
_LONGEST_HEADER: Final = 8192
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_CODE = re.compile(r"[245]\.\d{1,3}\.\d{1,3}", re.ASCII)
_STATUS = re.compile(rf"\s*({_CODE.pattern})\b", re.ASCII)
# `smtp; 550 5.1.1 <ines@…>: no such user`, with or without the dashes of a reply of many lines.
_DIAGNOSED = re.compile(
    rf"\s*smtp\s*;\s*[245]\d\d[ -]+#?({_CODE.pattern})\b", re.IGNORECASE | re.ASCII
)
_REPORTS: Final = ("message/delivery-status", "message/global-delivery-status")
_FEEDBACK: Final = "message/feedback-report"


@dataclass(frozen=True, slots=True)
class About:
    """The message that a report is about, as far as the report gives it back.

    `links` are its unsubscribe links with their escapes resolved. All are empty where it is not
    given back.
    """

    message_id: str = ""
    to: str = ""
    links: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a delivery report (RFC 3464) says of one recipient; `action` is in small letters."""

    original: str
    final: str
    action: str
    status: str
    said: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report."""

    failures: tuple[Failure, ...]
    about: About


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint of a reader that a mail service hands on (RFC 5965); `kind` is `abuse` and such.

    Many services leave the address out.
    """

    kind: str
    addresses: tuple[str, ...]
    about: About


@dataclass(frozen=True, slots=True)
class Mail:
    """Any other mail; one that asks to stop has a token in its subject.

    `sender` is who says to have written it.
    """

    subject: str
    sender: str
    automatic: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What looks like no mail at all."""


Returned = Bounce | Complaint | Mail | Unreadable


def read_returned(data: bytes) -> Returned:
    """What one message is, whatever is in it: nothing that arrives by mail raises."""
    try:
        message = message_from_bytes(_without_envelope(data)[:LIMIT], policy=compat32)
        return _read(message) if message.keys() else Unreadable()
    except Exception:  # noqa: BLE001 - the parser of the standard library is not made for malice
        return Unreadable()


def _without_envelope(data: bytes) -> bytes:
    """Without the line `From …` that a mailbox has, and that Postfix puts before what it pipes."""
    return data.partition(b"\n")[2] if data.startswith((b"From ", b">From ")) else data


def _read(message: Message) -> Returned:
    parts = _parts(message)
    if message.get_content_type() == "multipart/report":
        for part in parts:
            kind = part.get_content_type()
            if kind in _REPORTS and (failures := tuple(_failures(part))):
                return Bounce(failures, _about(parts))
            if kind == _FEEDBACK:
                return _complaint(part, _about(parts))
    return Mail(_line(message, "Subject"), _mailbox(message, "From"), _is_automatic(message))


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if message.is_multipart() else []


def _failures(part: Message) -> Iterator[Failure]:
    """The blocks of recipients; the first block of all is about the message (RFC 3464, 2.1)."""
    for block in _blocks(part):
        if "Final-Recipient" not in block and "Original-Recipient" not in block:
            continue
        said = _line(block, "Diagnostic-Code")
        yield Failure(
            original=_recipient(block, "Original-Recipient"),
            final=_recipient(block, "Final-Recipient"),
            action=_line(block, "Action").casefold(),
            status=_status(_line(block, "Status"), said),
            said=said.partition(";")[2].strip() or said,
        )


def _blocks(part: Message) -> list[Message]:
    inside = _parts(part)
    if part.get_content_type() == "message/delivery-status":
        return inside  # Python takes these apart
    rest = "\n".join(_text(block) for block in inside) or _text(part)
    blocks = re.split(r"(?:\r?\n){2,}", rest)
    return [*inside, *(message_from_string(block, policy=compat32) for block in blocks)]


def _complaint(part: Message, about: About) -> Complaint:
    """The fields of a report stand where Python sees the headers of a message in a message."""
    fields = next(iter(_parts(part)), None) or message_from_string(_text(part), policy=compat32)
    named = [*fields.get_all("Original-Rcpt-To", ()), *fields.get_all("Removal-Recipient", ())]
    addresses = tuple(filter(None, (_bare(_plain(str(one)[:_LONGEST_HEADER])) for one in named)))
    return Complaint(_line(fields, "Feedback-Type").casefold(), addresses, about)


def _about(parts: Sequence[Message]) -> About:
    """The headers that were given back, alone or with the message (RFC 6522)."""
    for part in parts[1:]:
        if part.get_content_type() in ("message/rfc822", "message/global"):
            headers = next(iter(_parts(part)), None)
        elif part.get_content_subtype() in ("rfc822-headers", "global-headers"):
            headers = next(iter(_parts(part)), None)
            headers = headers or message_from_string(_text(part), policy=compat32)
        else:
            continue
        if headers is not None:
            links = "".join(_raw(headers, "List-Unsubscribe").split())
            to, own = _mailbox(headers, "To"), _line(headers, "Message-ID")
            return About(own, to, _plain(unquote(links)))
    return About()


def _recipient(block: Message, name: str) -> str:
    """`rfc822; ines@harbour.example` without its type."""
    _, typed, address = _line(block, name).partition(";")
    return _bare(address) if typed else ""


def _bare(address: str) -> str:
    bare = address.strip().removeprefix("<").removesuffix(">").strip()
    return bare if "@" in bare else ""


def _status(told: str, diagnosed: str) -> str:
    """The status, or the one of the server's own words where it is of the same class and says more.

    Many systems write 5.0.0 and leave what they know in the words.
    """
    stated, own = _STATUS.match(told), _DIAGNOSED.match(diagnosed)
    if stated is None:
        return own[1] if own else ""
    vague = stated[1][1:] == ".0.0" and own is not None and own[1][0] == stated[1][0]
    return own[1] if vague and own is not None else stated[1]


def _is_automatic(message: Message) -> bool:
    """Whether a program answered (RFC 3834), as far as programs say so."""
    auto = _line(message, "Auto-Submitted").casefold()
    precedence = _line(message, "Precedence").casefold()
    return (
        (auto not in ("", "no"))
        or precedence in ("auto_reply", "bulk", "junk")
        or any(name in message for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response"))
        or _line(message, "Return-Path") == "<>"
    )


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload.decode("utf-8", "replace")
    told = part.get_payload()
    return told if isinstance(told, str) else ""


def _mailbox(message: Message, name: str) -> str:
    return next((address for _, address in getaddresses([_line(message, name)])), "")


def _line(message: Message, name: str) -> str:
    """A header decoded (RFC 2047), on one line."""
    parts = (
        part.decode(_codec(charset), "replace") if isinstance(part, bytes) else part
        for part, charset in decode_header(_raw(message, name))
    )
    return _plain("".join(parts))


def _plain(text: str) -> str:
    """On one line, with nothing that a terminal obeys or a database does not take."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _raw(message: Message, name: str) -> str:
    return str(message.get(name, ""))[:_LONGEST_HEADER]


def _codec(charset: str | None) -> str:
    try:
        "".encode(charset or "utf-8")
    except (LookupError, ValueError):
        return "latin-1"
    return charset or "utf-8"
