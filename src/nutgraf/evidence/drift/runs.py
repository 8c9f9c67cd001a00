"""The words in which two passages differ, laid beside each other in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.drift.change import Span
from nutgraf.evidence.drift.matching import Pair
from nutgraf.evidence.drift.passages import Passage, Token


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the captured text and those in their place, at their spans; either may be none."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    before: Span
    after: Span


def runs(pair: Pair) -> Iterator[Run]:
    """Where the words of the two differ, in order."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded only where words differ

    old, new = _tokens(pair.old), _tokens(pair.new)
    blocks = Indel.opcodes([one.text for one in old], [one.text for one in new])
    ours: list[Token] = []
    theirs: list[Token] = []
    at_old = at_new = 0
    for block in blocks:
        if block.tag == "equal":
            if ours or theirs:
                yield _run(ours, theirs, (old, at_old), (new, at_new))
                ours, theirs = [], []
        else:
            ours += old[block.src_start : block.src_end]
            theirs += new[block.dest_start : block.dest_end]
        at_old, at_new = block.src_end, block.dest_end
    if ours or theirs:
        yield _run(ours, theirs, (old, at_old), (new, at_new))


def _tokens(passages: Sequence[Passage]) -> list[Token]:
    return [token for one in passages for token in one.tokens]


def _run(
    ours: Sequence[Token],
    theirs: Sequence[Token],
    old: tuple[Sequence[Token], int],
    new: tuple[Sequence[Token], int],
) -> Run:
    return Run(tuple(ours), tuple(theirs), _span(ours, *old), _span(theirs, *new))


def _span(tokens: Sequence[Token], every: Sequence[Token], at: int) -> Span:
    """Where words stand; where there are none, the place behind the word before."""
    if tokens:
        return tokens[0].start, tokens[-1].end
    place = every[at - 1].end if at else every[0].start
    return place, place
