"""A relay in this process, by aiosmtpd: with TLS, logins, and answers of its own to some."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.ports import LOOPBACK


@dataclass
class Relay:
    """A relay that is running, and what it saw so far.

    `logins` are the name and password of every attempt. `replies` holds what is said instead of
    250: by the sender's address at MAIL, by the recipient's at RCPT, and by `DATA recipient` at
    the end of the content; a test may change it while the relay runs.
    """

    login: tuple[str, str] | None = None
    replies: dict[str, str] = field(default_factory=dict)
    letters: list[Envelope] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    connections: int = 0
    host: str = LOOPBACK
    port: int = 0

    def recipients(self) -> list[str]:
        """The recipients of all messages, in the order they were taken."""
        return [to for letter in self.letters for to in letter.rcpt_tos]


@contextmanager
def relay(
    *,
    security: Literal["starttls", "tls", "none"] = "none",
    certificate: ssl.SSLContext | None = None,
    login: tuple[str, str] | None = None,
    replies: Mapping[str, str] | None = None,
) -> Iterator[Relay]:
    """Runs a relay; with `login`, a name and password, nobody mails without them."""
    seen = Relay(login, dict(replies or {}))
    loop = asyncio.new_event_loop()
    connections: list[SMTP] = []

    def connection() -> SMTP:
        seen.connections += 1
        connections.append(
            SMTP(
                _Answers(seen),
                hostname="relay.example",
                tls_context=certificate if security == "starttls" else None,
                require_starttls=security == "starttls",
                auth_require_tls=security == "starttls",
                auth_exclude_mechanism=() if login else ("LOGIN", "PLAIN"),
                authenticator=_Authenticator(seen),
                loop=loop,
            )
        )
        return connections[-1]

    implicit = certificate if security == "tls" else None
    starting = loop.create_server(connection, LOOPBACK, 0, ssl=implicit)
    server = loop.run_until_complete(starting)
    seen.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        asyncio.run_coroutine_threadsafe(_end(server, connections), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server, connections: list[SMTP]) -> None:
    server.close()
    for protocol in connections:
        if isinstance(protocol.transport, asyncio.WriteTransport):
            with suppress(AttributeError):  # early Pythons 3.11, where TLS has ended already
                protocol.transport.abort()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


class _Authenticator:
    def __init__(self, seen: Relay) -> None:
        self._seen = seen

    def __call__(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, given: object
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        attempt = (given.login.decode(), given.password.decode())
        self._seen.logins.append(attempt)
        return AuthResult(success=attempt == self._seen.login, handled=False)


class _Answers:
    """The hooks that aiosmtpd calls, by their names."""

    def __init__(self, seen: Relay) -> None:
        self._seen = seen

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, sender: str, _options: list[str]
    ) -> str:
        if self._seen.login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        reply = self._seen.replies.get(sender, "250 2.1.0 Ok")
        if reply.startswith("2"):
            envelope.mail_from = sender
        return reply

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, to: str, _options: list[str]
    ) -> str:
        reply = self._seen.replies.get(to, "250 2.1.5 Ok")
        if reply.startswith("2"):
            envelope.rcpt_tos.append(to)
        return reply

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        to = envelope.rcpt_tos[-1]
        reply = self._seen.replies.get(f"DATA {to}", "250 2.0.0 Ok: taken")
        if reply.startswith("2"):
            self._seen.letters.append(envelope)
        return reply
