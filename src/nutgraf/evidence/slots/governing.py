"""Governed statements: what the passage denies, doubts, wishes or makes depend, told as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference, Relation, Slot
from nutgraf.evidence.reading import Reading
from nutgraf.language.governing import Governor, Sort, governors
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
    own = {one.sort for one in governors(claim.text, start, end)}
    if "unreal" in own or _is_hedged(claim, start, end):
        own |= {"unreal", "condition"}
    source = best.index.reading
    for number in range(best.window.first, best.window.last):
        low, high = source.sentences[number]
        for governor in governors(source.text, low, high):
            if governor.sort in own:
                continue
            if (word := _governed(governor, claim, start, end, best)) is None:
                continue
            slot, relation = _TOLD[governor.sort]
            theirs = (governor.start, governor.end)
            reason = f"the source has “{governor.text}” before it"
            yield Difference(slot, relation, (word.start, word.end), theirs, reason)
            return


def _is_hedged(claim: Reading, start: int, end: int) -> bool:
    from nutgraf.language.clause_words import words_of

    words = words_of(claim.text[start:end])
    return any(match(words, at, HEDGES) for at in range(len(words)))


def _governed(
    governor: Governor, claim: Reading, start: int, end: int, best: Alignment
) -> Word | None:
    """The verb of the claim (or the word that is denied) that the governor reaches."""
    words = claim.words_in(start, end)
    heads = {words[at].start for at in verbs(words)}
    for one in best.matches:
        ours, theirs = best.ours[one.claim], best.theirs[one.passage]
        if ours.start not in heads:
            continue
        behind = governor.end <= theirs.start < governor.reach
        if governor.sort == "condition":
            behind = behind or theirs.start < governor.start
        if governor.sort == "denied":
            behind = behind and _is_close(governor, theirs, best.theirs)
        if behind:
            return ours
    return None


def _is_close(governor: Governor, word: Word, words: Sequence[Word]) -> bool:
    """Whether a denial is of this word: near, or through `no evidence that`."""
    if governor.text.lower().startswith("no ") and len(governor.text) > len("no longer"):
        return True
    return word.start - governor.end <= _NEAR
