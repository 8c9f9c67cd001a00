"""What a source says of some, for a time or of a group, told of all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.limited_stories import COUNT, MERGER, STORM, TRIAL
from tests.checks.told_stories import rules_told

FOUND = [
    (TRIAL, "Colvaxin reduced cell death, earlier work had shown."),
    (TRIAL, "Fifty-eight percent of the patients heard better in noisy rooms."),
    (TRIAL, "Aldane halted a second trial in April after three patients fell ill."),
    (TRIAL, "Aldane has offered patients a free year of the pill."),
    (TRIAL, "Those who took colvaxin lost 2.1 decibels over two years, against 3.4 on placebo."),
    (STORM, "The hurricane forced Port Calder to evacuate."),
    (STORM, "Floodwater damaged schools in Calder County."),
    (STORM, "The shelters in Port Calder were full."),
    (STORM, "The state will pay hotel bills for families."),
    (STORM, "The city’s hospitals ran on generators on Monday."),
    (COUNT, "Voters in the Sixth Ward waited more than two hours after machines jammed."),
    (COUNT, "A federal judge barred the county from discarding 212 ballots without signatures."),
    (COUNT, "The members of the council will be new."),
    (COUNT, "Sixty-three percent of Tolland said schools had decided their vote."),
    (MERGER, "Shareholders of Bellweather will vote against the purchase."),
    (MERGER, "The company’s plants are unprofitable."),
    (MERGER, "The savings would come from joint buying of milk."),
    (MERGER, "Northgate recalled yogurt made at its plants last year."),
]
SILENT = [
    (TRIAL, "Colvaxin reduced cell death in mice, earlier work had shown."),
    (TRIAL, "Of the 610 patients who answered, 58 percent said they heard better in noisy rooms."),
    (TRIAL, "Aldane paused a second trial in April after three patients fell ill."),
    (TRIAL, "Aldane’s second trial was halted in April and resumed in May."),
    (TRIAL, "Aldane has offered the placebo group a free year of the pill."),
    (TRIAL, "In older adults with mild loss, colvaxin slowed the decline to 2.1 decibels."),
    (STORM, "Part of Port Calder had to evacuate."),
    (STORM, "Several schools in Calder County were damaged by floodwater."),
    (STORM, "Two of five shelters in Port Calder were full."),
    (STORM, "The Fenwick levee was built in 1961."),
    (STORM, "Hotel bills will be paid for families with condemned homes."),
    (STORM, "Odile knocked out power to about 310,000 customers."),
    (COUNT, "A few voters in the Sixth Ward waited more than two hours."),
    (COUNT, "For now, the county may not discard 212 ballots without signatures."),
    (COUNT, "Four of seven council members will be new."),
    (COUNT, "In an exit poll, 63 percent said schools had decided their vote."),
    (COUNT, "Turnout was 46 percent."),
    (MERGER, "A number of Bellweather shareholders will vote against the purchase."),
    (MERGER, "Three of the company’s plants lose money."),
    (MERGER, "Some of the savings would come from joint buying of milk."),
    (MERGER, "The farmers’ cooperative said its members fear that prices will fall."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_a_part_of_the_source_stays_a_part(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["scope-widened"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_what_keeps_its_part_or_has_none_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
