from __future__ import annotations

import pytest

from nutgraf.deliver.sending_domain.read_back import check_message, message_id_of
from tests.deliver.sending_domain.test_dkim_key import HERE, NAME, PUBLIC, SIGNER, pair
from tests.servers.names import name_server

ZONE = {NAME: {"TXT": [f"v=DKIM1; p={PUBLIC}"]}}
UNSIGNED = (
    b"From: desk@harbour-letter.internal\r\nTo: ines@town.example\r\nSubject: A try\r\n"
    b"Message-ID: <17@harbour-letter.internal>\r\nDate: Fri, 7 Mar 2025 17:00:00 +0000\r\n"
    b"List-Unsubscribe: <https://letters.example/u?t=1>\r\n"
    b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHello.\r\n"
)
SIGNED = SIGNER(UNSIGNED) + UNSIGNED
WAY = (
    b"Received: from relay (relay [192.0.2.1]) by mx.town.example with ESMTPS id 1;\r\n"
    b" Fri, 7 Mar 2025 17:00:02 +0000\r\n"
    b"Received: from desk (desk [192.0.2.2]) by relay with ESMTP id 2; Fri, 7 Mar 2025\r\n"
)
RESULTS = (
    b"Authentication-Results: mx.town.example 1;\r\n spf=pass (x; dkim=fail) smtp.mailfrom=a;\r\n"
    b"\tdkim=pass header.d=a.example; dmarc=none header.from=a.example\r\n"
)


def told(data: bytes) -> list[tuple[str, str]]:
    with name_server(ZONE) as names:
        return [(one.state, one.message) for one in check_message(data, names.lookups())]


def test_what_the_receiver_noted_and_what_verifies_is_told() -> None:
    forged = b"Authentication-Results: forged; spf=fail\r\n"
    assert told(RESULTS + WAY + forged + SIGNED) == [
        ("ok", "it came through 2 servers, 1 of them by TLS"),
        ("ok", "mx.town.example says spf=pass"),
        ("ok", "mx.town.example says dkim=pass"),
        ("warning", "mx.town.example says dmarc=none"),
        ("ok", f"the signature by {NAME} verifies"),
        ("ok", "the signature covers list-unsubscribe, list-unsubscribe-post"),
    ]


def test_a_change_on_the_way_is_told() -> None:
    found = told(SIGNED.replace(b"Hello", b"Hullo"))
    assert ("error", f"the signature by {NAME} does not verify") in [
        (state, message[: len(f"the signature by {NAME} does not verify")])
        for state, message in found
    ]


def test_a_failure_that_the_receiver_noted_is_an_error() -> None:
    found = told(b"Authentication-Results: mx; dmarc=fail; spf=softfail\r\n" + SIGNED)
    assert [each for each in found if "says" in each[1]] == [
        ("error", "mx says dmarc=fail"),
        ("error", "mx says spf=softfail"),
    ]


def test_a_message_that_nobody_signed_is_told() -> None:
    assert ("error", "it has no DKIM signature") in told(UNSIGNED)
    assert told(b"\r\n") != []


def test_a_signature_that_leaves_the_way_out_uncovered_is_told() -> None:
    one = b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    without = UNSIGNED.replace(one, b"")
    data = SIGNER(without) + one + without
    assert ("warning", "no signature covers list-unsubscribe-post (RFC 8058)") in told(data)
    none = UNSIGNED.replace(one, b"").replace(b"List-Unsubscribe: <https", b"X-Other: <https")
    assert ("warning", "it has no List-Unsubscribe") in told(SIGNER(none) + none)


def test_without_the_dns_a_signature_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.deliver.sending_domain.lookups.PATIENCE", 0.05)
    offline = list(check_message(SIGNED, None))
    assert "not checked" in [one.state for one in offline if "signature by" in one.message]
    with name_server(ZONE, silent=True) as names:
        silent = list(check_message(SIGNED, names.lookups()))
    assert "not checked" in [one.state for one in silent if "signature by" in one.message]


def test_the_message_is_known_by_its_message_id() -> None:
    assert message_id_of(SIGNED) == "<17@harbour-letter.internal>"
    assert message_id_of(b"") == ""


def test_another_key_in_the_dns_is_told() -> None:
    with name_server({NAME: {"TXT": [f"p={pair(2048)[1]}"]}}) as names:
        found = list(check_message(SIGNED, names.lookups()))
    assert any(one.state == "error" and "does not verify" in one.message for one in found)
    with name_server({}) as names:
        found = list(check_message(SIGNED, names.lookups()))
    assert any(one.state == "error" and HERE in one.message for one in found)
