"""The files that the digests of a brief are made from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from nutgraf.model import Brief, FileText
from nutgraf.workspace.loading import Workspace

TEMPLATES = "templates"
# What the email and the plain text are made from: no picture, no backup copy, no Markdown.
_SENT = re.compile(r"(?<!\.md)\.j2$|\.yaml$")


def notes_of(brief: Brief) -> Mapping[str, FileText]:
    """The brief, what it embeds and what it may rest on, by path, as they were read."""
    files = (brief.file, *brief.embedded, *(source.file for source in brief.pack))
    return {file.path: file for file in sorted(files, key=lambda file: file.path)}


def templates_of(workspace: Workspace, formats: Collection[str]) -> Iterator[tuple[str, Path]]:
    """The templates of some formats by the names they are shown by; the workspace's own, if any."""
    for folder in reversed(workspace.styles.folders):
        if folder == workspace.root / TEMPLATES or len(workspace.styles.folders) == 1:
            yield from _templates(folder, formats)


def sent_templates(root: Path, formats: Collection[str]) -> Iterator[tuple[str, Path]]:
    """Those that the workspace in `root` has itself, as far as what is sent is made from them."""
    for name, path in _templates(root / TEMPLATES, formats):
        if makes_what_is_sent(name):
            yield name, path


def makes_what_is_sent(template: str) -> bool:
    """Whether the email or the plain text may be made from a template of that name."""
    return _SENT.search(template) is not None


def _templates(folder: Path, formats: Collection[str]) -> Iterator[tuple[str, Path]]:
    below = (path for name in sorted({*formats, "partials"}) for path in (folder / name).rglob("*"))
    for path in sorted((*folder.glob("*"), *below)):
        if path.is_file() and path.name[0] != ".":
            yield f"{TEMPLATES}/{path.relative_to(folder).as_posix()}", path
