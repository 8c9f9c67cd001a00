"""The running story of a ferry: five sources over three weeks, two briefs."""

from __future__ import annotations

import shutil
from pathlib import Path

from nutgraf.workspace.loading import Workspace, open_workspace

FERRY = Path(__file__).parent / "ferry"
REPOSITORY = Path(__file__).parents[3]


def ferry(folder: Path) -> Workspace:
    shutil.copytree(FERRY, folder, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "templates", folder / "templates")
    return open_workspace(folder)


def seeds(folder: Path) -> Workspace:
    for name in ("seeds", "angles", "briefs", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "nutgraf.yaml", folder)
    return open_workspace(folder)


def dairy(folder: Path) -> Workspace:
    shutil.copytree(FERRY.parent / "dairy", folder, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "templates", folder / "templates")
    return open_workspace(folder)
