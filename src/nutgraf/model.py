"""The words of nutgraf as frozen values; every value that stands in a file knows its place.

Offsets count code points of the file after any byte-order mark, line ends untouched; `start` is
0-based and `end` exclusive, line and column are 1-based.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

Verdict = Literal[
    "supported", "partly supported", "contradicted", "not found", "uncited", "not checked"
]
Severity = Literal["error", "warning", "note"]


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


# --- places --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a file, as people and programs name it."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class FileText:
    """The text of one file, after any byte-order mark, and where its lines begin."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first character; `\\n`, `\\r\\n` and `\\r` end a line."""
        starts = [0]
        text = self.text
        at = 0
        while at < len(text):
            feed, carriage = text.find("\n", at), text.find("\r", at)
            if feed < 0 and carriage < 0:
                break
            if carriage < 0 or 0 <= feed < carriage:
                at = feed + 1
            else:
                at = carriage + (2 if feed == carriage + 1 else 1)
            starts.append(at)
        return tuple(starts)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a 0-based offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        line, column = self.line_and_column(start)
        end_line, end_column = self.line_and_column(end)
        return Place(self.path, start, end, line, column, end_line, end_column)


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand at `at` in a prose and at `start` in its file, one to one."""

    at: int
    start: int
    length: int


@dataclass(frozen=True)
class Prose:
    """The running words of a block as a reader sees them, each character traceable to its file.

    Markup, citations, block ids and comments are not in `text`; a line end inside a paragraph is
    one space. A character that is written otherwise in the file (that space, an entity such as
    `&amp;`) belongs to no run.
    """

    text: str
    file: FileText = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)

    def slices(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The spans of the file that hold `text[start:end]`, in order, markup between left out."""
        found: list[tuple[int, int]] = []
        for index in range(self._run_at(start), len(self.runs)):
            run = self.runs[index]
            if run.at >= end:
                break
            low, high = max(start, run.at), min(end, run.at + run.length)
            if low < high:
                span = (run.start + low - run.at, run.start + high - run.at)
                if found and found[-1][1] == span[0]:
                    found[-1] = (found[-1][0], span[1])
                else:
                    found.append(span)
        return tuple(found)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where `text[start:end]` stands, from its first to its last character."""
        spans = self.slices(start, len(self.text) if end is None else end)
        if not spans:
            at = self.offset(start)
            return self.file.place(at, at)
        return self.file.place(spans[0][0], spans[-1][1])

    def offset(self, at: int) -> int:
        """The file offset of the character at `at`, or of the nearest one before it."""
        if not self.runs:
            return 0
        run = self.runs[self._run_at(at)]
        return run.start + min(max(at - run.at, 0), run.length)

    def _run_at(self, at: int) -> int:
        """The index of the last run that begins at `at` or before it; 0 where none does."""
        return max(bisect_right(self.runs, at, key=_run_begin) - 1, 0)


def _run_begin(run: Run) -> int:
    return run.at


# --- inside a block ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cite:
    """One source named in a citation: its id as written, and the locator behind a comma."""

    id: str
    locator: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@a; @b, para. 4]` or `[[a]]`.

    It stands at `at` in its block's prose and covers the words from `covers` up to there.
    """

    cites: tuple[Cite, ...]
    at: int
    covers: int
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand at `at` in the block's prose."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong emphasis or struck-out words."""

    style: Literal["em", "strong", "s"]
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    children: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Image:
    src: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the writer asked for (two spaces or a backslash at the line's end)."""


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML as it stands in the note; whoever renders it cleans it first."""

    html: str
    place: Place


@dataclass(frozen=True, slots=True)
class CitationMark:
    """Where a citation stands among the words."""

    citation: Citation


Inline = Text | Styled | CodeSpan | Link | Image | LineBreak | RawHtml | CitationMark


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a prose, `text == prose.text[at:at + len(text)]`."""

    text: str
    at: int
    place: Place


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
class Words:
    """The inline content of a block: its tree, its prose, its sentences and its citations."""

    inlines: tuple[Inline, ...]
    prose: Prose
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]

    @property
    def text(self) -> str:
        return self.prose.text


# --- blocks --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Paragraph:
    words: Words
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section (### and deeper, or any heading of what is embedded)."""

    level: int
    words: Words
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Item:
    """One bullet: its own words, and the blocks below it (child bullets are not its words)."""

    words: Words
    children: tuple[Block, ...]
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class ItemList:
    items: tuple[Item, ...]
    ordered: bool
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Quotation:
    """A blockquote or a quoted bullet: `“words” — speaker, role (to whom) [@cite]`.

    `words` is the whole block as written, attribution and citation included; `start` and `end`
    delimit, in its prose, what stands between the outer quotation marks. `speaker`,
    `speaker_role` and `credit` (the outlet to whom it was said, or from whose wire it comes) are
    as the note gives them, or empty.
    """

    words: Words
    start: int
    end: int
    speaker: str
    speaker_role: str
    credit: str
    place: Place
    block_id: str | None = None

    @property
    def quoted(self) -> str:
        """The speaker's words without the outer marks."""
        return self.words.text[self.start : self.end]


@dataclass(frozen=True)
class Cell:
    words: Words
    place: Place


@dataclass(frozen=True)
class Table:
    """A pipe table; a citation in the last cell of a row covers the row."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Literal["left", "center", "right"] | None, ...]
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class CodeBlock:
    text: str
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class HtmlBlock:
    """A block of HTML as it stands in the note; whoever renders it cleans it first."""

    html: str
    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Rule:
    """A thematic break."""

    place: Place
    block_id: str | None = None


@dataclass(frozen=True)
class Embed:
    """`![[target#heading]]` or `![[target#^a,^b]]`, before it is resolved."""

    target: str
    heading: str | None
    block_ids: tuple[str, ...]
    place: Place
    block_id: str | None = None


Block = Paragraph | Subheading | ItemList | Quotation | Table | CodeBlock | HtmlBlock | Rule | Embed


# --- notes and briefs ----------------------------------------------------------------------------


@dataclass(frozen=True)
class LeftOut:
    """Something that stands in a file and in no digest: kept there, and reported."""

    what: Literal["comment", "task", "section", "notes", "empty section"]
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
    send_at: datetime | None = None
    embargo: datetime | None = None


def walk(blocks: tuple[Block, ...]) -> Iterator[Block | Item]:
    """Every block and bullet below `blocks`, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, ItemList):
            for item in block.items:
                yield item
                yield from walk(item.children)


def words_of(blocks: tuple[Block, ...]) -> Iterator[Words]:
    """The words of every block, bullet and table cell below `blocks`, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Paragraph | Subheading | Item | Quotation):
            yield block.words
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                for cell in row:
                    yield cell.words


# --- what the checker says -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source that bears on a claim or a finding."""

    seed: str
    text: str
    place: Place


@dataclass(frozen=True)
class Claim:
    """One checkable statement of a brief, and what the pack says of it.

    `text` equals its slice of the file, or its slices where markup, a citation or a line end is
    left out between them. `id` counts the claims of a brief and may change; `fingerprint` holds as
    long as the words, the role and the story do.
    """

    id: str
    fingerprint: str
    text: str
    place: Place
    role: str  # a section's role, or `title`, `subject` or `preheader`
    cites: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a rule reports: the rule, its severity, the place, the evidence, the remedy."""

    rule: str
    family: str
    severity: Severity
    message: str
    remedy: str
    place: Place
    fingerprint: str
    claim: str | None = None
    evidence: tuple[Evidence, ...] = ()
    stet: Stet | None = None
