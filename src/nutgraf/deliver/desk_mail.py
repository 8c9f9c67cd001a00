"""What the desk is told by mail: before a brief goes, when it is held, and after it went."""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from nutgraf.deliver.message import BODIES, HEADERS
from nutgraf.deliver.transports import Letter


def desk_mail(
    *, name: str, address: str, desk: str, subject: str, text: str, when: datetime
) -> Letter:
    """A plain message from the publication to its own desk; equal arguments give equal bytes.

    Raises ValueError where a header would hold a line break.
    """
    user, _, domain = address.rpartition("@")
    told = hashlib.sha256(f"{subject}\0{text}\0{when.isoformat()}".encode()).hexdigest()
    message = EmailMessage(policy=BODIES)
    message["From"] = Address(name, user, domain)
    message["To"] = desk
    message["Subject"] = subject
    message["Date"] = format_datetime(when)
    message["Message-ID"] = f"<{told[:32]}.desk@{domain}>"
    # RFC 3834: no machine is to answer it, and no absence be told.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    return Letter(address, desk, message.as_bytes(policy=HEADERS))
