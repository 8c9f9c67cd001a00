"""The corrections of a workspace: one record a line, so that two editors' files merge."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from nutgraf.desk.record_lines import holds_no_record, quoted, read_line
from nutgraf.errors import Fault, Faulty
from nutgraf.model import Correction, FileText, Gravity
from nutgraf.workspace.files import NOTE_LIMIT, read_text, write_atomically

FILE = "briefs/corrections.yaml"
_HEAD = "# What was corrected, a record a line; `nutgraf correct` writes it.\n"
_KEYS = ("id", "opened", "by", "severity", "said", "said_on", "right", "briefs")


class _Record(msgspec.Struct, forbid_unknown_fields=True):
    id: Annotated[str, msgspec.Meta(min_length=1)]
    opened: datetime
    by: str
    severity: Gravity
    said: Annotated[str, msgspec.Meta(min_length=1)]
    said_on: date
    right: Annotated[str, msgspec.Meta(min_length=1)]
    briefs: Annotated[list[str], msgspec.Meta(min_length=1)]


def correction(
    *,
    opened: datetime,
    by: str,
    severity: Gravity,
    said: str,
    said_on: date,
    right: str,
    briefs: Sequence[str],
) -> Correction:
    """A new correction; its id is the day, and what tells it from others of that day."""
    told = hashlib.sha256(f"{opened.isoformat()}\0{said}\0{right}".encode()).hexdigest()[:4]
    name = f"{opened:%Y-%m-%d}-{told}"
    return Correction(name, opened, by, severity, said, said_on, right, tuple(briefs))


def read_corrections(root: Path) -> tuple[Correction, ...]:
    """All of them, in the order of the file, each once; none where there is no file.

    Raises Faulty, with the line, where a record cannot be read.
    """
    path = root / FILE
    if not path.is_file():
        return ()
    file = read_text(root, path, limit=NOTE_LIMIT)
    found: dict[str, Correction] = {}
    faults: list[Fault] = []
    for number, line in enumerate(file.text.split("\n"), 1):
        if holds_no_record(line):
            continue
        try:
            one = _read(line)
        except (msgspec.ValidationError, ValueError) as error:
            faults.append(_fault(file, number, str(error).splitlines()[0]))
            continue
        found.setdefault(one.id, one)
    if faults:
        raise Faulty(faults)
    return tuple(found.values())


def keep_correction(root: Path, one: Correction) -> None:
    """Writes one more line; what stands in the file stays as it is."""
    path = root / FILE
    before = read_text(root, path, limit=NOTE_LIMIT).text if path.is_file() else _HEAD
    if before and not before.endswith("\n"):
        before += "\n"
    path.parent.mkdir(exist_ok=True)
    write_atomically(path, (before + _line(one)).encode())


def _read(line: str) -> Correction:
    record = msgspec.convert(read_line(line), _Record, strict=False)
    if record.opened.tzinfo is None:
        raise ValueError("the time has no zone: 2026-02-20T17:00:00-05:00")
    fields = {key: getattr(record, key) for key in _KEYS}
    return Correction(**{**fields, "briefs": tuple(record.briefs)})


def _line(one: Correction) -> str:
    told = {
        "id": quoted(one.id),
        "opened": quoted(one.opened.isoformat(timespec="seconds")),
        "by": quoted(one.by),
        "severity": quoted(one.severity),
        "said": quoted(one.said),
        "said_on": quoted(one.said_on.isoformat()),
        "right": quoted(one.right),
        "briefs": f"[{', '.join(map(quoted, one.briefs))}]",
    }
    return f"- {{{', '.join(f'{key}: {value}' for key, value in told.items())}}}\n"


def _fault(file: FileText, number: int, message: str) -> Fault:
    hint = "each line is one record; mend it, or strike the line (git has it)"
    return Fault(file.path, f"this is no correction: {message}", hint, line=number)
