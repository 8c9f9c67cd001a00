"""Words of a claim that stand in a source in no form."""

from __future__ import annotations

from nutgraf.evidence.alignment import alignments, compared_words
from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from nutgraf.evidence.slots.unsaid import strangers, unknown_share, unsaid_differences
from tests.evidence.story import judged

SOURCE = build(
    read(
        "The joiner adjusted the bench and planed the oak. His apprentice swept the floor. "
        "They shut the workshop at six."
    )
)


def strange(claim: str) -> list[str]:
    reading = read(claim)
    words = compared_words(reading, 0, len(claim))
    windows = SOURCE.windows(reading.stems_in(0, len(claim)))
    return [word.lower for word in strangers(reading, next(alignments(words, SOURCE, windows)))]


def test_what_is_made_from_a_word_of_the_source_is_no_stranger() -> None:
    assert strange("The adjustable bench stood on a carpet.") == ["stood", "carpet"]


def test_the_share_of_unknown_words_is_by_weight() -> None:
    reading = read("The joiner painted the oak.")
    words = compared_words(reading, 0, len(reading.text))
    windows = SOURCE.windows(reading.stems_in(0, len(reading.text)))
    best = next(alignments(words, SOURCE, windows))
    assert 0 < unknown_share(best) < 1


def test_a_statement_of_which_most_words_are_nowhere_is_not_found() -> None:
    claim = "The joiner hired trumpeters whose fanfares delighted spectators across the harbour."
    assert judged(claim, SOURCE).verdict == "not found"


def test_a_paraphrase_with_half_its_words_is_not_called_absent() -> None:
    assert judged("The apprentice cleaned up the floor of the shop.", SOURCE).verdict != "not found"


def unsaid(claim: str, clause: str) -> list[str]:
    reading = read(claim)
    start = claim.index(clause)
    end = start + len(clause)
    words = compared_words(reading, start, end)
    windows = SOURCE.windows(reading.stems_in(start, end))
    best = next(alignments(words, SOURCE, windows))
    return [claim[slice(*one.ours)] for one in unsaid_differences(reading, start, end, best)]


def test_a_clause_without_capitals_is_not_taken_for_a_text_without_any() -> None:
    clause = "he planed the oak at his carrel"
    assert unsaid(f"The joiner swept, and {clause}", clause) == []
    assert unsaid(clause, clause) == ["carrel"]


def test_verbs_of_saying_and_of_going_are_no_news() -> None:
    found = judged("The apprentice complained and went ahead.", SOURCE).differences
    assert not [one for one in found if one.certain]


def test_a_short_statement_in_words_of_its_own_is_not_missing() -> None:
    assert unsaid("Carpenters clock off at six.", "Carpenters clock off at six.") == []


def test_several_rare_words_that_the_source_has_not_are_told() -> None:
    claim = "The joiner sold marquetry, lacquer, tortoiseshell and damask to the prior."
    assert unsaid(claim, claim) == ["sold", "marquetry", "lacquer", "tortoiseshell", "damask"]
