"""Whether a statement says again, in other words, what was put right."""

from __future__ import annotations

import re

from nutgraf.language.governing import is_negated
from nutgraf.language.stems import read

# Of so many words that tell a fact, one may be left out where it is said again; of fewer, none.
_LOOSE = 6
_FEWEST = 3
_CITATION = re.compile(r"\[@[^\]]*\]")
_TAKEN_BACK = re.compile(
    r"\b(?:correct(?:ion|ed|s)|wrongly|mistaken(?:ly)?|in error|misstated|earlier (?:brief|issue)"
    r"|we (?:wrote|said|reported))\b",
    re.IGNORECASE,
)


def is_taken_back(text: str) -> bool:
    """Whether a statement tells of an error of ours, whose words may stand in it."""
    return _TAKEN_BACK.search(text) is not None


def says_again(text: str, said: str, right: str) -> bool:
    """Whether `text` says what `said` does, and nothing of what `right` puts in its place.

    All words that tell `said` from `right` have to stand in it, whatever their order.
    """
    if is_taken_back(text) or is_negated(text) != is_negated(said):
        return False
    ours, wrong, mended = _stems(text), _stems(said), _stems(right)
    shared = ours & wrong
    return (
        len(shared) >= max(_FEWEST, len(wrong) - len(wrong) // _LOOSE)
        and wrong - mended <= ours
        and not (mended - wrong) & ours
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in read(_CITATION.sub(" ", text)) if word.content)
