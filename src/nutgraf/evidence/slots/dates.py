"""Dates: compared as days, resolved against what each text knows of its own day."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading
from nutgraf.language.date_comparison import compare


def date_differences(claim: Reading, start: int, end: int, best: Alignment) -> Iterator[Difference]:
    """What the passage says otherwise of the times in `claim.text[start:end]`."""
    source = best.index.reading
    for when in claim.dates:
        if not start <= when.start < end:
            continue
        if any(quoted.start <= when.start < quoted.end for quoted in claim.quotations):
            continue
        inside = [w for w in source.dates if best.span[0] <= w.start < best.span[1]]
        compared = [(other, compare(when, other)) for other in inside]
        if any(against.agrees for _, against in compared):
            continue
        differing = [(o, c) for o, c in compared if c.relation == "differs"]
        elsewhere = any(compare(when, other).agrees for other in source.dates)
        ours = (when.start, when.end)
        if len(differing) == 1 and len(inside) == 1 and best.coverage >= 0.6:
            other, against = differing[0]
            theirs = (other.start, other.end)
            reason = against.reason or f"the source says {other.text}"
            yield Difference("date", "differs", ours, theirs, reason)
        elif not elsewhere and not any(
            compare(when, other).relation == "unknown" for other in source.dates
        ):
            yield Difference("date", "missing", ours, None, f"no passage has {when.text}")
