"""Further gaps that the sources of a pack admit: those that no finding speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.app.suggesting.already import Already, overlaps
from nutgraf.app.suggesting.candidate import Candidate, Worth
from nutgraf.checks.fairness.gaps_told import is_told, offer_of_gap, shared
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.unknowns import Unknown, share_of, unknowns
from nutgraf.language.unknowing import tells_a_gap
from nutgraf.model import Evidence, Role

# The share that a story has of what a gap is about: with less, it is of another matter.
_OF_THE_STORY = 0.2
# What the check would ask about; here nothing is offered that readers may have been told.
_HINTED = 0.25
_AT_LEAST = 2  # stems


def further_gaps(already: Already, taken: Sequence[Evidence]) -> Iterator[Candidate]:
    """What a source says is not known and the brief does not tell, other than `taken`."""
    case = already.case
    for at, unknown in enumerate(unknowns(case.pack)):
        span = unknown.span
        if any(overlaps(span, one, case) for one in taken) or is_told(case, unknown):
            continue
        index = case.pack.sources[span.source.casefold()].index
        if any(_hints(one, unknown, index) for one in case.told if one.published):
            continue
        story, stems = already.story_of(unknown.topic | unknown.context)
        if share_of(unknown.topic, stems, index) < _OF_THE_STORY:
            continue
        why = "a source says this; readers are not told"
        yield Candidate(
            "caveat", why, offer_of_gap(case, unknown, story), (Worth.FURTHER_CAVEAT, at)
        )


def _hints(one: Told, unknown: Unknown, index: Index) -> bool:
    """Whether a sentence leaves something open that may be the same."""
    if one.role is not Role.UNKNOWNS and not tells_a_gap(one.text):
        return False
    return (
        shared(unknown.topic, one.stems) >= _AT_LEAST
        and share_of(unknown.topic, one.stems, index) >= _HINTED
    )
