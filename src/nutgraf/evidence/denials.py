"""Whether a source denies what a statement denies, in whatever passage it does."""

from __future__ import annotations

import re
from collections import Counter

from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.governing import is_negated

FEWEST = 2  # content words of the statement that a denial must have
SHARE = 0.6
_ANSWERED = 2  # sentences behind a charge in which it may be denied
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing))\b", re.IGNORECASE
)


def denied_in(index: Index, claim: Reading, span: Span) -> bool:
    """Whether a sentence of the source has most words of a negative statement, and is negative."""
    stems = {word.stem for word in claim.words_in(*span) if word.content}
    held = Counter(at for stem in stems for at in index.postings.get(stem, ()))
    least = max(FEWEST, SHARE * len(stems))
    source = index.reading
    denies = is_denial(claim.text[slice(*span)])
    return any(
        is_negated(source.text[slice(*source.sentences[at])])
        or (denies and is_denial(_behind(source, at)))
        for at, count in held.items()
        if count >= least
    )


def is_denial(text: str) -> bool:
    """Whether a statement says that somebody denies something."""
    return _DENIES.search(text) is not None


def _behind(source: Reading, at: int) -> str:
    """The sentences behind one, in which who is charged may answer: `The mill denies the claim.`"""
    last = min(at + _ANSWERED, len(source.sentences) - 1)
    return source.text[source.sentences[at][0] : source.sentences[last][1]]
