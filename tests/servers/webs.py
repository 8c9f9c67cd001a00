"""A web server that answers as a test says, in bytes of its own where it must."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.servers.ports import LOOPBACK

# How a client begins that expects an encrypted connection (RFC 8446, 5.1).
_TLS = b"\x16\x03"


@dataclass(frozen=True)
class Asked:
    """One request; the names of headers are in small letters. `number` counts those of a path."""

    path: str
    headers: Mapping[str, str]
    number: int

    @property
    def host(self) -> str:
        return self.headers.get("host", "")


@dataclass(frozen=True)
class Reply:
    """An answer; with `raw` exactly these bytes, with `drip` its body a byte at a time."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    drip: float = 0.0

    def head(self) -> bytes:
        given = {name.lower() for name in self.headers}
        lines = [f"HTTP/1.1 {self.status} Said"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if "content-length" not in given and "transfer-encoding" not in given:
            lines.append(f"content-length: {len(self.body)}")
        return "".join(f"{line}\r\n" for line in [*lines, "connection: close", ""]).encode(
            "latin-1"
        )


@dataclass
class Web:
    """A server that is running; `asked` is what it was asked for, in order."""

    port: int
    secure: bool = False
    asked: list[Asked] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = LOOPBACK) -> str:
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def pages(self) -> list[str]:
        """The paths without those of robots.txt."""
        return [path for path in self.paths() if path != "/robots.txt"]


@contextmanager
def web(
    answer: Callable[[Asked], Reply] | Mapping[str, Reply],
    *,
    certificate: ssl.SSLContext | None = None,
) -> Iterator[Web]:
    """Runs a server; of a mapping, what is not there is 404."""
    given = answer
    reply = given if callable(given) else lambda asked: given.get(asked.path, Reply(404))
    listening = socket.create_server((LOOPBACK, 0))
    server = Web(listening.getsockname()[1], certificate is not None)
    serving: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            thread = threading.Thread(
                target=_serve, args=(server, connection, certificate, reply), daemon=True
            )
            serving.append(thread)
            thread.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield server
    finally:
        server.ended.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for thread in (accepting, *serving):
            thread.join(15)
    for fault in server.faults:
        raise fault


def _serve(
    server: Web,
    connection: socket.socket,
    certificate: ssl.SSLContext | None,
    reply: Callable[[Asked], Reply],
) -> None:
    connection.settimeout(10)
    with suppress(OSError), connection:
        stream = (
            certificate.wrap_socket(connection, server_side=True) if certificate else connection
        )
        with stream:
            head = b""
            while b"\r\n\r\n" not in head:
                data = stream.recv(65536)
                if not data:
                    return
                head += data
                if head.startswith(_TLS):
                    stream.sendall(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n")
                    return
            try:
                said = reply(_asked(server, head))
            except BaseException as fault:  # noqa: BLE001 - told when the test ends
                server.faults.append(fault)
                return
            _say(server, stream, said)


def _asked(server: Web, head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    path = first.split(" ")[1]
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    asked = Asked(path, headers, server.paths().count(path) + 1)
    server.asked.append(asked)
    return asked


def _say(server: Web, stream: socket.socket, said: Reply) -> None:
    if said.raw is not None:
        stream.sendall(said.raw)
    else:
        stream.sendall(said.head())
        for piece in [said.body] if not said.drip else (bytes([byte]) for byte in said.body):
            stream.sendall(piece)
            if said.drip and server.ended.wait(said.drip):
                return
    # The other side reads to the end before the connection is torn down.
    with suppress(OSError):
        stream.shutdown(socket.SHUT_WR)
        while stream.recv(65536):
            pass
