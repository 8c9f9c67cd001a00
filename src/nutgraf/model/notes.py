"""Notes, sources and briefs, with their sections and what is left out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

from nutgraf.model.blocks import Block
from nutgraf.model.places import FileText, Place
from nutgraf.model.words import Words


class Role(StrEnum):
    """What a section is for, whatever its heading says."""

    INTRO = "intro"
    SUMMARY = "summary"
    POINTS = "points"
    BACKGROUND = "background"
    EVENTS = "events"
    ANGLES = "angles"
    DATA = "data"
    PEOPLE = "people"
    CONCEPTS = "concepts"
    QUOTES = "quotes"
    DIFFER = "differ"
    UNKNOWNS = "unknowns"
    NEXT = "next"
    TAKEAWAY = "takeaway"
    CORRECTIONS = "corrections"
    NOTES = "notes"
    SOURCES = "sources"
    OTHER = "other"  # a heading outside the table: private, unless `publish` lets it in


@dataclass(frozen=True)
class Stet:
    """A finding that an editor lets stand: the rule, and the reason (which may be missing).

    `covers` is the bullet, paragraph or section it is for; None is the whole brief.
    """

    rule: str
    reason: str
    place: Place
    covers: Place | None


@dataclass(frozen=True)
class LeftOut:
    """Something that stands in a file and in no digest: kept there, and reported."""

    what: Literal[
        "comment", "task", "section", "notes", "empty section", "attachment", "footnote", "query"
    ]
    text: str
    place: Place


@dataclass(frozen=True)
class Section:
    """A heading and the blocks under it; `place` is that of the heading (or of the first block)."""

    role: Role
    heading: str
    blocks: tuple[Block, ...]
    place: Place
    published: bool = True


@dataclass(frozen=True)
class Story:
    """A part of a brief with its own sections; `title` is None in a brief with no H1."""

    title: Words | None
    sections: tuple[Section, ...]
    place: Place


NoteType = Literal["source", "note", "angle", "brief"]


@dataclass(frozen=True)
class FrontMatter:
    """What stands between the `---` lines, typed, with the place of every key and value.

    `values` holds str, int, float, bool, None, date, datetime, list and dict; `places` maps a key
    path such as `("sources", 0)` or `("title",)` to the place of its value, and `key_places` to
    that of its key. `place` spans the front matter, or is the file's first character where there
    is none; `body` is the offset of the first character after the newline of the closing `---`.
    """

    values: Mapping[str, Any]
    places: Mapping[tuple[str | int, ...], Place]
    key_places: Mapping[tuple[str | int, ...], Place]
    place: Place
    body: int


@dataclass(frozen=True)
class Note:
    """Any file of `seeds/`, `angles/` or `briefs/`, parsed: its stories hold unresolved embeds.

    A note without an H1 has one story; the H1 of an annotated seed or an angle is its title.
    """

    id: str
    type: NoteType
    file: FileText = field(repr=False)
    front: FrontMatter = field(repr=False)
    title: str
    stories: tuple[Story, ...]
    stets: tuple[Stet, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Source:
    """A captured text that can be cited; `body` is its text, which starts at `front.body`."""

    id: str
    file: FileText = field(repr=False)
    front: FrontMatter = field(repr=False)
    title: str
    publisher: str | None
    url: str | None
    published: date | None
    retrieved: date | None
    kind: str | None
    credits: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None

    @cached_property
    def body(self) -> str:
        return self.file.text[self.front.body :]


@dataclass(frozen=True)
class Brief:
    """One issue of the newsletter, composed: every embed is replaced by what it brings."""

    id: str
    path: str
    file: FileText = field(repr=False)
    front: FrontMatter = field(repr=False)
    title: str
    date: date
    author: str | None
    subject: str
    preheader: str
    format: str
    stories: tuple[Story, ...]
    sources: tuple[str, ...] | None  # as listed; None where the front matter lists none
    pack: tuple[Source, ...]
    stets: tuple[Stet, ...]
    left_out: tuple[LeftOut, ...]
    embedded: tuple[FileText, ...] = field(default=(), repr=False)  # files that embeds brought in
    # What `[@brief#^block]` rests on: ids of sources by the case-folded citation.
    sent_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    send_at: datetime | None = None
    embargo: datetime | None = None
    list_name: str | None = None  # the list it goes to, where it names one
