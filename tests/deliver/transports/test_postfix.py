"""Through a real Postfix, with everything that it offers."""

from __future__ import annotations

import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.deliver.outcome import State
from nutgraf.deliver.transports import Letter
from nutgraf.errors import Stopped
from tests.deliver.transports.talking import SENDER, letter, outcomes_of, relay_at, transport_to
from tests.servers import Authority, delivered_to, postfix


def test_a_thousand_readers_get_one_message_each() -> None:
    sent = [letter(f"reader{number}@x.example", f"No. {number}\r\n") for number in range(1000)]
    with postfix() as server:
        outcomes = outcomes_of(transport_to(server.port, connections=4, messages=100), sent)
        messages = server.wait_for(1000)
    assert [outcome.state for outcome in outcomes] == [State.SENT] * 1000
    assert {outcome.enhanced for outcome in outcomes} == {"2.0.0"}
    assert all(outcome.said.startswith("Ok: queued as ") for outcome in outcomes)
    got = delivered_to(messages)
    assert set(got.values()) == {1}
    assert set(got) == {one.recipient for one in sent}
    bodies = {message.rpartition(b"\n\n")[2] for message in messages}
    assert bodies == {b"No. %d\n" % number for number in range(1000)}


def test_refusals_by_postfix_leave_the_connection_usable() -> None:
    replies = {
        "gone@x.example": "550 5.1.1 No such user",
        "full@x.example": "452 4.2.2 Mailbox full",
        "spam@x.example": "554 5.7.1 Not from you",
    }
    names = ["a", "gone", "full", "spam", "b"]
    with postfix(replies=replies) as server:
        outcomes = outcomes_of(
            transport_to(server.port), [letter(f"{name}@x.example") for name in names]
        )
        messages = server.wait_for(2)
    assert [(outcome.state, outcome.code, outcome.enhanced) for outcome in outcomes] == [
        (State.SENT, 250, "2.0.0"),
        (State.REFUSED, 550, "5.1.1"),
        (State.DEFERRED, 452, "4.2.2"),
        (State.REFUSED, 554, "5.7.1"),
        (State.SENT, 250, "2.0.0"),
    ]
    assert [outcome.bad_address for outcome in outcomes] == [False, True, False, False, False]
    assert set(delivered_to(messages)) == {"a@x.example", "b@x.example"}


def test_over_starttls_what_arrives_is_what_was_sent(tmp_path: Path) -> None:
    authority = Authority()
    body = ".\r\n..\r\nFrom here\r\n" + "x" * 990 + "\r\n" + "The ferries sail.\r\n" * 5000
    with postfix(certificate=authority.chain(tmp_path)) as server:
        trusting = ssl.create_default_context(cafile=authority.write(tmp_path))
        relay = replace(relay_at(server.port, security="starttls"), context=trusting)
        (outcome,) = outcomes_of(transport_to(relay), [letter(body=body)])
        (message,) = server.wait_for(1)
    assert outcome.state is State.SENT
    assert message.partition(b"\n\n")[2] == body.replace("\r\n", "\n").encode()


def test_a_message_that_is_too_large_for_postfix_stops_before_it_is_sent() -> None:
    large = Letter(SENDER, "a@x.example", b"Subject: x\r\n\r\n" + b"x" * 998 + b"\r\n")
    large = replace(large, data=large.data * 11_000)
    with postfix() as server, pytest.raises(Stopped, match=r"552 5\.3\.4") as no:
        outcomes_of(transport_to(server.port), [large])
    assert "smaller" in no.value.hint
