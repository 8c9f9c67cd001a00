"""Whether a source denies what a statement denies, in whatever passage it does."""

from __future__ import annotations

from collections import Counter

from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.governing import is_negated

FEWEST = 2  # content words of the statement that a denial must have
SHARE = 0.6


def denied_in(index: Index, claim: Reading, span: Span) -> bool:
    """Whether a sentence of the source has most words of a negative statement, and is negative."""
    stems = {word.stem for word in claim.words_in(*span) if word.content}
    held = Counter(at for stem in stems for at in index.postings.get(stem, ()))
    least = max(FEWEST, SHARE * len(stems))
    source = index.reading
    return any(
        is_negated(source.text[slice(*source.sentences[at])])
        for at, count in held.items()
        if count >= least
    )
