"""Changes lists that are files: wholly or not at all, and nothing but what was asked."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.deliver.recipients import csv_file, yaml_file
from nutgraf.deliver.recipients.changes import Change, Row
from nutgraf.deliver.recipients.csv_edit import changed_csv
from nutgraf.deliver.recipients.csv_file import CsvFile
from nutgraf.deliver.recipients.entries import Entry, Record, Value, read_entry
from nutgraf.deliver.recipients.roll import Source
from nutgraf.deliver.recipients.yaml_edit import changed_yaml
from nutgraf.deliver.recipients.yaml_file import YamlFile
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import FileText
from nutgraf.workspace.files import write_atomically

ListFile = CsvFile | YamlFile


def editable(name: str, source: Source) -> ListFile:
    """The file of a list. Raises Usage where it is in a database, which has owners of its own."""
    if isinstance(source, (CsvFile, YamlFile)):
        return source
    raise Usage(
        f"the list {name} is a query to {source.shown}, and nutgraf only reads databases",
        "change it there; `nutgraf recipients suppress ADDRESS` keeps somebody from being mailed",
    )


def change_file(file: ListFile, change: Change) -> None:
    """Makes the change, and makes the file if it is not there.

    What was read again from the new text must be what was there and the change, before anything
    is written. Raises Faulty where the file is broken, Usage where it cannot be changed so.
    """
    data = _bytes(file)
    text = data.decode("utf-8-sig", "surrogateescape")
    before = _entries(file, text)
    change = replace(change, added=[_tidy(row, file) for row in change.added])
    changed = changed_csv(text, change) if isinstance(file, CsvFile) else _yaml(file, text, change)
    expected = [
        replace(entry, status=change.statuses.get(number, entry.status))
        for number, entry in enumerate(before)
    ]
    expected += _read([Record(row, _no_place) for row in change.added])
    try:
        is_so = _entries(file, changed) == expected
    except Faulty:
        is_so = False
    if not is_so:
        hint = "change it by hand, then look at it with `nutgraf recipients check`"
        raise Usage(f"{file.shown} cannot be changed without changing more than was asked", hint)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    _write(file, data, mark + changed.encode())


def _tidy(row: Row, file: ListFile) -> Row:
    """The row as it is read again: a cell of a CSV file has no items of its own."""
    tidy = dict[str, Value]()
    for name, value in row.items():
        told = (
            ";".join(value) if isinstance(file, CsvFile) and not isinstance(value, str) else value
        )
        tidy[name] = told.strip(" \t") if isinstance(told, str) else told
    return {name: value for name, value in tidy.items() if value}


def _yaml(file: YamlFile, text: str, change: Change) -> str:
    return changed_yaml(FileText(file.shown, text), change)


def _bytes(file: ListFile) -> bytes:
    try:
        return file.path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Usage(f"{file.shown} cannot be read: {error.strerror}", "look at the file") from None


def _write(file: ListFile, before: bytes, after: bytes) -> None:
    if _bytes(file) != before:
        raise Usage(f"{file.shown} was changed by somebody else meanwhile", "do it again")
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file.path, after)
    except OSError as error:
        told = f"{file.shown} cannot be written: {error.strerror}"
        raise Usage(told, "nothing of it was changed") from None


def _entries(file: ListFile, text: str) -> list[Entry]:
    if isinstance(file, CsvFile):
        stream = io.StringIO(text, newline="")
        return _read(list(csv_file.records_of(file.shown, stream)))
    return _read(list(yaml_file.records_of(FileText(file.shown, text))))


def _read(records: Sequence[Record | Fault]) -> list[Entry]:
    """The entries. Raises Faulty with every fault of them."""
    entries, faults = list[Entry](), list[Fault]()
    for record in records:
        entry = (record,) if isinstance(record, Fault) else read_entry(record)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            faults.extend(entry)
    if faults:
        raise Faulty(faults)
    return entries


def _no_place(column: str, message: str, hint: str) -> Fault:
    return Fault(column, message, hint)
