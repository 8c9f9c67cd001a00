"""Certainty: what the passage denies, doubts, limits or leaves to others to say."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.difference import Difference, Relation, Slot
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import certainty_comparison

_RELATIONS: dict[str, tuple[Slot, Relation]] = {
    "negation lost": ("polarity", "differs"),
    "negation added": ("polarity", "differs"),
    "direction reversed": ("polarity", "differs"),
    "hedge dropped": ("certainty", "hedge dropped"),
    "attribution dropped": ("certainty", "attribution dropped"),
    "attribution shifted": ("certainty", "attribution shifted"),
    "scope widened": ("certainty", "scope widened"),
    "ladder climbed": ("certainty", "ladder climbed"),
    "plan as deed": ("certainty", "plan as deed"),
}


def certainty_differences(
    claim: Reading, start: int, end: int, index: Index, passage: Span
) -> Iterator[Difference]:
    """Where `claim.text[start:end]` goes beyond, or against, a passage of the source.

    What good summaries do too is told as not certain; saying less than the source is no fault.
    """
    text = index.reading.text[slice(*passage)]
    for one in certainty_comparison.compare(claim.text[start:end], text):
        if one.kind not in _RELATIONS:
            continue
        slot, relation = _RELATIONS[one.kind]
        ours = (start + one.claim[0], start + one.claim[1])
        theirs = (passage[0] + one.passage[0], passage[0] + one.passage[1])
        reason = f"{one.kind}: the source says “{one.stands}”"
        yield Difference(slot, relation, ours, theirs, reason, certain=one.weight == "clear")
