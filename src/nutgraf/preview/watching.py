"""Watches the files of a workspace, and has what changed read again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, awatch

from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.loading import FOLDERS

WATCHED = (*FOLDERS, "templates")
# Milliseconds: what a burst may last at most, and the quiet after which it is over.
BURST, QUIET = 200, 8
_STOPS = 250  # milliseconds within which the watcher sees that it is to stop


async def watch(root: Path, changed: Callable[[set[str]], None], stop: asyncio.Event) -> None:
    """Calls `changed` with the paths (from `root`) that were written, moved or removed.

    Folders that come and go are followed. Ends when `stop` is set.
    """
    again = asyncio.Event()
    outer = asyncio.create_task(_watch_root(root, changed, stop, again))
    try:
        while not stop.is_set():
            again.clear()
            await _watch_folders(root, changed, stop, again)
    finally:
        outer.cancel()
        await asyncio.gather(outer, return_exceptions=True)


async def _watch_root(
    root: Path, changed: Callable[[set[str]], None], stop: asyncio.Event, again: asyncio.Event
) -> None:
    """nutgraf.yaml, and folders that appear or vanish: then the others are watched anew."""
    names = {SETTINGS_FILE, *WATCHED}

    def ours(_: Change, path: str) -> bool:
        return Path(path).parent == root and Path(path).name in names

    async for changes in awatch(
        root, watch_filter=ours, debounce=BURST, step=QUIET, stop_event=stop, recursive=False,
        rust_timeout=_STOPS, yield_on_timeout=False,
    ):  # fmt: skip
        told = {Path(path).relative_to(root).as_posix() for _, path in changes}
        if told - {SETTINGS_FILE}:
            again.set()
            for folder in told - {SETTINGS_FILE}:
                told |= _below(root, folder)
        changed(told)


def _below(root: Path, folder: str) -> set[str]:
    """The files of a folder that has just appeared: nobody watched it while they were written."""
    return {path.relative_to(root).as_posix() for path in (root / folder).rglob("*")}


async def _watch_folders(
    root: Path, changed: Callable[[set[str]], None], stop: asyncio.Event, again: asyncio.Event
) -> None:
    folders = [root / name for name in WATCHED if (root / name).is_dir()]
    over = asyncio.Event()
    ends = [asyncio.create_task(event.wait()) for event in (stop, again)]

    async def end() -> None:
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        over.set()

    waiting = asyncio.create_task(end())
    try:
        if not folders:
            await over.wait()
            return
        async for changes in awatch(
            *folders, watch_filter=_is_ours, debounce=BURST, step=QUIET, stop_event=over,
            rust_timeout=_STOPS, yield_on_timeout=False, ignore_permission_denied=True,
        ):  # fmt: skip
            changed({Path(path).relative_to(root).as_posix() for _, path in changes})
    finally:
        for task in (waiting, *ends):
            task.cancel()


def _is_ours(_: Change, path: str) -> bool:
    """Not what editors write beside a file: swap files, backups, what begins with a dot."""
    name = Path(path).name
    return not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".swx", ".tmp"))
