"""The grammar of notes, angles and briefs: a file's text into stories, sections and blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nutgraf.errors import Fault
from nutgraf.model import (
    FileText,
    FrontMatter,
    Note,
    NoteType,
    Place,
    Role,
    Section,
    Stet,
    Story,
    Words,
)
from nutgraf.workspace.block_lines import BlockLines
from nutgraf.workspace.blocks import BlockReader
from nutgraf.workspace.frontmatter import stets as stets_in_front
from nutgraf.workspace.inlines import markdown
from nutgraf.workspace.marks import Marks, WrittenStet, read_marks
from nutgraf.workspace.pasted import has_bare_headings, with_markdown_bullets
from nutgraf.workspace.roles import role_of
from nutgraf.workspace.wiki_links import EVERYTHING, Citable

# Deeper than anything an editor writes by hand, and well within what the parser can walk.
DEEPEST_BRACKETS = 100
DEEPEST_NESTING = 15
_BRACKET = re.compile(r"[\[\]]|(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]")
# Never in a digest, whatever the format says: the first is private, the second is made.
PRIVATE_ROLES = frozenset({Role.NOTES, Role.SOURCES, Role.OTHER})


def parse_note(
    note_id: str,
    note_type: NoteType,
    file: FileText,
    front: FrontMatter,
    citable: Citable = EVERYTHING,
) -> tuple[Note, tuple[Fault, ...]]:
    """A file of the workspace as a note with unresolved embeds, and what is wrong with it.

    Roles come from the default table; a format's further headings are applied when a brief is
    composed. `[[links]]` to what is not `citable` are plain words. Faults are gathered, not raised.
    """
    faults = tuple(_open_brackets(file, front.body))
    if faults:
        return _empty(note_id, note_type, file, front), faults
    marks = read_marks(file, front.body)
    text = with_markdown_bullets(marks.text)
    lines = BlockLines(file, text)
    env: dict[str, Any] = {"bare_headings": note_type != "brief" and has_bare_headings(text)}
    tokens: list[Token] = []
    parser: MarkdownIt = markdown()
    parser.block.parse("\n".join(lines.lines), parser, env, tokens)
    faults = tuple(_too_deep(tokens, file))
    if faults:
        return _empty(note_id, note_type, file, front), faults
    ids = {mark.line: mark.name for mark in marks.block_ids if not mark.alone}
    reader = BlockReader(lines, env.get("references", {}), ids, citable)
    outline = _Outline(reader, marks, note_type, _published(front))
    outline.read(tokens)
    stets = tuple(_placed_stets(marks.stets, reader, outline, front))
    left_out = (*marks.comments, *reader.left_out)
    title = str(front.values.get("title") or outline.title or note_id)
    note = Note(note_id, note_type, file, front, title, outline.finished(), stets, left_out)
    return note, tuple(reader.faults)


def _empty(note_id: str, note_type: NoteType, file: FileText, front: FrontMatter) -> Note:
    return Note(note_id, note_type, file, front, note_id, (), (), ())


def _published(front: FrontMatter) -> frozenset[str]:
    listed = front.values.get("publish")
    return frozenset(
        str(heading).casefold().strip() for heading in (listed if isinstance(listed, list) else [])
    )


def _open_brackets(file: FileText, body: int) -> Iterator[Fault]:
    depth = 0
    for bracket in _BRACKET.finditer(file.text, body):
        depth = {"[": depth + 1, "]": max(depth - 1, 0)}.get(bracket.group(), 0)
        if depth > DEEPEST_BRACKETS:
            line, column = file.line_and_column(bracket.start())
            message = f"more than {DEEPEST_BRACKETS} brackets are open here"
            yield Fault(file.path, message, "close them, or write them as \\[", line, column)
            return


def _too_deep(tokens: Sequence[Token], file: FileText) -> Iterator[Fault]:
    # A list and its bullet are a level each, a quotation is one, and so are the words in them.
    deep = next((token for token in tokens if token.level > 2 * DEEPEST_NESTING + 1), None)
    if deep is not None and deep.map is not None:
        line, _ = file.line_and_column(file.line_starts[deep.map[0]])
        message = f"lists and quotations are nested deeper than {DEEPEST_NESTING}"
        yield Fault(file.path, message, "bring them to the left", line, 1)


@dataclass
class _Open:
    """A section while it is read."""

    role: Role
    heading: str
    place: Place | None
    published: bool
    tokens: list[Token] = field(default_factory=list)
    first: int = 0


@dataclass
class _Outline:
    """Cuts the tokens of a note into stories and sections."""

    reader: BlockReader
    marks: Marks
    note_type: NoteType
    published: frozenset[str]
    title: str = ""
    stories: list[tuple[Words | None, Place | None, list[Section]]] = field(default_factory=list)
    sections: list[tuple[int, int, Place]] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        self.stories.append((None, None, []))
        opened = _Open(Role.INTRO, "", None, published=True)
        for group in _top_level(tokens):
            level = int(group[0].tag[1:]) if group[0].type == "heading_open" else 9
            if level > 2:
                opened.tokens.extend(group)
                continue
            first, last = group[0].map or [0, 0]
            self._close(opened, first)
            place = self.reader.lines.place(first, last)
            words = self.reader.words(group[1].content, first)
            if level == 1 and self._starts_story(words, place):
                opened = _Open(Role.INTRO, "", None, published=True, first=last)
            else:
                opened = self._section(words.text.strip(), place, last)
        self._close(opened, len(self.reader.lines.lines))

    def _starts_story(self, words: Words, place: Place) -> bool:
        """An H1 starts a story of a brief, and is the title of any other note."""
        if self.note_type == "brief":
            self.stories.append((words, place, []))
            return True
        first = not self.title
        self.title = self.title or words.text.strip()
        return first

    def _section(self, heading: str, place: Place, first: int) -> _Open:
        role = role_of(heading) or Role.OTHER
        let_in = heading.casefold() in self.published and role is not Role.NOTES
        return _Open(role, heading, place, role not in PRIVATE_ROLES or let_in, first=first)

    def _close(self, opened: _Open, last: int) -> None:
        blocks = self.reader.blocks(opened.tokens)
        alone = [
            (mark.line, mark.name)
            for mark in self.marks.block_ids
            if mark.alone and opened.first <= mark.line < last
        ]
        blocks = self.reader.with_ids_below(blocks, alone)
        place = opened.place or (blocks[0].place if blocks else None)
        if place is None:
            return
        end = blocks[-1].place.end if blocks else place.end
        whole = self.reader.lines.file.place(place.start, max(end, place.end))
        self.sections.append((opened.first, last, whole))
        section = Section(opened.role, opened.heading, blocks, place, opened.published)
        self.stories[-1][2].append(section)

    def finished(self) -> tuple[Story, ...]:
        """The stories that hold something; a title without sections is a story, too."""
        done: list[Story] = []
        for title, place, sections in self.stories:
            stands = place or (sections[0].place if sections else None)
            if stands is not None:
                done.append(Story(title, tuple(sections), stands))
        return tuple(done)


def _top_level(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _placed_stets(
    written: Sequence[WrittenStet], reader: BlockReader, outline: _Outline, front: FrontMatter
) -> Iterator[Stet]:
    """Each stet with what it covers: its block, or the section whose heading it stands under."""
    yield from stets_in_front(front)
    if not written:
        return
    blocks = _blocks_by_line(reader)
    above = _lines_above(reader.lines)
    first_lines = [first for first, _, _ in outline.sections]
    for stet in written:
        covers = blocks[stet.line]
        if stet.alone and _is_heading(reader.lines, above[stet.line]):
            index = bisect_right(first_lines, stet.line) - 1
            covers = outline.sections[index][2] if index >= 0 else None
        elif covers is None and above[stet.line] is not None:
            covers = blocks[above[stet.line] or 0]
        yield Stet(stet.rule, stet.reason, stet.place, covers)


def _blocks_by_line(reader: BlockReader) -> list[Place | None]:
    """The innermost block or bullet on each line."""
    found: list[Place | None] = [None] * len(reader.lines.lines)
    for first, last, place in sorted(reader.extents, key=lambda extent: extent[0] - extent[1]):
        found[first:last] = [place] * (last - first)
    return found


def _lines_above(lines: BlockLines) -> list[int | None]:
    """For each line the last one above it that is not blank."""
    above: list[int | None] = []
    last: int | None = None
    for number, line in enumerate(lines.lines):
        above.append(last)
        last = number if line.strip() else last
    return above


def _is_heading(lines: BlockLines, number: int | None) -> bool:
    if number is None:
        return False
    line = lines.lines[number]
    return line.lstrip().startswith("#") or role_of(line) is not None


def with_roles(note: Note, headings: Mapping[Role, tuple[str, ...]]) -> Note:
    """The note with the further headings of a format read as its roles."""
    if not headings:
        return note
    stories = tuple(
        replace(story, sections=tuple(_with_role(section, headings) for section in story.sections))
        for story in note.stories
    )
    return replace(note, stories=stories)


def _with_role(section: Section, headings: Mapping[Role, tuple[str, ...]]) -> Section:
    if section.role is not Role.OTHER:
        return section
    role = role_of(section.heading, headings)
    if role is None:
        return section
    return replace(section, role=role, published=section.published or role not in PRIVATE_ROLES)
