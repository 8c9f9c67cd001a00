"""A list that is a file, as far as readers that come to it have to know it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from nutgraf.deliver.recipients import Entry, open_list
from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.choice import Choice
from nutgraf.deliver.recipients.columns import LISTS, STATUS, TAGS
from nutgraf.deliver.recipients.editing import ListFile, change_file, editable
from nutgraf.deliver.recipients.entries import Record, Value, parted, read_entry
from nutgraf.deliver.recipients.statuses import ACTIVE
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.workspace.settings import Settings


class Stands(NamedTuple):
    """An entry of the file: its number, its status, and its place for people."""

    number: int
    status: str
    where: str


@dataclass(frozen=True)
class ListInFile:
    """`members` are the entries of this list by the key of their address, `columns` all there are.

    `shared` says that the file holds other lists too, which the column `lists` tells apart.
    """

    name: str
    file: ListFile
    choice: Choice
    members: Mapping[str, Sequence[Stands]]
    columns: frozenset[str]
    shared: bool

    def row(self, values: Row, status: str, tags: Sequence[str]) -> Row:
        """What is written for somebody new."""
        row: dict[str, Value] = {
            name: value for name, value in values.items() if name not in (LISTS, STATUS)
        }
        if tags:
            given = row.get(TAGS, "")
            row[TAGS] = ";".join([*([given] if isinstance(given, str) else given), *tags]).strip(
                ";"
            )
        if status != ACTIVE or STATUS in self.columns:
            row[STATUS] = status
        if self.shared or LISTS in self.columns:
            row[LISTS] = self.name
        return row

    def lacks_tag(self, row: Row) -> bool:
        """Whether the list is chosen by tags, and the row has none of them."""
        return bool(self.choice.tags) and self.choice.tags.isdisjoint(parted(row.get(TAGS, "")))

    def asking_for_tag(self, who: str) -> Usage:
        tags = sorted(self.choice.tags)
        told = f"the list {self.name} is of readers with a tag ({', '.join(tags)}), and {who}"
        return Usage(f"{told} has none of them", f"give one: --tag {tags[0]}")

    def change(self, change: Change) -> None:
        change_file(self.file, change)


def list_in_file(root: Path, settings: Settings, name: str) -> ListInFile:
    """The list with all that stands in its file; one that is not there yet has nobody.

    Raises Usage where the list is in a database, Faulty with every fault of the file.
    """
    roll = open_list(root, settings, name)
    file = editable(name, roll.source)
    choice = Choice.of(name, settings.lists[name].tags)
    members, columns = defaultdict[str, list[Stands]](list), set[str]()
    for number, (record, entry) in enumerate(read_all(file) if file.path.exists() else ()):
        columns.update(record.values)
        if choice.is_on_list(entry):
            where = record.fault("address", "", "").where()
            members[entry.key].append(Stands(number, entry.status, where))
    others = [one for other, one in settings.lists.items() if other != name]
    shared = any(one.file and (root / one.file) == file.path for one in others)
    return ListInFile(name, file, choice, members, frozenset(columns), shared)


def read_all(file: ListFile) -> list[tuple[Record, Entry]]:
    """Everything that stands in a file. Raises Faulty with every fault of it."""
    read, faults = list[tuple[Record, Entry]](), list[Fault]()
    for record in file.records():
        entry = (record,) if isinstance(record, Fault) else read_entry(record)
        if isinstance(entry, Entry):
            assert isinstance(record, Record)
            read.append((record, entry))
        else:
            faults.extend(entry)
    if faults:
        raise Faulty(faults)
    return read
