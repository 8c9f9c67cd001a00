"""Checks many briefs at once, in as many processes as there are processors.

Each process keeps what it finds on disk, as a check by itself does, so that whoever asks for the
briefs afterwards, in whatever order, finds every one checked. Where a process cannot be started
or dies, nothing is lost but time.
"""

# ruff: noqa: PLC0415 - one brief is checked without any of this

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.app.check_cache import FOLDER

if TYPE_CHECKING:
    from nutgraf.app.check import Shelf
    from nutgraf.workspace.loading import Workspace

FEWEST = 8
"""Briefs; for fewer, starting processes takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is the same for every brief of a check."""

    root: Path
    select: Collection[str]
    ignore: Collection[str]


def check_together(asked: Asked, paths: Sequence[str]) -> None:
    """Check the notes at those paths and keep what was found; nothing where it does not pay.

    After Ctrl-C each process finishes the brief that it is at, and no other.
    """
    count = min(os.cpu_count() or 1, len(paths) // 2)
    if len(paths) < FEWEST or count < 2 or not _can_keep(asked.root):
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with (
        suppress(BrokenProcessPool, OSError, ImportError, NotImplementedError),
        ProcessPoolExecutor(count, get_context("spawn"), _begin, (asked,)) as pool,
    ):
        with _deaf():
            done = pool.map(_check_one, paths)
        for _ in done:
            pass


def _can_keep(root: Path) -> bool:
    with suppress(OSError):
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
    return os.access(root / FOLDER, os.W_OK)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C: the one that started them does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# --- in a process of the pool --------------------------------------------------------------------

_ASKED: list[Asked] = []


def _begin(asked: Asked) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from nutgraf.app.kept_compiled import keep_compiled

    keep_compiled()
    _ASKED.append(asked)


@cache
def _opened() -> tuple[Workspace, Shelf]:
    """The workspace and its sources, opened once in each process."""
    from nutgraf.app.check import Shelf
    from nutgraf.workspace.loading import open_workspace

    root = _ASKED[-1].root
    return open_workspace(root), Shelf(root)


def _check_one(path: str) -> None:
    from nutgraf.app.check import check_entry

    workspace, shelf = _opened()
    entry = workspace.entry(path)
    if entry is not None:
        asked = _ASKED[-1]
        check_entry(workspace, entry, shelf, select=asked.select, ignore=asked.ignore)
