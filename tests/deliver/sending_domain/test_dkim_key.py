from __future__ import annotations

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from nutgraf.deliver.messages.signing import Signer
from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.dkim_key import check_dkim
from tests.servers.names import name_server

HERE = "harbour-letter.internal"
NAME = f"news._domainkey.{HERE}"


def pair(bits: int) -> tuple[str, str]:
    """A private key (PEM) and what is published of it."""
    private = rsa.generate_private_key(65537, bits)
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return pem.decode(), base64.b64encode(public).decode()


PRIVATE, PUBLIC = pair(2048)
SHORT_PRIVATE, SHORT = pair(1024)
SIGNER = Signer(PRIVATE, "news", HERE)


def remarks(*records: str, signer: Any = SIGNER) -> list[Remark]:
    with name_server({NAME: {"TXT": list(records)}}) as names:
        return list(check_dkim("news", HERE, names.lookups(), signer))


def test_a_key_that_fits_is_well() -> None:
    assert remarks(f"v=DKIM1; k=rsa; p={PUBLIC}") == [
        Remark("ok", f"DKIM: the key at {NAME} is there, and fits the private one")
    ]
    assert [one.state for one in remarks(f"p={PUBLIC[:90]} {PUBLIC[90:]}")] == ["ok"]


def test_without_the_private_key_only_what_is_published_is_looked_at() -> None:
    assert remarks(f"v=DKIM1; p={PUBLIC}", signer=None) == [
        Remark("ok", f"DKIM: the key at {NAME} is there")
    ]
    ed25519 = base64.b64encode(bytes(32)).decode()
    assert remarks(f"k=ed25519; p={ed25519}", signer=None)[0].state == "ok"


def test_the_key_of_somebody_else_is_an_error() -> None:
    (found,) = remarks(f"p={pair(2048)[1]}")
    assert found.state == "error"
    assert "not that of dkim.key" in found.message


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ((), "no key at"),
        (("v=spf1 -all",), "no key at"),
        ((f"p={PUBLIC}", f"k=rsa; p={PUBLIC}"), "has 2 keys"),
        (("v=DKIM1; p=",), "was revoked"),
        ((f"v=DKIM2; p={PUBLIC}",), "another version"),
        ((f"k=dsa; p={PUBLIC}",), "a kind that nobody knows"),
        ((f"h=sha1; p={PUBLIC}",), "no SHA-256"),
        ((f"s=tlsrpt; p={PUBLIC}",), "not for email"),
        ((f"p={PUBLIC[:200]}",), "is damaged"),
        (("p=!!!",), "is damaged"),
    ],
)
def test_a_key_by_which_nothing_verifies_is_an_error(records: tuple[str, ...], told: str) -> None:
    (found,) = remarks(*records)
    assert found.state == "error"
    assert told in found.message
    assert found.hint


def test_a_test_key_and_a_short_one_are_warnings() -> None:
    short = Signer(SHORT_PRIVATE, "news", HERE)
    found = remarks(f"t=y:s; p={SHORT}", signer=short)
    assert [one.state for one in found] == ["warning", "warning", "ok"]
    assert "t=y" in found[0].message
    assert "1024 bits" in found[1].message
