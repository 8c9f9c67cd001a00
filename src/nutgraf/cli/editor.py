"""The editor of the person, opened at a line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from nutgraf.errors import Usage

_KNOWN = ("sensible-editor", "editor", "nano", "vim", "vi", "notepad")
_GOTO = frozenset({"code", "code-insiders", "codium", "cursor", "windsurf"})
_WITH_COLON = frozenset({"subl", "sublime_text", "zed", "hx", "helix", "mate", "atom"})
_WAITS = frozenset({"subl", "sublime_text", "zed", "mate", "atom"})


def edit(path: Path, line: int, column: int) -> None:
    """Opens a file at a line in $VISUAL or $EDITOR, and waits until it is closed. Raises Usage."""
    command = command_for(_editor(), path, line, column)
    try:
        done = subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
    except OSError as error:
        hint = "say which in $VISUAL or $EDITOR"
        raise Usage(f"the editor {command[0]} cannot be run: {error.strerror}", hint) from None
    if done.returncode:
        raise Usage(f"the editor ended with status {done.returncode}", "look whether it has saved")


def _editor() -> list[str]:
    stated = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if stated and stated.strip():
        return shlex.split(stated)
    found = next((name for name in _KNOWN if shutil.which(name)), None)
    if found is None:
        raise Usage("no editor is known", "say which in $VISUAL or $EDITOR")
    return [found]


def command_for(editor: list[str], path: Path, line: int, column: int) -> list[str]:
    """The command that opens a file at a line, in the way that the editor understands."""
    name = Path(editor[0]).stem
    if name in _GOTO:
        wait = [] if "--wait" in editor or "-w" in editor else ["--wait"]
        return [*editor, *wait, "--goto", f"{path}:{line}:{column}"]
    if name in _WITH_COLON:
        wait = ["--wait"] if name in _WAITS and "--wait" not in editor else []
        return [*editor, *wait, f"{path}:{line}:{column}"]
    if name == "notepad":
        return [*editor, str(path)]
    return [*editor, f"+{line}", str(path)]
