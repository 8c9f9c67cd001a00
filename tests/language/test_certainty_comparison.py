"""How a claim goes beyond its passage in certainty."""

# ruff: noqa: E501 (claim and passage are read side by side)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.certainty import read
from nutgraf.language.certainty_comparison import compare

Found = list[tuple[str, str]]


def found(claim: str, passage: str) -> Found:
    return [(one.kind, one.weight) for one in compare(claim, passage)]


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        ("The board approved the quay plan.", "The board did not approve the quay plan.", "negation lost"),
        ("The board did not approve the quay plan.", "The board approved the quay plan.", "negation added"),
        ("Lee stole the boat from the quay.", "Lee denied stealing the boat from the quay.", "negation lost"),
        ("The owner paid the harbour fee.", "The owner failed to pay the harbour fee.", "negation lost"),
        ("Shares in Acme fell on Tuesday.", "Shares in Acme rose on Tuesday after results.", "direction reversed"),
        ("The court rejected the appeal by Lee.", "The court accepted the appeal by Lee.", "direction reversed"),
        ("The crew was aware of the leak.", "The crew was unaware of the leak.", "direction reversed"),
        ("The board met the crew before the vote.", "The board met the crew after the vote.", "direction reversed"),
        ("The firm broke harbour rules.", "The firm potentially broke harbour rules.", "hedge dropped"),
        ("All boats were moved from the quay.", "Some boats were moved from the quay.", "scope widened"),
        ("The judge blocked the quay sale.", "The judge temporarily blocked the quay sale.", "scope widened"),
        ("Lee was convicted of fraud.", "Lee was charged with fraud on Friday.", "ladder climbed"),
        ("The dye causes disease in eels.", "The dye was linked to disease in eels.", "ladder climbed"),
        ("The log proves the leak began early.", "The log suggests the leak began early.", "ladder climbed"),
        ("The board banned drones on quays.", "The board plans to ban drones on quays.", "plan as deed"),
        ("The quay is unsafe for trucks.", "The quay is unsafe for trucks, critics of it claimed.", "attribution dropped"),
    ],
)  # fmt: skip
def test_a_claim_that_goes_beyond_its_passage_is_told_how(
    claim: str, passage: str, kind: str
) -> None:
    assert (kind, "clear") in found(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        ("The firm may have broken harbour rules.", "The firm broke harbour rules.", "hedge added"),
        ("The boat will sink at the quay.", "The boat will likely sink at the quay.", "hedge dropped"),
        ("The quay is closed to trucks.", "The quay is closed to trucks, officials said.", "attribution dropped"),
        ("Police said the fire was set by hand.", "Residents said the fire was set by hand.", "attribution shifted"),
        ("Some boats left the old quay.", "Most boats left the old quay.", "scope narrowed"),
        ("Boats left the old quay.", "Some boats left the old quay.", "scope widened"),
        ("The board closed the quay road.", "The board agreed to close the quay road.", "plan as deed"),
        ("The log shows a leak in the hull.", "The log suggests a leak in the hull.", "ladder climbed"),
    ],
)  # fmt: skip
def test_what_good_summaries_do_too_is_only_slight(claim: str, passage: str, kind: str) -> None:
    assert found(claim, passage) == [(kind, "slight")]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The owner failed to pay the fee.", "The owner did not pay the fee."),
        ("The court accepted the appeal by Lee.", "The court did not reject the appeal by Lee."),
        ("The mayor resigned and paid.", "The mayor not only resigned but also paid."),
        ("It must be paid by Friday.", "It must be paid no later than Friday."),
        ("Acme bought the quay from Borealis.", "Borealis sold the quay to Acme."),
        ("Lee reportedly broke harbour rules.", "Lee allegedly broke harbour rules."),
        ("Officials said the quay is closed.", "The quay is closed, officials said."),
        ("Many boats left the quay.", "Some boats left the quay."),
        ("Two boats left the quay.", "Some boats left the quay."),
        ("The board plans to ban drones.", "The board intends to ban drones."),
        ("Lee was charged with fraud.", "Lee was convicted of fraud."),
        ("The quay closed.", "A bakery did not open in another town that week."),
        ("More than 5 boats sank.", "Less than 5 boats sank."),
        ("Ann said so.", "The quay is closed, Bo said."),
        (
            "The harbour chief says the quay is closed.",
            "The harbour chief thinks the quay is closed.",
        ),
        (
            "The quay reportedly is closed to trucks.",
            "The quay is closed to trucks, officials said.",
        ),
        ("He said the quay is closed to trucks.", "Officials said the quay is closed to trucks."),
        ("Police chief Lee: quay is closed.", "Police said the quay is closed."),
        ("They want to close the quay.", "The board plans to close the quay road."),
        ("A close of the quay road.", "The board plans to close the quay road."),
        ("The quay was only closed.", "The quay was closed so far."),
        ("", ""),
        ("…", "The quay closed."),
    ],
)
def test_the_same_said_otherwise_is_no_difference(claim: str, passage: str) -> None:
    assert found(claim, passage) == []


def _one_party(one: str, other: str) -> bool:
    return bool(one and other)


def test_a_party_may_be_called_otherwise() -> None:
    claim = "The regulator said the quay is unsafe now."
    passage = "The Office of Tides said the quay is unsafe now."
    assert [one.kind for one in compare(claim, passage)] == ["attribution shifted"]
    assert compare(claim, passage, same_party=_one_party) == ()


def test_a_difference_shows_the_words_of_both_sides() -> None:
    claim, passage = "The firm broke rules.", "The firm potentially broke rules."
    (one,) = compare(read(claim), read(passage))
    assert (one.said, one.stands) == ("broke", "potentially broke")
    assert (claim[slice(*one.claim)], passage[slice(*one.passage)]) == (one.said, one.stands)


_CHOICE = """
Lee the board not may rose fell said denied approve approved all some boats before after
temporarily charged convicted plans to , . quay failed more linked causes
"""
_WORDS = st.lists(
    st.sampled_from(_CHOICE.split()),
    max_size=25,
).map(" ".join)


@given(st.text() | _WORDS)
def test_a_text_compared_with_itself_gives_no_difference(text: str) -> None:
    assert compare(text, text) == ()
    assert compare(text, text + " ") == ()


@given(_WORDS, _WORDS)
def test_comparing_never_raises_and_spans_are_inside(claim: str, passage: str) -> None:
    for one in compare(claim, passage):
        assert claim[slice(*one.claim)] == one.said
        assert passage[slice(*one.passage)] == one.stands


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        (
            "The repair will cost less than the £9,000 set aside.",
            "The town set aside £9,000 for the repair. Lee said she believed that it would cost less.",
            ("hedge dropped", "clear"),
        ),
        (
            "The drop was greater in deep water, the survey showed.",
            "Lee, who sails, said that the drop came early and seemed to be greater in deep water.",
            ("hedge dropped", "clear"),
        ),
        (
            "The driver fell asleep at the wheel.",
            "It looks as if the driver fell asleep at the wheel.",
            ("hedge dropped", "clear"),
        ),
        (
            "The driver fell asleep at the wheel.",
            "It is not yet clear whether the driver fell asleep at the wheel.",
            ("hedge dropped", "clear"),
        ),
        (
            "The ban covers all of the boats in the bay.",
            "The ban covers only small boats from two yards in the bay.",
            ("scope widened", "clear"),
        ),
        (
            "Critics say that the pier needs new piles.",
            "Engineers say that the pier needs new piles; critics want it gone.",
            ("attribution shifted", "clear"),
        ),
        (
            "Vera Stahl said the dam would hold through winter.",
            "Dr. Karl Voss said the dam would hold through winter. Ms. Vera Stahl disagreed, and Vera Stahl left.",
            ("attribution shifted", "clear"),
        ),
    ],
)
def test_what_a_claim_leaves_out_is_seen_across_clauses(
    claim: str, passage: str, expected: tuple[str, str]
) -> None:
    assert expected in found(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The NTA said the dam would hold.", "The dam would hold, the National Trees Agency said."),
        ("The union said the dam would hold.", "Officials said the dam would hold."),
        (
            "The trust said the dam would hold.",
            "Dr. Karl Voss of the trust said the dam would hold.",
        ),
    ],
)
def test_a_body_and_a_person_need_not_be_two_parties(claim: str, passage: str) -> None:
    assert ("attribution shifted", "clear") not in found(claim, passage)


def test_a_body_is_itself_by_its_acronym() -> None:
    passage = "The dam would hold, the National Trees Agency said."
    assert found("The NTA said the dam would hold.", passage) == []


def test_a_negation_is_not_lent_by_the_sentence_before() -> None:
    claim = "In eight of the boats the mast was not of oak."
    passage = "The yard looked at the masts of the boats. It found eight of them of oak."
    assert ("negation added", "clear") not in found(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        ("The quay reopened in part on Friday.", "The quay reopened in full on Friday.", "direction reversed"),
        ("The board upheld the complaint in full.", "The board upheld the complaint in part.", "scope widened"),
        ("The clerk received the letter in May.", "The clerk denied ever receiving the letter in May.", "negation lost"),
        ("Nobody yet knows how long the repair lasts.", "It is not known how long the repair lasts.", ""),
        ("Rain rose over the quay in May.", "Rain over the quay was heavier than predicted in May.", ""),
    ],
)  # fmt: skip
def test_extents_and_denials_are_compared_by_what_they_govern(
    claim: str, passage: str, kind: str
) -> None:
    clear = {one for one, weight in found(claim, passage) if weight == "clear"}
    assert clear == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Forty boats were sold, some of them at auction.", "Forty boats were sold, in part at auction."),
        ("The auction of forty boats helped to pay for the pier.", "The pier was paid for in part by the auction of forty boats."),
        ("Coupons were all they were offered by the yard.", "The yard offered only coupons to the owners."),
        ("Lee would not say whether she will keep the quay open.", "The mayor asked Lee to keep the quay open."),
    ],
)  # fmt: skip
def test_limits_and_gaps_in_other_words_are_no_difference(claim: str, passage: str) -> None:
    assert "clear" not in {weight for _, weight in found(claim, passage)}
