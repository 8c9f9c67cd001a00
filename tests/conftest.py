"""What every test may ask for: a small workspace, and programs of the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.programs import require
from tests.workspaces import Files, Write, write_files


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_program(name): needs a program of the system")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs_program"):
        require(*marker.args)


@pytest.fixture
def write_workspace(tmp_path: Path) -> Write:
    """Writes a workspace from the texts of its files, and gives its folder."""

    def write(files: Files) -> Path:
        return write_files(tmp_path, files)

    return write
