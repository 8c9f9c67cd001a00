"""Causes that a claim states and its source does not: there, one thing only came after the other.

The trap is old (`post hoc, ergo propter hoc`), and sharp in news, where two true sentences become
a false one. Only what the source has is compared: where it lacks the cause or the effect, or has
any word by which the two may be joined, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.causal_cues import (
    BEFORE_CAUSE,
    BEFORE_EFFECT,
    JOINS,
    LEFT_OPEN,
    NO_JOIN,
    OVER,
)
from nutgraf.language.marks import pieces
from nutgraf.language.sentences import split
from nutgraf.language.told import Told, content

Span = tuple[int, int]
Weight = Literal["clear", "slight"]

_HELD = 0.5  # share of the words of a part that the source must have in one place
_TOUCHED = 0.3  # share of the words of the effect that a sentence about its cause has
_WELL_HELD = 0.6  # share of the words of an effect that stands alone
_TELLING = 3  # words of content by which an effect is known again
_APART = 6  # sentences that cause and effect may stand apart in the source
_NOT_CAUSE = re.compile(r"\b(?:not|n['’]t|never|nor)\s(?:\w+\s)?$", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|likely|reportedly|allegedly|apparently|seems?"
    r"|appears?|believed?|thought|suspected?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following|when|as)\b", re.IGNORECASE)
_LOOSE_CUE = re.compile(r"(?:leading|resulting|resulted|results) (?:to|in)", re.IGNORECASE)
# A claim that denies a cause, or leaves it open itself, states none.
_DENIED = re.compile(r"\b(?:whether|if|no|never|nothing|unclear|unknown)\b", re.IGNORECASE)
_ENDS = re.compile(r"[;:—–“”\"]|, (?:and|but|while|although|which|who)\b|\bbut\b")


@dataclass(frozen=True, slots=True)
class Cause:
    """A causal statement: the spans of the joining words, of the cause and of the effect."""

    cue: Span
    cause: Span
    effect: Span


@dataclass(frozen=True, slots=True)
class CauseDifference:
    """A cause of the claim that is none in the source.

    `claim` spans the joining words and the cause, `said` is their text; `passage` is where the
    source has the cause and the effect (or says that the cause is open), `stands` its text.
    `clear`: the source leaves the cause open in so many words, or tells the two in sentences of
    their own; `slight`: it has them in one sentence, one after the other.
    """

    weight: Weight
    claim: Span
    said: str
    passage: Span
    stands: str


def read(text: str) -> tuple[Cause, ...]:
    """The causal statements of `text` outside quotation marks, in order. Never raises."""
    quoted = [(piece.start, piece.end) for piece in pieces(text)]
    found = [
        cause
        for span in split(text)
        for cause in _of_sentence(text, span)
        if not any(low <= cause.cue[0] < high for low, high in quoted)
    ]
    return tuple(sorted(found, key=lambda one: one.cue))


def _of_sentence(text: str, span: Span) -> Iterator[Cause]:
    start, end = span
    for found in BEFORE_CAUSE.finditer(text, start, end):
        if not _NOT_CAUSE.search(text[start : found.start()]):
            yield from _behind(text, span, (found.start(), found.end()))
    for found in OVER.finditer(text, start, end):
        yield from _behind(text, span, found.span("over"))
    for found in BEFORE_EFFECT.finditer(text, start, end):
        if _NOT_CAUSE.search(text[start : found.start()]):
            continue
        cause = _back(text, start, found.start()), found.start()
        effect = found.end(), _ahead(text, found.end(), end)
        yield Cause(found.span(), cause, effect)


def _behind(text: str, span: Span, cue: Span) -> Iterator[Cause]:
    """The cause behind its cue; the effect before it, or, where the cue opens, after a comma."""
    start, end = span
    stop = _ahead(text, cue[1], end)
    if text[start : cue[0]].strip(" “\"'("):
        yield Cause(cue, (cue[1], stop), (_back(text, start, cue[0]), cue[0]))
        return
    comma = text.find(",", cue[1], end)
    if comma > 0:
        yield Cause(cue, (cue[1], comma), (comma + 1, end))


def _back(text: str, start: int, at: int) -> int:
    """Where the clause begins that ends at `at`."""
    last = start
    for found in _ENDS.finditer(text, start, at):
        if at - found.end() > 3:
            last = found.end()
    return last


def _ahead(text: str, at: int, end: int) -> int:
    found = _ENDS.search(text, at, end)
    return found.start() if found else end


def differences(
    claim_text: str, passage: Told, others: Collection[Told] = ()
) -> tuple[CauseDifference, ...]:
    """The causes that `claim_text` states and `passage` (a passage, or a whole source) lacks.

    The effect must stand in the passage, with its cause or with no cause at all, and none of the
    `others`, the rest of what the claim rests on, may join the two. Offsets are those of the two
    texts. Never raises; linear in the texts for each cause.
    """
    told: list[CauseDifference] = []
    for one in read(claim_text):
        if _DENIED.search(claim_text, *_around(one)):
            continue
        apart = _difference(claim_text, one, passage)
        if apart and not any(_is_stated(claim_text, one, other) for other in others):
            told.append(apart)
            continue
        alone = _alone(claim_text, one, passage)
        if alone and not any(_may_join(claim_text, one, other) for other in others):
            told.append(alone)
    return tuple(told)


def _parts(claim: str, stated: Cause) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the cause, without those of the effect, and those of the effect."""
    cause, effect = content(claim, stated.cause), content(claim, stated.effect)
    return cause - effect or cause, effect


def _difference(claim: str, stated: Cause, passage: Told) -> CauseDifference | None:
    cause, effect = _parts(claim, stated)
    causes, effects = _holding(cause, passage), _holding(effect, passage)
    pairs = [(abs(i - j), i, j) for i in causes for j in effects if abs(i - j) <= _APART]
    if not pairs or _is_stated(claim, stated, passage):
        return None
    text, sentences = passage.text, passage.sentences
    _, i, j = min(pairs)
    if any(_joins(text, sentences[n]) for n in range(min(i, j), max(i, j) + 1)):
        return None
    span = sentences[min(i, j)][0], sentences[max(i, j)][1]
    before = sentences[max(min(i, j) - 1, 0)][0]
    last = sentences[min(max(i, j) + 1, len(sentences) - 1)][1]
    left_open = LEFT_OPEN.search(text, before, last)
    weight: Weight = "clear" if left_open or i != j else "slight"
    if _HEDGED.search(claim, *_around(stated)):
        weight = "slight"
    if left_open:
        span = min(span[0], left_open.start()), max(span[1], left_open.end())
    here = min(stated.cue[0], stated.cause[0]), max(stated.cue[1], stated.cause[1])
    return CauseDifference(weight, here, claim[slice(*here)], span, text[slice(*span)])


def _alone(claim: str, stated: Cause, passage: Told) -> CauseDifference | None:
    """An effect that the passage tells with no cause near it, and never joins to the claim's."""
    cause, effect = _parts(claim, stated)
    effects = _holding(effect, passage)
    if len(effect) < _TELLING or not effects or claim[slice(*stated.cue)].rstrip().endswith("ing"):
        return None
    number = effects[0]
    said = passage.sentences[number]
    if passage.counts(effect)[number] < _WELL_HELD * len(effect):
        return None
    # Where the effect came after what sounds like the cause, the source may well mean it so.
    if number in passage.counts(cause) or _AFTER.search(passage.text, *said):
        return None
    if not cause or _LOOSE_CUE.match(claim, *stated.cue):
        return None
    if _HEDGED.search(claim, *_around(stated)) or _may_join(claim, stated, passage):
        return None
    here = min(stated.cue[0], stated.cause[0]), max(stated.cue[1], stated.cause[1])
    return CauseDifference("clear", here, claim[slice(*here)], said, passage.text[slice(*said)])


def _may_join(claim: str, stated: Cause, told: Told) -> bool:
    """Whether a text has any cause near the effect, or takes the claim's cause for one of any."""
    cause, effect = _parts(claim, stated)
    for number in _holding(effect, told):
        near = told.sentences[max(number - 1, 0) : number + 2]
        if any(_joins(told.text, span) for span in near):
            return True
    least = max(1.0, _TOUCHED * len(cause))
    return any(
        count >= least and _joins(told.text, told.sentences[number])
        for number, count in told.counts(cause).items()
    )


def _around(stated: Cause) -> Span:
    spans = (stated.cue, stated.cause, stated.effect)
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _holding(part: frozenset[str], told: Told) -> list[int]:
    """The sentences that have most of a part, if they have enough of it."""
    held = told.counts(part)
    most = max(held.values(), default=0)
    if most < max(_HELD * len(part), 1):
        return []
    return sorted(number for number, count in held.items() if count == most)


def _is_stated(claim: str, stated: Cause, told: Told) -> bool:
    """Whether a sentence has a word of cause, most of the cause, and something of the effect."""
    cause, effect = _parts(claim, stated)
    effects = told.counts(effect)
    return any(
        effects.get(number, 0) >= _TOUCHED * len(effect)
        and _joins(told.text, told.sentences[number])
        for number in _holding(cause, told)
    )


def _joins(text: str, span: Span) -> bool:
    """Whether a sentence has a word by which one thing may be taken for the cause of another."""
    if LEFT_OPEN.search(text, *span):
        return False
    if OVER.search(text, *span):
        return True
    return any(not NO_JOIN.match(text, one.start()) for one in JOINS.finditer(text, *span))
