"""Words that may stand for each other: synonyms, derivations, a kind for its kinds.

The data are relations between stems, drawn from WordNet 3.0 (Princeton University; its licence
stands beside the data): synonyms among a word's first senses, derivationally related forms, and
direct hypernyms of the first two senses, for words that occur in WordNet's sense-tagged texts;
with them stand the synonyms of the newsroom (`news_synonyms`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from nutgraf.language import news_synonyms
from nutgraf.language.stems import stem as stems_of


def near(one: str, other: str) -> bool:
    """Whether two stems may stand for each other."""
    return other in neighbours(one)


def neighbours(stem: str) -> frozenset[str]:
    """The stems that may stand for a stem."""
    return _neighbours().get(stem, frozenset())


@cache
def _neighbours() -> Mapping[str, frozenset[str]]:
    text = files("nutgraf.language").joinpath("data/near_words.txt").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        first, *others = line.split()
        found.setdefault(first, set()).update(others)
        for other in others:
            found.setdefault(other, set()).add(first)
    for words in news_synonyms.groups():
        stems = {stems_of(word) for word in words}
        for one in stems:
            found.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in found.items()}
