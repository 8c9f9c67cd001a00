"""Briefs composed from the files of a small workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import Fault, Faulty
from nutgraf.model import Block, Brief, Words, words_of
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Files, Write, brief

NAME = "2025-03-07"


def compose(write: Write, body: str, files: Files = {}, front: str = "date: 2025-03-07") -> Brief:  # noqa: B006 -- read only
    """The brief of that body, composed beside those files."""
    root = write({**files, f"briefs/{NAME}.md": brief(body, front)})
    return open_workspace(root).brief(NAME)


def faults_of(root: Path, name: str = NAME) -> tuple[Fault, ...]:
    """What is wrong with a brief that cannot be composed."""
    with pytest.raises(Faulty) as caught:
        open_workspace(root).brief(name)
    return caught.value.faults


def faults(
    write: Write,
    body: str,
    files: Files = {},  # noqa: B006 -- read only
    front: str = "date: 2025-03-07",
) -> list[tuple[str, str, str]]:
    """Where, what and the next step, for each fault of a brief of that body."""
    root = write({**files, f"briefs/{NAME}.md": brief(body, front)})
    return [(fault.where(), fault.message, fault.hint) for fault in faults_of(root)]


def blocks(composed: Brief) -> tuple[Block, ...]:
    return tuple(
        block
        for story in composed.stories
        for section in story.sections
        for block in section.blocks
    )


def words(composed: Brief) -> list[Words]:
    return list(words_of(blocks(composed)))


def texts(composed: Brief) -> list[str]:
    return [one.text for one in words(composed)]


def stands(composed: Brief, one: Words) -> str:
    """What stands in its file at the place of these words."""
    place = one.prose.place()
    files = {file.path: file for file in (composed.file, *composed.embedded)}
    return files[place.path].text[place.start : place.end]
