"""Lanes: opened when they are needed, used again, made anew, and stopped together."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports.smtp import SmtpTransport
from nutgraf.errors import Stopped, TryLater
from tests.deliver.transports.talking import (
    SENDER,
    letter,
    letters,
    outcomes_of,
    relay_at,
    transport_to,
)
from tests.servers import Wire, free_port, relay, scripted, smtp_sink


def test_nothing_is_connected_until_a_letter_is_there() -> None:
    with relay() as server:
        transport = transport_to(server.port, connections=3)
        lanes = transport.lanes()
        assert outcomes_of(transport, []) == []
    assert len(lanes) == 3
    assert server.connections == 0
    assert transport.name == f"127.0.0.1:{server.port}"


def test_a_connection_carries_one_message_after_the_other() -> None:
    with relay() as server:
        outcomes = outcomes_of(transport_to(server.port), letters(10))
    assert [outcome.state for outcome in outcomes] == [State.SENT] * 10
    assert server.connections == 1


@pytest.mark.parametrize(("messages", "connections"), [(1, 10), (4, 3), (5, 2), (10, 1)])
def test_a_connection_is_made_anew_after_its_number_of_messages(
    messages: int, connections: int
) -> None:
    with relay() as server:
        outcomes_of(transport_to(server.port, messages=messages), letters(10))
    assert server.connections == connections
    assert len(server.letters) == 10


def test_lanes_share_the_letters_and_nobody_gets_two() -> None:
    sent = letters(300)
    with smtp_sink(record=True) as sink:
        outcomes_of(transport_to(sink.port, connections=5, messages=20), sent)
        taken = sink.recipients()
    assert sorted(taken) == sorted(one.recipient for one in sent)


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA", "."])
def test_after_a_connection_was_lost_there_is_a_new_one(command: str) -> None:
    lost = True

    def play(wire: Wire) -> None:
        nonlocal lost
        wire.greet()
        while True:
            heard = wire.hear()
            if lost and heard.startswith(command):
                lost = False
                return
            if heard in {".", "QUIT"} or heard.startswith(("MAIL", "RCPT")):
                wire.say("250 Ok")
            elif heard == "DATA":
                wire.say("354 Go on")

    with scripted(play) as server:
        outcomes = outcomes_of(transport_to(server.port), letters(3))
    first = State.UNKNOWN if command == "." else State.DEFERRED
    assert [outcome.state for outcome in outcomes] == [first, State.SENT, State.SENT]
    assert server.connections == 2


@pytest.mark.parametrize(("pause", "per_second"), [(0.15, 0), (0.0, 6)])
def test_a_relay_that_said_goodbye_in_a_pause_costs_no_message(
    pause: float, per_second: int
) -> None:
    """Relays end idle connections with an unasked 421."""

    def play(wire: Wire) -> None:
        wire.greet("PIPELINING")
        wire.hear_until("DATA")
        wire.say("250 Ok", "250 Ok", "354 Go on")
        wire.hear_until(".")
        wire.say("250 2.0.0 Ok")
        time.sleep(0.05)
        wire.say("421 4.4.2 Idle for too long")

    async def with_a_pause(port: int) -> list[Outcome]:
        (lane,) = transport_to(port, per_second=per_second).lanes()
        outcomes = []
        for one in letters(2):
            outcomes.append(await lane.deliver(one))
            await asyncio.sleep(pause)
        await lane.close()
        return outcomes

    with scripted(play) as server:
        outcomes = asyncio.run(with_a_pause(server.port))
    assert [outcome.state for outcome in outcomes] == [State.SENT, State.SENT]
    assert server.connections == 2


def test_what_stopped_one_lane_stops_all() -> None:
    async def both(transport: SmtpTransport) -> None:
        first, second = transport.lanes()
        await first.deliver(letter())
        server.replies[SENDER] = "550 5.7.1 You are blocked"
        for lane in (first, second, first):
            with pytest.raises(Stopped, match="You are blocked"):
                await lane.deliver(letter())
        server.replies.clear()
        with pytest.raises(Stopped, match="You are blocked"):
            await second.deliver(letter())
        for lane in (first, second):
            await lane.close()

    with relay() as server:
        asyncio.run(both(transport_to(server.port, connections=2)))
    assert len(server.letters) == 1
    assert server.connections == 1


def test_a_relay_that_is_down_is_asked_once_and_may_come_back() -> None:
    async def at_once(transport: SmtpTransport) -> list[object]:
        lanes = transport.lanes()
        return list(
            await asyncio.gather(
                *(lane.deliver(letter()) for lane in lanes), return_exceptions=True
            )
        )

    async def twice() -> tuple[list[object], Outcome]:
        transport = transport_to(port, connections=4)
        first = await at_once(transport)
        with smtp_sink(port=port):
            lane = transport.lanes()[0]
            second = await lane.deliver(letter())
            await lane.close()
        return first, second

    port = free_port()
    first, second = asyncio.run(twice())
    assert len(first) == 4
    assert all(isinstance(one, TryLater) for one in first)
    assert second.state is State.SENT


def test_a_relay_that_turns_lanes_away_hears_of_us_once() -> None:
    def play(wire: Wire) -> None:
        wire.say("421 4.3.2 Too busy")

    with scripted(play) as server:
        transport = transport_to(server.port, connections=4)
        with pytest.raises(TryLater, match="Too busy"):
            outcomes_of(transport, letters(8))
    assert server.connections == 1


def test_closing_never_raises_and_does_not_wait_for_long() -> None:
    def play(wire: Wire) -> None:
        wire.greet()
        for reply in ("250 Ok", "250 Ok", "354 Go on"):
            wire.hear()
            wire.say(reply)
        wire.hear_until(".")
        wire.say("250 Ok")
        assert wire.hear() == "QUIT"
        wire.hear()

    with scripted(play) as server:
        began = time.monotonic()
        outcomes_of(transport_to(replace(relay_at(server.port), timeout=0.2)), [letter()])
        assert time.monotonic() - began < 0.8


def test_the_library_is_loaded_only_to_send() -> None:
    code = (
        "import sys, nutgraf.deliver.transports.opening; "
        "sys.exit('aiosmtplib' in sys.modules or 'aiosmtpd' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert done.returncode == 0


def test_one_run_after_the_other_has_lanes_of_the_same_transport() -> None:
    transport = transport_to(free_port(), connections=4)
    for _ in range(2):
        with pytest.raises(TryLater, match="does not answer"):
            outcomes_of(transport, letters(8))
    with relay() as server:
        transport = transport_to(server.port, connections=4, per_second=1000)
        for _ in range(2):
            outcomes_of(transport, letters(8))
    assert len(server.letters) == 16
