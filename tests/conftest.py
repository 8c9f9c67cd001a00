"""What every test may ask for: a small workspace, a database, and programs of the system."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typer.main
from hypothesis import settings

from tests.programs import require
from tests.servers.databases import (
    postgresql,
    postgresql_schema,
    postgresql_server,
    postgresql_shared,
)
from tests.workspaces import Files, Write, write_files

# Fixtures that stand beside what they start.
__all__ = ["postgresql", "postgresql_schema", "postgresql_server", "postgresql_shared"]

# How many examples of a test are run while lines are counted.
COUNTED = 20

# In CI the same examples every time, so that a change is what a failure speaks of; elsewhere new
# ones, so that they go on looking.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_program(name): needs a program of the system")
    config.addinivalue_line("markers", "uncounted: runs at full speed, nobody counts its lines")
    _keep_bytecode(config)


def _keep_bytecode(config: pytest.Config) -> None:
    """Where Python is to write no bytecode, programs that tests start share a folder of it.

    Else each of them compiles all that it imports, which takes longer than what it is started for.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        folder = TemporaryDirectory(prefix="bytecode-")
        os.environ["PYTHONPYCACHEPREFIX"] = folder.name
        config.add_cleanup(folder.cleanup)


@pytest.hookimpl(trylast=True)  # after Hypothesis, which marks its own
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lines are counted while somebody's own examples run, the first of each test.

    To count them takes as long again as the test. The figure can only be lower for it: what .ci/run
    asks for is reached by less than all that runs.
    """
    seen: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        seen[test] += 1
        if seen[test] > COUNTED or item.get_closest_marker("hypothesis"):
            item.add_marker("uncounted")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if not item.get_closest_marker("uncounted"):
        return (yield)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs_program"):
        require(*marker.args)


@pytest.fixture
def write_workspace(tmp_path: Path) -> Write:
    """Writes a workspace from the texts of its files, and gives its folder."""

    def write(files: Files) -> Path:
        return write_files(tmp_path, files)

    return write


@pytest.fixture(scope="session", autouse=True)
def one_command_line() -> Iterator[None]:
    """The command line is put together once for all its runs in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(typer.main.get_command))
        yield
