"""What is wrong with a line or a timer that is to send what is due of a workspace."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from nutgraf.deliver.queues.job import SEND


@dataclass(frozen=True)
class Remark:
    """One thing to say of it, and the next step; `ok` where it is as it has to be."""

    state: Literal["ok", "warning", "error"]
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Scheduled:
    """A line or a timer that sends what is due of this workspace."""

    where: str
    remarks: tuple[Remark, ...]


class Gaps(NamedTuple):
    """The shortest and the longest time between two looks."""

    shortest: timedelta
    longest: timedelta


def gaps_between(moments: Sequence[datetime]) -> Gaps | None:
    """Those of moments in their order; None where there are fewer than two."""
    found = [late - early for early, late in pairwise(moments)]
    return Gaps(min(found), max(found)) if found else None


def sends_due(arguments: Iterable[str]) -> bool:
    """Whether the words of a command ask for `send --due`."""
    return set(SEND) <= set(arguments)


def same_folder(name: str, root: Path) -> bool:
    """Whether a folder as it is written somewhere is the workspace, or lies in it."""
    try:
        there = Path(name).expanduser().resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    return there.is_relative_to(root.resolve())


def program_remark(program: str, path: str, *, folder: Path | None = None) -> Remark:
    """Whether the program is there.

    `path` is where a bare name is looked up, `folder` what a relative path starts from, if it may
    be one.
    """
    whole = "write the whole path of the program"
    if "/" not in program:
        found = shutil.which(program, path=path)
        if found is None:
            return Remark("error", f"{program} is not found: only {path} is looked through", whole)
        return Remark("ok", f"it starts {found}")
    if not Path(program).is_absolute() and folder is None:
        return Remark("error", f"{program} is no whole path", whole)
    started = (folder or Path()) / program
    if not started.is_file() or not os.access(started, os.X_OK):
        message = f"{program} is not there, or cannot be started"
        return Remark("error", message, "nutgraf was moved or removed: print the lines anew")
    return Remark("ok", f"it starts {program}")


def gaps_remark(gaps: Gaps, lateness: timedelta) -> Remark:
    """Whether it looks often enough that no brief is late before it is looked at."""
    late = f"a brief is late after {shown(lateness)}"
    if gaps.longest < lateness:
        return Remark("ok", f"it looks every {shown(gaps.longest)}; {late}")
    hint = "let it run more often, or set due.lateness in nutgraf.yaml to more"
    if gaps.shortest >= lateness:
        return Remark("error", f"it looks every {shown(gaps.shortest)} only; {late}", hint)
    message = f"there are times of {shown(gaps.longest)} in which it does not look; {late}"
    return Remark("warning", message, hint)


def shown(length: timedelta) -> str:
    """`5 minutes`, `1 hour`, `2 days`."""
    seconds = round(length.total_seconds())
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size and seconds % size == 0:
            count = seconds // size
            return f"{count} {name}{'s' * (count != 1)}"
    return f"{seconds} second{'s' * (seconds != 1)}"
