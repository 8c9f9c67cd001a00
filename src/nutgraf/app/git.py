"""What git knows of a workspace: who works there, and what is not committed yet."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from nutgraf.errors import Usage
from nutgraf.workspace.shapes import one_line

_PATIENCE = 20  # seconds


def person(root: Path, named: str | None = None, *, option: str = "--by") -> str:
    """Who gives their word: `named` (by that option), or else git's user as `Name <address>`.

    Raises Usage where nobody is known, and for a name that does not stand on one line.
    """
    if named is not None:
        wrong = one_line(named)
        if wrong is not None or not named.strip():
            raise Usage(
                "the name of who gives their word is no name", f"write {option} 'Ines Varga'"
            )
        return named.strip()
    name, address = (_ask(root, "config", "--get", f"user.{key}") for key in ("name", "email"))
    if not name:
        hint = f"say it: {option} 'Ines Varga'; or let git know: git config user.name 'Ines Varga'"
        raise Usage("git does not know who you are", hint)
    return f"{name.strip()} <{address.strip()}>" if address else name.strip()


def first_author(root: Path, path: str) -> str | None:
    """Who put a file into git, as `Name <address>`; None where git does not keep it."""
    said = _ask(root, "log", "--diff-filter=A", "--format=%aN <%aE>", "--", path)
    lines = (said or "").splitlines()
    return lines[-1] if lines else None


def merges_by_union(root: Path, path: str) -> bool | None:
    """Whether git keeps both sides' lines when it merges a file; None where there is no git."""
    said = _ask(root, "check-attr", "-z", "merge", "--", path)
    return said.split("\0")[2] == "union" if said else None


def uncommitted(root: Path, paths: Iterable[str]) -> tuple[str, ...] | None:
    """Those of the files that git has not, or has otherwise; None where git keeps none of them."""
    # What is ignored is no business of git's, and would be refused.
    said = _ask(root, "status", "--porcelain", "-z", "--no-renames", "-uall", "--", *paths)
    top = _ask(root, "rev-parse", "--show-prefix")
    if said is None or top is None:
        return None
    found = (entry[3:] for entry in said.split("\0") if entry)
    return tuple(sorted(path.removeprefix(top.strip()) for path in found))


def _ask(root: Path, *arguments: str) -> str | None:
    """What git answers; None where it says no, or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; paths stand behind --
            ["git", "--literal-pathspecs", *arguments],  # noqa: S607 - the user's own git
            cwd=root,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
