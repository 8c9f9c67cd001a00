"""The relay is connected to as a send would, by aiosmtpd with certificates of our own."""

from __future__ import annotations

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nutgraf.deliver.secrets import Hidden
from nutgraf.deliver.sending_domain.relay import check_relay
from nutgraf.deliver.transports.connecting import Relay
from tests.deliver.transports.talking import relay_at
from tests.servers import Authority, free_port, relay

AUTHORITY = Authority()
NOW = datetime.now(UTC)
LOGIN = ("desk", "open sesame")


@pytest.fixture(scope="module")
def trusting(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=AUTHORITY.write(tmp_path_factory.mktemp("ca")))


def address(port: int, trusting: ssl.SSLContext) -> Relay:
    secured = replace(relay_at(port, security="starttls"), context=trusting)
    return replace(secured, username=LOGIN[0], password=Hidden(LOGIN[1]))


def test_a_good_relay_lets_us_in_and_says_until_when_its_certificate_is_good(
    trusting: ssl.SSLContext,
) -> None:
    with relay(security="starttls", certificate=AUTHORITY.server(), login=LOGIN) as server:
        (found,) = check_relay(address(server.port, trusting), NOW)
        assert found.state == "ok"
        assert "certificate is good until " in found.message
        assert found.message.endswith("lets desk in")
        end = datetime.fromisoformat(found.message.partition("until ")[2][:10]).replace(tzinfo=UTC)
        late = list(check_relay(address(server.port, trusting), end - timedelta(days=3)))
    assert [one.state for one in late] == ["warning", "ok"]
    assert server.letters == []


def test_a_wrong_password_and_a_wrong_certificate_are_errors(trusting: ssl.SSLContext) -> None:
    with relay(
        security="starttls", certificate=AUTHORITY.server(), login=("desk", "another")
    ) as server:
        (found,) = check_relay(address(server.port, trusting), NOW)
        assert found.state == "error"
        assert LOGIN[1] not in found.message + found.hint
        strange = ssl.create_default_context()
        (found,) = check_relay(address(server.port, strange), NOW)
        assert (found.state, "not to be trusted" in found.message) == ("error", True)


def test_a_relay_that_does_not_answer_is_not_said_to_be_wrong() -> None:
    (found,) = check_relay(relay_at(free_port()), NOW)
    assert found.state == "not checked"


def test_a_relay_on_this_machine_needs_no_certificate() -> None:
    with relay() as server:
        (found,) = check_relay(relay_at(server.port), NOW)
    assert (found.state, found.message.endswith("answers")) == ("ok", True)


def test_a_relay_without_tls_is_an_error(trusting: ssl.SSLContext) -> None:
    with relay() as server:
        (found,) = check_relay(address(server.port, trusting), NOW)
    assert (found.state, "STARTTLS" in found.message) == ("error", True)
