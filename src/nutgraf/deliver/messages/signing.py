"""DKIM signatures (RFC 6376, RFC 8463), for those whose relay does not sign.

Headers are signed `relaxed`, because relays fold them anew; the body is signed `simple`, which is
the quickest and safe here: the bodies are quoted-printable without white space at the end of a
line, so there is nothing that a relay would change. There is no time in a signature, so that a
message that is sent again has the same bytes. A letter of 60 KB took 9 ms with an RSA key of 2048
bits, for which dkimpy reckons in Python, and 0.4 ms with Ed25519.
"""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import Any, Final

from nutgraf.deliver.messages.message import wire_address
from nutgraf.deliver.secrets import read_secret
from nutgraf.errors import Usage
from nutgraf.workspace.settings import Settings

# Signed once more than they stand in a message, so that nobody can add another one.
OVERSIGNED: Final = (
    "from",
    "to",
    "cc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
)
# Signed where they are; RFC 8058 asks for both of List-Unsubscribe, Gmail for Feedback-ID.
SIGNED: Final = ("list-id", "list-unsubscribe", "list-unsubscribe-post", "feedback-id")
_WHAT: Final = "the private key of DKIM"
_NEXT: Final = "make one: openssl genrsa -out dkim.pem 2048"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_PEM = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----", re.DOTALL)
# PKCS #8 of an Ed25519 key (RFC 8410, 7): this, and then the 32 bytes of the key.
_ED25519: Final = bytes.fromhex("302e020100300506032b657004220420")
_ED25519_BYTES = 32
_SHORTEST_RSA = 1024


class Signer:
    """Signs messages for one domain; the key stays with it and is not shown.

    Raises Usage where the key is none.
    """

    def __init__(self, key: str, selector: str, domain: str) -> None:
        for what, name in (("selector", selector), ("domain", domain)):
            if not _NAME.fullmatch(name):
                hint = "it is the part of SELECTOR._domainkey.DOMAIN in the DNS"
                raise Usage(f"dkim.{what} in nutgraf.yaml cannot be in the DNS: {name!r}", hint)
        self._names = (selector.encode(), domain.encode())
        self._algorithm, self._key = _read_key(key)
        self._refuse_unusable()

    def __call__(self, data: bytes) -> bytes:
        """The DKIM-Signature field of a message with CRLF line ends; equal bytes for equal ones."""
        from dkim import DKIM  # noqa: PLC0415 - only who signs pays for it

        head, _, body = data.partition(b"\r\n\r\n")
        signing: Any = DKIM(head + b"\r\n\r\n", signature_algorithm=self._algorithm)
        signing.body = body
        with_time = signing.gen_header
        signing.gen_header = lambda fields, *rest: with_time(
            [pair for pair in fields if pair[0] != b"t"], *rest
        )
        there = {name.lower().decode() for name, _ in signing.headers}
        once = [name for name in (*OVERSIGNED, *SIGNED) if name in there]
        selector, domain = self._names
        made = signing.sign(selector, domain, self._key, include_headers=[*once, *OVERSIGNED])
        assert isinstance(made, bytes)
        return made

    def _refuse_unusable(self) -> None:
        """Signs a message to see whether the key does, and how long its signature is."""
        from dkim import DKIMException, NaClNotFoundError  # noqa: PLC0415

        try:
            made = self(b"From: a@a.example\r\n\r\n\r\n")
        except NaClNotFoundError:
            hint = "pip install 'nutgraf[ed25519]', or sign with an RSA key"
            raise Usage(f"{_WHAT} is for Ed25519, which needs a package", hint) from None
        except (DKIMException, ArithmeticError, LookupError, TypeError, ValueError):
            raise Usage(f"{_WHAT} is no private key for RSA or Ed25519", _NEXT) from None
        bits = 8 * len(base64.b64decode(made.rpartition(b"b=")[2]))
        if self._algorithm == b"rsa-sha256" and bits < _SHORTEST_RSA:
            raise Usage(f"{_WHAT} has {bits} bits, which nobody accepts (RFC 8301)", _NEXT)


def signer_of(settings: Settings, root: Path) -> Signer | None:
    """What signs the messages of the publication; None where nutgraf.yaml does not ask for it.

    Raises Usage where the key cannot be read or is none.
    """
    if settings.dkim is None:
        return None
    key = read_secret(settings.dkim.key, root, _WHAT)
    sender = wire_address(settings.sender.address)
    domain = settings.dkim.domain or sender.rpartition("@")[2]
    return Signer(key, settings.dkim.selector, domain)


def _read_key(text: str) -> tuple[bytes, bytes]:
    """The algorithm and the key, as dkimpy wants them."""
    found = _PEM.search(text.replace("\r\n", "\n"))
    if found is None:
        return b"ed25519-sha256", "".join(text.split()).encode("ascii", "replace")
    if "ENCRYPTED" in found[0]:
        hint = "openssl pkey -in dkim.pem -out open.pem takes the passphrase away; keep it safe"
        raise Usage(f"{_WHAT} is locked with a passphrase", hint)
    if "PRIVATE" not in found[1]:
        raise Usage(f"{_WHAT} is a {found[1].lower()}", f"name the private one, or {_NEXT}")
    try:
        der = base64.b64decode("".join(found[2].split()), validate=True)
    except binascii.Error:
        raise Usage(f"{_WHAT} is damaged", _NEXT) from None
    if der.startswith(_ED25519) and len(der) == len(_ED25519) + _ED25519_BYTES:
        return b"ed25519-sha256", base64.b64encode(der[len(_ED25519) :])
    return b"rsa-sha256", found[0].encode()
