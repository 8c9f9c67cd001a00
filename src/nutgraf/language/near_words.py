"""Words that may stand for each other: synonyms, derivations, a kind for its kinds.

The data are relations between stems, drawn from WordNet 3.0 (Princeton University; its licence
stands beside the data): synonyms among a word's first senses, derivationally related forms, and
direct hypernyms of the first two senses, for words that occur in WordNet's sense-tagged texts;
with them stand the synonyms of the newsroom (`news_synonyms`). A line of the data is a stem and
all that may stand for it, so that each relation is told from both sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from nutgraf.language import news_synonyms
from nutgraf.language.stems import stem as stems_of


def near(one: str, other: str) -> bool:
    """Whether two stems may stand for each other."""
    return other in neighbours(one)


@lru_cache(maxsize=65536)
def neighbours(stem: str) -> frozenset[str]:
    """The stems that may stand for a stem."""
    return frozenset(_lines().get(stem, "").split()) | _news().get(stem, frozenset())


@cache
def _lines() -> Mapping[str, str]:
    """The lines of the data by their first stem; few of them are ever asked for."""
    text = files("nutgraf.language").joinpath("data/near_words.txt").read_text("utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines())


@cache
def _news() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for words in news_synonyms.groups():
        stems = frozenset(stems_of(word) for word in words)
        for one in stems:
            found[one] = found.get(one, frozenset()) | stems - {one}
    return found
