"""Whom a pronoun means: the subject of the verb before it, in the sentence or the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.frames.frame import Frame
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.language.stems import Word

_PRONOUNS = frozenset(["he", "she", "him", "her", "it", "they", "them"])


def meant(words: Sequence[Word], frame: Frame, index: Index) -> Iterator[Sequence[Word]]:
    """A noun phrase of a frame as it stands; for a pronoun, each phrase of whom it may mean."""
    if len(words) != 1 or words[0].lower not in _PRONOUNS:
        yield words
        return
    for number in (frame.sentence, frame.sentence - 1):
        before = [
            one
            for one in _of_sentence(index, number)
            if one.verb.end <= words[0].start and one.verb != frame.verb
        ]
        if not before:
            continue
        first = before[0]
        for party in first.of("patient" if first.passive else "agent"):
            phrases = [phrase.words for phrase in party.phrases]
            if any(len(phrase) != 1 or phrase[0].lower not in _PRONOUNS for phrase in phrases):
                yield from phrases
                return


@once
def _of_sentence(index: Index, number: int) -> tuple[Frame, ...]:
    """The frames of one sentence of a source, in order."""
    low, high = index.reading.sentences[number] if number >= 0 else (0, 0)
    found = {id(f): f for several in index.frames.values() for f in several}
    return tuple(
        sorted(
            (one for one in found.values() if low <= one.verb.start < high),
            key=lambda one: one.verb.start,
        )
    )
