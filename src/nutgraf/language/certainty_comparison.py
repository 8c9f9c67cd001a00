"""How a claim says a thing otherwise than the passage it rests on: polarity, sureness, scope.

Only words that both sides have, or that are opposites, are compared, and only where enough of
their company is the same. What cannot be compared gives no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.language import ladders
from nutgraf.language.certainty import Certainty, Cue, CueKind, read
from nutgraf.language.certainty_alignment import Side, side
from nutgraf.language.certainty_attribution import SameParty, attributions
from nutgraf.language.certainty_difference import (
    Difference,
    Kind,
    Weight,
    answers,
    difference,
    span_of,
    sure,
    unanswered,
    with_head,
)
from nutgraf.language.certainty_legal import legal
from nutgraf.language.certainty_polarity import directions, polarity, small_directions
from nutgraf.language.hedges import CERTAIN
from nutgraf.language.scope import ALL, MOST, SOME
from nutgraf.language.stances import reversed_stances
from nutgraf.language.stems import stem
from nutgraf.language.unanimity import split_votes


def compare(
    claim: str | Certainty | Side,
    passage: str | Certainty | Side,
    *,
    same_party: SameParty | None = None,
) -> tuple[Difference, ...]:
    """The differences between two aligned clauses (or sentences), each kind and place once.

    `same_party` tells whether two namings are one party (`Aliases.same`). A text compared with
    itself gives none. Never raises; linear in the two texts for clauses of ordinary length.
    """
    ours, theirs = _side(claim), _side(passage)
    if [word.small for word in ours.words] == [word.small for word in theirs.words]:
        return ()
    found = [
        *polarity(ours, theirs),
        *directions(ours, theirs),
        *small_directions(ours, theirs),
        *reversed_stances(ours, theirs),
        *split_votes(ours, theirs),
        *hedges(ours, theirs),
        *quantifiers(ours, theirs),
        *limits(ours, theirs),
        *legal(ours, theirs),
        *phrase_ladder(ours, theirs, "causal"),
        *phrase_ladder(ours, theirs, "evidence"),
        *phrase_ladder(ours, theirs, "outcome"),
        *intentions(ours, theirs),
        *attributions(ours, theirs, same_party),
    ]
    unique = {(one.kind, one.claim): one for one in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.claim, one.kind)))


def _side(of: str | Certainty | Side) -> Side:
    if isinstance(of, Side):
        return of
    return side(read(of) if isinstance(of, str) else of)


def hedges(ours: Side, theirs: Side) -> Iterator[Difference]:
    """Hedges of the passage that the claim leaves out, and the other way round."""
    for cue, head, other in unanswered(theirs, ours, "hedge"):
        if cue.step == 3 and ours.read.of("attribution") and not _is_said(cue, theirs):
            continue
        if cue.text.lower() in _OF_OTHERS and ours.read.of("attribution"):
            continue
        if ours.read.sureness(other) <= cue.step or _softened(ours, other, cue.step):
            continue
        if cue.step >= _BELIEVED and _is_believed(ours, other):
            continue
        there = with_head(cue, theirs, head)
        near = sure(ours, other, theirs, head, recalled=True)
        weight: Weight = "slight" if cue.step == 4 else near
        yield difference("hedge dropped", weight, (ours, span_of(ours, other)), (theirs, there))
    for cue, head, other in unanswered(ours, theirs, "hedge"):
        if cue.step == 3 and theirs.read.of("attribution"):
            continue
        if theirs.read.sureness(other) < CERTAIN or _softened(theirs, other, CERTAIN):
            continue
        here = with_head(cue, ours, head)
        yield difference("hedge added", "slight", (ours, here), (theirs, span_of(theirs, other)))


# Words that leave a thing to others to say.
_OF_OTHERS = frozenset(["allegedly", "reportedly", "purportedly", "supposedly", "alleged"])


def _is_said(cue: Cue, one: Side) -> bool:
    """Whether a hedge stands in what somebody is said to say: `Lee said it seemed to work`."""
    return any(
        there.reach[0] < cue.reach[0] <= there.reach[1] and not _overlap(there, cue)
        for there in one.read.of("attribution")
    )


_BELIEVED = 3
_BELIEVING_TEXT = """
think thinks believe believes believed suspect suspects suspected expect expects expected fear
fears feared assume assumes assumed predict predicts predicted
"""
_BELIEVING = frozenset(_BELIEVING_TEXT.split())


def _is_believed(one: Side, at: int) -> bool:
    """Whether somebody is said to believe what a word tells."""
    return any(
        cue.reach[0] <= at < cue.reach[1] and cue.text.lower() in _BELIEVING
        for cue in one.read.of("attribution")
    )


def _overlap(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end


def _softened(one: Side, at: int, step: int) -> bool:
    """Whether anything else in the sentence of a word says it less than surely."""
    sentence = one.words[at].sentence
    return any(
        one.words[cue.reach[0] - 1].sentence == sentence
        for cue in one.read.of("hedge")
        if cue.step <= max(step, 3) and cue.reach[0]
    )


def intentions(ours: Side, theirs: Side) -> Iterator[Difference]:
    """What the passage says is planned, and the claim that it was done."""
    for cue, head, other in unanswered(theirs, ours, "intention"):
        if head != cue.heads[0] or ours.read.of("intention"):
            continue
        if theirs.words[head].small == ours.words[other].small:
            continue
        if _is_past(ours, other):
            there = with_head(cue, theirs, head)
            promised = cue.step == ladders.PROMISE
            weight: Weight = "slight" if promised else sure(ours, other, theirs, head)
            yield difference("plan as deed", weight, (ours, span_of(ours, other)), (theirs, there))


def _is_past(one: Side, at: int) -> bool:
    """Whether a verb tells a deed: a past form, and no `to`, `be` or modal before it."""
    small = one.words[at].small
    before = one.words[at - 1].small if at else ""
    if before in ("to", "be", "being", "get", "gets", "a", "the"):
        return False
    return small.endswith("ed") or (
        small != one.words[at].stem and not small.endswith(("ing", "s"))
    )


def quantifiers(ours: Side, theirs: Side) -> Iterator[Difference]:
    """`some` that became `all`, and the like."""
    for cue in ours.read.of("quantifier"):
        quantified = list(_quantified(ours, cue, theirs))
        if any(there.step == cue.step for there, _, _ in quantified):
            continue
        for there, head, other in quantified:
            widened = there.step < cue.step
            far = cue.step >= ALL > there.step or cue.step >= MOST > SOME >= there.step
            if (cue.step, there.step) in _CLOSE:
                continue
            kind: Kind = "scope widened" if widened else "scope narrowed"
            weight = sure(ours, head, theirs, other) if far and widened else "slight"
            here = with_head(cue, ours, head)
            span = with_head(there, theirs, other)
            yield difference(kind, weight, (ours, here), (theirs, span))
            break
    yield from _whole_for_part(ours, theirs)
    for cue, head, other in unanswered(theirs, ours, "quantifier"):
        if cue.text.lower().startswith("one of"):
            continue  # it tells of one of several, which the claim may name otherwise
        if cue.step > SOME or ours.read.of("quantifier") or _is_counted(ours, other):
            continue
        there_span = with_head(cue, theirs, head)
        span = span_of(ours, other)
        yield difference("scope widened", "slight", (ours, span), (theirs, there_span))


def _whole_for_part(ours: Side, theirs: Side) -> Iterator[Difference]:
    """`all of the boats` of a passage that says it of `only the boats of one yard`."""
    only = [cue for cue in theirs.read.of("limit") if cue.note == "only"]
    for cue in ours.read.of("quantifier"):
        if cue.step < ALL:
            continue
        for head in cue.heads[:1]:
            for j in answers(ours, head, theirs):
                limit = next((one for one in only if j in one.heads), None)
                if limit is not None:
                    here, span = with_head(cue, ours, head), with_head(limit, theirs, j)
                    yield difference("scope widened", "clear", (ours, here), (theirs, span))
                    return


_CLOSE = frozenset({(2, 3), (3, 2), (5, 6), (5, 4), (4, 5)})


def _quantified(ours: Side, cue: Cue, theirs: Side) -> Iterator[tuple[Cue, int, int]]:
    """Quantifiers of the passage over the noun that `cue` quantifies: cue, our head, their head."""
    for head in cue.heads[:2]:
        for j in answers(ours, head, theirs):
            for there in theirs.read.of("quantifier"):
                if j in there.heads[:2]:
                    yield there, head, j


def _is_counted(one: Side, at: int) -> bool:
    """Whether a figure or `a` stands before a word."""
    before = [one.words[i].small for i in range(max(0, at - 3), at)]
    return any(word[:1].isdigit() or word in ("a", "an", "one", "two", "three") for word in before)


def limits(ours: Side, theirs: Side) -> Iterator[Difference]:
    """`temporarily` and `in part` left out, or `in full` in its place."""
    yield from _extents(ours, theirs, "in full", "partly")
    yield from _extents(ours, theirs, "partly", "in full")
    some = any(0 < cue.step <= SOME for cue in ours.read.of("quantifier"))
    for cue, head, other in unanswered(theirs, ours, "limit"):
        if cue.note == "partly" and (some or _HELPS & ours.stems()):
            continue
        if cue.note == "for a time" and any(word.small in _OVER_AGAIN for word in ours.words):
            continue
        if cue.note in ("so far", "only", "in full") or any(
            c.note == cue.note for c in ours.read.of("limit")
        ):
            continue
        there = with_head(cue, theirs, head)
        weight = sure(ours, other, theirs, head)
        yield difference("scope widened", weight, (ours, span_of(ours, other)), (theirs, there))


# What goes on afterwards was done for a time.
_OVER_AGAIN = frozenset(["resume", "resumes", "resumed", "reopened", "reinstated", "paused"])
_HELPS = frozenset(map(stem, ("help", "contribute", "contribution", "toward", "towards")))


def _extents(ours: Side, theirs: Side, said: str, stands: str) -> Iterator[Difference]:
    """One extent of the claim, and only the other one in the passage, of the same thing."""
    there = [cue for cue in theirs.read.of("limit") if cue.note == stands]
    if any(cue.note == said for cue in theirs.read.of("limit")):
        return
    for cue in ours.read.of("limit"):
        if cue.note != said:
            continue
        other = next((one for one in there if _share_heads(ours, cue, theirs, one)), None)
        if other is not None:
            here, span = (cue.start, cue.end), (other.start, other.end)
            kind: Kind = "scope widened" if said == "in full" else "direction reversed"
            yield difference(kind, "clear", (ours, here), (theirs, span))


def _share_heads(ours: Side, cue: Cue, theirs: Side, there: Cue) -> bool:
    shared = {ours.words[i].stem for i in cue.heads} & {theirs.words[j].stem for j in there.heads}
    return bool(shared)


def phrase_ladder(ours: Side, theirs: Side, ladder: CueKind) -> Iterator[Difference]:
    for cue in ours.read.of(ladder):
        for there in theirs.read.of(ladder):
            if cue.step <= there.step or not _share_heads(ours, cue, theirs, there):
                continue
            if any(other.step >= cue.step for other in theirs.read.of(ladder)):
                continue
            here, span = (cue.start, cue.end), (there.start, there.end)
            weak = ladder == "evidence" and cue.step < _CONFIRMED
            weight: Weight = "slight" if weak else "clear"
            yield difference("ladder climbed", weight, (ours, here), (theirs, span), ladder)
            break


_CONFIRMED = 3
