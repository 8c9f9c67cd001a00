"""What looks like a name in a claim, and what carries it."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from nutgraf.evidence.slots.names import name_differences

SOURCE = build(
    read(
        "Harrow Mills sold more barley in the third quarter, as Covid waned. "
        "Most RNNs fail there, a spokesman for the HBPU said."
    )
)


def missing(claim: str) -> list[str]:
    reading = read(claim)
    found = name_differences(reading, 0, len(claim), SOURCE)
    return [claim[slice(*one.ours)] for one in found if one.certain]


@pytest.mark.parametrize(
    "claim",
    [
        "Harrow Mills sold more barley in Q3 than before.",
        "Sales of Harrow Mills rose YoY.",
        "Harrow Mills spoke of COVID-19.",
        "An RNN fails there.",
        "The Harrow Board of Port Users (HBPU) agreed.",
    ],
)
def test_quarters_plurals_and_bodies_with_their_acronym_are_carried(claim: str) -> None:
    assert missing(claim) == []


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("Denby Mills sold more barley.", "Denby Mills"),
        ("The Harrow Mill Workers (HMW) agreed.", "Harrow Mill Workers"),
    ],
)
def test_a_body_of_which_the_source_has_no_trace_is_told(claim: str, name: str) -> None:
    assert name in missing(claim)


def missing_of(claim: str, source: str) -> list[str]:
    reading = read(claim)
    found = name_differences(reading, 0, len(claim), build(read(source)))
    return [claim[slice(*one.ours)] for one in found if one.certain]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("A Norwegian shipyard won the order.", "The order went to a shipyard in Bergen."),
        ("Moscow has not answered.", "Russia has not answered."),
        ("The ring is from the Middle Ages.", "The ring proved to be medieval."),
    ],
)
def test_a_place_or_an_age_may_be_called_otherwise(claim: str, source: str) -> None:
    assert missing_of(claim, source) == []


def test_a_country_of_which_the_source_has_no_city_is_told() -> None:
    source = "The order went to a shipyard in Bergen, and Sweden complained."
    assert missing_of("The shipyard in Portugal won the order.", source) == ["Portugal"]
