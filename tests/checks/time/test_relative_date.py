"""Words for a time that mean another time on the day of sending than in the source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.time.stories import CUP, FERRY, LAW, VACCINE, rules_told, told

# (story, the day of sending, what the brief says)
FOUND = [
    (FERRY, "2025-03-07", "A judge ordered the company last month to replace the ferry’s radar."),
    (FERRY, "2025-04-02", "Norrland filed for protection from creditors last month."),
    (FERRY, "2025-03-14", "A car ferry ran aground off Skerry Point on Monday."),
    (FERRY, "2025-03-07", "A judge has now ordered the company to replace the ferry’s radar."),
    (FERRY, "2025-05-07", "The union recently called a strike."),
    (FERRY, "2025-03-07", "The company laid off 60 people last month."),
    (VACCINE, "2025-03-07", "Two advisers resigned yesterday."),
    (VACCINE, "2025-03-07", "Thornfield said last week that a trial had met its goal."),
    (VACCINE, "2025-03-07", "Thornfield’s shares rose 14% on Thursday."),
    (VACCINE, "2025-03-07", "Thornfield has just recalled 40,000 doses."),
    (CUP, "2025-03-07", "Larkhill United appointed Petra Lind as his successor today."),
    (CUP, "2025-03-11", "The league will decide on Friday whether Larkhill must play alone."),
    (LAW, "2025-03-19", "Gov. Ruth Calloway said last week that she would sign it."),
    (LAW, "2025-03-19", "The department opened a hotline for parents this week."),
    (LAW, "2025-03-14", "A teachers’ union sued the state education department on Monday."),
]

SILENT = [
    (FERRY, "2025-03-07", "The ferry ran aground off Skerry Point on Monday."),
    (FERRY, "2025-03-07", "Norrland filed for protection from creditors last month."),
    (FERRY, "2025-03-14", "The ferry ran aground off Skerry Point on Monday, March 3."),
    (FERRY, "2025-03-14", "“We stopped on Monday,” a passenger said."),
    (FERRY, "2025-03-07", "Every Monday, a car ferry goes round Skerry Point."),
    (FERRY, "2025-03-07", "The operator now owes 1,400 passengers a refund."),
    (FERRY, "2025-03-07", "Captain Ole Brandt resigned this week."),
    (VACCINE, "2025-02-21", "Two advisers resigned this week."),
    (VACCINE, "2025-02-21", "Health regulators approved the malaria vaccine Merolix on Thursday."),
    (VACCINE, "2025-02-21", "Thornfield recalled 40,000 doses last October."),
    (VACCINE, "2025-02-21", "The agency’s advisers voted this month to recommend it."),
    (CUP, "2025-03-04", "Larkhill United dismissed coach Dino Ferrante on Sunday."),
    (CUP, "2025-03-04", "Larkhill won the cup last May. These days it loses at home."),
    (CUP, "2025-03-04", "To date, the club has signed one coach. So far, so good."),
    (LAW, "2025-03-07", "Today’s students live with their phones."),
    (LAW, "2025-03-07", "A federal judge blocked the earlier rule last year."),
    (LAW, "2025-03-07", "The senate passed the bill this week."),
    (LAW, "2025-03-07", "The superintendent stepped down this year."),
]


@pytest.mark.parametrize(("story", "day", "text"), FOUND)
def test_a_time_that_has_moved_is_found(
    story: Mapping[str, str], day: str, text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path, day=day) == ["relative-date"]


@pytest.mark.parametrize(("story", "day", "text"), SILENT)
def test_a_time_that_still_holds_is_not(
    story: Mapping[str, str], day: str, text: str, tmp_path: Path
) -> None:
    assert rules_told(text, story, tmp_path, day=day) == []


def test_the_day_itself_is_offered(tmp_path: Path) -> None:
    text = "A car ferry ran aground off Skerry Point on Monday."
    [found] = told(text, FERRY, tmp_path, day="2025-03-14")
    assert found.remedy == "write: on March 3"
    assert found.message == (
        "“Monday”, read on March 14, 2025, is March 10, 2025; the source means March 3, 2025"
    )
