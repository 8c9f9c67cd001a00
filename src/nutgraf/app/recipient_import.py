"""A file of readers comes to a list: who is new, and who must not be mailed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.app.recipient_files import ListInFile, list_in_file, read_all
from nutgraf.app.suppressions import suppressions
from nutgraf.deliver.readers import folded
from nutgraf.deliver.recipients import Entry
from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.entries import Record
from nutgraf.deliver.recipients.opening import open_file
from nutgraf.deliver.recipients.statuses import ACTIVE
from nutgraf.workspace.settings import Settings


@dataclass
class Import:
    """What a file brings to a list, by address.

    `new` are readers that the list gets; `inactive` come with the status that they have, so that
    they are not taken for new another time; `ended` are readers of the list whom the file says not
    to mail. `left` stand on the list already and are not mailed there, although the file would;
    `suppressed` do not come, and neither do those that are `known` or of other lists.
    """

    into: ListInFile
    new: list[str] = field(default_factory=list)
    inactive: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    suppressed: list[str] = field(default_factory=list)
    known: int = 0
    duplicates: int = 0
    elsewhere: int = 0
    rows: list[Row] = field(default_factory=list)
    statuses: dict[int, str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        return bool(self.rows or self.statuses)

    def carry_out(self) -> None:
        """Writes it into the list's file, wholly or not at all."""
        self.into.change(Change(self.rows, self.statuses))


def plan(root: Path, settings: Settings, path: Path, into: str, tags: Sequence[str] = ()) -> Import:
    """What the file at `path` brings to the list; nothing is written.

    `tags` are given to all that are new. Raises Faulty with every fault of the file or of the
    list, Usage where the list is in a database or is of tags that somebody new has not.
    """
    list_file = list_in_file(root, settings, into)
    # It may come from anywhere, also through a symbolic link.
    entries = read_all(open_file(path.resolve().parent, Path(path.resolve().name)))
    gone = {folded(one.address) for one in suppressions(root, settings)}
    found = Import(list_file)
    ended = _ended(list_file, entries)
    seen = set[str]()
    for record, entry in entries:
        if not list_file.choice.is_on_list(entry):
            found.elsewhere += 1
        elif entry.key in seen:
            found.duplicates += 1
        elif entry.key in gone:
            seen.add(entry.key)
            found.suppressed.append(entry.address)
        else:
            seen.add(entry.key)
            _sort(found, record, entry, ended.get(entry.key, ACTIVE), tags)
    lacking = [row for row in found.rows if list_file.lacks_tag(row)]
    if lacking:
        raise list_file.asking_for_tag(f"{lacking[0]['address']} of {path.name}")
    return found


def _ended(into: ListInFile, entries: Sequence[tuple[Record, Entry]]) -> Mapping[str, str]:
    """Whom the file says not to mail in any of its lines, and why."""
    return {
        entry.key: entry.status
        for _, entry in entries
        if entry.status != ACTIVE and into.choice.is_on_list(entry)
    }


def _sort(found: Import, record: Record, entry: Entry, status: str, tags: Sequence[str]) -> None:
    """Puts one address of the file where it belongs."""
    there = found.into.members.get(entry.key, ())
    mailed = bool(there) and all(one.status == ACTIVE for one in there)
    if mailed and status != ACTIVE:
        found.ended.append(entry.address)
        found.statuses.update((one.number, status) for one in there)
    elif there and not mailed and status == ACTIVE:
        found.left.append(entry.address)
    elif there:
        found.known += 1
    else:
        (found.new if status == ACTIVE else found.inactive).append(entry.address)
        found.rows.append(found.into.row(record.values, status, tags))
