"""The relay: whether it answers, its certificate, and whether it lets us in."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.transports.connecting import Relay, connect
from nutgraf.errors import Stopped, TryLater

PATIENCE: Final = 5.0  # seconds
_MOMENT: Final = 0.05
_SOON: Final = timedelta(days=14)


def check_relay(relay: Relay, now: datetime) -> Iterator[Remark]:
    """Connects, secures the connection, logs in where there is a login, and leaves.

    What may pass by itself is not said to be wrong: the relay may be down, or we be offline.
    """
    patient = replace(relay, timeout=min(relay.timeout, PATIENCE))
    try:
        ends = asyncio.run(_certificate_end(patient))
    except TryLater as later:
        hint = later.hint or "offline, or is `delivery` in nutgraf.yaml wrong?"
        yield Remark("not checked", later.message, hint)
        return
    except Stopped as stopped:
        yield Remark("error", stopped.message, stopped.hint)
        return
    entered = f", and lets {relay.username} in" if relay.username else ""
    if relay.security == "none":
        yield Remark("ok", f"{relay} answers{entered}")
        return
    if ends is not None and ends - now < _SOON:
        told = f"the certificate of {relay} ends on {ends.date().isoformat()}"
        yield Remark("warning", told, "nothing is sent after that; whoever runs it has to renew it")
    until = f" until {ends.date().isoformat()}" if ends is not None else ""
    yield Remark("ok", f"{relay} answers, its certificate is good{until}{entered}")


async def _certificate_end(relay: Relay) -> datetime | None:
    """When the certificate ends; None where nothing is secured."""
    try:
        talk = await connect(relay, socket.gethostname())
    except (Stopped, TryLater):
        await asyncio.sleep(_MOMENT)  # what failed is closed by then, and not only given up
        raise
    try:
        told = talk.certificate.get("notAfter")
    finally:
        await talk.leave()
    if not isinstance(told, str):
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(told), UTC)
