"""Opening a connection to a relay: reaching it, securing it, logging in."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nutgraf.deliver.secrets import Hidden
from nutgraf.deliver.transports.conversation import CLOSING, Conversation, Extensions
from nutgraf.deliver.transports.replies import Reply
from nutgraf.errors import NutgrafError, Stopped, TryLater

if TYPE_CHECKING:
    from aiosmtplib import SMTP

_PLAIN_ON_TLS = "WRONG_VERSION_NUMBER"
_HIDDEN = "(its answer holds the password, and is not shown)"


@dataclass(frozen=True)
class Relay:
    """Where the relay is and how it is spoken to; `context` is None where nothing is secured."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    context: ssl.SSLContext | None
    username: str | None
    password: Hidden | None
    timeout: float

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


async def connect(relay: Relay, own_name: str) -> Conversation:
    """A conversation that is ready for messages.

    Raises TryLater where the relay is not to be reached or busy, and Stopped where it has to be
    set up otherwise. What aiosmtplib raised is not kept as the cause: its frames hold the password.
    """
    from aiosmtplib import SMTP  # noqa: PLC0415 - heavy, and only sending needs it

    smtp = SMTP(
        hostname=relay.host,
        port=relay.port,
        local_hostname=own_name,
        timeout=relay.timeout,
        use_tls=relay.security == "tls",
        start_tls=False,
        tls_context=relay.context,
    )
    try:
        problem = await _opened(smtp, relay)
        if problem is None and isinstance(smtp.transport, asyncio.WriteTransport):
            offered = Extensions(
                pipelining=smtp.supports_extension("pipelining"),
                size=smtp.supports_extension("size"),
                eight_bit=smtp.supports_extension("8bitmime"),
                utf8=smtp.supports_extension("smtputf8"),
            )
            return Conversation(smtp.transport, offered, relay.timeout)
    except BaseException:
        smtp.close()
        raise
    smtp.close()
    raise problem or TryLater(f"the relay {relay} ended the connection")


async def _opened(smtp: SMTP, relay: Relay) -> NutgrafError | None:
    """Goes as far as a login; gives what is in the way."""
    from aiosmtplib import SMTPException, SMTPResponseException  # noqa: PLC0415 - see above

    doing = "greet us"
    try:
        await smtp.connect()
        doing = "take EHLO"
        await _introduce(smtp)
        if relay.security == "starttls":
            if not smtp.supports_extension("starttls"):
                return _no_starttls(relay)
            doing = "start TLS"
            await smtp.starttls()
            await _introduce(smtp)
        if relay.username is not None and relay.password is not None:
            doing = f"let {relay.username} log in"
            return await _log_in(smtp, relay, relay.username, relay.password)
    except SMTPResponseException as error:
        return _answered(relay, doing, Reply(error.code, error.message), relay.password)
    except (SMTPException, OSError) as error:
        return _unreachable(relay, error)
    except UnicodeError:  # what IDNA has to say of a name
        return Stopped(f"{relay.host!r} is no name of a relay", "look at `delivery.host`")
    return None


async def _introduce(smtp: SMTP) -> None:
    from aiosmtplib import SMTPHeloError  # noqa: PLC0415 - see above

    try:
        await smtp.ehlo()
    except SMTPHeloError as error:
        if error.code == CLOSING or not smtp.is_connected:
            raise
        await smtp.helo()


async def _log_in(smtp: SMTP, relay: Relay, name: str, password: Hidden) -> NutgrafError | None:
    """Logs in once, by one method: trying the next would be another attempt at the same door."""
    ways = {"plain": smtp.auth_plain, "login": smtp.auth_login, "cram-md5": smtp.auth_crammd5}
    way = next((way for known, way in ways.items() if known in smtp.server_auth_methods), None)
    if way is None:
        offered = ", ".join(smtp.server_auth_methods) or "none"
        return Stopped(
            f"the relay {relay} has no way to log in that nutgraf knows; it offers: {offered}",
            "take `username` out of nutgraf.yaml if it needs no login, or try another port",
        )
    await way(name, password)
    return None


def _answered(
    relay: Relay, doing: str, reply: Reply, password: Hidden | None
) -> TryLater | Stopped:
    """What the relay said instead of going on: not now, or not at all."""
    told = f"the relay {relay} does not {doing}: {_without(password, str(reply))}"
    if reply.kind == 5:
        hint = "look at `delivery` in nutgraf.yaml, and ask those who run the relay"
        if "log in" in doing:
            hint = "look at `delivery.username`, and at where `delivery.password` is read from"
        return Stopped(told, hint)
    return TryLater(told)


def _without(password: Hidden | None, text: str) -> str:
    """A relay that repeats what it was sent must not bring the password into a log."""
    if password is None:
        return text
    shown = (password, base64.b64encode(password.encode()).decode().rstrip("="))
    return _HIDDEN if any(form in text for form in shown) else text


def _unreachable(relay: Relay, error: Exception) -> TryLater | Stopped:
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLCertVerificationError):
            return Stopped(
                f"the relay {relay} has a certificate that is not to be trusted: "
                f"{found.verify_message}",
                f"is {relay.host} its right name? A relay of your own needs `delivery.ca_file`",
            )
        if isinstance(found, ssl.SSLError) and found.reason == _PLAIN_ON_TLS:
            return Stopped(
                f"the relay {relay} does not speak TLS on this port",
                "set `delivery.security: starttls`, or the port for TLS (often 465)",
            )
        found = found.__cause__
    return TryLater(f"the relay {relay} does not answer: {_reason(error)}")


def _reason(error: Exception) -> str:
    """What the system says, without what libraries put around it."""
    cause = error.__cause__ or error
    if isinstance(cause, TimeoutError):
        return "it takes too long"
    if isinstance(cause, OSError) and cause.errno and not isinstance(cause, socket.gaierror):
        return os.strerror(cause.errno)
    if isinstance(cause, socket.gaierror):
        return f"its name is not known ({cause.strerror})"
    return str(error)


def _no_starttls(relay: Relay) -> Stopped:
    """Going on in the clear is what somebody in between would want."""
    return Stopped(
        f"the relay {relay} does not offer STARTTLS, and nothing is sent in the clear",
        "set `delivery.security: tls` and its port (often 465), or ask those who run it",
    )
