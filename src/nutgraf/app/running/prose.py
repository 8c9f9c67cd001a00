"""What we have written ourselves: the text of briefs, notes and angles, with its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nutgraf.app.new_brief.since import day_of
from nutgraf.errors import Faulty
from nutgraf.model import Role, words_of
from nutgraf.workspace.loading import Entry, Workspace


@dataclass(frozen=True)
class Written:
    """A paragraph, bullet or cell of ours: whose it is, on which day, where, and its words.

    `role` is that of its section.
    """

    id: str
    type: str
    day: date | None
    path: str
    line: int
    text: str
    role: Role


def written(workspace: Workspace) -> Iterator[Written]:
    """All that stands in briefs, notes and angles, in the order of the files.

    A file that cannot be read has nothing; `nutgraf check` tells why.
    """
    for entry in workspace.entries.values():
        if entry.type != "source":
            yield from _of(workspace, entry)


def _of(workspace: Workspace, entry: Entry) -> Iterator[Written]:
    try:
        note = workspace.note(entry.path)
    except Faulty:
        return
    if note is None:
        return
    day = day_of(note)
    for story in note.stories:
        for section in story.sections:
            for words in words_of(section.blocks):
                if words.text.strip():
                    line = words.prose.place().line
                    yield Written(
                        entry.id, entry.type, day, entry.path, line, words.text, section.role
                    )
