"""Who of a list is meant: by the list's name and by tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.deliver.recipients.entries import Entry, parted


@dataclass(frozen=True, slots=True)
class Choice:
    """A list's name, and the tags of which readers need one; all are meant where it has none."""

    name: str
    tags: frozenset[str] = frozenset()

    @classmethod
    def of(cls, name: str, tags: Sequence[str]) -> Choice:
        return cls(name.casefold(), frozenset(tag.strip().casefold() for tag in tags))

    def is_on_list(self, entry: Entry) -> bool:
        """Whether the entry is of this list: it names no list, or this one."""
        return not entry.lists or self.name in parted(entry.lists)

    def has_tag(self, entry: Entry) -> bool:
        return not self.tags or not self.tags.isdisjoint(parted(entry.tags))
