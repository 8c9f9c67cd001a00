"""Words that impute more than the sources say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.language.loaded_words import LOADED
from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (HOSPITAL, "The board’s cover-up of the attack began on Sunday."),
    (HOSPITAL, "Managers stonewalled the union."),
    (HOSPITAL, "The hospital’s reckless board ignored three warnings."),
    (STADIUM, "Lang’s ploy set two towns against each other."),
    (STADIUM, "The lease was a sweetheart deal."),
    (STADIUM, "The chamber’s propaganda promises 2,400 jobs."),
    (STADIUM, "The vote is a sham."),
    (DAM, "Ardle Power lied about the inspection."),
    (DAM, "The company whitewashed the inspection."),
    (DAM, "The minister’s cronies run the dam."),
    (DAM, "The dam was waved through by the inspector."),
    (CHIPS, "Corvane’s greedy owners cut 800 jobs."),
    (CHIPS, "The layoffs are a publicity stunt."),
    (CHIPS, "Corvane bullied its suppliers into silence."),
]

SILENT = [
    (HOSPITAL, "The hospital cut its computer security staff in half, the nurses’ union said."),
    (HOSPITAL, "The attack is a scandal for the hospital."),
    (HOSPITAL, "Tomas Hale, the union’s lawyer, said the board “gambled with people’s lives.”"),
    (STADIUM, "The club and the city are in a row over the lease."),
    (STADIUM, "Lang’s spokesman, Ed Farr, called the accusation nonsense."),
    (STADIUM, "Councilwoman Dana Price accused Lang of playing one town against the other."),
    (DAM, "The dam’s collapse is a disaster for Kell."),
    (DAM, "Prosecutors suspect that safety reports were falsified."),
    (CHIPS, "Corvane slashes 800 jobs."),
    (CHIPS, "The chipmaker cut jobs in a slump."),
    (CHIPS, "Shares in Corvane fell 4%."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_a_label_that_no_source_uses_is_found(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["loaded-label"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_plain_words_and_those_of_others_are_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []


@pytest.mark.parametrize("text", ["waved through the border", "waved through a police checkpoint"])
def test_cars_may_be_waved_through(text: str) -> None:
    assert LOADED.search(text) is None
