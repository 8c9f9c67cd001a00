"""One message, from MAIL to the answer to its content (RFC 5321, section 3.3)."""

from __future__ import annotations

import re

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports import Letter
from nutgraf.deliver.transports.conversation import CLOSING, Conversation, Lost
from nutgraf.deliver.transports.replies import Reply
from nutgraf.errors import Stopped

_MAIL, _RCPT, _DATA = range(3)
_GO_ON = 354
# The relay wants to know who we are (RFC 4954, section 6): so it will of every message.
_LOG_IN = {530, 534, 538}
# What would end the address, or the command, on its line, and what is no text.
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\ud800-\udfff]")


async def hand_over(talk: Conversation, letter: Letter) -> Outcome:
    """What became of the letter. Raises Stopped where the relay will not have us at all."""
    if wrong := _unmailable(talk, letter):
        return wrong
    answers: list[Reply] = []
    lost = ""
    try:
        await _ask(talk, letter, answers)
    except Lost as error:
        lost = str(error)
    stage = _first_no(answers)
    if stage is not None:
        outcome = _refusal(stage, answers[stage], letter)
        await _tidy(talk, answers)
        return outcome
    if lost:
        return Outcome(State.DEFERRED, said=f"{lost}, before the content")
    return await _content(talk, letter)


async def _ask(talk: Conversation, letter: Letter, answers: list[Reply]) -> None:
    """Asks for leave to send. One by one, `answers` ends with the first no. Raises Lost."""
    commands = (_mail(talk, letter), b"RCPT TO:<%b>\r\n" % letter.recipient.encode(), b"DATA\r\n")
    together = talk.extensions.pipelining
    if together:
        talk.send(commands)
    for command in commands:
        if not together:
            talk.send([command])
        answers.append(await talk.reply())
        if answers[-1].code == CLOSING or (not together and _first_no(answers) is not None):
            return


async def _content(talk: Conversation, letter: Letter) -> Outcome:
    """The content and the answer to it, which alone says who is to deliver the message.

    Up to here the relay has seen no byte of it, so a connection that was lost, even after its
    354, left no message behind: it is put off. `send` writes nothing where the connection is
    known to be lost. From the first byte on nobody can tell: the relay may have had the last one
    and taken the message over, and its 250 may be what was lost (RFC 1047). So it is unknown.
    """
    try:
        talk.send(_stuffed(letter.data))
    except Lost as lost:
        return Outcome(State.DEFERRED, said=f"{lost}, before the content")
    try:
        reply = await talk.reply()
    except Lost as lost:
        return Outcome(State.UNKNOWN, said=f"{lost}, after the content was begun")
    early = talk.writing
    if early or reply.code == CLOSING or reply.kind == 3:
        # After an answer to half a message the rest of it would be read as commands.
        talk.drop("the relay answered before it had the message")
    if reply.kind == 3 or (early and reply.kind == 2):
        return _outcome(State.UNKNOWN, reply)
    return _outcome({2: State.SENT, 4: State.DEFERRED, 5: State.REFUSED}[reply.kind], reply)


async def _tidy(talk: Conversation, answers: list[Reply]) -> None:
    """Leaves the connection such that the next message can be begun on it, or ends it."""
    if any(reply.code == CLOSING for reply in answers):
        talk.drop("the relay ended the connection")
        return
    try:
        if len(answers) > _DATA and answers[_DATA].code == _GO_ON:
            # It waits for content that has no recipient: none is given (RFC 2920, section 3.1).
            talk.send([b".\r\n"])
            await talk.reply()
        talk.send([b"RSET\r\n"])
        if (await talk.reply()).kind != 2:
            talk.drop("the relay does not take RSET")
    except Lost:
        return


def _first_no(answers: list[Reply]) -> int | None:
    """At which command the relay said no, or what makes no sense."""
    for stage, reply in enumerate(answers):
        if reply.code != _GO_ON if stage == _DATA else reply.kind != 2:
            return stage
    return None


def _refusal(stage: int, reply: Reply, letter: Letter) -> Outcome:
    if reply.kind == 5 and (stage == _MAIL or reply.code in _LOG_IN):
        raise _unwelcome(reply, letter)
    return _outcome(State.REFUSED if reply.kind == 5 else State.DEFERRED, reply)


def _outcome(state: State, reply: Reply) -> Outcome:
    return Outcome(state, reply.code, reply.enhanced, reply.said)


def _unwelcome(reply: Reply, letter: Letter) -> Stopped:
    """Every message has the same sender and almost the same size: what refuses one refuses all."""
    if reply.code in _LOG_IN:
        hint = "set `username` and `password` under `delivery` in nutgraf.yaml"
    elif reply.code == 552 or reply.enhanced == "5.3.4":
        hint = "make the brief smaller, or ask those who run the relay for a higher limit"
    else:
        hint = "set `delivery.envelope_from` in nutgraf.yaml to an address that the relay lets send"
    return Stopped(f"the relay refuses mail from {letter.sender}: {reply}", hint)


def _unmailable(talk: Conversation, letter: Letter) -> Outcome | None:
    """What the relay need not be asked: addresses that do not fit into a command."""
    if _UNSAFE.search(letter.sender):
        raise Stopped(f"{letter.sender!r} is no return path", "look at `delivery.envelope_from`")
    if _UNSAFE.search(letter.recipient):
        return Outcome(State.REFUSED, 553, "5.1.3", "not asked: this is no address")
    if not talk.extensions.utf8 and not (letter.sender + letter.recipient).isascii():
        said = "not asked: the relay takes ASCII addresses only (no SMTPUTF8)"
        return Outcome(State.REFUSED, 553, "5.6.7", said)
    return None


def _mail(talk: Conversation, letter: Letter) -> bytes:
    line = b"MAIL FROM:<%b>" % letter.sender.encode()
    if talk.extensions.size:
        line += b" SIZE=%d" % len(letter.data)
    if talk.extensions.eight_bit and not letter.data.isascii():
        line += b" BODY=8BITMIME"
    if talk.extensions.utf8 and not (letter.sender + letter.recipient).isascii():
        line += b" SMTPUTF8"
    return line + b"\r\n"


def _stuffed(data: bytes) -> tuple[bytes, bytes]:
    """The content with the dots that start a line doubled, and its end (section 4.5.2)."""
    if b"\r\n." in data:
        data = data.replace(b"\r\n.", b"\r\n..")
    if data.startswith(b"."):
        data = b"." + data
    return data, b".\r\n" if data.endswith(b"\r\n") else b"\r\n.\r\n"
