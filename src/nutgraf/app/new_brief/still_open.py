"""What the last brief told readers was not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.errors import NutgrafError
from nutgraf.model import Brief, Item, Paragraph, Place, Role, walk
from nutgraf.report.context import file_of
from nutgraf.workspace.loading import Workspace

# A comment of its own would end the one around it; a block id is the old brief's.
_NOT_KEPT = re.compile(r"%%.*?%%|<!--.*?-->|\s\^[\w-]+\s*$", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"(?:[-*+•]|\d{1,9}[.)])[ \t]+")


def still_open(workspace: Workspace, brief_id: str) -> tuple[str, ...]:
    """The lines that a brief has under what is not known, as Markdown with their citations.

    None where the brief cannot be composed.
    """
    return tuple(still_open_at(workspace, brief_id))


def still_open_at(workspace: Workspace, brief_id: str) -> dict[str, Place]:
    """Those lines, each with the place where it first stands."""
    try:
        brief = workspace.brief(brief_id)
    except NutgrafError:
        return {}
    found: dict[str, Place] = {}
    for line, place in _lines(brief):
        found.setdefault(line, place)
    return found


def _lines(brief: Brief) -> Iterator[tuple[str, Place]]:
    for story in brief.stories:
        for section in story.sections:
            if section.role is not Role.UNKNOWNS or not section.published:
                continue
            for block in walk(section.blocks):
                if isinstance(block, Item | Paragraph) and block.words.text.strip():
                    yield _written(brief, block), block.place


def _written(brief: Brief, block: Item | Paragraph) -> str:
    """The source text of a bullet or a paragraph on one line, child bullets left out."""
    file = file_of(block.place.path, brief)
    if file is None:
        return block.words.text
    text = file.text[block.place.start : _end(block)]
    text = _MARK.sub("", _NOT_KEPT.sub("", text).strip(), count=1)
    return " ".join(text.replace("%%", "").split())


def _end(block: Item | Paragraph) -> int:
    children: tuple[Place, ...] = ()
    if isinstance(block, Item):
        children = tuple(one.place for one in block.children)
    return min((one.start for one in children), default=block.place.end)
