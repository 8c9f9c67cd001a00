"""What becomes of a message whose relay refuses, hangs up or dawdles at any stage."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports import Letter
from nutgraf.deliver.transports.connecting import connect
from nutgraf.deliver.transports.handing_over import hand_over
from nutgraf.deliver.transports.replies import Reply
from nutgraf.errors import Stopped
from tests.deliver.transports.talking import (
    SENDER,
    letter,
    letters,
    outcome_at,
    outcomes_of,
    relay_at,
    transport_to,
)
from tests.servers import Wire, relay, scripted, smtp_sink

SOFT = (450, "4.3.0", "Error: command failed")
HARD = (500, "5.3.0", "Error: command failed")


def told(outcome: Outcome) -> tuple[int, str, str]:
    return outcome.code, outcome.enhanced, outcome.said


def test_what_the_relay_takes_over_is_sent() -> None:
    with smtp_sink() as sink:
        assert outcome_at(sink.port) == Outcome(State.SENT, 250, "2.0.0", "Ok")


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA", "."])
def test_what_the_relay_puts_off_is_deferred(command: str) -> None:
    with smtp_sink("-r", command) as sink:
        outcome = outcome_at(sink.port)
    assert outcome.state is State.DEFERRED
    assert told(outcome) == SOFT


@pytest.mark.parametrize("command", ["RCPT", "DATA", "."])
def test_what_the_relay_will_not_have_is_refused(command: str) -> None:
    with smtp_sink("-f", command) as sink:
        outcome = outcome_at(sink.port)
    assert outcome.state is State.REFUSED
    assert told(outcome) == HARD


def test_a_sender_that_is_refused_stops_all() -> None:
    with smtp_sink("-f", "MAIL") as sink, pytest.raises(Stopped, match="refuses mail from") as no:
        outcome_at(sink.port)
    assert "500 5.3.0 Error: command failed" in no.value.message
    assert "envelope_from" in no.value.hint


@pytest.mark.parametrize(
    ("reply", "command", "hint"),
    [
        ("552 5.3.4 Message too big", "MAIL", "smaller"),
        ("530 5.7.0 Must issue a STARTTLS command first", "MAIL", "username"),
        ("530 5.7.0 Authentication required", "RCPT", "username"),
    ],
)
def test_what_is_true_of_every_letter_stops_all(reply: str, command: str, hint: str) -> None:
    with smtp_sink("-f", command, "-B", reply) as sink, pytest.raises(Stopped) as no:
        outcome_at(sink.port)
    assert reply in no.value.message
    assert hint in no.value.hint


@pytest.mark.parametrize(
    ("reply", "bad"),
    [
        ("550 5.1.1 No such user", True),
        ("553 5.1.3 Bad address syntax", True),
        ("550 5.7.1 Not from you", False),
        ("550 No such user", False),
        ("550 4.1.1 A contradiction", False),
    ],
)
def test_only_the_enhanced_code_says_that_the_address_is_bad(reply: str, bad: bool) -> None:
    with smtp_sink("-f", "RCPT", "-B", reply) as sink:
        outcome = outcome_at(sink.port)
    assert outcome.state is State.REFUSED
    assert outcome.bad_address is bad


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_a_connection_lost_before_the_content_puts_the_message_off(command: str) -> None:
    with smtp_sink("-q", command) as sink:
        outcome = outcome_at(sink.port)
    assert outcome.state is State.DEFERRED
    assert told(outcome) == (0, "", "the relay ended the connection, before the content")


def test_a_connection_lost_after_the_content_leaves_it_unknown() -> None:
    with smtp_sink("-q", ".") as sink:
        outcome = outcome_at(sink.port)
    assert outcome.state is State.UNKNOWN
    assert told(outcome)[:2] == (0, "")
    assert outcome.said.endswith("after the content was begun")


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA", "."])
def test_a_relay_that_says_goodbye_puts_the_message_off(command: str) -> None:
    """With 421 the relay says that it did not take the message, at the end of it too."""
    with smtp_sink("-Q", command) as sink:
        outcome = outcome_at(sink.port)
    assert (outcome.state, outcome.code) == (State.DEFERRED, 421)


@pytest.mark.parametrize(
    ("command", "state"),
    [("MAIL", State.DEFERRED), ("DATA", State.DEFERRED), (".", State.UNKNOWN)],
)
def test_a_relay_that_takes_too_long(command: str, state: State) -> None:
    with smtp_sink("-p", "-W", f"{command}:3") as sink:
        outcome = outcome_at(relay_at(sink.port, timeout=0.2))
    assert (outcome.state, outcome.code) == (state, 0)
    assert outcome.said.startswith("no answer within 0.2 seconds")


def test_a_relay_that_breaks_off_in_the_middle_of_the_content_has_refused_it() -> None:
    big = letter(body="The ferries sail.\r\n" * 200_000)
    with smtp_sink("-A", "0") as sink:
        outcome = outcome_at(sink.port, big)
    assert (outcome.state, outcome.code) == (State.REFUSED, 550)


def test_a_connection_serves_on_after_a_refusal() -> None:
    replies = {
        "reader1@x.example": "550 5.1.1 No such user",
        "reader2@x.example": "451 4.7.1 Greylisted",
        "DATA reader3@x.example": "554 5.7.1 Looks like spam",
    }
    with relay(replies=replies) as server:
        outcomes = outcomes_of(transport_to(server.port), letters(5))
    assert [outcome.state for outcome in outcomes] == [
        State.SENT,
        State.REFUSED,
        State.DEFERRED,
        State.REFUSED,
        State.SENT,
    ]
    assert server.connections == 1
    assert server.recipients() == ["reader0@x.example", "reader4@x.example"]


def refusing_in_a_group(after_data: str) -> list[str]:
    """What a relay with pipelining hears whose RCPT refuses the first message."""
    heard: list[str] = []

    def play(wire: Wire) -> None:
        wire.greet("PIPELINING", "SIZE 100000")
        heard.extend(wire.hear_until("DATA"))
        wire.say("250 2.1.0 Ok", "550 5.1.1 No such user", after_data)
        while heard[-1] != "QUIT":
            heard.append(wire.hear())
            if heard[-1] == "DATA":
                wire.say("250 2.1.0 Ok", "250 2.1.5 Ok", "354 Go on")
            elif heard[-1] in {".", "RSET", "QUIT"}:
                wire.say("250 2.0.0 Ok")

    with scripted(play) as server:
        outcomes = outcomes_of(transport_to(server.port), letters(2))
    assert [outcome.state for outcome in outcomes] == [State.REFUSED, State.SENT]
    assert outcomes[0].bad_address
    assert server.connections == 1
    return heard


def test_commands_go_in_one_group_where_the_relay_has_pipelining() -> None:
    heard = refusing_in_a_group("503 5.5.1 No recipients")
    assert heard[:4] == [
        f"MAIL FROM:<{SENDER}> SIZE={len(letter().data)}",
        "RCPT TO:<reader0@x.example>",
        "DATA",
        "RSET",
    ]


def test_a_relay_that_waits_for_content_without_a_recipient_gets_none() -> None:
    assert refusing_in_a_group("354 Go on")[3:5] == [".", "RSET"]


def test_a_relay_gone_right_after_its_354_may_have_the_message() -> None:
    """It had not, but from here nobody can tell: the content was written to the network."""

    def play(wire: Wire) -> None:
        wire.greet()
        for reply in ("250 Ok", "250 Ok", "354 Go on"):
            wire.hear()
            wire.say(reply)

    with scripted(play) as server:
        outcome = outcome_at(server.port)
    assert outcome.state is State.UNKNOWN


def test_a_connection_that_is_known_to_be_lost_after_354_gets_no_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So the message was not begun, and is put off; this is the last moment for that."""

    async def cut_at_354(port: int) -> Outcome:
        talk = await connect(relay_at(port), "here.example")
        reply = talk.reply

        async def cut() -> Reply:
            answer = await reply()
            if answer.code == 354:
                talk.drop("the cable was pulled")
            return answer

        monkeypatch.setattr(talk, "reply", cut)
        return await hand_over(talk, letter())

    with smtp_sink(record=True) as sink:
        outcome = asyncio.run(cut_at_354(sink.port))
        assert sink.messages() == []
    assert outcome == Outcome(State.DEFERRED, said="the cable was pulled, before the content")


@pytest.mark.parametrize("switch", ["-q", "-Q", "-r"])
def test_a_relay_that_will_not_start_over_is_left(switch: str) -> None:
    with smtp_sink("-f", "RCPT", switch, "RSET") as sink:
        outcomes = outcomes_of(transport_to(sink.port), letters(2))
    assert [outcome.state for outcome in outcomes] == [State.REFUSED, State.REFUSED]


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        ("what?", State.UNKNOWN),
        ("354 Go on", State.UNKNOWN),
        ("250-never\r\n251 ending", State.SENT),
        ("250", State.SENT),
        ("451 4.3.0 Not\x1b[31m now\r\n", State.DEFERRED),
    ],
)
def test_an_odd_answer_to_the_content(reply: str, state: State) -> None:
    def play(wire: Wire) -> None:
        wire.greet("PIPELINING")
        wire.hear_until("DATA")
        wire.say("250 Ok", "250 Ok", "354 Go on")
        wire.hear_until(".")
        wire.say(reply)
        wire.hear()

    with scripted(play) as server:
        outcome = outcome_at(server.port)
    assert outcome.state is state
    assert outcome.said.isprintable()


def test_a_yes_to_half_a_message_is_not_believed() -> None:
    """What it answers to cannot be the message, whose end has not left this machine."""
    big = letter(body="The ferries sail.\r\n" * 1_000_000)

    def play(wire: Wire) -> None:
        wire.greet()
        for reply in ("250 Ok", "250 Ok", "354 Go on\r\n250 2.0.0 Taken"):
            wire.hear()
            wire.say(reply)
        wire.hear()

    with scripted(play) as server:
        assert outcome_at(server.port, big).state is State.UNKNOWN


@pytest.mark.parametrize("answers", [["250 Ok", "Hello?"], ["220 Ok"] * 3, ["354 Ok"] * 3])
def test_nonsense_before_the_content_puts_the_message_off(answers: list[str]) -> None:
    def play(wire: Wire) -> None:
        wire.greet("PIPELINING")
        wire.hear_until("DATA")
        wire.say(*answers)

    with scripted(play) as server:
        assert outcome_at(server.port).state is State.DEFERRED


@pytest.mark.parametrize(
    "body",
    [
        ".\r\nQUIT\r\n",
        "..\r\n.\r\n...\r\n",
        "a\r\n.",
        "no end",
        "",
        "a\r\n.b\r\n\r\n.\r\n\r\n",
    ],
)
def test_dots_arrive_as_they_were(body: str) -> None:
    sent = letter(body=body)
    with relay() as server:
        assert outcome_at(server.port, sent).state is State.SENT
    arrived = server.letters[0].original_content
    assert arrived == sent.data if body.endswith("\r\n") or not body else sent.data + b"\r\n"


def test_a_message_may_begin_with_a_dot() -> None:
    with relay() as server:
        outcome_at(server.port, Letter(SENDER, "a@x.example", b".\r\n"))
    assert server.letters[0].original_content == b".\r\n"


@pytest.mark.parametrize(
    "address", ["a@x.example>\r\nRCPT TO:<b@x.example", "a b@x.example", "<>", "\udcff@x"]
)
def test_an_address_that_would_break_its_line_is_not_asked_for(address: str) -> None:
    with relay() as server:
        outcome = outcome_at(server.port, letter(address))
    assert (outcome.state, outcome.enhanced) == (State.REFUSED, "5.1.3")
    assert server.recipients() == []


def test_a_return_path_that_would_break_its_line_stops_all() -> None:
    bad = Letter("desk@harbour.example>\r\nDATA", "a@x.example", b"\r\n")
    with relay() as server, pytest.raises(Stopped, match="no return path"):
        outcome_at(server.port, bad)
    assert server.letters == []


def test_an_address_outside_ascii_needs_a_relay_that_takes_it() -> None:
    heard: list[str] = []

    def play(wire: Wire) -> None:
        wire.greet("PIPELINING", "SMTPUTF8", "8BITMIME")
        heard.extend(wire.hear_until("DATA"))
        wire.say("250 Ok", "250 Ok", "354 Go on")
        wire.hear_until(".")
        wire.say("250 Ok")
        wire.hear()

    with scripted(play) as server:
        outcome = outcome_at(server.port, letter("jürgen@x.example", "Grüße\r\n"))
    assert outcome.state is State.SENT
    assert heard == [
        f"MAIL FROM:<{SENDER}> BODY=8BITMIME SMTPUTF8",
        "RCPT TO:<jürgen@x.example>",
        "DATA",
    ]
    with smtp_sink() as sink:
        outcome = outcome_at(sink.port, letter("jürgen@x.example"))
    assert (outcome.state, outcome.enhanced) == (State.REFUSED, "5.6.7")
    assert not outcome.bad_address


def test_a_message_that_is_cancelled_leaves_nothing_to_be_mistaken(tmp_path: Path) -> None:
    """The late answer to the first message must not be taken for one to the second."""

    async def cancelled(port: int) -> Outcome:
        (lane,) = transport_to(port).lanes()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lane.deliver(letter("first@x.example")), 0.2)
        outcome = await lane.deliver(letter("second@x.example"))
        await lane.close()
        return outcome

    slow = True

    def play(wire: Wire) -> None:
        nonlocal slow
        wire.greet("PIPELINING")
        wire.hear_until("DATA")
        wire.say("250 Ok", "250 Ok", "354 Go on")
        wire.hear_until(".")
        if not slow:
            wire.say("451 4.3.0 Not now")
        slow = False
        wire.hear()

    with scripted(play) as server:
        assert asyncio.run(cancelled(server.port)).state is State.DEFERRED
    assert server.connections == 2
