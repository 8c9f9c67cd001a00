"""The later text of a page as a source of its own, which says what it is a later version of."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.app.rechecking.recheck import source_of
from nutgraf.app.rechecking.resting import naming
from nutgraf.app.scaffold_names import file_name, free_path, yaml_text
from nutgraf.app.source_text import source_text
from nutgraf.capture.captured import Captured
from nutgraf.errors import Usage
from nutgraf.model import Look, Source
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.looks import last_look

KEY = "later_version_of"


@dataclass(frozen=True)
class Taken:
    """The new source, and the newest brief that names the first one, if there is one."""

    id: str
    path: str
    brief: str | None


def take(workspace: Workspace, name: str, *, new_id: str | None = None) -> Taken:
    """Writes the text that the last look kept as a new source; nothing is fetched.

    Raises Usage where no later text is kept, or it was taken before, and Faulty.
    """
    source = source_of(workspace, name)
    look = last_look(workspace.root, source.id, source.file.path)
    if look is None or not look.text.strip():
        raise Usage(f"no later text of {source.id} is kept", f"nutgraf sources recheck {source.id}")
    known = _taken_before(workspace, source, look)
    if known is not None:
        raise Usage(f"that text is a source already: {known}", f"cite [@{known}]")
    stem = file_name(new_id or f"{source.id}-{look.when.date().isoformat()}")
    path = free_path(workspace, "seeds", stem)
    text = source_text(_captured(source, look), retrieved=look.when.date())
    head, _, body = text.partition("\n---\n")
    whole = f"{head}\n{KEY}: {yaml_text(source.id)}\n---\n{body}"
    try:
        write_atomically(workspace.root / path, whole.encode())
    except OSError as error:
        raise Usage(f"{path} cannot be written: {error.strerror}", "is the disk full?") from None
    briefs = [one for one in naming(workspace, {source.id.casefold()}) if one.type == "brief"]
    newest = max(briefs, key=lambda one: (one.day, one.id), default=None)
    return Taken(stem, path, newest.path if newest is not None else None)


def _taken_before(workspace: Workspace, source: Source, look: Look) -> str | None:
    hashed = body_hash(look.text)
    for entry in workspace.entries.values():
        other = workspace.source(entry.id) if entry.type == "source" else None
        if other is None or str(other.front.values.get(KEY) or "") != source.id:
            continue
        if body_hash(other.body) == hashed:
            return other.id
    return None


def _captured(source: Source, look: Look) -> Captured:
    """What the first capture states, with the text and the headline as they are by now."""
    return Captured(
        body=look.text,
        title=look.title or source.title or None,
        publisher=source.publisher,
        authors=source.authors,
        url=source.url,
        published=source.published,
        language=source.language,
        kind=source.kind,
        credits=source.credits,
        guessed=tuple(source.front.values.get("guessed") or ()),
    )
