from __future__ import annotations

import re
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.serialization import PrivateFormat

from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.signing import OVERSIGNED, SIGNED, Signer, signer_of
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Dkim, Secret
from nutgraf.workspace.settings import Settings
from tests.deliver.dkim_keys import (
    SHORT,
    curve_key,
    ed25519_key,
    opened,
    pem,
    public_pem,
    published,
    raw_seed,
    rsa_key,
)
from tests.deliver.messages.test_letters import GIVEN, HOUSE, SECRET

READER = Reader("łukasz@readers.example", "Łukasz “der Große”", {"first_name": "Łukasz"})
WHERE = "brief._domainkey.harbour.example."


def signed(key: str) -> bytes:
    signer = Signer(key, "brief", "harbour.example")
    return Letters(GIVEN, Settings(**HOUSE), secret=SECRET, signer=signer).to(READER).data


def verified(data: bytes, key: str) -> bool:
    return bool(dkim.verify(data, dnsfunc=published(key, WHERE)))


@pytest.mark.parametrize("key", [rsa_key, ed25519_key])
def test_a_signature_verifies_and_is_equal_for_equal_letters(key: object) -> None:
    assert callable(key)
    data = signed(key())
    assert verified(data, key())
    assert data == signed(key())
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_all_that_must_be_covered_is_and_cannot_be_added_to() -> None:
    head = signed(rsa_key()).partition(b"\r\nFrom: ")[0]
    listed = re.search(rb"h=([^;]*);", head)
    assert listed
    names = [name.strip().decode() for name in listed[1].split(b":")]
    for name in {*OVERSIGNED, *SIGNED} - {"cc"}:
        assert names.count(name) == 1 + (name in OVERSIGNED), name
    assert names.count("cc") == 1


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"Subject: Ferries", b"Subject: Fairies"),
        (b"List-Unsubscribe-Post: List-Unsubscribe=One-Click", b"List-Unsubscribe-Post: no"),
        (b"https://harbour.example/leave?", b"https://rival.example/leave?"),
        (b"Feedback-ID: 2025", b"Feedback-ID: 2026"),
        (b"List-Id: The Harbour", b"List-Id: The Other"),
        (b"Precedence: bulk\r\n", b"Subject: Another\r\nPrecedence: bulk\r\n"),
        (b"Precedence: bulk\r\n", b"Cc: all@readers.example\r\nPrecedence: bulk\r\n"),
        (b"Precedence: bulk\r\n", b"From: rival@rival.example\r\nPrecedence: bulk\r\n"),
        (b"Unsubscribe: ", b"Resubscribe: "),
        (b"--\r\n", b"--\r\nMore\r\n"),
    ],
)
def test_what_is_changed_or_added_breaks_the_signature(was: bytes, becomes: bytes) -> None:
    data = signed(rsa_key())
    assert data.count(was) >= 1
    before, _, after = data.rpartition(was)
    assert not verified(before + becomes + after, rsa_key())


def test_what_relays_do_does_not_break_the_signature() -> None:
    """Headers folded otherwise, a trace field before them, an empty line after the end."""
    data = signed(rsa_key()).replace(b"Subject: Ferries carry", b"subject:  Ferries\r\n\tcarry")
    assert verified(b"Received: from a by b\r\n" + data + b"\r\n\r\n", rsa_key())


@pytest.mark.parametrize(
    "key",
    [
        lambda: pem(opened(rsa_key())),
        lambda: rsa_key().replace("\n", "\r\n"),
        lambda: rsa_key(1024),
        lambda: raw_seed(ed25519_key()),
    ],
)
def test_keys_are_read_in_the_forms_that_tools_write(key: object) -> None:
    assert callable(key)
    Signer(key(), "brief", "harbour.example")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (lambda: "hunter2", "no private key"),
        (lambda: "ключ", "no private key"),
        (lambda: public_pem(rsa_key()), "is a public key"),
        (curve_key, "no private key"),
        (lambda: pem(opened(rsa_key()), passphrase=b"open"), "locked with a passphrase"),
        (
            lambda: pem(opened(rsa_key()), PrivateFormat.TraditionalOpenSSL, b"open"),
            "locked with a passphrase",
        ),
        (lambda: SHORT, "512 bits"),
        (lambda: rsa_key().replace("\nM", "\n-"), "damaged"),
        (
            lambda: "\n".join([*rsa_key().splitlines()[:9], rsa_key().splitlines()[-1]]),
            "no private",
        ),
    ],
)
def test_what_is_no_key_is_refused_with_the_next_step_and_not_shown(key: object, said: str) -> None:
    assert callable(key)
    with pytest.raises(Usage, match=said) as caught:
        Signer(key(), "brief", "harbour.example")
    assert caught.value.hint
    assert key()[40:60] not in str(caught.value) or len(key()) < 60


@pytest.mark.parametrize("name", ["two words", "", "a;b", "brief\r\nBcc: a@b.example", ".brief"])
def test_what_cannot_be_in_the_dns_is_refused(name: str) -> None:
    with pytest.raises(Usage, match="selector"):
        Signer(rsa_key(), name, "harbour.example")
    with pytest.raises(Usage, match="domain"):
        Signer(rsa_key(), "brief", name)


def test_nothing_is_signed_unless_nutgraf_yaml_asks(tmp_path: Path) -> None:
    assert signer_of(Settings(**HOUSE), tmp_path) is None
    (tmp_path / "dkim.pem").write_text(rsa_key())
    asked = Settings(**HOUSE, dkim=Dkim("brief", Secret(file="dkim.pem")))
    signer = signer_of(asked, tmp_path)
    assert signer is not None
    assert b"d=harbour.example;" in signer(b"From: a@b.example\r\n\r\n\r\n")
    other = Settings(**HOUSE, dkim=Dkim("brief", Secret(file="dkim.pem"), "mail.example"))
    signer = signer_of(other, tmp_path)
    assert signer is not None
    assert b"d=mail.example;" in signer(b"From: a@b.example\r\n\r\n\r\n")


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    asked = Settings(**HOUSE, dkim=Dkim("brief", Secret(file="dkim.pem")))
    with pytest.raises(Usage, match=r"private key of DKIM.*dkim\.pem"):
        signer_of(asked, tmp_path)


def test_without_its_package_an_ed25519_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> bytes:
        raise dkim.NaClNotFoundError

    monkeypatch.setattr(dkim.DKIM, "sign", missing)
    with pytest.raises(Usage, match="needs a package"):
        Signer(ed25519_key(), "brief", "harbour.example")
