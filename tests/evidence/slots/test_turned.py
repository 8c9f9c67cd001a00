"""Words of a claim that are the opposite of what the source says of a thing."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from tests.evidence.story import judged

SOURCE = build(
    read(
        "The mill plans to expand its night shift and praised the good results of the trial. "
        "Farmers feared poor yields of barley. "
        "Weak demand for oats ended when strong demand for oats came from abroad. "
        "Rovers beat Harrow in the final, and a win over Denby had sent them there."
    )
)


def turned(claim: str) -> set[tuple[str, str]]:
    return {(one.slot, one.relation) for one in judged(claim, SOURCE).differences if one.certain}


@pytest.mark.parametrize(
    "claim",
    [
        "The mill intends to shrink its night shift after the trial.",
        "The mill spoke of the bad results of its trial.",
        "Farmers reckoned with rich yields of barley.",
    ],
)
def test_the_opposite_of_the_same_thing_is_told(claim: str) -> None:
    assert ("polarity", "differs") in turned(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "The mill intends to expand its night shift after the trial.",
        "Strong demand for oats came from abroad.",
        "Rovers had defeated Denby before the final.",
        "The mill will not shrink its night shift.",
    ],
)
def test_what_the_source_says_somewhere_or_from_the_other_side_is_no_opposite(claim: str) -> None:
    assert ("polarity", "differs") not in turned(claim)
