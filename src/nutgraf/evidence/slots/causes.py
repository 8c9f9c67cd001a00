"""Causes: what a claim says came of something, where the source tells only what came before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading
from nutgraf.language import causes
from nutgraf.language.causal_cues import LEFT_OPEN


def cause_differences(
    claim: Reading, start: int, end: int, index: Index, others: Sequence[Index]
) -> Iterator[Difference]:
    """Causes of `claim.text[start:end]` that neither the source nor any of the others states.

    Only where the source has both parts, in sentences of their own, or leaves the cause open.
    """
    said = claim.text[start:end]
    if not causes.read(said) or LEFT_OPEN.search(said):
        return  # whoever leaves the cause open states none
    for one in causes.differences(said, index.told, [other.told for other in others]):
        if one.weight == "clear":
            ours = (start + one.claim[0], start + one.claim[1])
            reason = f"the source does not say that this is the cause: “{one.stands}”"
            yield Difference("certainty", "cause unsaid", ours, one.passage, reason)
