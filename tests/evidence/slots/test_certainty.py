"""What a passage limits, plans or denies, where it has nearly all of a claim."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from tests.evidence.story import judged

SOURCE = build(
    read(
        "Drivers at some depots went back to work on Sunday, the tram company said. The old depot "
        "in Elm Street plans to reopen for night trams. The bond is secured on the trams and not "
        "on the depots. The company settled the claim without admitting fault.\n\n"
        "Two mechanics work in places with no contact with passengers. The tram company did not "
        "finish its review of the brakes until Oct. 11."
    )
)


@pytest.mark.parametrize(
    "claim",
    [
        "Drivers at every depot went back to work on Sunday, the tram company said.",
        "Drivers at depots went back to work on Sunday, the tram company said.",
        "The old depot in Elm Street has reopened for night trams.",
        "The bond is secured on the depots.",
    ],
)
def test_what_goes_beyond_such_a_passage_is_flagged(claim: str) -> None:
    assert judged(claim, SOURCE).verdict == "contradicted"


@pytest.mark.parametrize(
    "claim",
    [
        "Drivers at some depots returned to work on Sunday, the tram company said.",
        "The tram company finished its review of the brakes on Oct. 11.",
        "The tram company did not admit fault when it settled the claim.",
        "Two mechanics work in places away from any contact with passengers.",
    ],
)
def test_what_says_the_same_in_other_words_is_not(claim: str) -> None:
    assert judged(claim, SOURCE).verdict in ("supported", "not checked")


def test_a_director_of_a_body_named_before_is_no_other_party() -> None:
    source = build(
        read(
            "The ferry union objected to the timetable. Its executive director said the ferries "
            "would need ten more pilots by May."
        )
    )
    claim = "The union of ferry operators said the ferries would need ten more pilots by May."
    assert judged(claim, source).verdict in ("supported", "not checked")
