"""Where a claim takes a step of the law that its passage does not take, or denies."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.language import ladders
from nutgraf.language.certainty import Cue
from nutgraf.language.certainty_alignment import Side
from nutgraf.language.certainty_difference import Difference, difference

_OBJECTS = 5  # words of content behind a step in which it tells of what it is
_ROOT = 5  # letters by which `falsifying` and `falsification` are one


def legal(ours: Side, theirs: Side) -> Iterator[Difference]:
    """A step of the law that the passage does not take of the same matter."""
    there = theirs.read.of("legal")
    taken = max((cue.step for cue in there if not _is_denied(theirs, cue)), default=0)
    for cue in ours.read.of("legal"):
        if cue.step <= taken or cue.step < ladders.CHARGED or _is_denied(ours, cue):
            continue
        other = next((one for one in there if _is_of_the_same(ours, cue, theirs, one)), None)
        if other is None:
            continue
        here, span = (cue.start, cue.end), (other.start, other.end)
        if not _is_denied(theirs, other):
            yield difference("ladder climbed", "clear", (ours, here), (theirs, span), "legal")
        elif other.step == cue.step:
            yield difference("negation lost", "clear", (ours, here), (theirs, span))


def _is_denied(one: Side, cue: Cue) -> bool:
    return one.read.negations(cue.reach[0] - 1) % 2 == 1


def _is_of_the_same(ours: Side, cue: Cue, theirs: Side, other: Cue) -> bool:
    """Whether two steps have an object, or the word before, in common."""
    return bool(_objects(ours, cue) & _objects(theirs, other))


def _objects(one: Side, cue: Cue) -> frozenset[str]:
    at = cue.reach[0]
    sentence = one.words[at - 1].sentence
    behind = [i for i in range(at, len(one.words)) if one.words[i].content][:_OBJECTS]
    near = [i for i in (*behind, *cue.heads) if one.words[i].sentence == sentence]
    return frozenset(one.words[i].stem[:_ROOT] for i in near)
