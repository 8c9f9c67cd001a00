"""A mailing as one letter for each reader.

What is equal for all readers is encoded once, when `Letters` are made; for each reader only what
differs is put in: the address, the Message-ID, the links that unsubscribe, the merge fields.
"""

from __future__ import annotations

from collections.abc import Callable
from email.utils import format_datetime

from nutgraf.deliver.archives.archive_links import archive_url
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.headers import (
    field,
    mailbox,
    phrase_and_id,
    refuse_other_than_address,
    unstructured,
)
from nutgraf.deliver.messages.list_names import feedback_id, list_id, message_id
from nutgraf.deliver.messages.message import Frame, frame, sender_fields, wire_address
from nutgraf.deliver.messages.part import Part, filled
from nutgraf.deliver.messages.personal import field_values, inserted, undeclared
from nutgraf.deliver.messages.way_out import WayOut
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.transports import Letter
from nutgraf.errors import Usage
from nutgraf.render.token_links import without_line, without_link
from nutgraf.render.tokens import UNSUBSCRIBE_URL, VIEW_IN_BROWSER_URL
from nutgraf.workspace.settings import Settings

# What stands before a message because of all that is in it: the DKIM-Signature field.
Signer = Callable[[bytes], bytes]

TEST_MARK = "[Test] "
_LONGEST_ADDRESS = f"{'a' * 64}@{'b' * 189}"  # RFC 5321, 4.5.3.1


class Letters:
    """The letters of one mailing. Equal arguments give equal bytes, Date and Message-ID included.

    `secret` signs the unsubscribe links; `signer` gives the DKIM-Signature. A `test` is marked as
    one in its subject and has a Message-ID of its own. `html` and `text` are the two parts before
    anything is put in for a reader. Raises Usage where something that is equal for all readers
    cannot be sent.
    """

    def __init__(
        self,
        mailing: Mailing,
        settings: Settings,
        *,
        secret: str | None = None,
        signer: Signer | None = None,
        test: bool = False,
    ) -> None:
        self._signer = signer
        self._defaults = settings.fields
        _refuse_undeclared(mailing, settings)
        self._way_out = WayOut(settings.unsubscribe, secret, mailing.list_name, mailing.key)
        self.text, self.html = _with_page(mailing, archive_url(settings, mailing.key))
        if not self._way_out:
            self.text = without_line(self.text, UNSUBSCRIBE_URL)
            self.html = without_link(self.html, UNSUBSCRIBE_URL)
        self._text, self._html = Part(self.text), Part(self.html)
        around = frame(mailing.sha256[:24])
        self._text_head, self._html_head, self._end = around.text, around.html, around.end
        sender = wire_address(settings.sender.address)
        self._domain = sender.rpartition("@")[2]
        self._mailing, self._test = mailing, test
        try:
            returns = wire_address(settings.delivery.envelope_from or sender)
            self._envelope = refuse_other_than_address("the return path", returns)
            self._heads = _equal_heads(mailing, settings, self._domain, around, test=test)
            self._way_out.fields(_LONGEST_ADDRESS)
        except ValueError as error:
            hint = "mend it in nutgraf.yaml or in the brief"
            raise Usage(f"no message can be made: {error}", hint) from None

    def to(self, reader: Reader) -> Letter:
        """The letter for one reader. Raises ValueError where a value cannot stand in a header."""
        values = self.values(reader)
        first, second, third = self._heads
        data = b"".join(
            (
                first,
                mailbox("To", reader.name, reader.address),
                second,
                field("Message-ID", self._identifier(reader)),
                self._way_out.fields(reader.address),
                third,
                self._text_head,
                _filled(self._text, values, html=False),
                self._html_head,
                _filled(self._html, values, html=True),
                self._end,
            )
        )
        if self._signer is not None:
            data = self._signer(data) + data
        return Letter(self._envelope, reader.address, data)

    def _identifier(self, reader: Reader) -> str:
        return identifier(self._mailing, reader, self._domain, test=self._test)

    def values(self, reader: Reader) -> dict[str, str]:
        """What stands for this reader in the place of each token."""
        values = field_values(reader, self._defaults)
        if self._way_out:
            values[UNSUBSCRIBE_URL] = self._way_out.link(reader.address)
        return values


def identifier(mailing: Mailing, reader: Reader, domain: str, *, test: bool = False) -> str:
    """The Message-ID of a letter: by it, what comes back is known as ours.

    `domain` is the sender's, as it stands in the letter.
    """
    return message_id(domain, mailing.key, mailing.sha256, "test" if test else "", reader.key)


def _filled(part: Part, values: dict[str, str], *, html: bool) -> bytes:
    return part.put({token: filled(inserted(values[token], html=html)) for token in part.distinct})


def _with_page(mailing: Mailing, page: str | None) -> tuple[str, str]:
    """Both parts with the address of the brief's page, or without the link where it has none."""
    text, html = mailing.text, mailing.html
    if page is None:
        return without_line(text, VIEW_IN_BROWSER_URL), without_link(html, VIEW_IN_BROWSER_URL)
    return (
        text.replace(VIEW_IN_BROWSER_URL, page),
        html.replace(VIEW_IN_BROWSER_URL, inserted(page, html=True)),
    )


def _equal_heads(
    mailing: Mailing, settings: Settings, domain: str, around: Frame, *, test: bool
) -> tuple[bytes, bytes, bytes]:
    """The header fields that are equal for all: before To, before Message-ID, and after that."""
    sender, name = settings.sender, mailing.list_name or settings.name
    subject = f"{TEST_MARK if test else ''}{mailing.subject}"
    return (
        sender_fields(sender.name, sender.address, sender.reply_to),
        unstructured("Subject", subject) + field("Date", format_datetime(mailing.when)),
        phrase_and_id("List-Id", settings.name, list_id(name, domain))
        + field("Feedback-ID", feedback_id(mailing.key, name, domain))
        # Asks programs that answer by themselves not to (RFC 3834, 2).
        + field("Precedence", "bulk")
        + around.heads,
    )


def _refuse_undeclared(mailing: Mailing, settings: Settings) -> None:
    for name in sorted(undeclared((mailing.text, mailing.html), settings.fields)):
        raise Usage(
            f"the brief has the merge field {name}, which nutgraf.yaml does not declare",
            f"declare it there with its default, as {name} under fields:",
        )
