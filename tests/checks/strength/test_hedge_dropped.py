"""What a source holds possible or likely, told as what is so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.limited_stories import COUNT, MERGER, STORM, TRIAL
from tests.checks.told_stories import rules_told

FOUND = [
    (TRIAL, "A gout drug slows the loss of hearing that comes with age."),
    (TRIAL, "The drug protects hair cells in the inner ear."),
    (TRIAL, "High doses raise the risk of kidney damage in people with diabetes."),
    (TRIAL, "Aldane will raise the price of the pill, which costs $4 a month."),
    (TRIAL, "Falk’s drug will become the first to slow age-related hearing loss."),
    (STORM, "Two of those who died drowned in cars on Harbor Road."),
    (STORM, "The levee’s failure was caused by a burrowing animal."),
    (STORM, "A chemical tank at the Brandt works leaked into Mill Creek."),
    (STORM, "Some schools were damaged, and classes will resume this week."),
    (STORM, "Damage was found at 1,900 houses."),
    (COUNT, "The jammed machines in the Sixth Ward were the result of damp paper."),
    (COUNT, "A consultant sent text messages that gave the wrong date of the election."),
    (COUNT, "Voters under 30 cast 19 percent of the ballots."),
    (MERGER, "The deal will lead to the closing of Northgate’s plant in Harlow."),
    (MERGER, "Northgate was close to a sale to a French rival in February."),
    (STORM, "The ferry line does not sail before the weekend."),
]
SILENT = [
    (TRIAL, "## Unconfirmed\n\n- Whether the drug protects hair cells in the inner ear."),
    (TRIAL, "It may be the first drug to slow age-related hearing loss, researchers said."),
    (TRIAL, "A gout drug may slow the loss of hearing that comes with age."),
    (TRIAL, "A gout drug could slow the loss of hearing that comes with age."),
    (TRIAL, "The drug probably protects hair cells in the inner ear, Falk said."),
    (TRIAL, "Some experts suspect that high doses raise the risk of kidney damage."),
    (TRIAL, "Analysts say Aldane is likely to raise the price of the pill."),
    (TRIAL, "The trial enrolled 1,140 people at nine hospitals."),
    (TRIAL, "The patent on the pill expires in 2031."),
    (STORM, "Two people are thought to have drowned in cars on Harbor Road."),
    (STORM, "The man in the garage died of a heart attack during the storm."),
    (STORM, "The Fenwick levee failed early on Sunday and flooded 240 homes."),
    (STORM, "Engineers said a burrowing animal probably caused the failure of the levee."),
    (STORM, "Nine people were arrested for looting."),
    (STORM, "A tank at the Brandt works is believed to have leaked into Mill Creek."),
    (COUNT, "Mayor Ruth Okafor won a third term."),
    (COUNT, "Hinton conceded on Wednesday evening."),
    (COUNT, "A consultant reportedly sent text messages with the wrong date of the election."),
    (COUNT, "By an early count, voters under 30 cast 19 percent of the ballots."),
    (MERGER, "Bellweather agreed to buy Northgate Dairies for $2.3 billion."),
    (
        MERGER,
        "The deal might close the plant in Harlow, two people who were not named said.",
    ),
    (MERGER, "Bellweather shares fell 7% on Wednesday."),
    (MERGER, "Lawyers expect a full inquiry by the competition authority."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_a_doubt_of_the_source_is_kept(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert rules_told(text, story, tmp_path) == ["hedge-dropped"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_what_keeps_a_doubt_or_has_none_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
