"""Packs of sources for tests: of the workspace, and of texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.model import FileText, Source
from nutgraf.workspace import frontmatter
from nutgraf.workspace.loading import as_source, open_workspace

REPOSITORY = Path(__file__).parents[3]


def seeds() -> Pack:
    workspace = open_workspace(REPOSITORY)
    found = [workspace.source(name) for name in ("cards", "explainer", "fox", "post-rewrite")]
    return read_pack([one for one in found if one is not None])


def pack_of(**texts: str) -> Pack:
    """Sources by their ids, all published on 6 March 2026."""
    return read_pack([_source(name, text) for name, text in texts.items()])


def _source(name: str, text: str) -> Source:
    day = date(2026, 3, 6).isoformat()
    file = FileText(f"seeds/{name}.md", f"---\npublished: {day}\n---\n{text}\n")
    front, _ = frontmatter.read(file)
    return as_source(name, file, front)
