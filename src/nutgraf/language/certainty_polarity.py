"""Where a claim says the opposite of its passage: a negation more or less, or an opposite word."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.language.antonyms import SMALL_OPPOSITES, are_converse, opposites
from nutgraf.language.certainty import Cue
from nutgraf.language.certainty_alignment import Side, best, closeness, enough
from nutgraf.language.certainty_difference import (
    CLOSE_ENOUGH,
    Difference,
    Weight,
    answers,
    difference,
    span_of,
    sure,
    with_head,
)


def polarity(ours: Side, theirs: Side) -> Iterator[Difference]:
    """Negations that only one of the two sides has."""
    for cue, head, other in _unmatched(theirs, ours):
        there = with_head(cue, theirs, head)
        weight = _weight(cue, closeness(theirs, head, ours, other))
        yield difference("negation lost", weight, (ours, span_of(ours, other)), (theirs, there))
    for cue, head, other in _unmatched(ours, theirs):
        here = with_head(cue, ours, head)
        weight = _weight(cue, closeness(ours, head, theirs, other))
        yield difference("negation added", weight, (ours, here), (theirs, span_of(theirs, other)))


def _weight(cue: Cue, close: float) -> Weight:
    return "slight" if cue.note == "few" or close < CLOSE_ENOUGH else "clear"


def _unmatched(one: Side, other: Side) -> Iterator[tuple[Cue, int, int]]:
    """Negations of `one` whose governed word stands plain in `other`: cue, head, that word."""
    for cue in one.read.of("negation"):
        if not cue.heads:
            continue
        head = cue.heads[0]
        if opposites(one.words[head].stem) & other.stems() or one.words[head].small[0].isdigit():
            continue
        if one.read.negations(head) % 2 == 0 and cue.note != "few":
            continue
        answering = answers(one, head, other)
        if answering and not any(_is_negative(other, j) for j in answering):
            yield cue, head, answering[0]


def _is_negative(one: Side, at: int) -> bool:
    """Whether a word is negated, or anything in its clause says no to it in its own way."""
    if one.read.negations(at):
        return True
    clause = one.words[at].clause
    return any(
        one.words[max(0, cue.reach[0] - 1)].clause == clause for cue in one.read.of("negation")
    )


def directions(ours: Side, theirs: Side) -> Iterator[Difference]:
    """Words whose opposite stands where they should."""
    stems = ours.stems()
    for i in ours.content:
        reverse = opposites(ours.words[i].stem, theirs.by_stem.keys()) - stems
        there = [j for stem in reverse for j in theirs.by_stem.get(stem, ())]
        if not there:
            continue
        top, found = best(ours, i, theirs, there)
        same, _ = best(ours, i, theirs, theirs.by_stem.get(ours.words[i].stem, ()))
        if top < enough(ours, i) or same + 2 > top > 0 <= same:
            continue
        j = found[0]
        if (ours.read.negations(i) - theirs.read.negations(j)) % 2:
            continue
        if not ours.near[i] & theirs.near[j] or _is_converse(ours, i, theirs, j):
            continue
        weight = sure(ours, i, theirs, j)
        yield difference(
            "direction reversed", weight, (ours, span_of(ours, i)), (theirs, span_of(theirs, j))
        )


def small_directions(ours: Side, theirs: Side) -> Iterator[Difference]:
    """`before` for `after`, `up` for `down`, over the same word."""
    own, other = list(_pointers(ours)), list(_pointers(theirs))
    said = {(ours.words[i].small, head) for i, head, _ in own}
    there_said = {(theirs.words[j].small, head) for j, head, _ in other}
    for i, head, noun in own:
        for j, there_head, there_noun in other:
            small, there = ours.words[i].small, theirs.words[j].small
            if head != there_head or there not in SMALL_OPPOSITES[small]:
                continue
            if (small, head) in there_said or (there, head) in said:
                continue
            if closeness(ours, noun, theirs, there_noun) >= CLOSE_ENOUGH:
                here, span = span_of(ours, i), span_of(theirs, j)
                yield difference("direction reversed", "clear", (ours, here), (theirs, span))


def _pointers(one: Side) -> Iterator[tuple[int, str, int]]:
    """Small words of direction: index, stem and index of the next word of content."""
    for i, word in enumerate(one.words):
        if word.small not in SMALL_OPPOSITES:
            continue
        ahead = range(i + 1, min(len(one.words), i + 4))
        noun = next((j for j in ahead if one.words[j].content), None)
        if noun is None or one.words[noun].sentence != word.sentence:
            continue
        if one.words[i + 1].small == "than":  # bounds of figures are compared as figures
            continue
        yield i, one.words[noun].stem, noun


def _is_converse(ours: Side, i: int, theirs: Side, j: int) -> bool:
    """Whether the two words may tell one event from its two sides: A sold what B bought."""
    if not are_converse(ours.words[i].stem, theirs.words[j].stem):
        return False
    return not ours.left[i] or ours.left[i] != theirs.left[j]
