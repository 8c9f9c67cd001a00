"""What the desk is told by mail: before a brief goes, when it is held, and after it went."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

from nutgraf.deliver.messages.headers import field, mailbox, unstructured
from nutgraf.deliver.messages.list_names import message_id
from nutgraf.deliver.messages.message import sender_fields, text_part, wire_address
from nutgraf.deliver.transports import Letter


def desk_mail(
    *, name: str, address: str, desk: str, subject: str, text: str, when: datetime
) -> Letter:
    """A plain message from the publication to its own desk; equal arguments give equal bytes.

    Raises ValueError where a header would hold a line break.
    """
    sender, recipient = wire_address(address), wire_address(desk)
    identifier = message_id(sender.rpartition("@")[2], "desk", subject, text, when.isoformat())
    data = (
        sender_fields(name, address, None)
        + mailbox("To", "", recipient)
        + unstructured("Subject", subject)
        + field("Date", format_datetime(when))
        + field("Message-ID", identifier)
        # RFC 3834: no machine is to answer it, and no absence be told.
        + field("Auto-Submitted", "auto-generated")
        + field("MIME-Version", "1.0")
        + text_part(text)
    )
    return Letter(sender, recipient, data)
