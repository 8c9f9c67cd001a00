"""Files that keep what was worked out once, below `.nutgraf/` in the workspace."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from nutgraf import __version__


@cache
def code_state() -> str:
    """The version, and size and time of every file of the program: with the code keys change."""
    package = Path(__file__).parents[1]
    stats = [path.stat() for path in sorted(package.rglob("*")) if path.suffix in (".py", ".txt")]
    told = "".join(f"{stat.st_size},{stat.st_mtime_ns};" for stat in stats)
    return f"{__version__} {hashlib.sha256(told.encode()).hexdigest()}"


def keep(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, so that two processes may work at once.

    A workspace on a disk that is full or may not be written is worked on all the same.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
