"""How near two short arguments are, however they are worded."""

from __future__ import annotations

from functools import lru_cache

from nutgraf.language.near_words import neighbours
from nutgraf.language.overlap import shared_runs
from nutgraf.language.stems import read

_RUN = 4  # words of a shared run: shorter ones are phrases that any two texts share
_TOO_FEW = 0.3  # of the words of content: runs of words need not be looked for
_FEWEST = 6  # words of content; fewer are in any two texts of one matter


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two texts the other one has, from 0 to 1.

    By runs of words that both have, or by their words of content in any order and form, whichever
    is more. A text of few words is like no other unless it is in it word for word.
    """
    count = min(len(read(one)), len(read(other)))
    if not count:
        return 0.0
    ours, theirs = _stems(one), _stems(other)
    few = min(len(ours), len(theirs))
    shared = sum(1 for stem in ours if stem in theirs or neighbours(stem) & theirs)
    worded = shared / max(few, len(ours) * 0.75, len(theirs) * 0.75) if few >= _FEWEST else 0.0
    if shared < few * _TOO_FEW:
        return worded
    same = sum(run.words for run in shared_runs(one, other, least=_RUN)) / count
    return min(max(same, worded), 1.0)


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in read(text) if word.content)
