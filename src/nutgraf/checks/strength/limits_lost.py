"""Limits of the sources that the brief has lost: which of them count, and when one is settled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.checks.beside import beside
from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.evidence.beside import Beside
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.left_out import LeftOut, left_out, shared_words
from nutgraf.language import grave
from nutgraf.language.limiter_words import STATUS
from nutgraf.language.limiters import LimiterKind, limiters
from nutgraf.language.limits_kept import (
    COUNTED,
    DOUBTED_BEFORE,
    UNIVERSAL,
    WHICH_BEFORE,
    WHICH_OF_OURS,
    WHOLE,
)
from nutgraf.language.stems import read
from nutgraf.model import Evidence, Place, Role

# With less of a claim, a sentence need not be of the same.
_LEAST = 0.6
# A sentence that has so much of what the limiting one has says the same outright.
_AS_MUCH = 0.8


@dataclass(frozen=True)
class Lost:
    """A limit that one claim of a sentence has lost; `sentence` is the brief's."""

    sentence: Sentence
    judged: JudgedClaim
    left: LeftOut

    @property
    def place(self) -> Place:
        """The word of the brief that the source limits."""
        return self.judged.statement.prose.place(*self.left.ours)

    def theirs(self, case: Case) -> Evidence:
        """The words by which the source limits it, with the word where that stands near."""
        return case.pack.evidence(SourceSpan(self.left.beside.source, *self.left.with_word))

    def with_word(self, case: Case) -> str:
        """What may be typed instead."""
        return " ".join(self.theirs(case).text.split())


def lost(case: Case, kinds: Collection[LimiterKind], kept: re.Pattern[str]) -> Iterator[Lost]:
    """The limits of those kinds that are lost, one a claim; `kept` finds what stands for them.

    What the sentence, or the one before it, says with any such word has kept its limit. What
    another source says outright is settled, but for what is grave: there the careful ones count
    if they are as many, by origin, and readers are not told of them elsewhere.
    """
    told = tuple(sentences_told(case))
    for at, sentence in enumerate(told):
        if not sentence.in_body or sentence.is_quotation or sentence.role is Role.UNKNOWNS:
            continue
        keeps = kept.search(sentence.own) is not None
        if keeps and not _UNIVERSE.search(sentence.own):
            continue
        before = told[at - 1] if at and told[at - 1].prose is sentence.prose else None
        for judged in sentence.claims:
            found = _of_claim(case, judged, kinds)
            if found is None or (before is not None and _is_kept_before(before, found[0], kept)):
                continue
            left, outright = found
            if keeps and not _is_of_all(judged, left):
                continue
            if not outright or (
                _outweighs(case, judged, left, outright, kinds)
                and not _is_told(told, judged, left, kept)
            ):
                yield Lost(sentence, judged, left)


def _is_kept_before(before: Sentence, left: LeftOut, kept: re.Pattern[str]) -> bool:
    """Whether the sentence before keeps a limit: any doubt, or a part of the same thing."""
    if left.limiter.kind in _DOUBTS:
        return DOUBTED_BEFORE.search(before.own) is not None
    stems = set(left.beside.claim.stems_in(*left.ours))
    return kept.search(before.own) is not None and bool(stems & set(_stems(before)))


_UNIVERSE = re.compile(r"\b(?<!not )(?:all|every|each|entire|whole|throughout)\b", re.IGNORECASE)
_DOUBTS = frozenset(["hedge", "thought", "early"])


def _of_claim(
    case: Case, judged: JudgedClaim, kinds: Collection[LimiterKind]
) -> tuple[LeftOut, list[Beside]] | None:
    """What a claim has lost, and the sentences that say it outright: the fewest of them."""
    every = [one for one in beside(case, judged) if one.share >= _LEAST]
    found = [
        (left, _outright(left, every, kinds))
        for one in every
        for left in left_out(one)
        if left.limiter.kind in kinds and _counts(judged, left)
    ]
    return min(found, key=lambda one: len(one[1]), default=None)


def _counts(judged: JudgedClaim, left: LeftOut) -> bool:
    """Whether what the source says of some, of most or of a group is said of more."""
    text = judged.reading.text
    kind = left.limiter.kind
    if kind in ("group", "place"):
        own = text[: judged.statement.end]  # what its paragraph has said so far
        return not set(_group_stems(left)) & {word.stem for word in read(own)}
    if kind == "which":
        before, after = text[: left.ours[0]], text[left.ours[1] :]
        said = {word.stem for word in read(before + after)}
        first = list(_group_stems(left))[:_FIRST]
        return not (said & set(first) or WHICH_BEFORE.search(before) or WHICH_OF_OURS.match(after))
    if kind not in ("part", "most"):
        return True
    before = text[max(0, left.ours[0] - 40) : left.ours[0]]
    if _is_of_all(judged, left):
        return True
    if COUNTED.search(before):
        return False
    after = text[left.ours[1] :]
    return kind == "part" or bool(WHOLE.search(before) or _CATEGORICAL.match(after))


_FIRST = 2  # words of content that tell who is meant by `patients whose numbers were stolen`
# `Cases are in children`: no part of them is meant.
_CATEGORICAL = re.compile(r" (?:is|are|was|were) (?!\w+ed\b)")


def _is_of_all(judged: JudgedClaim, left: LeftOut) -> bool:
    """Whether the claim says `all` of what the source says less of."""
    before = judged.reading.text[max(0, left.ours[0] - 40) : left.ours[0]]
    return left.limiter.kind in ("part", "most") and UNIVERSAL.search(before) is not None


def _group_stems(left: LeftOut) -> Iterator[str]:
    words = read(left.beside.index.reading.text[slice(*left.theirs)])
    return (word.stem for word in words if word.content)


def _outright(
    left: LeftOut, every: Sequence[Beside], kinds: Collection[LimiterKind]
) -> list[Beside]:
    """The sentences that have the word as well, and none of those limits on it."""
    least = max(_LEAST, _AS_MUCH * left.beside.share)
    return [
        one
        for one in every
        if one is not left.beside and one.share >= least and _says_outright(left, one, kinds)
    ]


def _says_outright(left: LeftOut, one: Beside, kinds: Collection[LimiterKind]) -> bool:
    there = [theirs for theirs, ours in shared_words(one).items() if ours == left.ours]
    if not there and left.limiter.kind != "answered":
        return False
    if any(other.limiter.kind in kinds for other in _on(left, one)):
        return False
    # `could become the first drug to slow it`: what is doubted before may be doubted here.
    return not any(
        "hedge" in kinds and limiter.kind == "hedge" and limiter.end + one.span[0] <= start
        for limiter in limiters(one.text)
        for start, _ in there
    )


def _on(left: LeftOut, one: Beside) -> list[LeftOut]:
    """The limiters of a sentence over the same word of the claim."""
    return [other for other in left_out(one) if other.ours == left.ours]


def _outweighs(
    case: Case,
    judged: JudgedClaim,
    left: LeftOut,
    outright: Sequence[Beside],
    kinds: Collection[LimiterKind],
) -> bool:
    """Whether a limit is so grave that it counts against sources that do not have it."""
    if not _is_grave(judged, left):
        return False
    careful = [
        one
        for one in beside(case, judged)
        if one.share >= _LEAST and any(other.limiter.kind in kinds for other in _on(left, one))
    ]
    latest = max(filter(None, (_day(case, one) for one in careful)), default=None)
    if latest and any((_day(case, one) or latest) > latest for one in outright):
        return False
    return len(_origins(case, careful)) >= len(_origins(case, outright))


def _is_grave(judged: JudgedClaim, left: LeftOut) -> bool:
    text = judged.claim.text
    if left.limiter.kind == "time":
        return _OF_A_COURT.search(left.beside.text) is not None
    if left.limiter.kind != "hedge":
        return False
    return STATUS.search(text) is not None or any(one.matter in _GRAVE for one in grave.read(text))


_GRAVE = frozenset(["crime", "accusation", "death", "medical"])
_OF_A_COURT = re.compile(r"\b(?:courts?|judges?|injunction|rulings?|tribunal)\b", re.IGNORECASE)


def _day(case: Case, one: Beside) -> date | None:
    return case.pack.sources[one.source.casefold()].source.published


def _origins(case: Case, several: Sequence[Beside]) -> tuple[str, ...]:
    return case.pack.origins.roots_of(SourceSpan(one.source, *one.span) for one in several)


def _is_told(
    told: Sequence[Sentence], judged: JudgedClaim, left: LeftOut, kept: re.Pattern[str]
) -> bool:
    """Whether another sentence of the brief has the word with a limit on it."""
    stems = set(judged.reading.stems_in(*left.ours))
    return any(kept.search(one.own) is not None and stems & set(_stems(one)) for one in told)


def _stems(one: Sentence) -> tuple[str, ...]:
    return one.claims[0].reading.stems_in(one.start, one.end)
