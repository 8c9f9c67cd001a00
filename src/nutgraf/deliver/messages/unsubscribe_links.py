"""Links by which one reader leaves one list, signed so that nobody can unsubscribe others.

A link carries a token: the address, the list and the brief as base64url, a dot, and an HMAC-SHA256
of that, cut to 128 bits and written as hexadecimal digits, so that no program that makes links of
addresses in plain text leaves its last character out. Links do not expire: they have to work for
as long as somebody has the message (RFC 8058; CAN-SPAM asks for 30 days at the least). Whoever has
a link can read the address in it, as whoever has the message can.
"""

from __future__ import annotations

import base64
import hmac
import re
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from nutgraf.deliver.secrets import Hidden, read_secret
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Unsubscribe

PARAMETER: Final = "t"  # of the web address, the token
SUBJECT: Final = "unsubscribe"  # of a mail that asks for it, before the token
SHORTEST_SECRET: Final = 32
_MAC_BYTES = 16
_MEANT: Final = b"nutgraf unsubscribe 1\0"  # a signature for this is one for nothing else
_TOKEN = re.compile(rf"([A-Za-z0-9_-]+)\.([0-9a-f]{{{2 * _MAC_BYTES}}})", re.ASCII)
_LONGEST = 4096  # nothing that we signed is longer: more is not worth a hash
_IN_MAILTO: Final = "@!$'*+-._~"  # RFC 6068, 2
_IN_URL: Final = "/?:@!$&'()*+;=%~"  # RFC 3986, 3.3 and 3.4, but for the comma between links


class Leaving(NamedTuple):
    """Who leaves which list, and the brief that the link stood in; `brief` may be empty."""

    address: str
    list_name: str
    brief: str


def token(secret: str, address: str, list_name: str, brief: str = "") -> str:
    """The signed token. Raises ValueError where a value holds a NUL, which parts them."""
    values = (address, list_name, brief)
    if any("\0" in value for value in values):
        raise ValueError("an unsubscribe link can hold no NUL")
    told = base64.urlsafe_b64encode("\0".join(values).encode()).rstrip(b"=")
    return f"{told.decode()}.{_mac(secret, told)}"


def read(token: str, secret: str) -> Leaving | None:
    """Who leaves which list; None where the token was not signed by the holder of the secret."""
    found = _TOKEN.fullmatch(token) if len(token) <= _LONGEST else None
    if found is None:
        return None
    told = found[1].encode()
    if not hmac.compare_digest(_mac(secret, told), found[2]):
        return None
    values = base64.urlsafe_b64decode(told + b"=" * (-len(told) % 4)).decode().split("\0")
    return Leaving(*values)


def read_subject(subject: str, secret: str) -> Leaving | None:
    """As `read`, from the subject of a mail that a mailto link made, with whatever is around it."""
    found = _TOKEN.search(subject) if len(subject) <= _LONGEST else None
    return read(found[0], secret) if found else None


def link(url: str, token: str) -> str:
    """The web address that unsubscribes; `url` is where `nutgraf unsubscribe-server` answers."""
    base = url.partition("#")[0]
    return f"{base}{'&' if '?' in base else '?'}{PARAMETER}={token}"


def mailto(address: str, token: str | None) -> str:
    """The address that unsubscribes by mail (RFC 6068); without a token a person has to read it."""
    signed = "" if token is None else f"%20{token}"
    return f"mailto:{quote(address, safe=_IN_MAILTO)}?subject={SUBJECT}{signed}"


def ascii_url(url: str) -> str:
    """A web address as it may stand in a header between angle brackets."""
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = (quote(part, safe=_IN_URL) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def signing_secret(unsubscribe: Unsubscribe, root: Path) -> Hidden | None:
    """The secret that signs the links; None where nutgraf.yaml names none.

    Raises Usage where it cannot be read, or is so short that it could be guessed.
    """
    if unsubscribe.secret is None:
        return None
    what = "the secret of the unsubscribe links"
    secret = read_secret(unsubscribe.secret, root, what)
    if len(secret) < SHORTEST_SECRET:
        raise Usage(
            f"{what} has {len(secret)} characters, which could be guessed",
            f"it needs {SHORTEST_SECRET}: openssl rand -hex 32 makes one",
        )
    return secret


def _mac(secret: str, told: bytes) -> str:
    return hmac.digest(secret.encode(), _MEANT + told, "sha256")[:_MAC_BYTES].hex()
