"""Begins an annotated seed: empty headings, or what its sources offer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import count

from nutgraf.app.note_from import suggested
from nutgraf.app.scaffold import Made, blank_note, source_named, write_new
from nutgraf.app.scaffold_names import file_name, free_path, title_of
from nutgraf.app.source_text import words_for_name
from nutgraf.errors import Usage
from nutgraf.model import Source
from nutgraf.workspace.loading import Workspace


def new_note(
    workspace: Workspace, names: Sequence[str], *, name: str | None = None, today: date
) -> Made:
    """A note, on the sources that are named.

    The first of `names` is what the note is called, unless it is a source itself or `name` says
    how: then all are sources, and without `name` it is called by their title. Raises Usage and
    Faulty.
    """
    first = workspace.entry(names[0].removeprefix("@")) if names else None
    if name is None and names and (first is None or first.type != "source"):
        name, names = names[0], names[1:]
    sources = [source_named(workspace, each) for each in dict.fromkeys(names)]
    if not sources:
        if name is None:
            raise Usage("nothing is named", "nutgraf new note NAME, or the ids of sources")
        return blank_note(workspace, name, today=today)
    stem, path = _place(workspace, name, sources)
    title = title_of(stem) if name is not None else _title(sources) or title_of(stem)
    made = suggested(workspace, sources, path, title=title, today=today)
    write_new(workspace, path, made.text)
    kept, left = len(made.lines), len(made.refused)
    told = [f"{kept} suggestion{'s' * (kept != 1)} from {_many(sources)}: keep them or strike them"]
    if left:
        told.append(
            f"{left} more read{'s' * (left == 1)} wrongly outside {'its' if left == 1 else 'their'}"
            f" source and {'is' if left == 1 else 'are'} left out"
        )
    return Made((path,), f"nutgraf check {path}", tuple(told))


def _many(sources: Sequence[Source]) -> str:
    return f"{len(sources)} source{'s' * (len(sources) != 1)}"


def _place(workspace: Workspace, name: str | None, sources: Sequence[Source]) -> tuple[str, str]:
    if name is not None:
        stem = file_name(name)
        return stem, free_path(workspace, "seeds", stem)
    begin = words_for_name(_title(sources)) or f"note-{sources[0].id}"
    for number in count(1):
        stem = begin if number == 1 else f"{begin}-{number}"
        with suppress(Usage):
            return stem, free_path(workspace, "seeds", file_name(stem))
    raise AssertionError  # the numbers have no end


def _title(sources: Sequence[Source]) -> str:
    """The shortest headline of the sources; a newsroom's own words, to be written over."""
    return min((one.title for one in sources if one.title), key=len, default="")
