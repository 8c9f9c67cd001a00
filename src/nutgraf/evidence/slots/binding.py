"""Binding: of several figures or dates of a source, the one that stands with the claim's words.

The words of a sentence belong to the figure (or date) that stands nearest, clauses counted: in
`the board chose a plan on 3 May after a debate on 20 April` the debate is April's, the plan May's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Protocol, TypeVar

from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span

# A clause ends here, and with it what is said of one figure.
_PARTED = re.compile(
    r"[,;:—–()]|\b(?:and|but|while|that|which|who|whose|where|when|after|before|as|until|though"
    r"|because|than|from|against|versus|compared)\b"
)
_STOPPED = re.compile(r"[,;:—–()](?!\d)")
_APART = 40  # characters that a clause's end counts for
# What happened then has another date than the sentence gives.
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:hour|day|week|month|year)s?\s(?:after|before|earlier|later)\b", re.IGNORECASE
)
# Two figures that are told beside one another are of one thing.
_COMPARED = re.compile(r"\b(?:from|compared|against|versus|than|earlier|to|previous|instead)\b")
# The share, by weight, of a claim's words that another one must have, and by how much it must lead.
HELD = 0.6
LEAD = 0.35
# What the sentence of the agreeing one has, and does not stand with it, counts for so much.
_AROUND = 0.35
_LEAST = 2  # words of the claim
_ENOUGH = 3  # of fewer, all must stand there
_ALL = 0.99


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


@dataclass(frozen=True, slots=True)
class About:
    """The words that a claim says of a figure: their weights, and the source's words for them."""

    weights: Mapping[str, float]
    theirs: Mapping[str, str]

    @property
    def whole(self) -> float:
        return fsum(self.weights.values())


def words_about(
    ours: _Placed, span: Span, claim: Reading, others: Sequence[_Placed], index: Index
) -> About:
    """What `claim.text[span]` says of one of its figures (or dates), and not of the others."""
    apart = (one for one in others if one.end <= ours.start or ours.end <= one.start)
    beside = [ours, *(one for one in apart if span[0] <= one.start < span[1])]
    span = _without_credit(span, ours, claim.text)
    words = [
        word
        for word in claim.words_in(*span)
        if word.content
        and not any(one.start <= word.start < one.end for one in beside)
        and _nearest(word.start, beside, claim.text) is ours
    ]
    close = {w.stem for w in words if not _STOPPED.search(_between(w.start, ours, claim.text))}
    stems = close if len(close) >= _ENOUGH else {word.stem for word in words}
    theirs = {near: stem for stem in stems for near in index.near_stems(stem)}
    theirs |= {stem: stem for stem in stems}
    return About({stem: index.weight(stem) for stem in stems}, theirs)


# Whoever says so is not what it is said of.
_CREDIT = re.compile(r",? (?:according to|as reported by|as shown (?:by|in)|per) ")


def _without_credit(span: Span, ours: _Placed, text: str) -> Span:
    """The span up to an `according to …` that ends it behind the figure."""
    credit = _CREDIT.search(text, ours.end, span[1])
    return span if credit is None else (span[0], credit.start())


def bound_elsewhere(
    about: About,
    placed: Sequence[Placed],
    *,
    index: Index,
    is_candidate: Callable[[Placed], bool],
    agrees: Callable[[Placed], bool],
) -> Placed | None:
    """What the source has with the claim's words, where what agrees with it stands with others.

    `placed` are the figures (or dates) of the source; those that may stand in the claim's place
    are candidates.
    """
    if len(about.weights) < _LEAST:
        return None
    least = about.whole * (HELD if len(about.weights) >= _ENOUGH else _ALL)
    # Few sentences have the claim's words, and only what stands there is looked at closely.
    at = index.reading.sentence_at
    held = {
        number
        for number in {at(one.start) for one in placed}
        if _in_sentence(number, about, index) >= least
    }
    here = [one for one in placed if at(one.start) in held and is_candidate(one)]
    others = [
        (owned, one)
        for one in here
        if not agrees(one) and (owned := _owned(one, here, about, index)) >= least
    ]
    if not others:
        return None
    candidates = [one for one in placed if is_candidate(one)]
    agreeing = [one for one in candidates if agrees(one)]
    if not agreeing:
        return None
    owned, best = max(others, key=lambda other: other[0])
    if owned - max(_company(one, candidates, about, index) for one in agreeing) < (
        LEAD * about.whole
    ):
        return None
    if any(_are_compared(best, one, index.reading) for one in agreeing):
        return None
    return best


def _company(one: _Placed, candidates: Sequence[_Placed], about: About, index: Index) -> float:
    """What stands with a figure, and a little for what else its sentence has."""
    there = _in_sentence(index.reading.sentence_at(one.start), about, index)
    return (1 - _AROUND) * _owned(one, candidates, about, index) + _AROUND * there


def _in_sentence(number: int, about: About, index: Index) -> float:
    there = about.theirs.keys() & _stems_of(index.reading, number)
    stems = {about.theirs[stem] for stem in there}
    return fsum(about.weights[stem] for stem in stems)


@once
def _stems_of(reading: Reading, number: int) -> frozenset[str]:
    return frozenset(word.stem for word in reading.words_in(*reading.sentences[number]))


def _owned(one: _Placed, candidates: Sequence[_Placed], about: About, index: Index) -> float:
    """The weight of the claim's words that stand with a figure and with no other."""
    reading = index.reading
    low, high = reading.sentences[reading.sentence_at(one.start)]
    beside = [other for other in candidates if low <= other.start < high]
    stems = {
        about.theirs[word.stem]
        for word in reading.words_in(low, high)
        if word.stem in about.theirs
        and not one.start <= word.start < one.end
        and (len(beside) == 1 or _nearest(word.start, beside, reading.text) is one)
        and not _AT_ANOTHER_TIME.search(_between(word.start, one, reading.text))
    }
    return fsum(about.weights[stem] for stem in stems)


def _nearest(at: int, beside: Sequence[_Placed], text: str) -> _Placed:
    return min(beside, key=lambda one: _distance(_between(at, one, text)))


def _between(at: int, one: _Placed, text: str) -> str:
    return text[at : one.start] if at < one.start else text[one.end : at]


def _distance(between: str) -> int:
    return len(between) + _APART * len(_PARTED.findall(between))


def _are_compared(one: _Placed, other: _Placed, reading: Reading) -> bool:
    """`42 boats, up from 29`: whatever is said of the one is said of the other."""
    first, second = sorted((one, other), key=lambda each: each.start)
    if reading.sentence_at(first.start) != reading.sentence_at(second.start):
        return False
    return bool(_COMPARED.search(reading.text[first.end : second.start]))
