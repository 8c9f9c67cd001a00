"""The brief's words and the source's for what a judgement says, as a finding shows them."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.model import Evidence, Place


def differing_words(
    case: Case, judged: JudgedClaim, difference: Difference
) -> tuple[Evidence, ...]:
    """What the source has there; nothing where it has nothing."""
    passage = judged.judgement.passage
    if passage is None or difference.theirs is None:
        return ()
    return (case.pack.evidence(SourceSpan(passage.source, *difference.theirs)),)


def passage_words(case: Case, judged: JudgedClaim) -> tuple[Evidence, ...]:
    """The passage that carries the claim or comes nearest to it, if there is one."""
    passage = judged.judgement.passage
    return () if passage is None else (case.pack.evidence(passage),)


def differing_place(judged: JudgedClaim, difference: Difference) -> Place:
    """The brief's words that differ; the whole claim where it lacks a word of the source's."""
    if difference.ours[0] >= difference.ours[1]:
        return judged.claim.place
    return judged.statement.prose.place(*difference.ours)


def our_words(judged: JudgedClaim, difference: Difference) -> str:
    """The brief's words that differ."""
    return judged.reading.text[slice(*difference.ours)]


def of_facts(case: Case) -> Iterator[JudgedClaim]:
    """The claims that are the brief's own statements, not somebody's quoted words."""
    return (judged for judged in case.claims if judged.statement.quotation is None)


def sentence_of(judged: JudgedClaim) -> tuple[int, int]:
    """The span, in its prose, of the sentence that the claim is a clause of."""
    reading = judged.reading
    if not reading.sentences:
        return judged.statement.start, judged.statement.end
    return reading.sentences[reading.sentence_at(judged.statement.start)]
