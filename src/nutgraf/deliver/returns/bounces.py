"""Whom a returned mail is about, and whether that reader is mailed no more.

Anybody can send us a delivery report. It counts only for a reader that we mailed, and where the
message is given back, only if it is ours: by the signed link in it, or by its Message-ID. What is
said of anybody else is told, and nothing follows from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from nutgraf.deliver.ledgers import UNSUBSCRIBED, Ledger, Sending
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.unsubscribe_links import SUBJECT, read_subject
from nutgraf.deliver.readers import Reader, folded
from nutgraf.deliver.returns.returned_mail import (
    About,
    Bounce,
    Complaint,
    Failure,
    Mail,
    read_returned,
)
from nutgraf.deliver.status_codes import says_no_mailbox

# Feedback that says that a reader does not want the mail; `not-spam` (RFC 6430) says the opposite,
# and `auth-failure`, `virus` and `other` say nothing of what the reader wants.
UNWANTED: Final = frozenset({"abuse", "fraud", "opt-out", "opt-out-list"})
_UNPROVEN: Final = (
    "asks to unsubscribe, without a link of ours; if it is a reader: nutgraf recipients suppress"
)
_LONGEST_REASON: Final = 300


class Fate(StrEnum):
    """What follows from a returned mail."""

    SUPPRESS = "suppress"  # the reader is mailed no more
    LEAVE = "leave"  # it speaks of a reader of ours, and nothing follows
    IGNORE = "ignore"  # it speaks of somebody or something that we did not mail
    AUTOMATIC = "automatic"  # a program answered: away until Monday
    OTHER = "other"  # any other mail
    UNREADABLE = "unreadable"  # no mail at all


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows for one address, and why; `brief` is the one it is about, as far as known."""

    fate: Fate
    address: str = ""
    reason: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    address: str
    brief: str


class Judge:
    """Judges returned mails by what the ledger and the links tell.

    Without a secret no link can be read, without a ledger nobody is known. `message_id` gives the
    Message-ID under which a reader got a mailing.
    """

    def __init__(
        self,
        ledger: Ledger | None,
        secret: str | None,
        message_id: Callable[[Mailing, Reader], str],
    ) -> None:
        self._ledger = ledger
        self._secret = secret
        self._message_id = message_id

    def judge(self, data: bytes) -> Iterator[Judgement]:
        """What follows from one mail; a delivery report may speak of several readers."""
        match read_returned(data):
            case Bounce(failures, about):
                yield from self._bounced(failures, about)
            case Complaint() as complaint:
                yield from self._complained(complaint)
            case Mail() as mail:
                yield self._asked(mail)
            case _:
                yield Judgement(Fate.UNREADABLE)

    def _asked(self, mail: Mail) -> Judgement:
        leaving = read_subject(mail.subject, self._secret) if self._secret else None
        if leaving is not None:
            return Judgement(Fate.SUPPRESS, leaving.address, UNSUBSCRIBED, leaving.brief)
        if mail.automatic:
            return Judgement(Fate.AUTOMATIC)
        if mail.subject.casefold().startswith(SUBJECT):
            return Judgement(Fate.LEAVE, mail.sender, _UNPROVEN)
        return Judgement(Fate.OTHER)

    def _complained(self, complaint: Complaint) -> Iterator[Judgement]:
        reason = f"complaint: {complaint.kind or 'of no kind'}"
        for address in complaint.addresses or ("",):
            known = self._whom(complaint.about, address)
            if known is None:
                yield Judgement(Fate.IGNORE, address, f"{reason}; {_not_ours(complaint.about)}")
            else:
                fate = Fate.SUPPRESS if complaint.kind in UNWANTED else Fate.LEAVE
                yield Judgement(fate, known.address, reason, known.brief)

    def _bounced(self, failures: tuple[Failure, ...], about: About) -> Iterator[Judgement]:
        # Where mail to one address is passed on to several, one that fails does not speak for all.
        arrived = {
            folded(failure.original)
            for failure in failures
            if failure.original and failure.action != "failed"
        }
        for failure in failures:
            address = failure.original or failure.final
            reason = f"bounced: {failure.status} {failure.said}".strip()[:_LONGEST_REASON]
            known = self._whom(about, failure.original, failure.final)
            if known is None:
                yield Judgement(Fate.IGNORE, address, f"{reason}; {_not_ours(about)}")
                continue
            gone = failure.action == "failed" and says_no_mailbox(failure.status)
            if gone and folded(failure.original) not in arrived:
                yield Judgement(Fate.SUPPRESS, known.address, reason, known.brief)
            else:
                told = f"{failure.action or 'no action'}: {failure.status} {failure.said}"
                yield Judgement(
                    Fate.LEAVE, known.address, told.strip()[:_LONGEST_REASON], known.brief
                )

    def _whom(self, about: About, *addresses: str) -> _Known | None:
        """The reader whom we mailed what came back."""
        leaving = read_subject(about.links, self._secret) if self._secret else None
        if leaving is not None:
            return _Known(leaving.address, leaving.brief)
        for address in dict.fromkeys(filter(None, (about.to, *addresses))):
            for sending in self._sendings:
                assert self._ledger is not None
                row = self._ledger.row(sending.mailing.key, address)
                if row is None or not row.tries:
                    continue
                own = self._message_id(sending.mailing, row.reader)
                if about.message_id in ("", own):
                    return _Known(row.reader.address, sending.mailing.key)
        return None

    @cached_property
    def _sendings(self) -> tuple[Sending, ...]:
        """The newest first: most of what comes back is about that."""
        return tuple(reversed(self._ledger.sendings())) if self._ledger is not None else ()


def mark(data: bytes) -> str:
    """By what a mail is known again, so that a mailbox can be read as often as one likes."""
    return f"mail {hashlib.sha256(data).hexdigest()[:32]}"


def _not_ours(about: About) -> str:
    return "it is about a mail that is not ours" if about.message_id else "nobody of ours is named"
