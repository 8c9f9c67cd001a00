"""`smtp-sink` of Postfix: takes everything, or refuses and hangs up as its switches say."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ports import LOOPBACK, answers, free_port, program, stop

_MARK = b"=== message ==="
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Recorded:
    """One message that the sink took: its envelope, and its bytes with LF line ends."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass(frozen=True)
class Sink:
    """A sink that is running; it records only where it was asked to, since that is slow."""

    port: int
    process: subprocess.Popen[bytes]
    record: Path | None
    host: str = LOOPBACK

    def messages(self) -> list[Recorded]:
        """What was taken: only messages whose end was answered with 250."""
        assert self.record is not None, "the sink was not asked to record"
        if not self.record.exists():
            return []
        whole = self.record.read_bytes()
        return [_recorded(part) for part in whole.split(_MARK + b"\n")[1:]]

    def recipients(self) -> list[str]:
        """The recipients of all messages, in the order they were taken."""
        return [to for message in self.messages() for to in message.recipients]


@contextmanager
def smtp_sink(*switches: str, record: bool = False, port: int | None = None) -> Iterator[Sink]:
    """Runs `smtp-sink` with these switches; the end removes its record.

    With a delay (`-W`) it answers pipelined commands in the wrong order: add `-p` to that.
    """
    command = [str(program("smtp-sink"))]
    folder = Path(tempfile.mkdtemp(prefix="smtp-sink-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        command += ["-u", "nobody"]
    if record:
        command += ["-S", _MARK.decode() + r"\n", "-D", str(folder / "taken")]
    sink = None
    try:
        for _ in range(_ATTEMPTS):
            number = port or free_port()
            process = subprocess.Popen(
                [*command, *switches, f"{LOOPBACK}:{number}", "128"], stderr=subprocess.DEVNULL
            )
            if answers(number, process):
                sink = Sink(number, process, folder / "taken" if record else None)
                break
        assert sink is not None, f"smtp-sink does not start with {switches}"
        yield sink
    finally:
        if sink is not None:
            stop(sink.process)
        shutil.rmtree(folder)


def _recorded(part: bytes) -> Recorded:
    """One part of the record: lines of the sink's own, `Received` in three lines, the message."""
    envelope, received, data = part.partition(b"\nReceived: ")
    assert received, part[:200]
    arguments = [line.partition(b": ") for line in envelope.split(b"\n")]
    return Recorded(
        sender="".join(_mailbox(value) for name, _, value in arguments if name == b"X-Mail-Args"),
        recipients=tuple(_mailbox(value) for name, _, value in arguments if name == b"X-Rcpt-Args"),
        data=data.split(b"\n", 3)[3].removesuffix(b"\n"),
    )


def _mailbox(argument: bytes) -> str:
    return argument.decode().partition(">")[0].removeprefix("<")
