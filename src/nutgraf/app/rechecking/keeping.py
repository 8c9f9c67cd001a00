"""What is kept of looks: a file beside the capture for what was another, and when it was asked.

The files are the record and stay. When a page that had not changed was last asked for, and with
which ETag to ask it again, is only kept below `.nutgraf/`: without that, a page is fetched anew.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec

from nutgraf.app.kept_files import keep
from nutgraf.app.scaffold_names import yaml_text
from nutgraf.errors import Usage
from nutgraf.model import Look, LookOutcome, Source
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import workspace_name, write_atomically
from nutgraf.workspace.looks import path_of, read_look

_FOLDER = ".nutgraf/looks"


class Asked(msgspec.Struct, frozen=True):
    """The last time that a page was seen: when, at which address, and what to ask it with."""

    when: datetime
    url: str
    etag: str = ""
    modified: str = ""
    look: str = ""
    """The path of the look that held then, or nothing where the page was as captured."""


def asked(root: Path, source: Source) -> Asked | None:
    """The last time that the page of a source was seen, as far as it is known."""
    try:
        return _decoder().decode(_path(root, source).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None


def keep_asked(root: Path, source: Source, one: Asked) -> None:
    """Remembers that the page was seen."""
    keep(_path(root, source), msgspec.msgpack.encode(one))


def _path(root: Path, source: Source) -> Path:
    name = hashlib.sha256(f"{source.file.path}\0{source.body}".encode()).hexdigest()[:24]
    return root / _FOLDER / f"{name}.msgpack"


@cache
def _decoder() -> msgspec.msgpack.Decoder[Asked]:
    return msgspec.msgpack.Decoder(Asked)


def keep_look(
    root: Path,
    source: Source,
    when: datetime,
    outcome: LookOutcome,
    *,
    text: str = "",
    title: str = "",
    url: str = "",
    reason: str = "",
    etag: str = "",
    modified: str = "",
) -> Look:
    """Writes a look beside the capture, whole or not at all; nothing that is there is changed.

    Raises Usage where the folder cannot be written, and Faulty where it leads out of the workspace.
    """
    when = when.astimezone(UTC).replace(microsecond=0)
    told = {
        "looked": f"{when:%Y-%m-%dT%H:%M:%SZ}",
        "outcome": outcome,
        "url": yaml_text(url),
        "reason": yaml_text(reason),
        "title": yaml_text(title),
        "etag": yaml_text(etag),
        "modified": yaml_text(modified),
        "sha256": body_hash(text) if text else "",
    }
    empty = ("", '""')
    lines = "".join(f"{key}: {value}\n" for key, value in told.items() if value not in empty)
    body = f"{text.rstrip()}\n" if text.strip() else ""
    path = _free(root, source, when)
    try:
        path.parent.mkdir(exist_ok=True)
        workspace_name(root, path)
        write_atomically(path, f"---\n{lines}---\n{body}".encode("utf-8", "replace"))
    except OSError as error:
        name = path.relative_to(root).as_posix()
        raise Usage(f"{name} cannot be written: {error.strerror}", "is the disk full?") from None
    return read_look(root, source.id, path)


def _free(root: Path, source: Source, when: datetime) -> Path:
    """A path of which no file is there yet: two looks may fall into one second."""
    path = root / path_of(source.file.path, when)
    number = 2
    while path.exists():
        path = path.with_name(f"{path.stem.partition('-again-')[0]}-again-{number}{path.suffix}")
        number += 1
    return path
