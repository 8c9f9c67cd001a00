"""Conclusions that are joined from two sources."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import found_in, rules_in, seed

Pack = Mapping[str, str]
RULE = "synthesis"

AIRLINES: Pack = {
    "skyline": seed(
        "Skyline Air grounded 30 jets on Monday after cracks were found in two engines. The "
        "regulator had inspected the fleet in May.\n\n"
        "Passengers were booked on trains.",
        title="Skyline grounds jets",
        publisher="Air Journal",
        published="2025-09-09",
    ),
    "polar": seed(
        "Polar Wings stopped flying in 2019 when cracks appeared in its propellers. It went "
        "bankrupt a year later.\n\n"
        "Its last pilot now teaches.",
        title="The end of Polar Wings",
        publisher="Northern Mirror",
        published="2025-09-02",
    ),
}

SCHOOLS: Pack = {
    "north": seed(
        "The school board of Northfield dropped Latin this week. Parents had asked for a vote.",
        title="Latin dropped",
        publisher="Northfield Star",
        published="2025-09-10",
    ),
    "south": seed(
        "Southgate closed its school library in the same month as its swimming pool, in June. The "
        "closing is part of a wider pattern of cuts, the mayor’s office said.",
        title="Library closed",
        publisher="Southgate News",
        published="2025-09-08",
    ),
}

FOUND: list[tuple[Pack, str]] = [
    (AIRLINES, "The grounding mirrors the end of Polar Wings in 2019. [@skyline; @polar]"),
    (AIRLINES, "The cracks at Skyline echo those at Polar Wings. [@skyline; @polar]"),
    (AIRLINES, "The grounding of 30 jets is part of a broader pattern. [@skyline]"),
    (AIRLINES, "It is the latest in a string of groundings for the regulator. [@skyline; @polar]"),
    (AIRLINES, "Taken together, the cracks show a regulator asleep. [@skyline; @polar]"),
    (AIRLINES, "The grounding is reminiscent of Polar Wings. [@skyline; @polar]"),
    (AIRLINES, "Skyline’s story is a repeat of the fall of Polar Wings. [@skyline; @polar]"),
    (AIRLINES, "## Newsletter Angles\n\n- The grounding parallels the end of Polar Wings."),
    (SCHOOLS, "Northfield’s vote follows a familiar pattern of cuts. [@north]"),
    (SCHOOLS, "Latin was dropped the same month as the pool closed in Southgate. [@north; @south]"),
    (SCHOOLS, "The end of Latin mirrors the closing of the library. [@north; @south]"),
]

SILENT: list[tuple[Pack, str]] = [
    (AIRLINES, "Skyline Air grounded 30 jets after cracks were found in two engines. [@skyline]"),
    (AIRLINES, "Polar Wings stopped flying in 2019. [@polar]"),
    (AIRLINES, "We read the grounding as an echo of the end of Polar Wings."),
    (AIRLINES, "In our view the grounding mirrors the end of Polar Wings."),
    (AIRLINES, "Does the grounding mirror the end of Polar Wings?"),
    (AIRLINES, "Passengers were booked on trains. [@skyline]"),
    (SCHOOLS, "Southgate closed its library in the same month as its swimming pool. [@south]"),
    (SCHOOLS, "Parents had asked for a vote. [@north]"),
    (SCHOOLS, "The school board of Northfield dropped Latin. [@north]"),
    (
        SCHOOLS,
        "The closing is part of a wider pattern of cuts, the mayor’s office said. [@south]",
    ),
    (
        {"news": seed("The Northern Mirror printed the letter. The lake mirrored the peak.")},
        "The Northern Mirror printed the letter. [@news]",
    ),
    (
        {"news": seed("The telescope has 36 mirrors. It stands in a parallel valley.")},
        "The telescope has 36 mirrors. [@news]",
    ),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_a_line_that_no_source_draws_is_asked_about(pack: Pack, body: str, tmp_path: Path) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["warning"]
    assert "?" in told[0].message


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_a_source_says_or_is_called_ours_is_left_alone(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    assert [one for one in rules_in(body, pack, tmp_path) if one != "dangling-cite"] == []
