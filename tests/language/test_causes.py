"""Causes that a claim states where its source has one thing after the other."""

# ruff: noqa: E501 (texts are read side by side)

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language import causes
from nutgraf.language.causes import CauseDifference, read
from nutgraf.language.told import lay_out

FLOOD = (
    "The sluice was left open on Monday. Hours later the lower meadow flooded. "
    "Engineers are mending a wall."
)


def differences(
    claim: str, passage: str, others: Sequence[str] = ()
) -> tuple[CauseDifference, ...]:
    return causes.differences(claim, lay_out(passage), [lay_out(other) for other in others])


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The pier shut because of the storm.", "the storm.", "The pier shut "),
        ("Because of the storm, the pier shut.", "the storm", " the pier shut."),
        ("The storm led to the closure of the pier.", "The storm ", " the closure of the pier."),
        ("The harbour master resigned over the dredging deal.", " the dredging deal.", "The harbour master resigned "),
        ("Boats sank; the storm caused a surge.", "the storm ", " a surge."),
        ("The delay was prompted by a strike, and trade fell.", "a strike", "The delay "),
        ("The race was halted due to the fog.", "the fog.", "The race was halted "),
    ],
)  # fmt: skip
def test_a_causal_statement_is_read_with_its_two_sides(text: str, cause: str, effect: str) -> None:
    (one,) = read(text)
    assert text[slice(*one.cause)].strip() == cause.strip()
    assert text[slice(*one.effect)].strip() == effect.strip()


@pytest.mark.parametrize(
    "text",
    [
        "The pier shut after the storm.",
        "The pier did not shut because of the storm.",
        "“The pier shut because of the storm,” said Roe.",
        "The works are due to begin in May.",
        "Attendance was over 400.",
        "Because of this.",
        "The storm never caused a flood.",
    ],
)
def test_order_denial_and_quotation_state_no_cause(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("claim", "weight"),
    [
        ("The lower meadow flooded because the sluice was left open.", "clear"),
        ("The open sluice led to the flooding of the lower meadow.", "clear"),
        ("The lower meadow may have flooded because the sluice was left open.", "slight"),
    ],
)
def test_a_cause_of_two_things_told_one_after_the_other_is_told(claim: str, weight: str) -> None:
    (one,) = differences(claim, FLOOD)
    assert one.weight == weight
    assert claim[slice(*one.claim)] == one.said
    assert FLOOD[slice(*one.passage)] == one.stands
    assert "sluice" in one.stands
    assert "flooded" in one.stands


def test_two_things_of_one_sentence_may_be_meant_as_cause_and_effect() -> None:
    (one,) = differences(
        "The ferry stopped because of the vote.", "The ferry stopped hours after the vote."
    )
    assert one.weight == "slight"


def test_a_source_that_leaves_the_cause_open_makes_it_clear() -> None:
    passage = "The ferry stopped hours after the vote. The firm did not give a reason."
    (one,) = differences("The ferry stopped because of the vote.", passage)
    assert one.weight == "clear"
    assert one.stands.endswith("give a reason")


@pytest.mark.parametrize(
    "passage",
    [
        "The lower meadow flooded because the sluice had been left open.",
        "The sluice was left open. That caused the lower meadow to flood.",
        "The sluice was left open and as a result the lower meadow flooded.",
        "The sluice was left open.",
        "",
    ],
)  # fmt: skip
def test_a_source_with_the_cause_or_without_its_effect_gives_no_difference(passage: str) -> None:
    assert differences("The lower meadow flooded because the sluice was left open.", passage) == ()


def test_another_source_may_state_the_cause() -> None:
    claim = "The lower meadow flooded because the sluice was left open."
    other = "An open sluice is to blame: it led to the flood in the lower meadow."
    assert differences(claim, FLOOD, ["Nothing of it.", other]) == ()
    assert differences(claim, FLOOD, ["Nothing of it."])


def test_a_plan_is_no_cause() -> None:
    passage = "The mill was due to get a new sluice. The lower meadow flooded."
    (one,) = differences("The new sluice of the mill caused the lower meadow to flood.", passage)
    assert one.weight == "clear"


WORDS = st.lists(
    st.sampled_from(
        [
            *[
                "the",
                "pier",
                "storm",
                "because",
                "of",
                "led",
                "to",
                "over",
                "resigned",
                "due",
                "caused",
                "not",
                "after",
                "reason",
            ],
            *",.“”",
        ]
    )
).map(" ".join)


@given(WORDS, WORDS)
def test_comparing_never_raises_and_spans_are_inside(claim: str, passage: str) -> None:
    for one in differences(claim, passage):
        assert 0 <= one.claim[0] < one.claim[1] <= len(claim)
        assert 0 <= one.passage[0] < one.passage[1] <= len(passage)


def told(claim: str, *texts: str) -> list[str]:
    return [one.weight for one in differences(claim, texts[0], texts[1:])]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        # Its source leaves the cause open in so many words.
        ("The dye drove up fever rates in some villages.", "Officials cannot determine whether the dye caused any illness. A study found higher fever rates in some villages but did not identify a cause."),
        ("Heavy snow and ice led to the derailment.", "The minister said it was too early to speak of causes. There was heavy snow, and there was ice, she said of the derailment."),
        ("Favouritism meant that cousins got 40 of the 52 licences.", "Cousins of clerks got 40 of the 52 licences. The auditor could not say whether this was caused by favouritism."),
        # It has the effect, and no word of any cause.
        ("The lower meadow flooded because the sluice was left open.", "The sluice was left open." + " It was a fine day at the mill." * 9 + " The lower meadow flooded."),
        ("The grain silo in Ost fell over because a guard was asleep.", "The grain silo in Ost fell over on Friday. A crane will lift it."),
    ],
)  # fmt: skip
def test_a_cause_that_the_source_leaves_open_or_never_names_is_told(
    claim: str, source: str
) -> None:
    assert told(claim, source) == ["clear"]


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("Nobody can tell whether the silo fell because of rust.", ("The silo fell. Officials cannot say whether rust was the cause.",)),
        ("The grain silo in Ost fell over because of rust.", ("The grain silo in Ost fell over on Friday. Rust had weakened it, which caused the fall.",)),
        ("The grain silo in Ost fell over because of rust.", ("The grain silo in Ost fell over on Friday.", "Rust made the silo in Ost fall.")),
        ("The silo fell because of rust.", ("The silo was sold in May.",)),
    ],
)  # fmt: skip
def test_a_cause_left_open_by_the_claim_or_named_anywhere_is_none(
    claim: str, sources: tuple[str, ...]
) -> None:
    assert told(claim, *sources) == []


def test_what_passes_over_a_place_is_no_cause() -> None:
    source = (
        "The barn fire was reported on Monday. Its cause is under investigation. A storm passed "
        "over the valley that night."
    )
    assert told("Lightning from a storm sparked the barn fire.", source) == ["clear"]


def test_what_came_after_a_like_thing_may_be_meant_so() -> None:
    source = "The yard cancelled nine sailings in May after a fault in its booking desk."
    assert (
        told(
            "A breakdown of the booking software forced the yard to cancel nine sailings in May.",
            source,
        )
        == []
    )
