"""A claim beside the sentences of every source that carry it, and how much surer it is than each.

The passage that a claim is judged by is the nearest one. Another source may carry the same with a
doubt, for a part or for a time: what the claim goes beyond is told of each of them by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.evidence.alignment import compared_words
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.certainty import certainty_differences
from nutgraf.evidence.witnesses import Witness, of_source

_FEWEST = 2  # words by which a claim can be told from others


@dataclass(frozen=True, eq=False)
class Beside:
    """`claim.text[at]` beside one sentence of a source that has at least half of it.

    `share` is how much of the claim the sentence has, `span` where it stands in the source's body.
    """

    claim: Reading
    at: Span
    witness: Witness

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.witness.source

    @property
    def index(self) -> Index:
        return self.witness.index

    @property
    def span(self) -> Span:
        return self.witness.span

    @property
    def share(self) -> float:
        return self.witness.share

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.index.reading.text[slice(*self.span)]

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """How the claim says it more surely than the sentence: offsets of the prose, the body."""
        found = certainty_differences(
            self.claim, *self.at, self.index, self.span, coverage=self.share
        )
        return tuple(found)


def beside(
    claim: Reading, start: int, end: int, sources: Sequence[tuple[str, Index]]
) -> tuple[Beside, ...]:
    """`claim.text[start:end]` beside each sentence that has half of it, the nearest first.

    Of one source several sentences may; sources are given as (id, index).
    """
    return _beside(claim, (start, end), tuple(sources))


@once
def _beside(
    claim: Reading, span: Span, sources: tuple[tuple[str, Index], ...]
) -> tuple[Beside, ...]:
    if len(compared_words(claim, *span)) < _FEWEST:
        return ()
    found = [one for name, index in sources for one in of_source(claim, span, name, index)]
    found.sort(key=lambda one: -one.share)
    return tuple(Beside(claim, span, one) for one in found)
