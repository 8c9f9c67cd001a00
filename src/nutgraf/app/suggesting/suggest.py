"""What the pack of a brief holds and the brief does not use, the most valuable first.

What was found is kept on disk, and what reads and compares is loaded only where something has
changed.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from nutgraf.app.check import Shelf, check_entry
from nutgraf.app.check_cache import state_of
from nutgraf.app.checked import Checked
from nutgraf.app.kept_files import keep
from nutgraf.model import Brief, Suggestion
from nutgraf.workspace.loading import Entry, Workspace

FOLDER = ".nutgraf/suggestions"


@dataclass(frozen=True)
class Suggested:
    """A brief, and what it might take in, the most valuable first."""

    brief: Brief
    suggestions: tuple[Suggestion, ...]


def suggest(workspace: Workspace, entry: Entry) -> Suggested:
    """What the pack of a brief holds and the brief does not say in any words.

    Nothing of the workspace is written. What an editor let stand with a stet is not suggested.
    Raises Faulty where the brief is wrong.
    """
    shelf = Shelf(workspace.root)
    checked = check_entry(workspace, entry, shelf)
    name = hashlib.sha256(checked.brief.path.encode()).hexdigest()[:16]
    path = workspace.root / FOLDER / f"{name}.msgpack"
    key = _state(workspace, checked)
    found = _kept(path, key)
    if found is None:
        from nutgraf.app.suggesting.looking import suggestions

        found = suggestions(workspace, checked, shelf)
        keep(path, msgspec.msgpack.encode((key, found)))
    return Suggested(checked.brief, found)


def _state(workspace: Workspace, checked: Checked) -> str:
    """All that the suggestions for a brief depend on."""
    form = workspace.styles.format(checked.brief.format)
    found = [(one.fingerprint, one.rule, one.stet is not None) for one in checked.findings]
    return state_of(checked.brief, f"suggestions\0{found!r}\0{form!r}")


def _kept(path: Path, key: str) -> tuple[Suggestion, ...] | None:
    try:
        known, found = _decoder().decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None
    return found if known == key else None


@cache
def _decoder() -> msgspec.msgpack.Decoder[tuple[str, tuple[Suggestion, ...]]]:
    return msgspec.msgpack.Decoder(tuple[str, tuple[Suggestion, ...]])
