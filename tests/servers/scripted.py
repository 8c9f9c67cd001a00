"""A server that says what a test tells it to, for answers that no proper server gives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.servers.ports import LOOPBACK


@dataclass
class Wire:
    """One connection, as the server has it."""

    connection: socket.socket
    rest: bytes = b""

    def say(self, *lines: str) -> None:
        self.connection.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def hear(self) -> str:
        """The next line; raises where the other side is gone."""
        while b"\r\n" not in self.rest:
            data = self.connection.recv(65536)
            if not data:
                raise ConnectionError
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\r\n")
        return line.decode()

    def hear_until(self, last: str) -> list[str]:
        """The lines up to and with this one."""
        lines = [self.hear()]
        while lines[-1] != last:
            lines.append(self.hear())
        return lines

    def greet(self, *extensions: str) -> None:
        self.say("220 scripted.example ESMTP")
        assert self.hear().startswith("EHLO")
        offered = ["scripted.example", *extensions]
        self.say(*(f"250-{line}" for line in offered[:-1]), f"250 {offered[-1]}")


@dataclass
class Scripted:
    """A server that plays its script on every connection, one after the other."""

    port: int
    connections: int = 0
    faults: list[BaseException] = field(default_factory=list)
    host: str = LOOPBACK


@contextmanager
def scripted(play: Callable[[Wire], None]) -> Iterator[Scripted]:
    """Runs the script on every connection, and hangs up where it ends."""
    listening = socket.create_server((LOOPBACK, 0))
    server = Scripted(listening.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            server.connections += 1
            with connection, suppress(ConnectionError):
                connection.settimeout(10)
                try:
                    play(Wire(connection))
                except ConnectionError:
                    raise
                except BaseException as fault:  # noqa: BLE001 - told when the test ends
                    server.faults.append(fault)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        # Closing does not wake a thread that waits in accept; shutting down does.
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(15)
    for fault in server.faults:
        raise fault
