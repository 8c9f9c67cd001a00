"""Mail as it comes back: delivery reports, complaints, and what people and programs answer."""

from __future__ import annotations


def delivery_report(
    *,
    to: str = "ines@harbour.example",
    original: str | None = None,
    action: str = "failed",
    status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 <ines@harbour.example>: Recipient address rejected",
    returned: bytes = b"",
    whole: bool = False,
) -> bytes:
    """A report as Postfix writes it (RFC 3464); `returned` are headers, or a `whole` message."""
    asked = f"Original-Recipient: rfc822;{original}\r\n" if original is not None else ""
    recipient = (
        f"Final-Recipient: rfc822; {to}\r\n{asked}Action: {action}\r\nStatus: {status}\r\n"
        f"Remote-MTA: dns; mx.harbour.example\r\nDiagnostic-Code: {said}\r\n"
    )
    kind = "message/rfc822" if whole else "text/rfc822-headers"
    back = b"--=_b\r\nContent-Description: Undelivered\r\nContent-Type: %b\r\n\r\n%b\r\n" % (
        kind.encode(),
        returned,
    )
    return (
        b"Return-Path: <>\r\nDate: Fri, 7 Mar 2025 17:00:10 +0000 (UTC)\r\n"
        b"From: MAILER-DAEMON@mx.harbour.example (Mail Delivery System)\r\n"
        b"Subject: Undelivered Mail Returned to Sender\r\nTo: desk@harbour.example\r\n"
        b"Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="=_b"\r\n\r\n'
        b"This is a MIME-encapsulated message.\r\n\r\n"
        b"--=_b\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI am sorry.\r\n\r\n"
        b"--=_b\r\nContent-Description: Delivery report\r\n"
        b"Content-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; relay.harbour.example\r\nX-Postfix-Queue-ID: 4Z8\r\n"
        b"Arrival-Date: Fri,  7 Mar 2025 17:00:00 +0000 (UTC)\r\n\r\n"
        + recipient.encode()
        + b"\r\n"
        + (back if returned else b"")
        + b"--=_b--\r\n"
    )


def complaint(kind: str = "abuse", *, fields: str = "", returned: bytes = b"") -> bytes:
    """A report of a feedback loop (RFC 5965), from a service that leaves the address out."""
    return (
        b"From: feedback@mail.example\r\nTo: desk@harbour.example\r\nSubject: complaint\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type="feedback-report"; boundary="fb"\r\n\r\n'
        b"--fb\r\nContent-Type: text/plain\r\n\r\nThis is a report of abuse.\r\n"
        b"--fb\r\nContent-Type: message/feedback-report\r\n\r\n"
        + f"Feedback-Type: {kind}\r\nUser-Agent: Loop/1.0\r\nVersion: 1\r\n{fields}\r\n".encode()
        + b"--fb\r\nContent-Type: message/rfc822\r\n\r\n"
        + returned
        + b"\r\n--fb--\r\n"
    )


def answer(
    subject: str, *, headers: str = "", sender: str = "Ines <ines@harbour.example>"
) -> bytes:
    """A mail that a person or a program wrote."""
    return (
        f"From: {sender}\r\nTo: desk@harbour.example\r\nSubject: {subject}\r\n{headers}"
        "\r\nGood evening.\r\n"
    ).encode()
