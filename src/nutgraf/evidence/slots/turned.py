"""Turned words: the claim has a word's opposite before the very word that it stands with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading
from nutgraf.language.antonyms import are_converse, opposites
from nutgraf.language.governing import is_negated
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import Word

# So much of the claim, by weight, the sentence must share with its neighbours' help.
COMPANY = 0.4
_AHEAD = 2  # words from the turned word to the one that it is said of
_BACK = 3  # words from that one back to the opposite
_AROUND = 5  # words around it in which the source may have the claim's own word


def turned_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """Words of `claim.text[start:end]` where the source has the opposite, of the same thing.

    `low costs` of a source that speaks of `high costs` and nowhere of low ones.
    """
    said = claim.text[start:end]
    if is_negated(said):
        return
    words = claim.words_in(start, end)
    stems = {word.stem for word in words if word.content}
    index = best.index
    for at, word in enumerate(words):
        if not word.content or any(q.start <= word.start < q.end for q in claim.quotations):
            continue
        known = opposites(word.stem, index.postings.keys()) & index.postings.keys() - stems
        reverse = {one for one in known if not are_converse(word.stem, one)}
        ahead = [one for one in words[at + 1 : at + 1 + _AHEAD] if one.content][:1]
        if not reverse or not ahead:
            continue
        other = _opposite(word, ahead[0], reverse, stems, index)
        if other is not None:
            ours, theirs = (word.start, word.end), (other.start, other.end)
            reason = f"the source says “{index.reading.text[slice(*theirs)]}”"
            yield Difference("polarity", "differs", ours, theirs, reason)


def _opposite(
    word: Word, thing: Word, reverse: set[str], stems: set[str], index: Index
) -> Word | None:
    """The opposite of a word before the same thing, where the source never has the word there."""
    near = {word.stem} | neighbours(word.stem)
    found: Word | None = None
    for number in index.postings.get(thing.stem, ()):
        words = index.reading.words_in(*index.reading.sentences[number])
        for at, one in enumerate(words):
            if one.stem != thing.stem:
                continue
            if any(w.stem in near for w in words[max(at - _AROUND, 0) : at + _AROUND]):
                return None
            there = next((w for w in words[max(at - _BACK, 0) : at] if w.stem in reverse), None)
            if there is not None and _speaks_of_it(number, stems, index):
                found = found or there
    return found


def _speaks_of_it(number: int, stems: set[str], index: Index) -> bool:
    """Whether a sentence, with its neighbours, has enough of the claim, and denies nothing."""
    reading = index.reading
    if is_negated(reading.text[slice(*reading.sentences[number])]):
        return False
    first, last = max(number - 1, 0), min(number + 1, len(reading.sentences) - 1)
    around = reading.words_in(reading.sentences[first][0], reading.sentences[last][1])
    shared = stems & {word.stem for word in around}
    return _weight(shared, index) >= COMPANY * _weight(stems, index)


def _weight(stems: Sequence[str] | set[str], index: Index) -> float:
    return sum(map(index.weight, stems))
