"""Governed statements: what the passage denies, doubts, wishes or makes depend, told as a fact."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference, Relation, Slot
from nutgraf.evidence.reading import Reading
from nutgraf.language.clause_words import words_of
from nutgraf.language.governing import Governor, Sort, governors, is_negated, is_softened
from nutgraf.language.hedges import HEDGES
from nutgraf.language.phrase_tables import match
from nutgraf.language.stems import Word
from nutgraf.language.verb_forms import verbs

# With less of its words in the passage, a claim need not be what is governed there.
ENOUGH = 0.6
_NEAR = 45  # characters from a denial to the word that it denies
_TOLD: dict[Sort, tuple[Slot, Relation]] = {
    "denied": ("polarity", "differs"),
    "unreal": ("certainty", "hedge dropped"),
    "condition": ("certainty", "scope widened"),
}


def governed_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What stands under a denial, a doubt or a condition in the passage, and free in the claim."""
    if best.coverage < ENOUGH:
        return
    said = claim.text[start:end]
    own = {one.sort for one in governors(claim.text, start, end)}
    if is_softened(said) or _is_hedged(said):
        own |= {"unreal", "condition"}
    if is_negated(said):
        own.add("denied")
    words = claim.words_in(start, end)
    heads = {words[at].start for at in verbs(words) if at == 0 or words[at - 1].lower != "to"}
    softened = is_softened(said)
    source = best.index.reading
    for number in range(best.window.first, best.window.last):
        for governor in governors(source.text, *source.sentences[number]):
            if governor.sort in own or (softened and _SHORT_OF.match(governor.text)):
                continue
            word = _governed(governor, heads, best)
            if word is None or _is_free(word, best):
                continue
            slot, relation = _TOLD[governor.sort]
            theirs = (governor.start, governor.end)
            reason = f"the source has “{governor.text}” before it"
            yield Difference(slot, relation, (word.start, word.end), theirs, reason)
            return


def _is_hedged(text: str) -> bool:
    words = words_of(text)
    return any(match(words, at, HEDGES) for at in range(len(words)))


def _governed(governor: Governor, heads: Container[int], best: Alignment) -> Word | None:
    """The verb of the claim that the governor reaches, with most of what the claim says of it."""
    inside: list[Word] = []
    found: Word | None = None
    for one in best.matches:
        ours, theirs = best.ours[one.claim], best.theirs[one.passage]
        behind = governor.end <= theirs.start < governor.reach
        if governor.sort == "condition":
            behind = theirs.start < governor.start
        if not behind:
            continue
        inside.append(ours)
        if ours.start in heads and one.exact and found is None:
            if governor.sort != "denied" or _is_close(governor, theirs):
                found = ours
    if found is None or len(inside) < 2 or 2 * len(inside) < len(best.matches):
        return None
    return found


def _is_free(word: Word, best: Alignment) -> bool:
    """Whether another sentence of the source says it, with as much of the claim, ungoverned."""
    reading = best.index.reading
    stems = {one.stem for one in best.ours}
    least = max(2, len(best.matches) // 2)
    for number in best.index.postings.get(word.stem, ()):
        low, high = reading.sentences[number]
        if best.span[0] <= low < best.span[1]:
            continue
        there = {one.stem for one in reading.words_in(low, high) if one.content}
        if len(there & stems) >= least and not any(governors(reading.text, low, high)):
            return True
    return False


def _is_close(governor: Governor, word: Word) -> bool:
    """Whether a denial is of this word: near, or through `no evidence that`."""
    if _FAR.match(governor.text):
        return True
    return word.start - governor.end <= _NEAR


_SHORT_OF = re.compile(r"stop|declin|refus|fail|den", re.IGNORECASE)
_FAR = re.compile(r"no \w+ ?\w*|at no |stop|den", re.IGNORECASE)
