"""What is to be different in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nutgraf.deliver.recipients.columns import KNOWN, STATUS
from nutgraf.deliver.recipients.entries import Value

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """Readers that come to the end of a list, by folded columns, and new statuses.

    `statuses` are by the number of the reader in the list, from 0.
    """

    added: Sequence[Row] = ()
    statuses: Mapping[int, str] = field(default_factory=dict)

    def columns(self) -> tuple[str, ...]:
        """The columns that it needs, those that every list may have first."""
        needed = dict.fromkeys(name for row in self.added for name, value in row.items() if value)
        if self.statuses:
            needed.setdefault(STATUS)
        known = [name for name in KNOWN if name in needed]
        return (*known, *(name for name in needed if name not in KNOWN))
