"""Words: where claim and passage say nearly the same, the word that differs is the fault."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading

CLOSE = 0.75


def word_differences(claim: Reading, best: Alignment) -> Iterator[Difference]:
    """The claim's words that stand in a passage's place of others, or in no passage."""
    del claim
    for at in best.unmatched():
        word = best.ours[at]
        known = word.stem in best.index.postings
        others = best.opposite_of(at)
        theirs = (others[0].start, others[-1].end) if others else None
        if best.coverage >= CLOSE and others:
            text = best.index.reading.text[others[0].start : others[-1].end]
            ours = (word.start, word.end)
            yield Difference("word", "differs", ours, theirs, f"the source says {text}")
        elif not known:
            yield Difference(
                "word", "missing", (word.start, word.end), None, f"no passage has {word.lower}"
            )
