"""The transport that `nutgraf.yaml` asks for."""

from __future__ import annotations

import ipaddress
import ssl
from pathlib import Path

from nutgraf.deliver.secrets import Hidden, read_secret
from nutgraf.deliver.transports import Transport
from nutgraf.deliver.transports.connecting import Relay
from nutgraf.deliver.transports.outbox import OutboxTransport
from nutgraf.deliver.transports.smtp import SmtpTransport
from nutgraf.errors import Usage
from nutgraf.workspace import shapes
from nutgraf.workspace.delivery_settings import Delivery
from nutgraf.workspace.settings import Settings

OUTBOX = Path("build") / "outbox"

_EXAMPLE = """write in nutgraf.yaml:

    delivery:
      host: mail.example.com
      username: desk@example.com
      password:
        env: SMTP_PASSWORD"""


def open_transport(root: Path, settings: Settings, *, outbox: Path | None = None) -> Transport:
    """The transport of the workspace at `root`; messages go to the folder `outbox` if it is given.

    Reads the password and the certificates, and connects to nothing. Raises Usage where something
    is missing or unsafe.
    """
    delivery = settings.delivery
    if outbox is not None or delivery.transport == "outbox":
        return OutboxTransport(root / (outbox or OUTBOX))
    return SmtpTransport(
        relay_of(root, delivery),
        connections=delivery.connections,
        messages_per_connection=delivery.messages_per_connection,
        per_second=delivery.per_second,
    )


def relay_of(root: Path, delivery: Delivery) -> Relay:
    """The relay, with its secret read. Raises Usage."""
    if delivery.host is None:
        raise Usage("nutgraf.yaml does not say which relay takes the mail", _EXAMPLE)
    if delivery.security == "none" and not _is_this_machine(delivery.host):
        raise Usage(
            f"`delivery.security: none` would send to {delivery.host} in the clear, password "
            "and all",
            "set `security: starttls` or `tls`; none is for a relay on this machine (localhost)",
        )
    return Relay(
        host=delivery.host.strip("[]"),
        port=delivery.port,
        security=delivery.security,
        context=None if delivery.security == "none" else _context(root, delivery.ca_file),
        username=delivery.username,
        password=_password(root, delivery),
        timeout=float(max(1, shapes.seconds(delivery.timeout))),
    )


def _password(root: Path, delivery: Delivery) -> Hidden | None:
    if delivery.password is None and delivery.username is None:
        return None
    if delivery.username is None:
        raise Usage("nutgraf.yaml has a password for the relay and no `username`", "add it")
    if delivery.password is None:
        raise Usage(
            f"nutgraf.yaml does not say where the password of {delivery.username} is",
            "add `password:` under `delivery`, with one of: env, file, keyring",
        )
    return read_secret(delivery.password, root, "the relay's password", delivery.username)


def _context(root: Path, ca_file: str | None) -> ssl.SSLContext:
    """Certificates are verified, always: against the system's, and those of `ca_file` besides."""
    context = ssl.create_default_context()
    if ca_file is not None:
        path = root / Path(ca_file).expanduser()
        try:
            context.load_verify_locations(cafile=path)
        except OSError as error:  # SSLError is one
            told = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
            raise Usage(
                f"`delivery.ca_file` {ca_file} cannot be used: {told}",
                "it has to be a file of certificates in PEM",
            ) from None
    return context


def _is_this_machine(host: str) -> bool:
    """By its address, or by a name that can mean nothing else (RFC 6761, section 6.3)."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        name = host.rstrip(".").casefold()
        return name == "localhost" or name.endswith(".localhost")
