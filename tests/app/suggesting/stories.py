"""Invented stories of several sources, each with a brief that tells a part of it."""

from __future__ import annotations

from pathlib import Path

from tests.workspaces import Files

HERE = Path(__file__).parent


def story(name: str) -> Files:
    """The files of the story `name`, which are kept in a folder of that name."""
    folder = HERE / name
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*.md"))
    }


WARD = story("ward")
RECALL = story("recall")
BRIDGE = story("bridge")
