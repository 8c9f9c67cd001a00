"""The transport that writes messages into a folder and sends nothing: for looking at them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from email.parser import BytesHeaderParser
from email.policy import compat32
from pathlib import Path

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports import Letter
from nutgraf.errors import Stopped
from nutgraf.workspace.files import write_atomically

_ODD = re.compile(r"[^A-Za-z0-9@._+-]+")
_LONGEST = 100


class OutboxTransport:
    """One `.eml` file for each message; the same message again takes the place of its file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        return f"the folder {self.folder}"

    def lanes(self) -> Sequence[OutboxLane]:
        return [OutboxLane(self.folder)]


class OutboxLane:
    """Writes one file after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def deliver(self, letter: Letter) -> Outcome:
        """Raises Stopped where the folder cannot be written: a full disk, a folder of others."""
        path = self._folder / file_name(letter)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, letter.data, durable=False)
        except OSError as error:
            raise Stopped(
                f"the outbox {self._folder} cannot be written: {error.strerror or error}",
                "make room or let yourself write there, or name another folder",
            ) from None
        return Outcome(State.SENT, said=f"written to {path.name}")

    async def close(self) -> None:
        return


def file_name(letter: Letter) -> str:
    """Readable by its address, safe on every file system, and its own by the Message-ID."""
    address = _ODD.sub("_", letter.recipient).lstrip(".-")[:_LONGEST]
    head = letter.data.partition(b"\r\n\r\n")[0]
    number = BytesHeaderParser(policy=compat32).parsebytes(head).get("Message-ID", "")
    told = f"{letter.recipient}\0{number}"
    return f"{address}.{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}.eml"
