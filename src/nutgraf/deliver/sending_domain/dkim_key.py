"""DKIM: the public key in the DNS, and whether it belongs to the private one (RFC 6376)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from typing import Final

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.lookups import Lookups, tags

_SHORTEST, _SHORT = 1024, 2048  # bits of an RSA key (RFC 8301)
_PROBE: Final = b"From: probe@example.org\r\n\r\n\r\n"
_PUBLIC: Final = (
    "publish a TXT record there: v=DKIM1; k=rsa; p=… (openssl rsa -in KEY -pubout -outform der "
    "| openssl base64 -A)"
)

Signs = Callable[[bytes], bytes]


def check_dkim(
    selector: str, domain: str, lookups: Lookups, signer: Signs | None
) -> Iterator[Remark]:
    """Whether what we sign can be verified; without a signer only the key itself is looked at."""
    name = f"{selector}._domainkey.{domain}"
    found = [text for text in lookups.texts(name) if "p=" in text]
    if not found:
        yield Remark("error", f"DKIM: there is no key at {name}", _PUBLIC)
        return
    if len(found) > 1:
        yield Remark("error", f"DKIM: {name} has {len(found)} keys", "leave one")
        return
    told = tags(found[0])
    kind, key = told.get("k", "rsa"), "".join(told.get("p", "").split())
    wrong = _wrong(told, kind, key)
    if wrong is not None:
        yield Remark("error", f"DKIM: the key at {name} {wrong[0]}", wrong[1])
        return
    bits = _bits(key) if kind == "rsa" else _SHORT
    if signer is not None and not _fits(signer, found[0]):
        hint = "publish the public half of the key that nutgraf.yaml names, or name the other key"
        yield Remark("error", f"DKIM: the key at {name} is not that of dkim.key", hint)
        return
    if "y" in told.get("t", "").split(":"):
        yield Remark(
            "warning", f"DKIM: the key at {name} is marked as a test (t=y)", "take t=y away"
        )
    if bits < _SHORT:
        hint = "make a new key under a new selector: openssl genrsa -out dkim.pem 2048"
        yield Remark("warning", f"DKIM: the key at {name} has {bits} bits", hint)
    fits = "" if signer is None else ", and fits the private one"
    yield Remark("ok", f"DKIM: the key at {name} is there{fits}")


def _wrong(told: dict[str, str], kind: str, key: str) -> tuple[str, str] | None:
    if told.get("v", "DKIM1") != "DKIM1":
        return "is of another version than DKIM1", "write v=DKIM1"
    if not key:
        return "was revoked (p= is empty)", "publish a key, or sign with another selector"
    if kind not in ("rsa", "ed25519"):
        return f"is of a kind that nobody knows: {kind}", "write k=rsa"
    hashes = told.get("h")
    if hashes is not None and "sha256" not in hashes.split(":"):
        return "allows no SHA-256 (h=)", "take h= away"
    services = told.get("s")
    if services is not None and not {"*", "email"} & set(services.split(":")):
        return "is not for email (s=)", "take s= away"
    bits = _bits(key) if kind == "rsa" else _SHORT
    if bits == 0:
        return "is damaged", "copy it anew: some providers cut long records in two"
    if bits < _SHORTEST:
        return f"has {bits} bits, which nobody accepts", "make one of 2048"
    return None


def _bits(key: str) -> int:
    """The length of an RSA key; 0 where it is none."""
    from dkim.crypto import UnparsableKeyError, parse_public_key  # noqa: PLC0415 - see above

    try:
        return int(parse_public_key(base64.b64decode(key, validate=True))["modulus"].bit_length())
    except (UnparsableKeyError, binascii.Error, LookupError, TypeError, ValueError):
        return 0


def _fits(signer: Signs, record: str) -> bool:
    """Whether a signature of ours verifies by that record: no receiver does it otherwise."""
    import dkim  # noqa: PLC0415 - only the doctor and who signs need it

    signed = signer(_PROBE) + _PROBE
    return bool(dkim.verify(signed, dnsfunc=lambda *_, **__: record.encode()))
