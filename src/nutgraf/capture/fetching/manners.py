"""How nutgraf behaves on the network, and what one run remembers of the hosts that it asked."""

from __future__ import annotations

import random
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from nutgraf import __version__
from nutgraf.capture.fetching.public_addresses import Address, is_public
from nutgraf.capture.fetching.resolving import resolved
from nutgraf.capture.reading import LIMIT

PRODUCT: Final = "nutgraf"
"""Our name in a robots.txt."""

PORTS: Final = frozenset({80, 443, 8080, 8443})


def user_agent(contact: str | None = None) -> str:
    """How we introduce ourselves; `contact` is the publication's own address on the web."""
    return f"{PRODUCT}/{__version__} (+{contact})" if contact else f"{PRODUCT}/{__version__}"


def _this_moment() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Manners:
    """Made once for a run, and handed to every `fetch` of it.

    Seconds are `connect` for a connection, `read` for silence in an answer, `whole` for all of one
    answer; `limit` the bytes of a page, on the wire and unpacked. `tries` counts the first, too. A
    server that asks to be left alone for longer than `patience` seconds is left for later, and
    `pause` passes between two pages of one host. `allow` says to which addresses we connect,
    `resolve` which a name has, `ports` which are asked, `trust` whose certificates are believed
    (None: what the system trusts). `archive` is where the Internet Archive says what it holds.
    """

    agent: str = user_agent()
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    limit: int = LIMIT
    tries: int = 3
    backoff: float = 1.0
    patience: float = 30.0
    pause: float = 1.0
    allow: Callable[[Address], bool] = is_public
    resolve: Callable[[str, int], Sequence[str]] = resolved
    ports: frozenset[int] = PORTS
    trust: ssl.SSLContext | None = None
    archive: str = "https://archive.org/wayback/available"
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _this_moment
    jitter: Callable[[], float] = random.random
    # What this run knows: the rules of each origin, when each host was last asked for a page.
    rules: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    visits: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    _contexts: list[ssl.SSLContext] = field(default_factory=list, repr=False, compare=False)

    def context(self) -> ssl.SSLContext:
        """Whose certificates are believed; loaded when the first page asks for it, once."""
        if self.trust is not None:
            return self.trust
        if not self._contexts:
            import httpcore2  # noqa: PLC0415 -- only who fetches pays for it

            self._contexts.append(httpcore2.default_ssl_context())
        return self._contexts[0]
