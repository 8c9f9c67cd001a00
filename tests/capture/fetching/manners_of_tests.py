"""Manners that let a server on loopback through, and never sleep."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.public_addresses import Address, is_public
from tests.servers.ports import LOOPBACK

NOW = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


@dataclass
class Pauses:
    """A clock that only sleeping moves."""

    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def clock(self) -> float:
        return sum(self.slept)


def loopback_too(address: Address) -> bool:
    """As everywhere, and the one address at which the tests' servers are."""
    return is_public(address) or str(address) == LOOPBACK


def names(table: Mapping[str, Sequence[str]]) -> Any:
    """A resolver that knows these names, and the addresses of loopback and of literals."""

    def resolve(host: str, port: int) -> Sequence[str]:
        if host in table:
            return table[host]
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    return resolve


@cache
def _system() -> ssl.SSLContext:
    """What the system trusts; loaded once for all tests, since that takes longer than each."""
    return ssl.create_default_context()


def manners(port: int, pauses: Pauses | None = None, **given: Any) -> Manners:
    """For one server of the tests; `example.com` is there, so that we are online."""
    kept = pauses or Pauses()
    table = {"example.com": ["127.0.0.1"], **given.pop("hosts", {})}
    made = Manners(
        allow=loopback_too,
        resolve=names(table),
        ports=frozenset({port}),
        sleep=kept.sleep,
        now=lambda: NOW,
        jitter=lambda: 0.0,
        pause=0.0,
        trust=_system(),
    )
    return replace(made, **given)
