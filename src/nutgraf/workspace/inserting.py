"""Puts a line into a section of a brief's text; everything else stays as it is, to the byte."""

from __future__ import annotations

import re

from nutgraf.model import Note, Role, Section
from nutgraf.workspace.formats import Format, full_order, known_headings, label
from nutgraf.workspace.grammar import with_roles

_BULLET = re.compile(r" {0,3}(?:(?P<mark>[-*+•◦‣▪●])|(?P<number>\d{1,9})(?P<stop>[.)]))[ \t]")
_INDENTED = re.compile(r"(?: {2,}|\t)\S")
_QUOTED = re.compile(r" {0,3}>")


def with_line(note: Note, form: Format, role: Role, story: int, line: str) -> str:
    """The text of a brief with a line at the end of the section of that role in a story.

    `note` is the brief as written, `form` its format. A section that is not there is made, under
    the format's own heading and in its order. A line that begins with `>` is a quotation, any
    other is a bullet, or a paragraph where the section ends with one. A story that is not there
    any more is the last one.
    """
    note = with_roles(note, known_headings(form))
    text = note.file.text
    edge = _line_end(text[note.front.body :])
    story = min(story, len(note.stories) - 1)
    own = note.stories[story].sections
    there = [one for one in own if one.role is role and one.heading]
    if there:
        start = there[-1].place.start
        end = _content_end(text, start, _next_heading(note, start))
        return text[:end] + _behind(text[start:end], line, edge) + text[end:]
    section = f"## {label(form, role)}{edge}{edge}{_as_block(line)}"
    before = _following(own, form, role)
    if before is not None:
        at = _line_start(text, before.place.start)
        gap = "" if _is_blank_before(text, at) else edge
        return f"{text[:at]}{gap}{section}{edge}{edge}{text[at:]}"
    start = own[-1].place.start if own else note.front.body
    end = _content_end(text, start, _next_story(note, story))
    return f"{text[:end]}{edge}{edge}{section}{text[end:]}"


def _following(own: tuple[Section, ...], form: Format, role: Role) -> Section | None:
    """The section before which a new one goes: the first that the format has behind it.

    What has no role stays behind the section that it was written behind.
    """
    places = {each: at for at, each in enumerate(full_order(form))}
    for section in own:
        if section.heading and places.get(section.role, -1) > places[role]:
            return section
    return None


def _behind(section: str, line: str, edge: str) -> str:
    """What is written behind a section, from its heading on, to put a line at its end."""
    lines = re.split(r"\r\n|\n|\r", section)
    if line.startswith(">") or len(lines) < 2:
        return f"{edge}{edge}{_as_block(line)}"
    mark = _mark(lines[1:])
    if mark is not None:
        return f"{edge}{mark} {line}"
    last = lines[-1].lstrip()
    paragraph = last[:1].isalnum() or last[:1] in "“\"'‘*_[("
    return f"{edge}{edge}{line if paragraph else _as_block(line)}"


def _as_block(line: str) -> str:
    return line if line.startswith(">") else f"- {line}"


def _mark(lines: list[str]) -> str | None:
    """The mark of the next bullet where some lines end with a list, or None."""
    for line in reversed(lines):
        found = _BULLET.match(line)
        if found is not None:
            return found["mark"] or f"{int(found['number']) + 1}{found['stop']}"
        if not _INDENTED.match(line) and line.strip():
            return None
    return None


def _next_heading(note: Note, start: int) -> int:
    """Where the line begins that has the next heading behind an offset, or the end."""
    text = note.file.text
    places = [
        place.start
        for story in note.stories
        for place in (story.place, *(one.place for one in story.sections if one.heading))
        if place.start > start
    ]
    return min((_line_start(text, one) for one in places), default=len(text))


def _next_story(note: Note, story: int) -> int:
    if story + 1 >= len(note.stories):
        return len(note.file.text)
    return _line_start(note.file.text, note.stories[story + 1].place.start)


def _content_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _is_blank_before(text: str, at: int) -> bool:
    lines = re.split(r"\r\n|\n|\r", text[:at])
    return len(lines) < 2 or not lines[-2].strip()


def _line_end(text: str) -> str:
    """How a text ends its lines."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"
