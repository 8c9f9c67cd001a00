"""What rests on people who are not named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import CHIPS, DAM, HOSPITAL, STADIUM, rules_told

FOUND = [
    (HOSPITAL, "The hackers demanded $4 million in ransom."),
    (HOSPITAL, "The hackers entered through an old laptop."),
    (HOSPITAL, "Ransom demanded: $4 million."),
    (STADIUM, "The Harbor City Gulls will leave Pier Stadium for a new ground in Wexley."),
    (STADIUM, "The Gulls have agreed to leave Pier Stadium for Wexley."),
    (STADIUM, "The club would pay $310 million toward the new ground."),
    (STADIUM, "The club has offered $310 million."),
    (DAM, "Inspectors had found cracks in the wall of the dam in May."),
    (DAM, "Inspectors found cracks in May, according to the ministry."),
    (CHIPS, "Corvane has held talks about selling its sensor unit."),
    (CHIPS, "The Elmont plant will close in March."),
]

SILENT = [
    (
        HOSPITAL,
        "The hackers demanded $4 million, two people with knowledge of the investigation said.",
    ),
    (
        HOSPITAL,
        "A person briefed on the inquiry said the hackers came in through an old laptop.",
    ),
    (HOSPITAL, "Sources say the hackers demanded $4 million."),
    (HOSPITAL, "The hackers demanded $4 million, Capital Wire reported, citing unnamed people."),
    (HOSPITAL, "Merrow General turned ambulances away for 19 hours."),
    (STADIUM, "Three people familiar with the deal say the Gulls will leave Pier Stadium."),
    (
        STADIUM,
        "Three people familiar with it said so. The club would pay $310 million.",
    ),
    (STADIUM, "The Gulls declined to comment."),
    (DAM, "An official who was not named said inspectors had found cracks in the wall in May."),
    (
        CHIPS,
        "Corvane’s Elmont plant will close in March, a supplier and an employee told the Record.",
    ),
    (CHIPS, "Corvane may sell its sensor unit, according to unnamed people."),
    (CHIPS, "Corvane will cut 800 jobs."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_readers_are_told_of_people_who_are_not_named(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == ["anon-source"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_who_is_told_of_or_named_is_left_alone(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path) == []
