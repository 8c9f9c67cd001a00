"""Letters, and a lane to hand them to a server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Literal

from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.transports import Letter, Transport
from nutgraf.deliver.transports.connecting import Relay
from nutgraf.deliver.transports.smtp import SmtpTransport

SENDER = "desk@harbour.example"
HEAD = "From: desk@harbour.example\r\nSubject: Ferries\r\nMessage-ID: <1@harbour.example>\r\n\r\n"


def letter(to: str = "reader@x.example", body: str = "The ferries sail.\r\n") -> Letter:
    return Letter(SENDER, to, (HEAD + body).encode())


def letters(number: int) -> list[Letter]:
    return [letter(f"reader{index}@x.example") for index in range(number)]


def relay_at(
    port: int,
    *,
    host: str = "127.0.0.1",
    timeout: float = 5.0,
    security: Literal["starttls", "tls", "none"] = "none",
) -> Relay:
    return Relay(host, port, security, None, None, None, timeout)


def transport_to(
    relay: Relay | int, *, connections: int = 1, messages: int = 200, per_second: int = 0
) -> SmtpTransport:
    return SmtpTransport(
        relay_at(relay) if isinstance(relay, int) else relay,
        connections=connections,
        messages_per_connection=messages,
        per_second=per_second,
    )


async def hand_all(transport: Transport, sent: Iterable[Letter]) -> list[Outcome]:
    """Hands the letters over by all lanes at once; the outcomes of each lane stand together."""
    waiting = iter(sent)
    outcomes: list[Outcome] = []
    lanes = transport.lanes()

    async def work(index: int) -> None:
        outcomes.extend([await lanes[index].deliver(one) for one in waiting])

    try:
        async with asyncio.TaskGroup() as group:
            for index in range(len(lanes)):
                group.create_task(work(index))
    except ExceptionGroup as several:  # one of them is what the test asks for
        raise several.exceptions[0] from None
    finally:
        for lane in lanes:
            await lane.close()
    return outcomes


def outcomes_of(transport: Transport, sent: Sequence[Letter]) -> list[Outcome]:
    return asyncio.run(hand_all(transport, sent))


def outcome_at(relay: Relay | int, one: Letter | None = None) -> Outcome:
    """What becomes of one letter on a connection of its own."""
    (outcome,) = outcomes_of(transport_to(relay), [one or letter()])
    return outcome
