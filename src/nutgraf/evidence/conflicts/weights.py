"""How much a word tells in a pack: those that stand in few of its sentences, most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from nutgraf.evidence.index import Index

Weight = Callable[[str], float]


def weight_in(indexes: Iterable[Index]) -> Weight:
    """What the stem of a word weighs among the sentences of some sources."""
    count: Counter[str] = Counter()
    sentences = 1
    for index in indexes:
        sentences += len(index.reading.sentences)
        for word, where in index.postings.items():
            count[word] += len(where)

    def weight(word: str) -> float:
        return math.log(1 + sentences / (1 + count[word]))

    return weight
