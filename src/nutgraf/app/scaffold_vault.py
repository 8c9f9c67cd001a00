"""A workspace in an Obsidian vault: beside what is there, of which nothing is touched."""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from nutgraf.errors import Usage
from nutgraf.workspace.files import SETTINGS_FILE

# What a vault has of its own; a second one would only be in the way.
_NOT_THERE: Final = frozenset(["README.md"])
_MADE_LATER: Final = ("build",)


def beside(files: Mapping[str, bytes], target: Path, shown: Path) -> Mapping[str, bytes]:
    """The files of a first workspace that come into the vault `target`.

    Raises Usage, before anything is written, where it is no folder or has a folder that would be
    ours: two uses of one folder are told apart by nobody.
    """
    if not target.is_dir():
        raise Usage(f"there is no vault {shown}", "name the folder that Obsidian opens as a vault")
    if (target / SETTINGS_FILE).exists():
        raise Usage(
            f"{shown} holds a workspace already",
            "change into it and run `nutgraf doctor`, or name another vault",
        )
    ours = {path.partition("/")[0] for path in files} | set(_MADE_LATER)
    ours = {name for name in ours if not name.startswith(".")} - _NOT_THERE
    folded = {_folded(name): name for name in ours}
    taken = sorted(path.name for path in target.iterdir() if _folded(path.name) in folded)
    if taken:
        names = ", ".join(f"{name}/" for name in taken)
        raise Usage(
            f"{shown} has its own {names}, where a workspace has one, too",
            "a folder of its own in the vault keeps them apart: nutgraf init "
            f"{shlex.quote(str(shown / 'Newsletter'))}",
        )
    return {path: data for path, data in files.items() if path not in _NOT_THERE}


def _folded(name: str) -> str:
    """As disks that tell no case apart, and write accents apart, see a name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
