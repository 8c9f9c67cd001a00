"""What a claim denies and a source tells."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from tests.evidence.story import judged

SOURCE = build(
    read(
        "Harrow Ferries offers weekly passes to commuters on both banks, the operator said in May. "
        "The council declined to lower the parking charges at the terminal. "
        "The old slipway remains shut to rowing boats. "
        "A second ramp will be built next spring."
    )
)


def relations(claim: str) -> set[tuple[str, str]]:
    return {(one.slot, one.relation) for one in judged(claim, SOURCE).differences if one.certain}


@pytest.mark.parametrize(
    "claim",
    [
        "Harrow Ferries does not sell weekly passes to commuters on the river.",
        "Harrow Ferries never offered its commuters weekly passes.",
    ],
)
def test_a_denial_of_what_the_source_tells_plainly_is_told(claim: str) -> None:
    assert ("polarity", "differs") in relations(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Harrow Ferries offers weekly passes to commuters.",
        "The council did not lower parking charges at the terminal.",
        "The old slipway is not open to rowing boats.",
        "The operator does not comment on the weather.",
        "Harrow Ferries said it does not want to fail to offer weekly passes.",
    ],
)
def test_what_a_source_denies_in_its_own_way_may_be_denied(claim: str) -> None:
    assert ("polarity", "differs") not in relations(claim)


def test_not_saying_whether_and_declining_to_are_one() -> None:
    source = build(read("The operator declined to say whether any berths were flooded in May."))
    found = judged("The operator would not say whether berths were flooded.", source)
    assert not [one for one in found.differences if one.certain]


def test_who_does_not_say_whether_denies_nothing() -> None:
    claim = "The operator would not say whether it offers weekly passes to commuters."
    assert ("polarity", "differs") not in relations(claim)
