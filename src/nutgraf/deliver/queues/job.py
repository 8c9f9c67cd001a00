"""What a machine is to do every few minutes, however it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nutgraf.errors import Usage
from nutgraf.workspace.shapes import CONTROL

SEND = ("send", "--due")


@dataclass(frozen=True)
class Job:
    """`nutgraf send --due` in one workspace, every so many minutes.

    `program` is nutgraf as it is started, by absolute paths; `git`, if it is named, pulls first.
    """

    publication: str
    root: Path
    program: Sequence[str]
    every: int = 5
    git: str | None = None

    def __post_init__(self) -> None:
        for text in (str(self.root), *self.program, self.git or ""):
            if CONTROL.search(text):
                hint = "give the folder another name"
                raise Usage(f"{text!r} holds a line break or a control character", hint)

    @property
    def send(self) -> tuple[str, ...]:
        return (*self.program, *SEND)

    @property
    def pull(self) -> tuple[str, ...]:
        """Only forward: a pull that would have to merge is for a person."""
        return (self.git, "pull", "--quiet", "--ff-only") if self.git else ()
