"""Which sources of a pack carry a statement, whatever it cites: one passage of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nutgraf.evidence.against import carrying_passage
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading

# A passage has the stems of a statement, or other words for them: with less than this of the
# stems themselves, no source has been seen to carry one.
_AT_LEAST = 0.5


def carriers(
    claim: Reading,
    start: int,
    end: int,
    sources: Sequence[tuple[str, Index]],
    known: Mapping[str, SourceSpan | None],
) -> tuple[SourceSpan, ...]:
    """The passages that carry `claim.text[start:end]`, in the order of the sources, (id, index).

    `known` are the sources that were asked before, with what they answered.
    """
    stems = claim.stems_in(start, end)
    found: dict[str, SourceSpan] = {}
    for name, index in sources:
        if name in found:
            continue
        if name in known:
            passage = known[name]
            if passage is not None:
                found[name] = passage
        elif index.highest_share(stems) >= _AT_LEAST and index.share(stems) >= _AT_LEAST:
            span = carrying_passage(claim, start, end, index)
            if span is not None:
                found[name] = SourceSpan(name, *span)
    return tuple(found.values())
