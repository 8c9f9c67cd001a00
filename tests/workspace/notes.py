"""Notes for tests: parsed from a text, and looked at in ways that hold for every note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from nutgraf.errors import Fault
from nutgraf.model import (
    Block,
    FileText,
    Inline,
    Item,
    Note,
    NoteType,
    Paragraph,
    Place,
    Section,
    Words,
    walk,
    words_of,
)
from nutgraf.workspace import frontmatter
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.wiki_links import EVERYTHING, Citable

PATHS: dict[NoteType, str] = {
    "brief": "briefs/a.md",
    "note": "seeds/a.md",
    "angle": "angles/a.md",
    "source": "seeds/a.md",
}


def parse(
    text: str, kind: NoteType = "brief", citable: Citable = EVERYTHING
) -> tuple[Note, tuple[Fault, ...]]:
    """A note of that text, and its faults; those of the front matter first."""
    file = FileText(PATHS[kind], text)
    front, wrong = frontmatter.read(file)
    note, faults = parse_note("a", kind, file, front, citable)
    return note, (*wrong, *faults)


def read(text: str, kind: NoteType = "brief") -> Note:
    """A note of that text, which holds no fault."""
    note, faults = parse(text, kind)
    assert not faults
    check_places(note)
    return note


def sections(note: Note) -> tuple[Section, ...]:
    return tuple(section for story in note.stories for section in story.sections)


def blocks(note: Note) -> tuple[Block, ...]:
    """All blocks of all sections."""
    return tuple(block for section in sections(note) for block in section.blocks)


def all_words(note: Note) -> Iterator[Words]:
    for story in note.stories:
        if story.title is not None:
            yield story.title
    yield from words_of(blocks(note))


def first_words(text: str, kind: NoteType = "brief") -> Words:
    """The words of the first block of a note of that text."""
    block = blocks(read(text, kind))[0]
    assert isinstance(block, Paragraph)
    return block.words


def at(note: Note, place: Place) -> str:
    """What stands at a place."""
    return note.file.text[place.start : place.end]


def check_places(note: Note) -> None:
    """What holds for every note: each thing in it knows exactly where it stands."""
    for place in _places(note.stories):
        _check_place(place, note.file)
    for stet in note.stets:
        _check_place(stet.place, note.file)
        if stet.covers is not None:
            _check_place(stet.covers, note.file)
    for out in note.left_out:
        _check_place(out.place, note.file)
    for words in all_words(note):
        check_words(words)
    for block in walk(blocks(note)):
        if isinstance(block, Item):
            _check_child(block, note)


def check_words(words: Words) -> None:
    prose, file = words.prose, words.prose.file
    behind = 0
    for run in prose.runs:
        assert run.at >= behind
        assert run.length > 0
        there = file.text[run.start : run.start + run.length]
        assert prose.text[run.at : run.at + run.length] == there
        behind = run.at + run.length
    starts = [run.start for run in prose.runs]
    assert starts == sorted(starts)
    for sentence in words.sentences:
        assert sentence.text == prose.text[sentence.at : sentence.at + len(sentence.text)]
        _check_place(sentence.place, file)
    for citation in words.citations:
        assert 0 <= citation.covers <= citation.at <= len(prose.text)
        written = file.text[citation.place.start : citation.place.end]
        assert written.startswith("[")
        assert written.endswith("]")
        for cite in citation.cites:
            assert file.text[cite.place.start : cite.place.end].strip() == cite.id
    assert "".join(_texts(words.inlines)) == prose.text


def _texts(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """What the tree of a block's words says, without its markup."""
    for inline in inlines:
        children = getattr(inline, "children", None)
        if children is not None:
            yield from _texts(children)
        else:
            yield getattr(inline, "text", "")


def _check_place(place: Place, file: FileText) -> None:
    assert place.path == file.path
    assert 0 <= place.start <= place.end <= len(file.text)
    assert file.line_and_column(place.start) == (place.line, place.column)
    assert file.line_and_column(place.end) == (place.end_line, place.end_column)


def _check_child(item: Item, note: Note) -> None:
    """A bullet's place holds its words and its children."""
    spans = [
        (run.start, run.start + run.length)
        for words in (item.words, *words_of(item.children))
        for run in words.prose.runs
    ]
    assert all(item.place.start <= start <= end <= item.place.end for start, end in spans)


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, Place):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _places(one)
    elif is_dataclass(value) and not isinstance(value, FileText):
        for field in fields(value):
            yield from _places(getattr(value, field.name))


def without_places(value: Any) -> Any:
    """The same value without what depends on where it stands in a file."""
    if isinstance(value, Place | FileText):
        return None
    if isinstance(value, tuple):
        return tuple(without_places(one) for one in value)
    if is_dataclass(value):
        kept = [field.name for field in fields(value) if field.name != "runs"]
        told = {name: without_places(getattr(value, name)) for name in kept}
        return type(value).__name__, told
    return value
