"""Authorities that have no name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (HOSPITAL, "Experts say hospitals are easy targets because their machines are old."),
    (HOSPITAL, "Critics argue that the board gambled with lives."),
    (HOSPITAL, "Many say the hospital put money first."),
    (STADIUM, "Questions have been raised about the chamber’s study."),
    (STADIUM, "Experts say such studies overstate the gains."),
    (STADIUM, "Lang is widely seen as playing one town against the other."),
    (STADIUM, "Some argue that the traffic will ruin the neighborhood."),
    (STADIUM, "Economists predicted that the stadium would bring 2,400 jobs."),
    (DAM, "Critics say the disaster could have been prevented."),
    (DAM, "Ardle Power is said to have kept the reservoir too full."),
    (DAM, "Scientists say climate change made such rain twice as likely."),
    (CHIPS, "Analysts say the company had hired too fast."),
    (CHIPS, "Insiders say the plant will close in March."),
    (CHIPS, "It is believed that Corvane will sell the sensor unit."),
]

SILENT = [
    (
        HOSPITAL,
        "Professor Ada Lund says hospitals are easy targets because their machines are old.",
    ),
    (HOSPITAL, "Researchers at Tarn College said the attack was likely the work of a known group."),
    (
        HOSPITAL,
        "Experts say hospitals are easy targets. Their machines are old, Ada Lund said.",
    ),
    (HOSPITAL, "The nurses’ union says managers ignored three written warnings."),
    (STADIUM, "Economists at Harbor State said such studies overstate the gains."),
    (STADIUM, "Some of the residents of Orchard Street fear the traffic."),
    (STADIUM, "The Gulls drew an average of 21,300 fans last season."),
    (STADIUM, "What economists say: Harbor State’s find that such studies overstate the gains."),
    (DAM, "The farmers’ association says the disaster could have been prevented."),
    (DAM, "Kell’s church was built in 1740 and is still standing."),
    (CHIPS, "Owen Tait, an analyst at Gable Securities, said the company had hired too fast."),
    (CHIPS, "Corvane was sued by a former manager."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_an_authority_has_a_name(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert rules_told(text, story, tmp_path) == ["weasel"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_a_named_authority_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
