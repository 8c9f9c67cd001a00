"""`A is the parallel to B; both are in court`: what is said of two, where a source knows one.

A passage that carries it of the one makes the words of the clause look carried. So the other one,
the noun phrase with which the sentence ends before `both`, is looked for by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.stems import FUNCTION_WORDS
from nutgraf.language.verb_forms import verbs

_BOTH = re.compile(r"(?:and |but )?both (?!of\b|sides?\b|the\b|its\b|his\b|her\b|their\b)[a-z]+")
_TOKEN = re.compile(r"\S+")
_FEWEST = 2  # words of content by which a thing is known


def speaks_of_both(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause says something of the two things named before it."""
    return _BOTH.match(reading.text, start, end) is not None


def unknown_of_two(reading: Reading, before: Span, indexes: Iterable[Index]) -> Span | None:
    """The thing at the end of the words before `both` that no sentence of a source speaks of."""
    span = _last_thing(reading, *before)
    words = reading.words_in(*span)
    stems = {word.stem for word in words if word.content}
    if len(stems) < _FEWEST or verbs(words):
        return None
    least = (len(stems) + 1) // 2
    known = any(_most_together(stems, index) >= max(least, _FEWEST) for index in indexes)
    return None if known else span


def _last_thing(reading: Reading, start: int, end: int) -> Span:
    """The words behind the last function word: `the road-widening row`."""
    low = start
    for token in _TOKEN.finditer(reading.text, start, end):
        if token[0].lower() in FUNCTION_WORDS:
            low = min(token.end() + 1, end)
    return low, end


def _most_together(stems: set[str], index: Index) -> int:
    """How many of the words the best sentence of a source has."""
    counts: dict[int, int] = {}
    for stem in stems:
        for number in index.postings.get(stem, ()):
            counts[number] = counts.get(number, 0) + 1
    return max(counts.values(), default=0)
