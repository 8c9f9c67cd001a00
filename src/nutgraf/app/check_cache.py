"""What a check came to, kept on disk: nothing is read again while nothing has changed.

The key is everything that a check depends on: the words of the brief and of all that it embeds,
its pack, the settings, which rules were asked for, and the program itself. What stets stood by is
kept over all of these changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from nutgraf.app.kept_files import code_state, keep
from nutgraf.model import Brief, Claim, Finding, Matter, Origin, StoodBy

FOLDER = ".nutgraf/checks"


@dataclass(frozen=True)
class Kept:
    """The findings and claims of one check, what its stets let stand, the origins of its pack.

    `matters` are what wants a person.
    """

    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    stood: dict[str, StoodBy]
    origins: tuple[Origin, ...] = ()
    matters: tuple[Matter, ...] = ()


def kept(root: Path, brief: Brief, asked: str, check: Callable[[dict[str, StoodBy]], Kept]) -> Kept:
    """The result of `check`, from the folder where it is kept.

    `asked` tells whatever else the check depends on; `check` is given what stets stood by the last
    time. One file a brief, written to a temporary file and renamed; a damaged one is made anew.
    """
    key = state_of(brief, asked)
    found = _stored(root, brief)
    if found is not None and found[0] == key:
        return found[1]
    result = check(found[1].stood if found is not None else {})
    keep(_path(root, brief), msgspec.msgpack.encode((key, result)))
    return result


def known(root: Path, brief: Brief, asked: str) -> Kept | None:
    """The result of that check, where it is there, so that nothing has to be read."""
    found = _stored(root, brief)
    return found[1] if found is not None and found[0] == state_of(brief, asked) else None


def _stored(root: Path, brief: Brief) -> tuple[str, Kept] | None:
    """What was found at the last check, and the key of it."""
    try:
        return _decoder().decode(_path(root, brief).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None


def _path(root: Path, brief: Brief) -> Path:
    name = hashlib.sha256(brief.path.encode()).hexdigest()[:16]
    return root / FOLDER / f"{name}.msgpack"


def state_of(brief: Brief, asked: str) -> str:
    """A hash of the program, of the words of a brief and its pack, and of `asked`."""
    digest = hashlib.sha256(f"{asked}\0{code_state()}\0{brief.sources}".encode())
    for file in (brief.file, *brief.embedded, *(source.file for source in brief.pack)):
        digest.update(f"\0{file.path}\0".encode())
        digest.update(file.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def _decoder() -> msgspec.msgpack.Decoder[tuple[str, Kept]]:
    return msgspec.msgpack.Decoder(tuple[str, Kept])
