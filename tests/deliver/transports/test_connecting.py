"""Reaching a relay, securing the connection and logging in, and what is said where it fails."""

from __future__ import annotations

import asyncio
import base64
import logging
import ssl
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from nutgraf.deliver.outcome import State
from nutgraf.deliver.secrets import Hidden
from nutgraf.deliver.transports.connecting import Relay as Address
from nutgraf.deliver.transports.connecting import connect
from nutgraf.errors import NutgrafError, Stopped, TryLater
from tests.deliver.transports.talking import (
    hand_all,
    letters,
    outcome_at,
    outcomes_of,
    relay_at,
    transport_to,
)
from tests.servers import Authority, Relay, Wire, free_port, relay, scripted, smtp_sink

NAME, PASSWORD = "desk@harbour.example", "s3same-Öffne-dich"
AUTHORITY = Authority()
Security = Literal["starttls", "tls"]


@contextmanager
def secured(
    security: Security, folder: Path, certificate: ssl.SSLContext | None = None
) -> Iterator[tuple[Relay, Address]]:
    """A relay with TLS and a login, and how to speak to it."""
    with relay(
        security=security,
        certificate=certificate or AUTHORITY.server(),
        login=(NAME, PASSWORD),
    ) as server:
        trusting = ssl.create_default_context(cafile=AUTHORITY.write(folder))
        address = replace(
            relay_at(server.port, security=security),
            context=trusting,
            username=NAME,
            password=Hidden(PASSWORD),
        )
        yield server, address


def with_login(port: int) -> Address:
    return replace(relay_at(port), username=NAME, password=Hidden(PASSWORD))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_relay_with_a_trusted_certificate_and_the_right_password(
    security: Security, tmp_path: Path
) -> None:
    with secured(security, tmp_path) as (server, address):
        outcomes = outcomes_of(transport_to(address, connections=2, messages=3), letters(10))
    assert [outcome.state for outcome in outcomes] == [State.SENT] * 10
    assert set(server.logins) == {(NAME, PASSWORD)}
    assert len(server.logins) == server.connections
    assert {letter.mail_from for letter in server.letters} == {"desk@harbour.example"}


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_stops_all(
    security: Security, tmp_path: Path
) -> None:
    with (
        secured(security, tmp_path, Authority().server()) as (server, address),
        pytest.raises(Stopped, match="certificate that is not to be trusted") as no,
    ):
        outcomes_of(transport_to(address, connections=3), letters(5))
    assert "ca_file" in no.value.hint
    assert server.logins == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_for_another_name_stops_all(security: Security, tmp_path: Path) -> None:
    other = AUTHORITY.server("other.example")
    with (
        secured(security, tmp_path, other) as (server, address),
        pytest.raises(Stopped, match="not to be trusted"),
    ):
        outcome_at(address)
    assert server.logins == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_wrong_password_is_tried_once_and_shown_nowhere(
    security: Security, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "wr0ng-secret"
    with secured(security, tmp_path) as (server, address):
        transport = transport_to(replace(address, password=Hidden(wrong)), connections=5)
        with pytest.raises(Stopped) as no:
            asyncio.run(hand_all(transport, letters(20)), debug=True)
        with pytest.raises(Stopped):
            outcomes_of(transport, letters(1))
    assert server.logins == [(NAME, wrong)]
    assert server.letters == []
    assert f"does not let {NAME} log in: 535" in no.value.message
    assert "delivery.password" in no.value.hint
    assert no.tb.tb_next is not None, "the frame of this test knows the password"
    told = traceback.TracebackException(no.type, no.value, no.tb.tb_next, capture_locals=True)
    seen = ["".join(told.format()), repr(no.value), repr(transport), repr(address), caplog.text]
    for form in (wrong, base64.b64encode(f"\0{NAME}\0{wrong}".encode()).decode()):
        assert not any(form in text for text in seen)
    found: BaseException | None = no.value
    while found is not None:  # nothing that a careless handler could print
        assert found.__cause__ is None or isinstance(found.__cause__, NutgrafError)
        found = found.__context__


@pytest.mark.parametrize(
    ("reply", "raised"),
    [("535 5.7.8 No", Stopped), ("454 4.7.0 Not now", TryLater), ("534 5.7.9 Weak", Stopped)],
)
@pytest.mark.parametrize("way", ["PLAIN LOGIN CRAM-MD5", "LOGIN CRAM-MD5", "CRAM-MD5"])
def test_a_login_is_tried_by_one_method(way: str, reply: str, raised: type[NutgrafError]) -> None:
    heard: list[str] = []

    def play(wire: Wire) -> None:
        wire.greet(f"AUTH {way}")
        heard.append(wire.hear())
        if not heard[-1].startswith("AUTH PLAIN"):
            wire.say("334 " + base64.b64encode(b"<1@relay.example>").decode())
            wire.hear()
        wire.say(reply)
        wire.hear()

    with scripted(play) as server, pytest.raises(raised, match=reply):
        outcomes_of(transport_to(with_login(server.port), connections=3), letters(3))
    assert [line.split()[:2] for line in heard] == [["AUTH", way.split(maxsplit=1)[0]]]


def test_a_relay_without_a_way_to_log_in_stops_all() -> None:
    def play(wire: Wire) -> None:
        wire.greet("AUTH GSSAPI NTLM")
        wire.hear()

    with scripted(play) as server, pytest.raises(Stopped, match="it offers: gssapi, ntlm"):
        outcome_at(with_login(server.port))


def test_a_relay_that_repeats_the_password_does_not_bring_it_into_a_log() -> None:
    def play(wire: Wire) -> None:
        wire.greet("AUTH LOGIN")
        wire.hear()
        wire.say("334 UGFzc3dvcmQ6")
        wire.say(f"535 5.7.8 What is {wire.hear()}?")

    with scripted(play) as server, pytest.raises(Stopped) as no:
        outcome_at(with_login(server.port))
    assert base64.b64encode(PASSWORD.encode()).decode() not in str(no.value)
    assert "is not shown" in no.value.message


def test_a_group_of_commands_is_one_record_of_tls(tmp_path: Path) -> None:
    """Postfix answers record by record, and each answer but the first would come 40 ms late."""
    records: list[bytes] = []

    def play(wire: Wire) -> None:
        wire.greet("STARTTLS")
        wire.hear()
        wire.say("220 Go on")
        with AUTHORITY.server().wrap_socket(wire.connection, server_side=True) as secured:
            wire.connection = secured
            wire.hear()
            wire.say("250-scripted.example", "250 PIPELINING")
            records.append(secured.recv(65536))
            wire.say("450 Not now", "503 No sender", "503 No recipient")
            wire.hear()

    trusting = ssl.create_default_context(cafile=AUTHORITY.write(tmp_path))
    with scripted(play) as server:
        outcome_at(replace(relay_at(server.port, security="starttls"), context=trusting))
    assert [record.split(b" ")[0] for record in records[0].splitlines()] == [
        b"MAIL",
        b"RCPT",
        b"DATA",
    ]


def test_nothing_goes_out_in_the_clear_where_starttls_is_not_offered(tmp_path: Path) -> None:
    """Who sits in between can take the offer out of the answer to EHLO."""
    heard: list[str] = []

    def play(wire: Wire) -> None:
        wire.greet("AUTH PLAIN")
        heard.append(wire.hear())

    address = replace(with_login(0), security="starttls", context=ssl.create_default_context())
    with scripted(play) as server, pytest.raises(Stopped, match="does not offer STARTTLS"):
        outcome_at(replace(address, port=server.port))
    assert heard == []


@pytest.mark.parametrize(
    ("reply", "raised"), [("454 4.7.0 Not now", TryLater), ("501 5.5.4 No", Stopped)]
)
def test_a_relay_that_does_not_start_tls(reply: str, raised: type[NutgrafError]) -> None:
    def play(wire: Wire) -> None:
        wire.greet("STARTTLS")
        assert wire.hear() == "STARTTLS"
        wire.say(reply)

    with scripted(play) as server, pytest.raises(raised, match=reply):
        outcome_at(
            replace(
                relay_at(server.port, security="starttls"), context=ssl.create_default_context()
            )
        )


def test_a_handshake_that_breaks_off_may_work_later() -> None:
    def play(wire: Wire) -> None:
        wire.greet("STARTTLS")
        wire.hear()
        wire.say("220 Go on")

    with scripted(play) as server, pytest.raises(TryLater, match="does not answer"):
        outcome_at(
            replace(
                relay_at(server.port, security="starttls"), context=ssl.create_default_context()
            )
        )


def test_tls_to_a_port_without_it_says_what_to_set() -> None:
    plain = ssl.create_default_context()
    with relay() as server, pytest.raises(Stopped, match="does not speak TLS") as no:
        outcome_at(replace(relay_at(server.port, security="tls"), context=plain))
    assert "security: starttls" in no.value.hint


@pytest.mark.parametrize(
    "switches",
    [
        ("-r", "CONNECT"),
        ("-q", "CONNECT"),
        ("-Q", "CONNECT"),
        ("-q", "EHLO"),
        ("-Q", "EHLO"),
        ("-r", "EHLO,HELO"),
        ("-p", "-W", "CONNECT:3"),
    ],
    ids=" ".join,
)
def test_a_relay_that_is_busy_is_asked_again_later(switches: tuple[str, ...]) -> None:
    with smtp_sink(*switches) as sink, pytest.raises(TryLater, match=str(sink.port)):
        outcome_at(relay_at(sink.port, timeout=0.3))


@pytest.mark.parametrize("commands", ["CONNECT", "EHLO,HELO"])
def test_a_relay_that_will_not_speak_to_us_stops_all(commands: str) -> None:
    with smtp_sink("-f", commands) as sink, pytest.raises(Stopped, match=r"500 5\.3\.0"):
        outcome_at(sink.port)


@pytest.mark.parametrize("switches", [("-f", "EHLO"), ("-r", "EHLO"), ("-e",)], ids=" ".join)
def test_a_relay_of_the_old_days_takes_helo(switches: tuple[str, ...]) -> None:
    with smtp_sink(*switches) as sink:
        assert outcome_at(sink.port).state is State.SENT


def test_a_relay_that_is_down() -> None:
    port = free_port()
    with pytest.raises(TryLater, match=f"127.0.0.1:{port} does not answer: Connection refused"):
        outcome_at(port)


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(TryLater, match=r"relay\.invalid:25 .* its name is not known"):
        outcome_at(relay_at(25, host="relay.invalid"))


@pytest.mark.parametrize("host", ["relay..example", "x" * 64 + ".example"])
def test_what_is_no_name_stops_all(host: str) -> None:
    with pytest.raises(Stopped, match="is no name of a relay"):
        outcome_at(relay_at(25, host=host))


def test_connecting_can_be_cancelled() -> None:
    """Nothing stays open: an unclosed connection would be a warning, which is an error here."""

    async def cancelled(port: int) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connect(relay_at(port), "here.example"), 0.1)

    with scripted(lambda wire: print(wire.hear())) as server:
        asyncio.run(cancelled(server.port))
    assert server.connections == 1


def test_a_server_of_something_else() -> None:
    def play(wire: Wire) -> None:
        wire.say("SSH-2.0-OpenSSH_9.9")

    with scripted(play) as server, pytest.raises(TryLater, match=r"SSH-2\.0"):
        outcome_at(server.port)
