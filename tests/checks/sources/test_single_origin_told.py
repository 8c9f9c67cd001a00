"""Sources that a brief names or counts as confirming what only one of them has found out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import found_in, seed

Pack = Mapping[str, str]
RULE = "single-origin"

FERRY: Pack = {
    "times": seed(
        "The ferry operator knew of the cracked hull by April 9, the lawsuit says. The suit was "
        "filed in Port Ransom on Monday.\n\nThe ferry carried 212 people.",
        title="Families sue over ferry",
        publisher="Ransom Times",
    ),
    "kwrn": seed(
        "According to the complaint, the operator knew of the cracked hull by April 9. The company "
        "has not answered.\n\nThe ferry sank within 20 minutes, the coast guard said.",
        title="Suit over sinking",
        publisher="KWRN Radio",
    ),
    "herald": seed(
        "Divers found the ferry at a depth of 60 meters. The complaint says the operator knew of "
        "the cracked hull by April 9.\n\nThe harbor reopened on Tuesday.",
        title="Divers find ferry",
        publisher="Bay Herald",
    ),
}
VACCINE: Pack = {
    "post": seed(
        "The laboratory lost 40 samples of the virus in a freezer failure in March, two employees "
        "told the Post. The ministry declined to comment.",
        title="Samples lost",
        publisher="Lindal Post",
    ),
    "ap": seed(
        "LINDAL (AP) — The minister was questioned for two hours on Thursday. The Lindal Post "
        "reported that the laboratory lost 40 samples of the virus in a freezer failure in March. "
        "The AP could not independently verify the report.",
        title="Minister questioned",
        publisher="Associated Press",
    ),
    "radio": seed(
        "Parliament will hear the head of the laboratory next week. Opposition members called for "
        "an inquiry into the freezers.",
        title="Head to be heard",
        publisher="Radio Norr",
    ),
}
BRIDGE: Pack = {
    "star": seed(
        "The cable snapped at 6:40 a.m., and the bridge was closed to traffic an hour later.\n\n"
        "The Star counted 14 trucks on the ramp.",
        title="Cable snaps",
        publisher="Morning Star",
    ),
    "wtel": seed(
        "The bridge was closed to traffic after the cable snapped at 6:40 a.m. Engineers are "
        "looking at the other cables.",
        title="Bridge shut",
        publisher="WTEL News",
    ),
}

HULL = "the operator knew of the cracked hull by April 9."
LOST = "the laboratory lost 40 samples of the virus in March."

FOUND: list[tuple[Pack, str]] = [
    (
        FERRY,
        "The Times, KWRN and the Herald all confirm that " + HULL,
    ),
    (
        FERRY,
        "The Ransom Times and KWRN have established that " + HULL,
    ),
    (
        FERRY,
        "Three outlets have now confirmed that " + HULL,
    ),
    (
        VACCINE,
        "The Post and the AP have both confirmed that " + LOST,
    ),
    (
        VACCINE,
        "Three news organizations have confirmed that " + LOST,
    ),
    (
        VACCINE,
        "The laboratory lost 40 samples of the virus in March, the Lindal Post and the AP report.",
    ),
]

FOUND.append(
    (VACCINE, "The Post broke the story that " + LOST[:-1] + "; AP and the Post have confirmed it.")
)
FOUND.append(
    (VACCINE, f"A freezer failed, and {LOST} The Post and the AP have since confirmed it.")
)

SILENT: list[tuple[Pack, str]] = [
    (BRIDGE, "The cable snapped at 6:40 a.m. The Star and WTEL have confirmed it."),
    (FERRY, "The operator knew of the cracked hull by April 9, according to the complaint."),
    (FERRY, "The Times, KWRN and the Herald report on a suit over the cracked hull."),
    (FERRY, "Neither the Times nor KWRN has confirmed that the operator knew of the cracked hull."),
    (BRIDGE, "The Morning Star and WTEL both confirm that the cable snapped at 6:40 a.m."),
    (BRIDGE, "Two outlets have confirmed that the bridge was closed to traffic."),
    (VACCINE, "The report has not been confirmed by several outlets."),
    (
        VACCINE,
        "The AP could not confirm that the laboratory lost 40 samples of the virus in March.",
    ),
    (VACCINE, "The AP and Radio Norr report that the minister was questioned on Thursday."),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_those_who_pass_it_on_confirm_nothing(pack: Pack, body: str, tmp_path: Path) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["warning"]


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_each_has_found_out_or_nobody_confirms_is_left_alone(
    pack: Pack, body: str, tmp_path: Path
) -> None:
    assert [one for one in found_in(body, pack, tmp_path) if one.rule == RULE] == []
