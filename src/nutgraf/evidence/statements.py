"""The statements of a brief: its sentences and table rows, each with what it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model import (
    Brief,
    Citation,
    Cite,
    Place,
    Prose,
    Quotation,
    Role,
    Table,
    Words,
    walk,
)

# What is said in these is checked; concepts are terms, sources are made, notes are private.
CHECKED_ROLES = frozenset(Role) - {Role.NOTES, Role.SOURCES, Role.CONCEPTS, Role.OTHER}


@dataclass(frozen=True)
class Statement:
    """One sentence (or table cell) of a brief, `text == prose.text[start:end]`, and its citations.

    `quotation` is the block it belongs to where that is a quotation.
    """

    prose: Prose
    start: int
    end: int
    role: Role
    story: int
    cites: tuple[Cite, ...]
    quotation: Quotation | None = None

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @property
    def place(self) -> Place:
        return self.prose.place(self.start, self.end)


def statements(brief: Brief) -> Iterator[Statement]:
    """Every statement of the sections that go out, in reading order."""
    for number, story in enumerate(brief.stories):
        for section in story.sections:
            if not section.published or section.role not in CHECKED_ROLES:
                continue
            for block in walk(section.blocks):
                if isinstance(block, Table):
                    yield from _rows(block, section.role, number)
                elif words := getattr(block, "words", None):
                    quotation = block if isinstance(block, Quotation) else None
                    yield from _sentences(words, section.role, number, quotation)


def _sentences(
    words: Words, role: Role, story: int, quotation: Quotation | None
) -> Iterator[Statement]:
    if quotation is not None:
        cites = tuple(cite for citation in words.citations for cite in citation.cites)
        yield Statement(words.prose, 0, len(words.text), role, story, cites, quotation)
        return
    for sentence in words.sentences:
        end = sentence.at + len(sentence.text)
        covering = _covering(words.citations, sentence.at, end)
        yield Statement(words.prose, sentence.at, end, role, story, covering)


def _covering(citations: tuple[Citation, ...], start: int, end: int) -> tuple[Cite, ...]:
    return tuple(
        cite
        for citation in citations
        if citation.covers < end and start < citation.at
        for cite in citation.cites
    )


def _rows(table: Table, role: Role, story: int) -> Iterator[Statement]:
    """Each filled cell of each row; what the last cell cites, the whole row does."""
    for row in table.rows:
        cites = tuple(
            cite
            for cell in row[-1:]
            for citation in cell.words.citations
            for cite in citation.cites
        )
        for cell in row:
            if cell.words.text.strip():
                own = tuple(cite for c in cell.words.citations for cite in c.cites) or cites
                text = cell.words.text
                yield Statement(cell.words.prose, 0, len(text), role, story, own)
