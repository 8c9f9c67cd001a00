"""What a party says, told as what is so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (HOSPITAL, "No patient data were taken in the attack."),
    (HOSPITAL, "The hospital had cut its computer security staff in half last year."),
    (HOSPITAL, "Managers ignored three written warnings."),
    (HOSPITAL, "The hospital put patients in danger to save money."),
    (HOSPITAL, "The board knew of the risk."),
    (HOSPITAL, "The hospital followed all state rules."),
    (STADIUM, "The stadium will bring 2,400 jobs."),
    (STADIUM, "Pier Stadium is unsafe."),
    (STADIUM, "Traffic will ruin the neighborhood around Orchard Street."),
    (STADIUM, "Lang played one town against the other."),
    (DAM, "The company had kept the reservoir too full all summer."),
    (DAM, "The other dams on the river are safe."),
    (DAM, "Ardle Power failed to open the spillway in time."),
    (DAM, "The company had no one on duty at the dam that night."),
    (CHIPS, "The company broke a promise made in 2023."),
    (CHIPS, "Corvane used the slump as an excuse."),
    (CHIPS, "Corvane hid defects in a chip used in car brakes."),
    (CHIPS, "The chip is safe."),
    (CHIPS, "The cuts will make the company stronger."),
    (CHIPS, "The closing will devastate local shops."),
    (CHIPS, "The company had hired too fast."),
]

SILENT = [
    (HOSPITAL, "Merrow General turned ambulances away for 19 hours."),
    (HOSPITAL, "Forty-one operations were postponed."),
    (HOSPITAL, "The hospital turned away 14 ambulances on Sunday."),
    (HOSPITAL, "The nurses’ union said the hospital had cut its computer security staff in half."),
    (HOSPITAL, "The hospital’s phone lines were restored on Monday evening."),
    (HOSPITAL, "The health department’s inquiry will take about six weeks."),
    (
        HOSPITAL,
        "The union accuses it. It cut its security staff in half, the nurses’ union said.",
    ),
    (STADIUM, "Wexley’s council will vote on the stadium on June 24."),
    (STADIUM, "The Gulls drew an average of 21,300 fans last season."),
    (STADIUM, "City inspectors found no faults at Pier Stadium in April."),
    (STADIUM, "About 900 people marched to Pier Stadium on Wednesday evening."),
    (STADIUM, "**The club’s position:** Pier Stadium is unsafe."),
    (DAM, "Four people died when a section of the Ardle dam gave way early on Monday."),
    (DAM, "About 260 people were housed in a school."),
    (DAM, "The army brought 60 soldiers and 12 boats to Kell."),
    (DAM, "Ardle Power will pay for emergency housing."),
    (DAM, "Prosecutors have opened an investigation of the company."),
    (DAM, "The four who died were from two families."),
    (CHIPS, "Corvane will cut 800 jobs, about 6% of its staff."),
    (CHIPS, "Corvane’s shares fell 4%."),
    (CHIPS, "The regulator has received 31 complaints about the chip."),
    (CHIPS, "The plant makes sensors and employs 310 people."),
    (CHIPS, "Elmont will lose about 300 of the jobs."),
    (CHIPS, "Talks with the union begin on Thursday."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_what_only_a_party_says_stays_what_the_party_says(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["attribution-dropped"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_what_is_plain_or_credited_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
