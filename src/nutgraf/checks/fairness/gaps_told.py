"""Whether a brief tells what a source says is not known, and the line by which it would."""

from __future__ import annotations

import re

from nutgraf.checks.case import Case
from nutgraf.checks.offering import as_sentence, as_words, cited, named
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.unknowns import Unknown, is_among, share_of
from nutgraf.language.contrasting import compares, leaves_uncompared
from nutgraf.language.stems import stem
from nutgraf.language.unknowing import tells_a_gap, unknowing
from nutgraf.model import Offer, Role

# The share of what a gap is about that a sentence has which tells of the same gap, or hints at it.
_TOLD = 0.4
_HINTED = 0.6
_AT_LEAST = 2  # stems
_SHORT = 3
_SETTLED = 0.7
_ANY_STUDY_WORDS = """
study trial test result finding research survey sample review figure data number count total show
prove establish link cause people patient toll change
"""
_ANY_STUDY = frozenset(stem(word) for word in _ANY_STUDY_WORDS.split())
_EARLY = re.compile(
    r"(?i)\b(?:at least|so far|as of|prelim\w+|initial(?:ly)?|provisional(?:ly)?|unofficial\w*"
    r"|early (?:counts?|results?|figures?)|exit polls?|(?:may|could|might) (?:rise|change|grow))\b"
)
_LEANS = re.compile(r"(?:which|who|whose|whom|that|where|when|of which)\b")
_NAMES = frozenset(["name", "ident"])
_IDENTIFIED = stem("identified")


def is_told(case: Case, unknown: Unknown) -> bool:
    """Whether what goes out tells of a gap, or another source of the pack closes it."""
    index = case.pack.sources[unknown.span.source.casefold()].index
    told = [one for one in case.told if one.published]
    if leaves_uncompared(unknown.text) and any(compares(one.text) is not None for one in told):
        return True  # what it speaks against is named, and another rule tells it
    return any(_tells(one, unknown, index) for one in told) or _is_settled(case, unknown)


def offer_of_gap(case: Case, unknown: Unknown, story: int) -> Offer:
    """The gap as a line for the unknowns of a story."""
    span = unknown.span
    index = case.pack.sources[span.source.casefold()].index
    text = named(index, span, _whole(index, unknown))
    line = cited(as_sentence(as_words(text)), (span.source,))
    return Offer(Role.UNKNOWNS, story, line, (case.pack.evidence(span),))


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many stems of one set, or words for them, are in another."""
    return sum(is_among(word, other) for word in one)


def _whole(index: Index, unknown: Unknown) -> str:
    """Its words; of a clause that leans on another, those of its sentence."""
    if unknown.listed or not _LEANS.match(unknown.text):
        return unknown.text
    reading = index.reading
    low, high = reading.sentences[reading.sentence_at(unknown.span.start)]
    return unknown.text if low == unknown.span.start else reading.text[low:high]


def _tells(one: Told, unknown: Unknown, index: Index) -> bool:
    """Whether a sentence leaves open what the source does."""
    gap = one.role is Role.UNKNOWNS or tells_a_gap(one.text)
    if unknown.kind in ("method", "early"):
        if (unknown.marks - _ANY_STUDY) & one.stems:
            return True
        early = unknown.kind == "early" and _EARLY.search(one.text) is not None
        return early or (gap and bool(unknown.topic & one.stems))
    doubted = unknown.kind == "unverified" and (unknown.topic | unknown.context) & one.stems
    if doubted and any(each.kind == "unverified" for each in unknowing(one.text)):
        return True
    if not gap and (one.quotation is not None or not one.leaves_open):
        return False
    if shared(unknown.topic, one.stems) < (min(_AT_LEAST, len(unknown.topic)) if gap else _SHORT):
        return False
    return share_of(unknown.topic, one.stems, index) >= (_TOLD if gap else _HINTED)


def _is_settled(case: Case, unknown: Unknown) -> bool:
    """Whether another source tells what this one does not know."""
    if unknown.kind in ("method", "early") or unknown.listed:
        return False
    topic = unknown.topic
    for one in case.pack:
        if one.source.id == unknown.span.source:
            continue
        if topic & _NAMES and _IDENTIFIED in one.index.postings:
            return True
        reading = one.index.reading
        for at in {at for word in topic for at in one.index.postings.get(word, ())}:
            here = reading.stems_in(*reading.sentences[at])
            if len(topic.intersection(here)) < max(_AT_LEAST, _SETTLED * len(topic)):
                continue
            if not tells_a_gap(reading.text[slice(*reading.sentences[at])]):
                return True
    return False
