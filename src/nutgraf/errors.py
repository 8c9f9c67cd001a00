"""What can go wrong, as one small tree.

    NutgrafError             everything that nutgraf raises on purpose
    ├── Faulty               one or more faults in files, each with its place  (exit status 2)
    ├── Usage                the arguments do not fit the workspace            (exit status 2)
    │   └── Stopped          what was asked was begun and must not go on       (exit status 2)
    └── TryLater             a server is down or busy, and nothing is lost     (exit status 75)

A `Fault` is a value: code that reads files gathers faults and raises them together, so that an
editor sees every one of them in a single run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


class NutgrafError(Exception):
    """The root of the tree."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file.

    `path` is as the user would type it from the workspace's root (POSIX slashes); `line` and
    `column` are 1-based, in code points, or None where the whole file is meant. `message` says
    what is wrong and names the value; `hint` is the next step. A `warning` does not stop the work.
    """

    path: str
    message: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    level: Literal["error", "warning"] = "error"

    def where(self) -> str:
        """`path:line:column`, as far as it is known."""
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        told = f"{self.where()}: {self.message}"
        return f"{told}\n  {self.hint}" if self.hint else told


class Faulty(NutgrafError):
    """Files of the workspace are wrong; `faults` holds every one that was found, in file order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=_reading_order))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Usage(NutgrafError):
    """The arguments do not fit: a brief that is not there, a folder that is no workspace."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}\n  {hint}" if hint else message)


class Stopped(Usage):
    """Sending cannot go on as things are: a wrong password, a relay that will not have us."""


class TryLater(NutgrafError):
    """Something that passes by itself: a relay that is down, a database that is not there."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}\n  {hint}" if hint else message)


def _reading_order(fault: Fault) -> tuple[str, int, int, str]:
    return (fault.path, fault.line or 0, fault.column or 0, fault.message)
