"""`All`, `most` and `none` against what the source counts."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge
from nutgraf.evidence.reading import read

SCHOOLS = build(
    read(
        "The council will mend 14 of the district's 19 school roofs this summer. Of the 23 buses,"
        " nine failed an inspection in May. Four drivers spoke to the board; two of them asked for"
        " higher pay. Teachers at 61% of the schools back the plan."
    )
)
DIARY = build(read("The board meets in the school hall. Buses leave from the hall at noon."))


def _verdict(claim: str) -> str:
    reading = read(claim)
    return judge(reading, 0, len(claim), [("schools", SCHOOLS), ("diary", DIARY)]).verdict


@pytest.mark.parametrize(
    "claim",
    [
        "The council will mend all 19 school roofs of the district this summer.",
        "Most of the 23 buses failed an inspection in May.",
        "All 23 buses failed an inspection in May.",
        "All four drivers asked the board for higher pay.",
    ],
)
def test_more_than_the_part_that_is_counted_is_told(claim: str) -> None:
    assert _verdict(claim) == "contradicted"


@pytest.mark.parametrize(
    "claim",
    [
        "The council will mend most of the 19 school roofs of the district this summer.",
        "A minority of the 23 buses failed an inspection in May.",
        "Some of the four drivers asked the board for higher pay.",
        "Four drivers spoke to the board.",
    ],
)
def test_a_share_that_the_count_allows_is_not_faulted(claim: str) -> None:
    assert _verdict(claim) in ("supported", "not checked")
