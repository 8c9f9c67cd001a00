"""A brief as an email message that a mail program opens."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from nutgraf.deliver.messages.headers import field, mailbox, unstructured
from nutgraf.deliver.messages.list_names import message_id
from nutgraf.deliver.messages.quoted_printable import encode


@dataclass(frozen=True, slots=True)
class Frame:
    """What is around the two parts of a multipart/alternative message (RFC 2046, 5.1.4).

    `heads` are the header fields of the message that say so, and the empty line after them.
    """

    heads: bytes
    text: bytes
    html: bytes
    end: bytes


def frame(digest: str) -> Frame:
    """The frame for a boundary that is made of letters and digits.

    Both parts are quoted-printable, because the lines of an HTML email are longer than a mail
    server may take. No line of quoted-printable holds `=_`, so none is taken for the boundary.
    """
    boundary = f"=_{digest}"
    heads = field("MIME-Version", "1.0")
    heads += field("Content-Type", f'multipart/alternative;\r\n boundary="{boundary}"')
    line = f"--{boundary}".encode()
    return Frame(
        heads + b"\r\n",
        line + b"\r\n" + _part_head("plain"),
        b"\r\n" + line + b"\r\n" + _part_head("html"),
        b"\r\n" + line + b"--\r\n",
    )


def text_part(text: str) -> bytes:
    """The rest of a message that is plain text and nothing else."""
    return _part_head("plain") + encode(text)


def _part_head(kind: str) -> bytes:
    return (
        field("Content-Type", f'text/{kind}; charset="utf-8"')
        + field("Content-Transfer-Encoding", "quoted-printable")
        + b"\r\n"
    )


def compose_message(
    *,
    name: str,
    address: str,
    reply_to: str | None,
    subject: str,
    when: datetime,
    text: str,
    html: str,
    key: str,
) -> bytes:
    """The bytes of a multipart/alternative message: the text, then the HTML.

    Equal arguments give equal bytes: the boundary and the Message-ID are derived from them. `key`
    names the brief, `when` is the time of sending with its zone. Raises ValueError where a header
    holds a line break.
    """
    digest = hashlib.sha256(f"{key}\0{subject}\0{text}\0{html}".encode()).hexdigest()
    around = frame(digest[32:56])
    domain = wire_address(address).rpartition("@")[2]
    heads = (
        sender_fields(name, address, reply_to)
        + unstructured("Subject", subject)
        + field("Date", format_datetime(when))
        + field("Message-ID", message_id(domain, key, subject, text, html))
        # Mail programs open a message with this header as a draft that can be sent on.
        + field("X-Unsent", "1")
    )
    return b"".join(
        (heads, around.heads, around.text, encode(text), around.html, encode(html), around.end)
    )


def sender_fields(name: str, address: str, reply_to: str | None) -> bytes:
    """From, and Reply-To where answers go elsewhere."""
    reply = mailbox("Reply-To", "", wire_address(reply_to)) if reply_to else b""
    return mailbox("From", name, wire_address(address)) + reply


def wire_address(address: str) -> str:
    """An address as it is mailed, with its domain in ASCII (IDNA)."""
    if address.isascii():
        return address
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"
