"""What web servers say of the links in an email, where they were asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_GONE = frozenset({404, 410})  # RFC 9110: Not Found, Gone


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer to one address; without a `status`, `trouble` says why there is none.

    `no_host` tells that nobody has that name.
    """

    status: int | None = None
    trouble: str = ""
    no_host: bool = False

    @property
    def gone(self) -> str:
        """What says that nothing is there; empty where something is, or nobody knows."""
        if self.no_host:
            return "no server has that name"
        return f"the server says {self.status}" if self.status in _GONE else ""

    @property
    def unclear(self) -> str:
        """Why nobody knows whether something is there."""
        if self.gone:
            return ""
        if self.status is None:
            return self.trouble
        return f"the server says {self.status}" if self.status >= 400 else ""


Ask = Callable[[Sequence[str]], Mapping[str, Answer]]
