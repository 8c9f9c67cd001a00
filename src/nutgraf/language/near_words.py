"""Words that may stand for each other: synonyms, derivations, a kind for its kinds.

The data are relations between stems, drawn from WordNet 3.0 (Princeton University; its licence
stands beside the data): synonyms among a word's first senses, derivationally related forms, and
direct hypernyms of the first two senses, for words that occur in WordNet's sense-tagged texts.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def near(one: str, other: str) -> bool:
    """Whether two stems may stand for each other."""
    pairs = _pairs()
    return (one, other) in pairs or (other, one) in pairs


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    text = files("nutgraf.language").joinpath("data/near_words.txt").read_text("utf-8")
    found: set[tuple[str, str]] = set()
    for line in text.splitlines():
        first, *others = line.split()
        found.update((first, other) for other in others)
    return frozenset(found)
