"""A note or an angle by itself, made ready to be composed and checked as a brief is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from nutgraf.model import Note, Role, Story, words_of

_NO_DAY = date(1970, 1, 1)


def as_brief(note: Note, sources: Sequence[str]) -> Note:
    """The note with a day and a pack; `sources` are the ids of all sources of the workspace.

    The pack is what it lists under `sources` or `basis`, as far as those are sources, else what it
    cites, else every source there is.
    """
    values: Mapping[str, Any] = note.front.values
    known = {name.casefold() for name in sources}
    listed = [
        name
        for key in ("sources", "basis")
        for name in values.get(key) or ()
        if str(name).casefold() in known
    ]
    given = {key: value for key, value in values.items() if key != "sources"}
    if listed or not _cites(note):
        given["sources"] = list(dict.fromkeys(listed)) or list(sources)
    day = values.get("date")
    given["date"] = day if isinstance(day, date) else _NO_DAY
    stories = tuple(map(_argued, note.stories)) if note.type == "angle" else note.stories
    return replace(note, front=replace(note.front, values=given), stories=stories)


def _argued(story: Story) -> Story:
    """A story of an angle: what stands under no heading there is the angle itself."""
    sections = tuple(
        replace(section, role=Role.ANGLES) if section.role is Role.INTRO else section
        for section in story.sections
    )
    return replace(story, sections=sections)


def _cites(note: Note) -> bool:
    return any(
        words.citations
        for story in note.stories
        for section in story.sections
        for words in words_of(section.blocks)
    )
