"""How lists of readers stand, and what is handed on of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.app.suppressions import suppressions
from nutgraf.deliver.readers import Reader, folded
from nutgraf.deliver.recipients import Entry, Tally, list_of, open_list
from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.columns import ADDRESS, LISTS, NAME, STATUS, TAGS
from nutgraf.deliver.recipients.csv_edit import changed_csv
from nutgraf.deliver.recipients.opening import open_file
from nutgraf.deliver.recipients.statuses import ACTIVE, SUPPRESSED
from nutgraf.deliver.recipients.yaml_edit import changed_yaml
from nutgraf.deliver.recipients.yaml_file import YamlFile
from nutgraf.errors import Usage
from nutgraf.model import FileText
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.settings import Settings


@dataclass(frozen=True)
class Standing:
    """A list, where it stands, what it holds, and how many of its readers are suppressed."""

    name: str
    shown: str
    tally: Tally
    suppressed: int

    @property
    def mailed(self) -> int:
        return self.tally.readers - self.suppressed


def names(settings: Settings, named: str | None) -> Sequence[str]:
    """The list of that name, or all of nutgraf.yaml. Raises Usage where there is none."""
    if named is not None or not settings.lists:
        return [list_of(settings, named)]
    return list(settings.lists)


def standing(root: Path, settings: Settings, name: str) -> Standing:
    """How a list stands. Raises Usage and TryLater where it cannot be looked at."""
    roll = open_list(root, settings, name)
    tally = roll.examine()
    suppressed = 0
    if not tally.faults and (gone := _suppressed(root, settings)):
        suppressed = sum(reader.key in gone for reader in roll.readers())
    return Standing(name, roll.shown, tally, suppressed)


def mailed(root: Path, settings: Settings, name: str) -> Iterator[Reader]:
    """Who a brief to the list would go to. Streams; raises Faulty where the list is broken."""
    gone = _suppressed(root, settings)
    for reader in open_list(root, settings, name).readers():
        if reader.key not in gone:
            yield reader


def export(
    root: Path, settings: Settings, name: str, to: Path, *, mailed_only: bool, again: bool
) -> int:
    """Writes the list into a new file, each address once; how many there are.

    Who is suppressed has that as the status, so that no program that the file is handed to mails
    them. `again` writes over a file that is there; `mailed_only` leaves out all who are not mailed.
    """
    source = open_file(Path(), to)
    if to.exists() and not again:
        raise Usage(f"{to} is there already", "name another file, or write over it with --force")
    gone = _suppressed(root, settings)
    rows = [
        _row(replace(entry, status=SUPPRESSED) if entry.key in gone else entry)
        for entry in open_list(root, settings, name).members()
        if not mailed_only or (entry.status == ACTIVE and entry.key not in gone)
    ]
    change = Change(rows)
    text = (
        changed_yaml(FileText(source.shown, ""), change)
        if isinstance(source, YamlFile)
        else changed_csv("", change)
    )
    try:
        write_atomically(to, text.encode())
    except OSError as error:
        raise Usage(f"{to} cannot be written: {error.strerror}", "name another file") from None
    return len(rows)


def _row(entry: Entry) -> Row:
    known = {ADDRESS: entry.address, NAME: entry.name, STATUS: entry.status}
    return {**known, LISTS: entry.lists, TAGS: entry.tags, **entry.fields}


def _suppressed(root: Path, settings: Settings) -> frozenset[str]:
    return frozenset(folded(one.address) for one in suppressions(root, settings))
