"""How one slot of a claim stands to the passage that carries the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence.reading import Span

Slot = Literal["figure", "date", "name", "word", "polarity", "certainty", "quotation", "speaker"]
Relation = Literal[
    "differs",  # the passage says something else
    "missing",  # no passage of the source has it
    "altered",  # words of a quotation that the source has otherwise
    "spliced",  # one quotation of words that stand apart
    "cut",  # a quotation without a word of the source that limits it
    "bound lost",
    "bound changed",
    "derived",  # the writer's arithmetic, which does not come out
    "misspelled",  # the source has nearly the same name
    "hedge dropped",
    "attribution dropped",
    "attribution shifted",
    "scope widened",
    "ladder climbed",
    "plan as deed",
    "cause unsaid",
    "elsewhere",  # the source has it, but of something else
]


@dataclass(frozen=True, slots=True)
class Difference:
    """`ours` is a span of the claim's text, `theirs` of the source's (None where it has none)."""

    slot: Slot
    relation: Relation
    ours: Span
    theirs: Span | None
    reason: str
    certain: bool = True
