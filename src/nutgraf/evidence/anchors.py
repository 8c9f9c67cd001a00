"""What of a statement can be looked up in a source as it stands: its figures, its quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.statements import Statement
from nutgraf.language import figures
from nutgraf.language.figure import Figure
from nutgraf.language.derivation import derive
from nutgraf.language.figure_comparison import compare
from nutgraf.language.marks import pieces
from nutgraf.language.typography import fold
from nutgraf.model import Evidence

# Fewer words in quotation marks are a term or a title as often as somebody's words.
FEWEST_WORDS = 3
_OURSELVES = re.compile(r"\W*(?:We|Our|Nobody here|This brief)\b")
_LEFT_OUT = re.compile(r"\.\.\.|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Anchor:
    """A figure or quoted words at `start` to `end` of the statement's prose.

    `evidence` is where a source that the statement rests on carries it, `elsewhere` where only
    another source of the pack does.
    """

    kind: Literal["figure", "quotation"]
    text: str
    start: int
    end: int
    evidence: Evidence | None
    elsewhere: Evidence | None = None


def read_anchors(statement: Statement, pack: Pack) -> tuple[Anchor, ...]:
    """The anchors of a statement, in order.

    It rests on what it cites; without a citation on the whole pack. Words inside quotation marks
    are the speaker's: figures in them are not anchors.
    """
    return tuple(sorted(_anchors(statement, pack), key=lambda anchor: anchor.start))


def rests_on(statement: Statement, pack: Pack) -> tuple[ReadSource, ...]:
    """The sources that a statement cites, or the whole pack where it cites none."""
    if not statement.cites:
        return tuple(pack.values())
    named = {cite.id.casefold() for cite in statement.cites}
    return tuple(source for name, source in pack.items() if name in named)


def _anchors(statement: Statement, pack: Pack) -> Iterator[Anchor]:
    own = rests_on(statement, pack)
    others = tuple(source for source in pack.values() if source not in own)
    quoted = _quoted(statement)
    for start, end in quoted:
        words = statement.prose.text[start:end]
        if len(words.split()) < FEWEST_WORDS:
            continue
        found = next(_carrying_words(words, own), None)
        elsewhere = None if found else next(_carrying_words(words, others), None)
        yield Anchor("quotation", words, start, end, found, elsewhere)
    # What a newsletter says of its own work rests on no source.
    if _OURSELVES.match(statement.text):
        return
    for figure in figures.read(statement.text):
        start, end = statement.start + figure.start, statement.start + figure.end
        if figure.weak or figure.kind == "label" or _inside(start, quoted):
            continue
        found = next(_carrying_figure(figure, own), None)
        elsewhere = None if found else next(_carrying_figure(figure, others), None)
        yield Anchor("figure", figure.text, start, end, found, elsewhere)


def _quoted(statement: Statement) -> tuple[tuple[int, int], ...]:
    if statement.quotation is not None:
        return ((statement.quotation.start, statement.quotation.end),)
    return tuple(
        (statement.start + piece.start, statement.start + piece.end)
        for piece in pieces(statement.text)
    )


def _inside(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= at < end for start, end in spans)


def _carrying_words(words: str, sources: tuple[ReadSource, ...]) -> Iterator[Evidence]:
    """Where the words stand to the letter; typography, case and a last comma do not count.

    What an ellipsis or square brackets part stands in the source in that order.
    """
    folded = fold(words, case=True).text
    parts = [part.strip(" .,;:!?") for part in _LEFT_OUT.split(folded)]
    for source in sources:
        if span := _in_order([part for part in parts if part], source.folded.text):
            yield source.evidence(*source.folded.original(*span))


def _in_order(parts: list[str], text: str) -> tuple[int, int] | None:
    """From the beginning of the first part to the end of the last, each behind the one before."""
    start = end = -1
    for part in parts:
        at = text.find(part, max(end, 0))
        if at < 0:
            return None
        start = at if start < 0 else start
        end = at + len(part)
    return (start, end) if parts else None


def _carrying_figure(figure: Figure, sources: tuple[ReadSource, ...]) -> Iterator[Evidence]:
    for source in sources:
        for other in source.figures:
            if compare(figure, other).agrees:
                yield source.evidence(other.start, other.end)
        if sum_of := derive(figure, source.figures):
            first, last = sum_of.operands[0], sum_of.operands[-1]
            yield source.evidence(first.start, last.end)
