"""Many briefs are checked by several processes, and come to what one process comes to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from nutgraf.app import together
from nutgraf.app.check import check
from nutgraf.app.check_cache import FOLDER
from nutgraf.app.together import FEWEST, Asked, check_together
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import BRIEF, PLAIN, Write

_MANY = {f"briefs/2025-04-{day:02}.md": BRIEF for day in range(1, FEWEST + 1)}


def _many(write_workspace: Write) -> Path:
    return write_workspace({**PLAIN, **_MANY})


def _kept(root: Path) -> int:
    return len(list((root / FOLDER).glob("*.msgpack")))


def test_many_briefs_are_checked_by_several_processes_with_the_same_result(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _many(write_workspace)
    by_one = check(open_workspace(root), (), everything=True)
    for path in (root / FOLDER).iterdir():
        path.unlink()
    # The checks are done elsewhere: here is nothing to check with.
    monkeypatch.setattr("nutgraf.app.checking.judged_claims", None)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    by_two = check(open_workspace(root), (), everything=True, together=True)
    assert by_two == by_one
    assert len(by_two) > FEWEST


def test_what_is_kept_already_starts_no_process(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _many(write_workspace)
    asked: list[int] = []
    monkeypatch.setattr(together, "check_together", lambda _, paths: asked.append(len(paths)))
    check(open_workspace(root), (), everything=True, together=True)
    check(open_workspace(root), (), everything=True, together=True)
    assert asked == [len(_MANY) + 1, 0]


@pytest.mark.parametrize(("processors", "fewer"), [(2, 1), (1, 0), (None, 0)])
def test_few_briefs_or_one_processor_are_left_to_the_one_who_asks(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch, processors: int | None, fewer: int
) -> None:
    root = _many(write_workspace)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    check_together(Asked(root, (), ()), list(_MANY)[fewer:])
    assert not _kept(root)


def test_where_no_process_can_be_started_the_one_who_asks_checks(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    root = _many(write_workspace)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    found = check(open_workspace(root), (), everything=True, together=True)
    assert len(found) == len(_MANY) + 1


def test_a_process_checks_the_brief_of_a_path_and_keeps_it(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _many(write_workspace)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    together._begin(Asked(root, (), ()))
    together._check_one(next(iter(_MANY)))
    together._check_one("briefs/of-another-day.md")
    together._opened.cache_clear()
    assert _kept(root) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals reach a group of processes otherwise")
def test_ctrl_c_ends_all_of_it_without_a_traceback(write_workspace: Write) -> None:
    more = {f"briefs/2025-05-{day:02}.md": BRIEF for day in range(1, 29)}
    root = write_workspace({**PLAIN, **_MANY, **more})
    started = subprocess.Popen(
        [sys.executable, "-m", "nutgraf", "check", "--all"],
        cwd=root,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while started.poll() is None and not _kept(root):
        time.sleep(0.01)
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGINT)
    told, _ = started.communicate(timeout=20)
    assert "Traceback" not in told
