"""Claims that say a thing more strongly than the passage that carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.checks.word_for_word import is_word_for_word
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference, Relation
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language import certainty

# Accused, charged, sued, found, convicted, admitted; what else is unlawful is doubted as all is.
_OF_THE_LAW = re.compile(
    r"\b(?:alleg\w+|accus\w+|charg\w+|indict\w+|su(?:e|es|ed|ing)|convict\w+|guilt\w*|confess\w*"
    r"|admi(?:t|ts|tted|tting|ssions?)|plead\w*|pled|lawsuits?|prosecut\w+|liable|acquit\w+"
    r"|arrest\w*|sentenced|jailed|imprisoned"
    r"|(?:courts?|judges?|jur(?:y|ies|ors?)|tribunals?)(?: \w+){0,2}? (?:found|finds|rul\w+)"
    r"|rul(?:ed|ing) that|found (?:guilty|liable|that))\b",
    re.IGNORECASE,
)


def stronger(case: Case, *relations: Relation) -> Iterator[tuple[JudgedClaim, Difference]]:
    """Every claim whose words, clause by clause, go beyond the passage in one of those ways.

    Only what is certain: the rest of what the two sides have in common leaves no doubt that they
    tell of one thing, and no sentence that a source has as it is. One difference a claim.
    """
    for judged in of_facts(case):
        for difference in judged.judgement.differences:
            if difference.relation in relations and difference.certain:
                low, high = sentence_of(judged)
                if not is_word_for_word(case, judged.reading.text[low:high]):
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
    """Whether words tell of accusing, suing, a court's finding, convicting or admitting."""
    return _OF_THE_LAW.search(words) is not None
