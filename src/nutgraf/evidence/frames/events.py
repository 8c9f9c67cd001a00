"""Whether two sentences tell of one event, by the words that they share."""

from __future__ import annotations

from nutgraf.evidence.index import Index
from nutgraf.evidence.once import lasting
from nutgraf.language.stems import stem

# Verbs that are said of either side alike, or of so much that they tell nothing of anybody.
_SYMMETRIC = """
meet marry join agree divorce fight face play open begin start end grow increase change move break
continue combine merge collide date
"""
_LIGHT = """
be have do make take get give go come use want call tell know say put keep let see look find need
think set turn add show bring run become include ask feel write beat win
"""
SYMMETRIC = frozenset(stem(verb) for verb in _SYMMETRIC.split())
TELL_NOTHING = SYMMETRIC | frozenset(stem(verb) for verb in _LIGHT.split())
# So much of what the claim says beside a name stands in the sentence that has another name.
SAME_EVENT = 0.6
LEAST = 2  # words of it


@lasting
def stems_of(index: Index, first: int, last: int) -> frozenset[str]:
    """The content stems of sentences `first` up to `last` (exclusive)."""
    sentences = index.reading.sentences
    low, high = sentences[max(first, 0)][0], sentences[min(last, len(sentences)) - 1][1]
    return frozenset(word.stem for word in index.reading.words_in(low, high) if word.content)


def share(rest: frozenset[str], sentence: int, index: Index) -> float:
    """How much of `rest`, by weight, a sentence has; what stands in its neighbours counts half."""
    there = stems_of(index, sentence, sentence + 1)
    near = stems_of(index, sentence - 1, sentence + 2)
    whole = sum(map(index.weight, rest))
    held = sum(map(index.weight, rest & there))
    held += sum(map(index.weight, (rest & near) - there)) / 2
    return held / whole if whole else 0.0
