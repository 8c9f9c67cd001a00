"""Dates that the calendar has not, or that the sources give otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.time.stories import CUP, FERRY, LAW, VACCINE, rules_told, told

FOUND = [
    (FERRY, "The ferry ran aground off Skerry Point on Tuesday, March 3, 2025."),
    (FERRY, "The Astrid passed its last inspection on Nov. 12, 2024."),
    (FERRY, "The Astrid passed its last inspection on Friday, Nov. 14, 2024."),
    (FERRY, "The union called a strike on Feb. 13."),
    (FERRY, "The transport safety board will hold a hearing on March 12."),
    (FERRY, "The Astrid was built in 1989."),
    (VACCINE, "The agency’s advisers voted 11 to 2 on Feb. 14 to recommend it."),
    (VACCINE, "The advisers voted on Feb. 30."),
    (VACCINE, "Thornfield recalled 40,000 doses in December after a cold store failed."),
    (VACCINE, "The company will ship its first doses by June 31, 2025."),
    (CUP, "Fans marched to the ground on Feb. 2."),
    (CUP, "Lind signed a contract until June 2026."),
    (LAW, "The house passed the bill on Feb. 9 by 71 votes to 38."),
    (LAW, "The bill takes effect on Oct. 1 if it is signed."),
    (LAW, "The senate passed the bill on Thursday, March 5."),
    (LAW, "The department withdrew its guidance on searches on Feb. 29, 2025."),
]

SILENT = [
    (FERRY, "The ferry ran aground off Skerry Point on Monday, March 3, 2025."),
    (FERRY, "The Astrid passed its last inspection in November."),
    (FERRY, "The Astrid passed its last inspection on Nov. 14."),
    (FERRY, "The union called a strike on Feb. 3, which ended on Feb. 10."),
    (FERRY, "The Astrid was sold to Norrland in April 2021."),
    (FERRY, "“We stopped on Tuesday, March 3, 2025,” said a passenger."),
    (VACCINE, "Regulators approved the vaccine on Feb. 20."),
    (VACCINE, "Two advisers resigned on Feb. 19."),
    (VACCINE, "Thornfield recalled 40,000 doses last fall."),
    (VACCINE, "In April 31 people joined a march."),
    (CUP, "Larkhill dismissed Ferrante on Sunday, March 2."),
    (CUP, "Fans marched in late February."),
    (LAW, "The house passed it on Feb. 19, the senate on March 5."),
    (LAW, "The leap day of Feb. 29, 2024, was a Thursday."),
    (LAW, "The bill takes effect in September if it is signed."),
    (LAW, "The department’s guidance was withdrawn in February."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_a_wrong_date_is_found(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert rules_told(text, story, tmp_path) == ["date-conflict"]


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_a_right_date_is_not(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert "date-conflict" not in rules_told(text, story, tmp_path)


def test_the_right_weekday_is_ready_to_type(tmp_path: Path) -> None:
    [found] = told("The ferry ran aground on Tuesday, March 3, 2025.", FERRY, tmp_path)
    assert found.remedy == "write: Monday, March 3, 2025"
    assert [one.text for one in found.evidence] == ["Monday"]
