"""What the brief gives to one party, and the source to another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (
        HOSPITAL,
        "The health department said the hospital had cut its security staff in half last year.",
    ),
    (HOSPITAL, "According to the filing, the hackers had demanded $4 million in ransom."),
    (HOSPITAL, "The nurses’ union said 41 operations were postponed."),
    (HOSPITAL, "Tomas Hale said hospitals are easy targets because their machines are old."),
    (HOSPITAL, "Radio Merrow reported that the hackers entered through an old laptop."),
    (STADIUM, "City inspectors say Pier Stadium is unsafe."),
    (STADIUM, "Victor Lang said the city had offered the club a fair lease."),
    (DAM, "The minister said the disaster could have been prevented."),
    (DAM, "The company said inspectors had found cracks in the wall in May."),
    (DAM, "Police said Ardle Power failed to open the spillway in time."),
    (CHIPS, "The regulator said the company had broken a promise made in 2023."),
    (CHIPS, "Corvane said it has held talks about selling its sensor unit."),
    (CHIPS, "The union said the chip is safe."),
    (CHIPS, "Greta Vann said the company had hired too fast."),
]

SILENT = [
    (HOSPITAL, "Renner said no patient data had been taken."),
    (HOSPITAL, "The union said managers ignored three written warnings."),
    (HOSPITAL, "The health department said 41 operations were postponed."),
    (HOSPITAL, "The chief executive said the hospital followed all state rules."),
    (STADIUM, "Lena Ortiz, the mayor, said the city had offered the club a fair lease."),
    (STADIUM, "The Wexley Chamber of Commerce says the stadium will bring 2,400 jobs."),
    (STADIUM, "The Gulls told the Sentinel that Pier Stadium is unsafe."),
    (STADIUM, "Police said about 900 people took part in the march."),
    (DAM, "Jonas Brandt said the disaster could have been prevented."),
    (DAM, "Ruth Falk said the other dams were safe."),
    (DAM, "The lawsuit says the company had no one on duty at the dam that night."),
    (DAM, "The farmers said the reservoir had been too full all summer."),
    (DAM, "Ardle Power said the rain was the heaviest in 70 years."),
    (DAM, "Prosecutors suspect that safety reports were falsified."),
    (CHIPS, "The chipmaker said it would cut 800 jobs."),
    (CHIPS, "Prole said the cuts would make the company stronger."),
    (CHIPS, "Owen Tait said the company had hired too fast."),
    (CHIPS, "The mayor of Elmont said the closing would devastate local shops."),
    (CHIPS, "The company said the chip is safe."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_what_is_said_is_given_to_the_one_who_says_it(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["attribution-shift"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_the_same_party_by_another_name_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
