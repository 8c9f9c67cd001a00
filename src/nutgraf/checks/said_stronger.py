"""Claims that say a thing more strongly than the passage that carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference, Relation
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language import certainty

# What is of the law: accused or found, alleged or done.
_OF_THE_LAW = re.compile(
    r"\b(?:alleg\w+|accus\w+|charg\w+|indict\w+|su(?:e|es|ed|ing)|convict\w+|guilt\w+|admi(?:t|ts|tted"
    r"|ssions?)|plead\w*|pleaded|rul(?:ed|ing|es)|suspect\w*|laws?|lawsuit|found|illegal\w*|unlawful\w*"
    r"|violat\w+|claim(?:s|ed)?)\b",
    re.IGNORECASE,
)


def stronger(case: Case, *relations: Relation) -> Iterator[tuple[JudgedClaim, Difference]]:
    """Every claim whose words, clause by clause, go beyond the passage in one of those ways.

    Only what is certain: the rest of what the two sides have in common leaves no doubt that they
    tell of one thing. One difference a claim.
    """
    for judged in of_facts(case):
        for difference in judged.judgement.differences:
            if difference.relation in relations and difference.certain:
                yield judged, difference
                break


def source_words(case: Case, judged: JudgedClaim, difference: Difference) -> str:
    """The words of the source that the claim has left behind."""
    passage = judged.judgement.passage
    if passage is None or difference.theirs is None:
        return ""
    return case.pack.evidence(SourceSpan(passage.source, *difference.theirs)).text


def names_who_says_so(judged: JudgedClaim) -> bool:
    """Whether the sentence of a claim gives it to somebody: it is then an accusation still."""
    low, high = sentence_of(judged)
    return bool(certainty.read(judged.reading.text[low:high]).of("attribution"))


def is_of_the_law(words: str) -> bool:
    """Whether words tell of accusing, suing, finding or admitting."""
    return _OF_THE_LAW.search(words) is not None
