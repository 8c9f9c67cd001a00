"""Something grave that one source alone tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import found_in, rules_in, seed

Pack = Mapping[str, str]
RULE = "single-source"

CLUB: Pack = {
    "sport": seed(
        "Brookvale won 3-1 at home on Saturday, its first win since May. Coach Tom Arden was not "
        "on the bench.\n\n"
        "Arden has resigned after two seasons. The club will play at Marsh Lane next week.",
        title="Brookvale win",
        publisher="Sport Wire",
        published="2025-09-08",
    ),
    "paper": seed(
        "Brookvale beat Marsh Lane 3-1 on Saturday before 4,200 people. It was the first win since "
        "May.\n\n"
        "The club has sold 1,900 season tickets and is building a new stand.",
        title="First win for Brookvale",
        publisher="Brookvale Echo",
        published="2025-09-08",
    ),
}

CLINIC: Pack = {
    "tribune": seed(
        "The Larkin clinic in Dorset Falls closed its maternity ward on Friday. Its director, Ruth "
        "Amory, falsified staffing records for three years.\n\n"
        "Two nurses were arrested on Thursday. About 60 women were sent to other hospitals.",
        title="Ward closes",
        publisher="Falls Tribune",
        published="2025-09-06",
    ),
    "network": seed(
        "The maternity ward of the Larkin clinic in Dorset Falls closed on Friday. About 60 women "
        "were sent to other hospitals.\n\n"
        "The state will inspect the building in October.",
        title="Maternity ward shut",
        publisher="State Network",
        published="2025-09-06",
    ),
}

YACHT: Pack = {
    "gazette": seed(
        "The yacht Merganser ran aground off Cape Sorrow on Sunday in calm weather. Two sailors "
        "died, and the skipper, Jon Vela, was drunk.\n\n"
        "A tug pulled the yacht free on Monday.",
        title="Yacht aground",
        publisher="Cape Gazette",
        published="2025-09-08",
    ),
    "harbour": seed(
        "The yacht Merganser was pulled free by a tug on Monday. It had run aground off Cape "
        "Sorrow the day before.\n\n"
        "The lifeboat was out for six hours.",
        title="Merganser afloat again",
        publisher="Harbour Log",
        published="2025-09-08",
    ),
}

FOUND: list[tuple[Pack, str]] = [
    (CLUB, "Tom Arden has resigned after two seasons. [@sport]"),
    (CLUB, "Brookvale won 3-1 on Saturday. [@sport; @paper] Arden has resigned. [@sport]"),
    (CLUB, "- Arden resigned after two seasons.\n- Brookvale won 3-1 on Saturday."),
    (CLINIC, "Ruth Amory falsified staffing records for three years. [@tribune]"),
    (CLINIC, "Its director falsified staffing records. [@tribune]"),
    (CLINIC, "Two nurses were arrested on Thursday. [@tribune]"),
    (CLINIC, "The ward closed on Friday. [@network] Two nurses were arrested. [@tribune]"),
    (YACHT, "Two sailors died off Cape Sorrow. [@gazette]"),
    (YACHT, "Two sailors died on Sunday when the yacht Merganser ran aground. [@gazette]"),
    (YACHT, "A tug pulled the yacht free. [@harbour] Two sailors died. [@gazette]"),
]

SILENT: list[tuple[Pack, str]] = [
    (CLUB, "Tom Arden has resigned after two seasons, Sport Wire reported. [@sport]"),
    (CLUB, "According to Sport Wire, Arden has resigned after two seasons. [@sport]"),
    (CLUB, "Brookvale won 3-1 on Saturday. [@sport; @paper]"),
    (CLUB, "The club has sold 1,900 season tickets. [@paper]"),
    ({"sport": CLUB["sport"]}, "Tom Arden has resigned after two seasons. [@sport]"),
    (CLINIC, "The Larkin clinic closed its maternity ward. [@tribune; @network]"),
    (CLINIC, "About 60 women were sent to other hospitals. [@network]"),
    (CLINIC, "The state will inspect the building in October. [@network]"),
    (YACHT, "A tug pulled the yacht free on Monday. [@gazette; @harbour]"),
    (YACHT, "Two sailors died, the Cape Gazette reported. [@gazette]"),
    (
        {**CLUB, "club": seed("Tom Arden has resigned.", title="Notice", kind="official")},
        "Tom Arden has resigned. [@club]",
    ),
    (
        {**CLUB, "echo": seed("Arden quit on Sunday, he said.", title="Arden", publisher="Globe")},
        "Tom Arden has resigned after two seasons. [@sport]",
    ),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_what_is_grave_and_told_by_one_is_a_note(pack: Pack, body: str, tmp_path: Path) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["note"]


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_two_tell_or_one_is_named_for_is_left_alone(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    assert [one for one in rules_in(body, pack, tmp_path) if one != "dangling-cite"] == []


def test_of_many_the_three_gravest_are_told_and_the_rest_are_counted(tmp_path: Path) -> None:
    told = {
        "one": seed(
            "Mayor Ada Finch resigned on Monday. Three clerks were arrested on Tuesday. Treasurer "
            "Bo Rasmus embezzled city money. Councillor Cy Dorn harassed a driver. Two guards "
            "died in the fire.",
            title="City hall",
            publisher="Metro One",
        ),
        "two": seed("It rained in the city all week.", title="Rain", publisher="Weather Two"),
    }
    body = (
        "Mayor Ada Finch resigned on Monday. Three clerks were arrested on Tuesday. Treasurer Bo "
        "Rasmus embezzled city money. Councillor Cy Dorn harassed a driver. Two guards died in "
        "the fire. [@one]"
    )
    found = [one for one in found_in(body, told, tmp_path) if one.rule == RULE]
    assert len(found) == 3
    assert sum("2 more of such weight" in one.message for one in found) == 1
