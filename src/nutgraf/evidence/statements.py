"""The statements of a brief: its sentences and table rows, each with what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.language.sentences import split
from nutgraf.model import (
    Brief,
    Citation,
    Cite,
    Place,
    Prose,
    Quotation,
    Role,
    Run,
    Section,
    Table,
    Words,
    walk,
)
from nutgraf.workspace.front_prose import FrontKey, front_prose

# What is said in these is checked, notes too, which are never published; concepts are terms, and
# sources are made.
CHECKED_ROLES = frozenset(Role) - {Role.SOURCES, Role.CONCEPTS, Role.OTHER}


@dataclass(frozen=True)
class Statement:
    """One sentence (or table row) of a brief, `text == prose.text[start:end]`, and its citations.

    `quotation` is the block it belongs to where that is a quotation.
    """

    prose: Prose
    start: int
    end: int
    role: Role | FrontKey
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
    """Title, subject and preheader, then every statement that goes out, in reading order."""
    for key, prose in front_prose(brief):
        for start, end in split(prose.text):
            yield Statement(prose, start, end, key, 0, ())
    for number, story in enumerate(brief.stories):
        if story.title is not None:
            text = story.title.text
            yield Statement(story.title.prose, 0, len(text), "title", number, ())
        for section in story.sections:
            if not _is_checked(section):
                continue
            for block in walk(section.blocks):
                if isinstance(block, Table):
                    yield from _rows(block, section.role, number)
                elif words := getattr(block, "words", None):
                    quotation = block if isinstance(block, Quotation) else None
                    yield from _sentences(words, section.role, number, quotation)


def _is_checked(section: Section) -> bool:
    if section.role is Role.NOTES:
        return True
    return section.published and section.role in CHECKED_ROLES


_STOPS = " .!?…\"'”’)"


def _sentences(
    words: Words, role: Role, story: int, quotation: Quotation | None
) -> Iterator[Statement]:
    if quotation is not None:
        cites = tuple(cite for citation in words.citations for cite in citation.cites)
        yield Statement(words.prose, 0, len(words.text), role, story, cites, quotation)
        return
    for sentence in words.sentences:
        end = sentence.at + len(sentence.text)
        # The full stop behind the citation of one sentence is not the next one's.
        said = sentence.at + len(sentence.text.rstrip(_STOPS))
        covering = _covering(words.citations, sentence.at, said)
        yield Statement(words.prose, sentence.at, end, role, story, covering)


def _covering(citations: tuple[Citation, ...], start: int, end: int) -> tuple[Cite, ...]:
    return tuple(
        cite
        for citation in citations
        if citation.covers < end and start < citation.at
        for cite in citation.cites
    )


def _rows(table: Table, role: Role, story: int) -> Iterator[Statement]:
    """Each row as one statement: its cells together; what the last cell cites, it all does."""
    for row in table.rows:
        cells = [cell.words for cell in row if cell.words.text.strip()]
        cites = tuple(
            cite for words in cells for citation in words.citations for cite in citation.cites
        )
        if cells:
            prose = _joined([words.prose for words in cells])
            yield Statement(prose, 0, len(prose.text), role, story, cites)


def _joined(proses: Sequence[Prose]) -> Prose:
    """Several proses of one file as one, a space between them."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for prose in proses:
        runs.extend(Run(run.at + at, run.start, run.length) for run in prose.runs)
        texts.append(prose.text)
        at += len(prose.text) + 1
    return Prose(" ".join(texts), proses[0].file, tuple(runs))
