"""Who a brief goes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader of a list.

    `address` is as it is mailed, with its domain in ASCII; `key` is the same folded, by which two
    spellings of one mailbox are known as one. `fields` are the merge fields, by the names of
    `fields` in nutgraf.yaml; what a reader lacks has its default there. `name` is for the `To`
    header and may be empty.
    """

    address: str
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return folded(self.address)


def folded(address: str) -> str:
    """An address as it is looked up: mail systems tell no upper from lower case in practice."""
    return address.strip().casefold()
