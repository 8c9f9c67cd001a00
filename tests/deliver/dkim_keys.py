"""Keys to sign with in tests, and what the DNS would say of them."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

# Of 512 bits, which libraries do not make any more; it opens nothing.
SHORT = """\
-----BEGIN RSA PRIVATE KEY-----
MIIBOwIBAAJBAMfzcyIqGjic1ajM3y9EkoMDRibFaOymWycNeU9NAxLkIf1tm3eA
lgbxMKOYAO6st27K5+JIvZtCEPQ9P2ED+NkCAwEAAQJAR9ptkmZs29FIWouc3ICY
4enISOCCDyDM+uC1qlCzfRLJEkmB4NgwZTreDDI7I9jmnV8AJ6ewJmfpelXkw/iC
gQIhAPYGrhP03tOKpeDPGJFWb0gXGHMmDA4ClnSaghK0gVlxAiEA0A6XOLLiGMcy
Weqw/RxXzPPIs4NxYAQQx4NAKEXiIekCIQCjIF7AALbWULIX03kYtNToWdfuUaXg
jDqyadghCupRIQIhAM7pM8rXW7N4psJ1fH676TWSXE7qsZ3jbSx9gxiKJ1HBAiAQ
aytCg8DyEWkZVKfWbwSwNaLrdUBdlw8srXGyOaqM/g==
-----END RSA PRIVATE KEY-----
"""

Key = rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(bits: int = 2048) -> str:
    return pem(rsa.generate_private_key(65537, bits), PrivateFormat.TraditionalOpenSSL)


@cache
def ed25519_key() -> str:
    return pem(ed25519.Ed25519PrivateKey.generate())


def curve_key() -> str:
    return pem(ec.generate_private_key(ec.SECP256R1()))


def pem(key: Key, form: PrivateFormat = PrivateFormat.PKCS8, passphrase: bytes = b"") -> str:
    locked = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, form, locked).decode()


def opened(text: str) -> Key:
    key = load_pem_private_key(text.encode(), None)
    assert isinstance(key, Key)
    return key


def raw_seed(text: str) -> str:
    """An Ed25519 key as dkimpy's own tool writes it."""
    raw = opened(text).private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    return base64.b64encode(raw).decode()


def public_pem(text: str) -> str:
    form = PublicFormat.SubjectPublicKeyInfo
    return opened(text).public_key().public_bytes(Encoding.PEM, form).decode()


def published(text: str, where: str) -> Callable[..., bytes]:
    """Answers as the DNS does at SELECTOR._domainkey.DOMAIN. and nowhere else."""
    public = opened(text).public_key()
    if isinstance(public, rsa.RSAPublicKey):
        kind = b"rsa"
        told = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    else:
        kind = b"ed25519"
        told = public.public_bytes(Encoding.Raw, PublicFormat.Raw)

    def asked(name: bytes, timeout: float = 5) -> bytes:
        del timeout
        assert name.decode() == where
        return b"v=DKIM1; k=" + kind + b"; p=" + base64.b64encode(told)

    return asked
