"""Limits of a source's sentence over words that the claim has without them."""

from __future__ import annotations

from nutgraf.evidence.beside import beside
from nutgraf.evidence.index import build
from nutgraf.evidence.left_out import left_out
from nutgraf.evidence.reading import read


def _left(claim: str, source: str) -> list[tuple[str, str, str]]:
    """Kind, the source's words and the claim's of each limit."""
    held = beside(read(claim), 0, len(claim), [("s", build(read(source)))])
    return [
        (
            left.limiter.kind,
            one.index.reading.text[slice(*left.with_word)],
            claim[slice(*left.ours)],
        )
        for one in held
        for left in left_out(one)
    ]


def test_a_limit_stands_over_a_word_that_both_have() -> None:
    source = "Crews may reopen the north lane of the bridge on Friday."
    claim = "Crews will reopen the north lane of the bridge on Friday."
    assert _left(claim, source) == [("hedge", "may reopen", "reopen")]


def test_a_limit_over_what_the_claim_has_not_is_none() -> None:
    source = "Crews reopened the north lane of the bridge, which may sink."
    assert _left("Crews reopened the north lane of the bridge.", source) == []


def test_who_is_in_a_country_without_a_right_to_is_one_thing_in_any_words() -> None:
    source = "Police sent names of people suspected of being in the country unlawfully."
    claim = "Police sent names of people who are in the country illegally."
    assert [kind for kind, _, _ in _left(claim, source)] == ["hedge"]


def test_a_share_of_those_who_answered() -> None:
    source = "Of the 40 skippers who answered, 60 percent said the harbor was too shallow."
    claim = "Sixty percent of the skippers say the harbor is too shallow."
    assert ("answered", "Of the 40 skippers who answered, 60 percent", "Sixty percent") in _left(
        claim, source
    )


def test_behind_a_label_the_word_of_the_sentence_is_meant() -> None:
    source = "Four of the nine council members have said that she should resign."
    claim = "The council: the council has said that she should resign."
    held = beside(read(claim), 0, len(claim), [("s", build(read(source)))])
    (left,) = [left for one in held for left in left_out(one)]
    assert left.ours == (claim.rindex("council"), claim.rindex("council") + len("council"))
