"""A brief as an email message that a mail program opens."""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

# RFC 5322 allows 998 characters to a line of a header. The standard library would fold long values
# into encoded words at 78, which mail programs read and some filters do not. A line of
# quoted-printable has 76 at the most (RFC 2045, 6.7).
HEADERS = SMTP.clone(max_line_length=998)
BODIES = SMTP.clone(max_line_length=76)


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
    names the brief, `when` is the time of sending with its zone. Both parts are quoted-printable,
    because the lines of an HTML email are longer than a mail server may take. Raises ValueError
    where a header holds a line break.
    """
    digest = hashlib.sha256(f"{key}\0{subject}\0{text}\0{html}".encode()).hexdigest()
    message = EmailMessage(policy=BODIES)
    message["From"] = _mailbox(name, address)
    if reply_to:
        message["Reply-To"] = _mailbox("", reply_to)
    message["Subject"] = subject
    message["Date"] = format_datetime(when)
    message["Message-ID"] = f"<{digest[:32]}@{address.rpartition('@')[2]}>"
    # Mail programs open a message with this header as a draft that can be sent on.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{digest[32:56]}")
    return message.as_bytes(policy=HEADERS)


def _mailbox(name: str, address: str) -> Address:
    user, _, domain = address.rpartition("@")
    return Address(name, user, domain)
