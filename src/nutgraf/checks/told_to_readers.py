"""What a brief tells its readers, sentence by sentence: to see whether a thing is told at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nutgraf.language import certainty, governing, stems
from nutgraf.language.unknowing import tells_a_gap
from nutgraf.model import (
    Brief,
    Place,
    Prose,
    Quotation,
    Role,
    Section,
    Table,
    Words,
    walk,
)
from nutgraf.workspace.front_prose import front_prose

_POSSIBLE = 2  # on the ladder of hedges: may, could, perhaps


@dataclass(frozen=True)
class Told:
    """One sentence `prose.text[start:end]` of a brief, with the stems of its words of content.

    `role` is None for title, subject and preheader; `story` is the number of its story, or None
    where it stands before them all. `published` is False in notes, which no reader gets.
    """

    prose: Prose
    start: int
    end: int
    role: Role | None
    story: int | None
    published: bool
    stems: frozenset[str]
    quotation: Quotation | None = None

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @property
    def place(self) -> Place:
        return self.prose.place(self.start, self.end)

    @property
    def leaves_open(self) -> bool:
        """Whether it says that something is not so, not known, at most possible, or asks."""
        text = self.text
        if self.role is Role.UNKNOWNS or text.rstrip('”" ').endswith("?"):
            return True
        if tells_a_gap(text) or governing.is_negated(text):
            return True
        return any(cue.step <= _POSSIBLE for cue in certainty.read(text).of("hedge"))


def told_to_readers(brief: Brief) -> tuple[Told, ...]:
    """Every sentence of a brief in reading order, its notes last among its sections."""
    return tuple(_told(brief))


def _told(brief: Brief) -> Iterator[Told]:
    front = _Where(None, None, published=True)
    for _, prose in front_prose(brief):
        yield _one(prose, 0, len(prose.text), front)
    for number, story in enumerate(brief.stories):
        if story.title is not None:
            yield from _of(story.title, _Where(None, number, published=True))
        for section in story.sections:
            yield from _of_section(section, number)


@dataclass(frozen=True, slots=True)
class _Where:
    role: Role | None
    story: int | None
    published: bool
    quotation: Quotation | None = None


def _of_section(section: Section, story: int) -> Iterator[Told]:
    published = section.published and section.role is not Role.NOTES
    if not published and section.role is not Role.NOTES:
        return
    where = _Where(section.role, story, published)
    for block in walk(section.blocks):
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _of(cell.words, where)
        elif isinstance(block, Quotation):
            quoted = replace(where, quotation=block)
            yield _one(block.words.prose, 0, len(block.words.text), quoted)
        elif (words := getattr(block, "words", None)) is not None:
            yield from _of(words, where)


def _of(words: Words, where: _Where) -> Iterator[Told]:
    for sentence in words.sentences:
        yield _one(words.prose, sentence.at, sentence.at + len(sentence.text), where)


def _one(prose: Prose, start: int, end: int, where: _Where) -> Told:
    read = frozenset(word.stem for word in stems.read(prose.text[start:end]) if word.content)
    return Told(prose, start, end, where.role, where.story, where.published, read, where.quotation)
