"""An approval: a person's word that a brief may go, with all that it was given for.

The record is JSON that a person can read, and is committed to git beside the brief. Its `seal` is
a hash of all the rest, so that a slip of the hand in it, or a merge, does not pass for approved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec

from nutgraf.desk.clock import on_the_clock
from nutgraf.errors import Fault, Faulty

VERSION = 1
HTML, TEXT = "email.html", "digest.txt"

Hash = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Input(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that the frozen bytes were made from; `sha256` is `content_hash` of it."""

    path: str
    sha256: Hash


class CheckSummary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the check said when the brief was approved."""

    claims: int
    errors: int
    warnings: int
    stets: int


class Approval(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was approved, by whom, and what it was made from.

    `send_at` is None for a brief that is sent by hand. `list` is None where the publication keeps
    no list here. `settings` are the values of nutgraf.yaml that reach readers, by their keys;
    `files` the hashes of the frozen files, by name.
    """

    version: int = VERSION
    id: str
    path: str
    format: str
    title: str
    subject: str
    preheader: str
    list: str | None
    send_at: datetime | None
    embargo: datetime | None
    time_zone: str
    approved_by: str
    approved_at: datetime
    from_name: str
    from_address: str
    check: CheckSummary
    files: dict[str, Hash]
    inputs: tuple[Input, ...]
    settings: dict[str, str | None]
    nutgraf: str
    seal: str = ""

    @property
    def when(self) -> datetime | None:
        """The time of sending on the publication's clock."""
        return on_the_clock(self.send_at, self.time_zone) if self.send_at else None


def content_hash(data: bytes) -> str:
    """The hash of a file's content, the same where git has turned its line ends."""
    text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return hashlib.sha256(text).hexdigest()


def bytes_hash(data: bytes) -> str:
    """The hash of a frozen file: every byte counts."""
    return hashlib.sha256(data).hexdigest()


def sealed(approval: Approval) -> Approval:
    """The approval with its seal."""
    bare = msgspec.structs.replace(approval, seal="")
    told = msgspec.json.encode(bare, order="sorted")
    return msgspec.structs.replace(bare, seal=hashlib.sha256(told).hexdigest())


def encode(approval: Approval) -> bytes:
    """The record as its file holds it: equal approvals give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(approval), indent=1) + b"\n"


def decode(data: bytes, path: str) -> Approval:
    """The record in a file of that path. Raises Faulty where it is not as it was written."""
    hint = "take it from git as it was, or approve the brief again"
    try:
        version = _version_reader().decode(data).version
        if version != VERSION:
            message = f"the approval has version {version}, and this nutgraf knows {VERSION}"
            raise Faulty([Fault(path, message, "upgrade nutgraf, or approve the brief again")])
        approval = _reader().decode(data)
        ZoneInfo(approval.time_zone)
    except msgspec.ValidationError as error:
        raise Faulty([Fault(path, f"the approval is damaged: {error}", hint)]) from None
    except msgspec.DecodeError as error:
        place = _place_of(str(error), data)
        raise Faulty([Fault(path, f"the approval is damaged: {error}", hint, *place)]) from None
    except (ValueError, OSError, LookupError):
        message = "the approval is damaged: its time zone is none"
        raise Faulty([Fault(path, message, hint)]) from None
    if approval.seal != sealed(approval).seal:
        message = "the approval is not as it was given: something in it was changed since"
        raise Faulty([Fault(path, message, hint)])
    return approval


def changes(old: Approval, new: Approval) -> tuple[str, ...]:
    """What a new approval has other than the one that it replaces, a line each."""
    told = [
        _change(what, getattr(old, key), getattr(new, key))
        for key, what in _NAMED.items()
        if getattr(old, key) != getattr(new, key)
    ]
    for name, what in ((HTML, "the email"), (TEXT, "the plain text")):
        if old.files.get(name) != new.files.get(name):
            told.append(f"{what} is another")
    return tuple(told)


_NAMED: Mapping[str, str] = {
    "subject": "subject",
    "preheader": "preheader",
    "list": "list",
    "when": "time",
    "embargo": "embargo",
    "from_name": "sender’s name",
    "from_address": "sender’s address",
    "format": "format",
}


def _change(what: str, old: object, new: object) -> str:
    return f"{what}: {_shown(old)} → {_shown(new)}"


def _shown(value: object) -> str:
    if value is None:
        return "none"
    return f"{value:%Y-%m-%d %H:%M %Z}" if isinstance(value, datetime) else str(value)


class _Versioned(msgspec.Struct):
    version: int


@cache
def _version_reader() -> msgspec.json.Decoder[_Versioned]:
    return msgspec.json.Decoder(_Versioned)


@cache
def _reader() -> msgspec.json.Decoder[Approval]:
    return msgspec.json.Decoder(Approval)


def _place_of(message: str, data: bytes) -> tuple[int, int] | tuple[()]:
    """The line and column of the byte that msgspec names, where it names one."""
    number = message.rpartition("(byte ")[2].removesuffix(")")
    if not number.isdigit():
        return ()
    before = data[: int(number)]
    line = before.rpartition(b"\n")[2].decode(errors="replace")
    return before.count(b"\n") + 1, len(line) + 1
