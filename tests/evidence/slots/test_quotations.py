"""Quotations of a claim beside those of a source."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from nutgraf.evidence.slots.quotations import compared_quotations

SOURCE = build(
    read(
        '"The bridge is safe if the bolts are changed this year. We will not close it," '
        "engineer Ann Lee told the council.\n\n"
        'Mayor Tom Price called the plan "a gamble with lives" on Monday.'
    )
)


def relations(claim: str) -> list[str]:
    found = compared_quotations(read(claim), 0, len(claim), SOURCE)
    return [f"{one.slot} {one.relation}" for each in found for one in each.differences]


@pytest.mark.parametrize(
    "claim",
    [
        "“We will not close it,” Ann Lee said.",
        'Lee said: "We will not close it."',
        'Tom Price called it "a gamble with lives".',
        "The council heard from Ann Lee.",
        'The band played "Sweet Rain" twice.',
    ],
)
def test_verbatim_words_of_the_right_speaker_are_borne_out(claim: str) -> None:
    assert relations(claim) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('"We will never close it," Ann Lee said.', "quotation altered"),
        ('"We will not close it," Tom Price said.', "speaker differs"),
        ('"The bridge will be torn down by spring," Ann Lee said.', "quotation missing"),
        ('Tom Price called it "reckless".', "quotation missing"),
        ('"The bridge is safe," Ann Lee said.', "quotation cut"),
    ],
)
def test_what_is_wrong_with_a_quotation_is_named(claim: str, expected: str) -> None:
    assert expected in relations(claim)


def test_the_place_of_the_words_is_given() -> None:
    claim = read("“We will not close it,” Ann Lee said.")
    (found,) = compared_quotations(claim, 0, len(claim.text), SOURCE)
    assert found.place is not None
    assert SOURCE.reading.text[slice(*found.place)] == "We will not close it"
