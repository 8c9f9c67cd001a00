"""Governed statements: what the passage denies, doubts, wishes or makes depend, told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference, Relation, Slot
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language.clause_words import words_of
from nutgraf.language.governing import (
    Governor,
    Sort,
    governors,
    has_side,
    is_conditional,
    is_credited,
    is_negated,
    is_softened,
    sayings,
)
from nutgraf.language.hedges import HEDGES
from nutgraf.language.negation import is_the_last
from nutgraf.language.owned_labels import owned_label
from nutgraf.language.phrase_tables import match
from nutgraf.language.stems import Word
from nutgraf.language.verb_forms import BE, HAVE, PAST_ONLY, verbs

# With less of its words in the passage, a claim need not be what is governed there.
ENOUGH = 0.55
CARRIED = 0.7
_RIGHT_BEHIND = 14  # characters
_NEAR = 45  # characters from a denial to the word that it denies
_TOLD: dict[Sort, tuple[Slot, Relation]] = {
    "denied": ("polarity", "differs"),
    "unreal": ("certainty", "hedge dropped"),
    "condition": ("certainty", "scope widened"),
    "partisan": ("certainty", "attribution dropped"),
}


def governed_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What stands under a denial, a doubt or a condition in the passage, and free in the claim."""
    if best.coverage < ENOUGH:
        return
    said = claim.text[start:end]
    own = _own(claim, start, end)
    # What is alleged may be told as somebody's word, and be denied.
    credited = any((_SAID.search(said), _DENIES.search(said), owned_label(said)))
    words = claim.words_in(start, end)
    heads = _heads(claim, start, end)
    source = best.index.reading
    for number in range(best.window.first, best.window.last):
        for governor in _governors(source, number):
            if governor.sort in own or (credited and _ALLEGED.match(governor.text)):
                continue
            word = _governed(governor, heads, best, "will" in {w.lower for w in words})
            if word is None or _is_free(word, best):
                continue
            if governor.sort == "denied" and is_the_last(said, source.text[slice(*best.span)]):
                continue
            apart = said[: word.start - start] + " " + said[word.end - start :]
            if is_softened(apart) and (governor.sort == "unreal" or _SHORT_OF.match(governor.text)):
                continue
            slot, relation = _TOLD[governor.sort]
            theirs = (governor.start, governor.end)
            reason = f"the source has “{governor.text}” before it"
            yield Difference(slot, relation, (word.start, word.end), theirs, reason)
            return


@once
def _heads(claim: Reading, start: int, end: int) -> frozenset[int]:
    """Where the verbs of a statement stand, but for those behind `to`."""
    words = claim.words_in(start, end)
    return frozenset(
        words[at].start for at in verbs(words) if at == 0 or words[at - 1].lower != "to"
    )


@once
def _own(claim: Reading, start: int, end: int) -> set[Sort]:
    """What governs the claim itself."""
    said = claim.text[start:end]
    own: set[Sort] = {one.sort for one in governors(claim.text, start, end)}
    if _is_hedged(said):
        own |= {"unreal", "condition"}
    if is_conditional(said):
        own.add("condition")
    if is_negated(said) or _DENIES.search(said):
        own.add("denied")
    if is_credited(said):
        own |= {"partisan"}
    return own


@once
def _governors(source: Reading, number: int) -> tuple[Governor, ...]:
    low, high = source.sentences[number]
    found = tuple(governors(source.text, low, high))
    before = source.sentences[number - 1][0] if number else low
    if has_side(source.text[before:high]):
        return (*found, *sayings(source.text, low, high))
    return found


def _is_hedged(text: str) -> bool:
    words = words_of(text)
    return any(match(words, at, HEDGES) for at in range(len(words)))


def _governed(
    governor: Governor, heads: AbstractSet[int], best: Alignment, planned: bool
) -> Word | None:
    """The verb of the claim that the governor reaches, with most of what the claim says of it."""
    inside: list[Word] = []
    found: Word | None = None
    close = False
    for one in best.matches:
        ours, theirs = best.ours[one.claim], best.theirs[one.passage]
        behind = governor.end <= theirs.start < governor.reach
        if governor.sort == "denied" and _is_denied_itself(governor, theirs):
            return ours
        if governor.sort == "condition":
            behind = theirs.start < governor.start
        if not behind or _is_finite_behind(governor, theirs, best):
            continue
        inside.append(ours)
        reached = governor.sort != "denied" or _is_close(governor, theirs)
        if ours.start in heads and one.exact and found is None and reached:
            found = ours
            close = theirs.start - governor.end <= _RIGHT_BEHIND
    if governor.sort == "denied" and close and best.coverage >= CARRIED:
        return found
    least = 0.8 if governor.sort == "partisan" else 0.5
    if len(inside) < 2 or len(inside) < least * len(best.matches):
        return None
    if found is None and governor.sort == "unreal" and planned:
        matched = {best.ours[one.claim].start for one in best.matches}
        free = [word for word in best.ours if word.start in heads and word.start not in matched]
        return free[0] if free and not heads & matched else None
    return found


def _is_finite_behind(governor: Governor, word: Word, best: Alignment) -> bool:
    """Whether a past form stands behind `could` or `tried to`, which a bare verb follows.

    Of `could work with her though the former head lost his job`, the loss is a fact.
    """
    if governor.sort != "unreal" or not _BARE.search(governor.text):
        return False
    between = best.index.reading.text[governor.end : word.start].lower().split()
    auxiliaries = [one for one in between if one in HAVE | BE]
    if auxiliaries:
        return auxiliaries[-1] in _FINITE and not _THAT.search(" ".join(between))
    return len(between) > 1 and word.lower in PAST_ONLY and not _THAT.search(" ".join(between))


def _is_denied_itself(governor: Governor, word: Word) -> bool:
    """`no evidence`, `not by the company`: the word that the denial is of."""
    if governor.start < word.start < governor.end:
        return governor.text.lower().startswith("no ")
    return bool(_NOT_BY.match(governor.text)) and 0 <= word.start - governor.end <= _RIGHT_BEHIND


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


_DENIES = re.compile(
    r"\b(?:refus|reject|declin|deny|den(?:ied|ies|ial)|ban(?:s|ned)?\b|bar(?:s|red)\b|block|prevent"
    r"|fail|exclud|turned away)",
    re.IGNORECASE,
)


_ALLEGED = re.compile(r"alleg|accus|claim", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|claim\w*|alleg\w+|argu\w+|according to|accus\w+|insist\w*|contend\w*"
    r"|maintain\w*)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b(?:to|may|might|could)$", re.IGNORECASE)
_FINITE = frozenset({"is", "are", "was", "were", "has", "had"})
_THAT = re.compile(r"\b(?:that|whether|if|how|why|when)\b")
_NOT_BY = re.compile(r"not (?:by|from|because)", re.IGNORECASE)
_SHORT_OF = re.compile(r"stop|declin|refus|fail|den", re.IGNORECASE)
_FAR = re.compile(r"no \w+ ?\w*|at no |stop|den", re.IGNORECASE)
