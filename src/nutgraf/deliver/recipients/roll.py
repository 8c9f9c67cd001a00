"""A list of readers: looked through first, then read one reader after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients.choice import Choice
from nutgraf.deliver.recipients.columns import NAME, folded_column
from nutgraf.deliver.recipients.entries import Entry, Record, read_entry
from nutgraf.deliver.recipients.statuses import ACTIVE
from nutgraf.errors import Fault, Faulty


class Source(Protocol):
    """Where a list stands."""

    @property
    def shown(self) -> str:
        """The file or database, as people call it; no password in it."""

    def records(self) -> Iterator[Record | Fault]:
        """What stands in it, in order, and what cannot be read of it. Streams.

        Raises Usage where a database does not take the query, TryLater where it is not there.
        """


@dataclass(frozen=True, slots=True)
class Tally:
    """What a list holds: every entry that could be read is one of these.

    `duplicates` are entries of an address that stood before, or that another entry says must not
    be mailed; `statuses` counts those who are not mailed, by why; `elsewhere` are readers of other
    lists, or without the tags.
    """

    readers: int
    duplicates: int
    elsewhere: int
    statuses: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def inactive(self) -> int:
        return sum(self.statuses.values())


class Roll:
    """The readers of one list. Memory is taken for the keys of the addresses alone."""

    def __init__(
        self, name: str, source: Source, choice: Choice, fields: Sequence[str] = ()
    ) -> None:
        self.name = name
        self.source = source
        self._choice = choice
        # The merge fields that nutgraf.yaml names, by the column that they stand in.
        self._fields = {folded_column(one): one for one in fields}
        self._tally: Tally | None = None
        self._gone: frozenset[str] = frozenset()

    @property
    def shown(self) -> str:
        return self.source.shown

    def entries(self) -> Iterator[Entry | tuple[Fault, ...]]:
        """Everything that stands in the list, also who is not mailed, in order. Streams."""
        for record in self.source.records():
            yield (record,) if isinstance(record, Fault) else read_entry(record)

    def examine(self) -> Tally:
        """Looks through all of it: how many readers there are, and every fault.

        Who is inactive in one entry is not mailed for another one. Raises Usage and TryLater.
        """
        faults, statuses = list[Fault](), Counter[str]()
        seen, gone = set[str](), set[str]()
        duplicates = elsewhere = 0
        for entry in self.entries():
            if not isinstance(entry, Entry):
                faults.extend(entry)
            elif not self._choice.is_on_list(entry):
                elsewhere += 1
            elif entry.status != ACTIVE:
                statuses[entry.status] += 1
                gone.add(entry.key)
            elif not self._choice.has_tag(entry):
                elsewhere += 1
            elif (key := entry.key) in seen:
                duplicates += 1
            else:
                seen.add(key)
        both = len(seen & gone)
        self._gone = frozenset(gone)
        self._tally = Tally(
            len(seen) - both, duplicates + both, elsewhere, dict(statuses), tuple(faults)
        )
        return self._tally

    def readers(self) -> Iterator[Reader]:
        """Each reader once, in the list's order. Streams.

        Raises Faulty where anything in the list is wrong: nobody is read of a broken list.
        """
        for entry in self.members():
            if entry.status == ACTIVE:
                yield Reader(entry.address, entry.name, self._merged(entry))

    def members(self) -> Iterator[Entry]:
        """Each address of the list once, also those that are not mailed. Streams; raises Faulty."""
        tally = self._tally or self.examine()
        if tally.faults:
            raise Faulty(tally.faults)
        seen = set[str]()
        for entry in self.entries():
            if not isinstance(entry, Entry):  # the list was changed meanwhile
                raise Faulty(entry)
            key = entry.key
            if key not in seen and self.is_member(entry):
                seen.add(key)
                yield entry

    def is_member(self, entry: Entry) -> bool:
        """Whether the entry speaks for its address here: an inactive one before all others."""
        if not self._choice.is_on_list(entry):
            return False
        if entry.status != ACTIVE:
            return True
        return entry.key not in self._gone and self._choice.has_tag(entry)

    def _merged(self, entry: Entry) -> Mapping[str, str]:
        """The merge fields that nutgraf.yaml names; `name` is one like the others if it does."""
        given = entry.fields
        merged = {ours: given[name] for name, ours in self._fields.items() if name in given}
        if entry.name and NAME in self._fields:
            merged[self._fields[NAME]] = entry.name
        return merged
