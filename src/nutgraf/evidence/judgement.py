"""What a pack says of one statement."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.evidence.difference import Difference
from nutgraf.model import Verdict


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A span of the body of the source `source` (its id)."""

    source: str
    start: int
    end: int


@dataclass(frozen=True)
class Judgement:
    """The verdict on a statement, and what it rests on.

    `passage` is what carries the statement, or comes nearest to it; `differences` are the slots in
    which the two do not agree, their `theirs` at offsets of that source's body. `carried_by` are
    the sources that carry all of it; `elsewhere` is the passage of another source than those asked
    for that carries it. `carriers` are the passages of all sources of the pack that carry it, one
    of each.
    """

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    passage: SourceSpan | None = None
    carried_by: tuple[str, ...] = ()
    elsewhere: SourceSpan | None = None
    reasons: tuple[str, ...] = ()
    coverage: float = 0.0
    carriers: tuple[SourceSpan, ...] = ()
