"""What each note and angle would bring to a brief: its sections, their words, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.app.check import Shelf
from nutgraf.app.new_brief.since import Since, day_of, embed, published_sections_of, words_in_note
from nutgraf.checks.email.over_budget import words_in
from nutgraf.errors import Faulty
from nutgraf.evidence.pack import read_pack
from nutgraf.model import Note, Role, Section
from nutgraf.workspace.loading import Workspace


@dataclass(frozen=True)
class Brought:
    """An embed line, the role of the section that it belongs to, and how many words it brings."""

    role: Role
    line: str
    words: int


@dataclass(frozen=True)
class Weighed:
    """A note or an angle with what it brings; `origins` of its sources, `angles` that rest on it.

    `changed` is the id of a brief that was sent with it as it was before, or empty.
    """

    note: Note
    brings: tuple[Brought, ...]
    origins: int
    angles: int
    changed: str = ""

    @property
    def rank(self) -> tuple[int, int, int]:
        """The newest first, then what has most origins, then what most angles rest on."""
        day = day_of(self.note) or date.min
        return -day.toordinal(), -self.origins, -self.angles


def weighed(workspace: Workspace, since: Since) -> tuple[Weighed, ...]:
    """What has come in, notes and angles, the most important first."""
    shelf = Shelf(workspace.root)
    notes = [_weighed(workspace, shelf, one, since) for one in since.notes]
    angles = [_weighed(workspace, shelf, one, since) for one in since.angles]
    return (*sorted(notes, key=_rank), *sorted(angles, key=_rank))


def _rank(one: Weighed) -> tuple[int, int, int]:
    return one.rank


def _weighed(workspace: Workspace, shelf: Shelf, note: Note, since: Since) -> Weighed:
    stated = [
        str(name) for key in ("sources", "basis") for name in note.front.values.get(key) or ()
    ]
    resting = sum(note.id.casefold() in _basis(angle) for angle in since.angles)
    changed = since.changed.get(note.id.casefold(), "")
    entry = workspace.entry(note.id)
    assert entry is not None
    try:
        whole = workspace.alone(entry)
    except Faulty:
        # What it embeds is not there: its own words are counted.
        brings = _brings(note, [*published_sections_of(note)])
        return Weighed(note, brings, 0, resting, changed)
    sections = [one for story in whole.stories for one in story.sections if one.published]
    cites = stated or any(words.citations for words in words_in_note(note))
    pack = read_pack(whole.pack, shelf.index) if cites else None
    origins = len(pack.origins.all) if pack is not None else 0
    return Weighed(note, _brings(note, sections), origins, resting, changed)


def _brings(note: Note, sections: Sequence[Section]) -> tuple[Brought, ...]:
    return tuple(one for one in _embeds(note, sections) if one.line)


def _embeds(note: Note, sections: Sequence[Section]) -> Iterator[Brought]:
    """The embed lines that fit each role; a note without sections stands with the points."""
    headed = [one for one in sections if one.heading and one.blocks]
    if note.type == "angle" or not headed:
        role = Role.ANGLES if note.type == "angle" else Role.POINTS
        yield Brought(role, embed(note), sum(map(words_in, sections)))
        return
    for section in headed:
        yield Brought(section.role, embed(note, section.heading), words_in(section))


def _basis(angle: Note) -> frozenset[str]:
    return frozenset(str(name).casefold() for name in angle.front.values.get("basis") or ())
