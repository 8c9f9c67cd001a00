"""One reader comes to a list, by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from nutgraf.app.recipient_files import ListInFile, list_in_file
from nutgraf.app.suppressions import one_address, suppression
from nutgraf.deliver.readers import folded
from nutgraf.deliver.recipients.changes import Change
from nutgraf.deliver.recipients.columns import ADDRESS, KNOWN, NAME, folded_column
from nutgraf.deliver.recipients.entries import Entry, Record, Value, read_entry
from nutgraf.deliver.recipients.statuses import ACTIVE
from nutgraf.errors import Fault, Usage
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.settings import Settings


def add(
    root: Path,
    settings: Settings,
    to: str,
    address: str,
    *,
    name: str = "",
    tags: Sequence[str] = (),
    fields: Mapping[str, str] | None = None,
) -> str:
    """Adds a reader to the end of a list; the file that it stands in.

    Raises Usage where the reader is on the list already or must not be mailed, where a field is
    none that there is, and where the list is in a database; Faulty where it is broken.
    """
    written = one_address(address)
    into = list_in_file(root, settings, to)
    _refuse_known(root, settings, into, written)
    given: dict[str, Value] = {ADDRESS: written, NAME: name}
    for field, value in (fields or {}).items():
        given[_column(settings, into, field)] = value
    row = into.row(given, ACTIVE, tags)
    entry = read_entry(Record(row, Fault))
    if not isinstance(entry, Entry):
        raise Usage(entry[0].message, entry[0].hint)
    if into.lacks_tag(row):
        raise into.asking_for_tag(written)
    into.change(Change([row]))
    return into.file.shown


def _refuse_known(root: Path, settings: Settings, into: ListInFile, address: str) -> None:
    barred = suppression(root, settings, address)
    if barred is not None:
        told = f"{address} is suppressed since {barred.at:%Y-%m-%d}: {barred.reason}"
        raise Usage(told, f"if they asked to be mailed again: nutgraf recipients allow {address}")
    there = into.members.get(folded(address), ())
    for one in there:
        if one.status != ACTIVE:
            told = f"{address} is on the list {into.name} already, and {one.status}"
            raise Usage(told, f"if they asked to be mailed again, change the status: {one.where}")
    for one in there:
        told = f"{address} is on the list {into.name} already"
        raise Usage(told, f"change what is said of them there: {one.where}")


def _column(settings: Settings, into: ListInFile, field: str) -> str:
    """The column of a merge field that is given by hand: a slip would make a new one."""
    column = folded_column(field)
    known = {folded_column(one) for one in settings.fields} | into.columns - set(KNOWN)
    if column in KNOWN:
        raise Usage(f"{column} is no merge field", "see `nutgraf recipients add --help`")
    if column not in known:
        near = nearest(column, known)
        hint = (
            f"did you mean {near}?" if near else f"name it below `fields` in nutgraf.yaml: {column}"
        )
        raise Usage(f"there is no merge field “{field}”", hint)
    return column
