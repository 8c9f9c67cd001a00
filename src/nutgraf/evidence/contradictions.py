"""Two places of one brief that cannot both be right.

A brief is held against itself: its claims that speak of one thing, by the words that they share,
are compared slot by slot as a claim is with a source. Only what differs counts: that one place
says more than the other is how a summary stands to its story.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nutgraf.evidence.against import differences
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index, build
from nutgraf.evidence.reading import Span, read
from nutgraf.language import stems
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import stem

# Of the words of the shorter claim, by how much they tell, the other one must have so many.
_SHARED = 0.6
_OF_LONGER = 0.4
_FEWEST = 3
_FAR = 10  # times
_DIFFERING = frozenset(["differs", "bound lost", "bound changed"])
_SLOTS = frozenset(["figure", "date", "polarity", "name", "word"])
# With so many words in common, each of two places may have one of its own beside what differs.
_MANY = 5
# By these a sentence gives another state of things, another account, or a part of a series.
_OTHERWISE = re.compile(
    r"\b(?:another|others['’]|earlier|previous(?:ly)?|initially|originally|at first|revised|updated"
    r"|up from|down from|compared (?:with|to)|versus|each|every|per|on average|expected|forecast"
    r"|predicted|projected|disput\w+|reports? differ|by (?:one|another) (?:count|account)"
    r"|estimate[sd]?|beside|among|out of"
    r"|last (?:year|month|week|season)|a year (?:ago|before)|additional|remaining|the rest)\b",
    re.IGNORECASE,
)


# Whose word it is: `the port authority said`, `according to the Coast Guard`.
_SAID_BY = re.compile(
    r"(?:\b(?:the |The )?((?:[\w’'-]+ )?[\w’'-]+) (?:said|says|told|wrote|reported|estimated)\b"
    r"|\baccording to (?:the )?([\w’'-]+(?: [\w’'-]+)?))"
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the one claim says and the other says otherwise; spans are of each claim's prose."""

    one: JudgedClaim
    other: JudgedClaim
    ours: Span
    theirs: Span
    difference: Difference


def contradictions(claims: Sequence[JudgedClaim]) -> Iterator[Contradiction]:
    """The pairs of claims that say one thing differently, each with the first difference.

    `claims` are those of one story, in order; `one` is the earlier of a pair.
    """
    words = [_words(judged) for judged in claims]
    weights = _weights(words)
    for at, one in enumerate(claims):
        for later in range(at + 1, len(claims)):
            other = claims[later]
            if not _is_of_one(words[at], words[later], weights) or _is_apart(one, other):
                continue
            difference = _difference(other, one)
            if difference is not None and _is_rest_alike(other, one, difference):
                low = one.statement.start
                start, end = difference.theirs or (0, len(one.statement.text))
                theirs = low + start, low + end
                yield Contradiction(one, other, difference.ours, theirs, difference)


def _words(judged: JudgedClaim) -> frozenset[str]:
    """The stems of a claim, those of its figures and days left out."""
    reading = judged.reading
    apart = [(figure.number_start, figure.number_end) for figure in reading.figures]
    apart += [(when.start, when.end) for when in reading.dates]
    return frozenset(
        word.stem
        for word in reading.words_in(judged.statement.start, judged.statement.end)
        if word.content and not any(low <= word.start < high for low, high in apart)
    )


def _weights(words: Sequence[frozenset[str]]) -> Mapping[str, float]:
    count = Counter(stem for one in words for stem in one)
    return {stem: math.log(1 + len(words) / number) for stem, number in count.items()}


def _is_apart(one: JudgedClaim, other: JudgedClaim) -> bool:
    """Whether two claims are of one paragraph's sentence, or of what different sources say."""
    if one.statement.prose is other.statement.prose:
        return True
    speakers = [_SAID_BY.findall(judged.statement.text) for judged in (one, other)]
    if all(speakers) and speakers[0] != speakers[1]:
        return True
    cites = {name.casefold() for name in one.claim.cites}
    others = {name.casefold() for name in other.claim.cites}
    if cites and others and not cites & others:
        return True
    return any(_OTHERWISE.search(judged.statement.text) for judged in (one, other))


def _is_of_one(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> bool:
    if len(one & other) < _FEWEST - 1:
        return False
    shared = [stem for stem in one if stem in other or neighbours(stem) & other]
    if len(shared) < _FEWEST:
        return False
    held = sum(weights[stem] for stem in shared)
    sums = sorted(sum(weights[stem] for stem in words) for words in (one, other))
    return held >= sums[0] * _SHARED and held >= sums[1] * _OF_LONGER


def _difference(claim: JudgedClaim, source: JudgedClaim) -> Difference | None:
    """What the later claim says otherwise than the earlier one, its words taken for a source's."""
    if _names_others(claim, source):
        return None
    index = _index(source.statement.text, source.reading.published)
    span = claim.statement.start, claim.statement.end
    for one in differences(claim.reading, *span, index):
        if one.certain and one.slot in _SLOTS and one.relation in _DIFFERING:
            return None if _is_far(one, claim, index) else one
    return None


def _is_far(one: Difference, claim: JudgedClaim, index: Index) -> bool:
    """Whether two figures are so far apart that they are of two things."""
    ours = [figure for figure in claim.reading.figures if one.ours[0] <= figure.start < one.ours[1]]
    theirs = [f for f in index.reading.figures if one.theirs and f.start == one.theirs[0]]
    return any(
        max(first.high, second.high) > min(first.low, second.low) * _FAR
        for first in ours
        for second in theirs
    )


def _is_rest_alike(claim: JudgedClaim, source: JudgedClaim, difference: Difference) -> bool:
    """Whether the two say the same beside what differs, or one of them only less."""
    theirs = difference.theirs or (0, 0)
    ours = claim.reading.text[slice(*difference.ours)], source.statement.text[slice(*theirs)]
    differing = {word.stem for text in ours for word in stems.read(text)}
    one, other = _words(claim) - differing, _words(source) - differing
    own = {stem for stem in one - other if not neighbours(stem) & other}
    others = {stem for stem in other - one if not neighbours(stem) & one}
    few = min(len(own), len(others))
    return not few or (len(one & other) >= _MANY and max(len(own), len(others)) == 1)


def _names_others(claim: JudgedClaim, source: JudgedClaim) -> bool:
    """Whether each of the two names somebody, or a day, that the other does not."""
    ours, theirs = (
        {name.text for name in one.reading.names if _within(one, name.start) and name.sure}
        for one in (claim, source)
    )
    return bool(ours - theirs) and bool(theirs - ours)


def _within(judged: JudgedClaim, at: int) -> bool:
    return judged.statement.start <= at < judged.statement.end


@lru_cache(maxsize=256)
def _index(text: str, day: date | None) -> Index:
    return build(read(text, day))


# --- how surely a breach of the law is told ------------------------------------------------------

_BREACH = r"(?:violat\w+|illegal\w*|unlawful\w*|br(?:oke|eak\w*) the law|wrongdoing|fraud\w*)"
_LEFT_OPEN = re.compile(
    r"\b(?:potential(?:ly)?|possibl[ey]|perhaps|alleged(?:ly)?|may (?:have )?|might (?:have )?"
    rf"|could (?:have )?|suspected of|accused of)[ ,]*(?:\w+ ){{0,2}}?(?P<breach>{_BREACH})",
    re.IGNORECASE,
)
_ESTABLISHED = re.compile(
    r"\b(?:admissions? of|admitted(?: to)?|confess(?:ed|ions?)(?: (?:to|of))?|proven|proved"
    rf"|proof of|established|undisputed)(?: \w+){{0,3}}? (?P<breach>{_BREACH})",
    re.IGNORECASE,
)


def established(
    claims: Sequence[JudgedClaim],
) -> Iterator[tuple[tuple[JudgedClaim, Span], tuple[JudgedClaim, Span]]]:
    """A breach that one place leaves open and a later one calls admitted or proven.

    The two places, each with the span of its words; one pair for each later place.
    """
    left_open = [(one, match) for one in claims if (match := _search(_LEFT_OPEN, one))]
    for other in claims:
        match = _search(_ESTABLISHED, other)
        if match is None or _LEFT_OPEN.search(other.statement.text):
            continue
        for one, hedged in left_open:
            if one is not other and stem(hedged["breach"].lower()) == stem(match["breach"].lower()):
                yield (one, hedged.span()), (other, match.span())
                break


def _search(table: re.Pattern[str], judged: JudgedClaim) -> re.Match[str] | None:
    """The first match in a claim that stands in nobody's quotation."""
    for match in table.finditer(judged.reading.text, judged.statement.start, judged.statement.end):
        if not any(one.start <= match.start() < one.end for one in judged.reading.quotations):
            return match
    return None
