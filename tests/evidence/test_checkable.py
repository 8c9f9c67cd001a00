"""What is not held against a source."""

from __future__ import annotations

import pytest

from nutgraf.evidence.checkable import why_not


@pytest.mark.parametrize(
    "text",
    [
        "Who signed the deal?",
        "We asked the harbour master twice.",
        "Our view: the deal will not last.",
        "It is not clear who signed the deal.",
        "Whether the deal will hold is still unclear.",
        "Check the date of the deal.",
        "Reuters wire copy via the Harbour Times.",
        "The Harbour Times broke the story first.",
        "That would need follow-up reporting or a records request.",
        "How many sailed is worth asking the pilots.",
    ],
)
def test_questions_gaps_and_what_the_desk_says_to_itself_are_not_checked(text: str) -> None:
    assert why_not(text)


@pytest.mark.parametrize(
    "text",
    [
        '"We have not cut corners," the harbour master said.',
        "We propose a model that learns from few examples.",
        '"Who signed the deal?" she asked.',
        "The harbour master signed the deal.",
        "The Harbour Times first reported that the master had resigned.",
        "The report via the port's own office named three ships.",
        "The port needs two more pilots.",
    ],
)
def test_facts_and_quotations_are_checked(text: str) -> None:
    assert why_not(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Police cannot yet tell whether the pilot slept.",
        "The port would not say how many had sailed.",
        "The owners have not decided when to rebuild.",
    ],
)
def test_what_nobody_can_or_will_say_is_an_honest_gap(text: str) -> None:
    assert why_not(text) == "it says what is not known"
