"""Whom the sources name, kept on disk: with the same sources and program it is the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from nutgraf.app.kept_files import code_state, keep
from nutgraf.evidence.offered.people import Person, people
from nutgraf.evidence.pack import Pack

FILE = ".nutgraf/people"


@dataclass(frozen=True)
class _Kept:
    key: str
    people: tuple[Person, ...]


def people_kept(root: Path, pack: Pack) -> tuple[Person, ...]:
    """What `people` finds in a pack, from the file below `root` where it is of this pack."""
    path = root / FILE
    key = _key(pack)
    try:
        kept = _decoder().decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        kept = None
    if kept is not None and kept.key == key:
        return kept.people
    found = people(pack)
    keep(path, msgspec.msgpack.encode(_Kept(key, found)))
    return found


def _key(pack: Pack) -> str:
    digest = hashlib.sha256(code_state().encode())
    for one in pack:
        source = one.source
        text = f"{source.id}\0{source.published}\0{source.file.text}\0"
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def _decoder() -> msgspec.msgpack.Decoder[_Kept]:
    return msgspec.msgpack.Decoder(_Kept)
