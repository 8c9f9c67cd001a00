"""Two events in the other order than the sources have them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.time.stories import CUP, FERRY, LAW, VACCINE, rules_told, told

FOUND = [
    (FERRY, "A judge ordered the company to replace the radar after the ferry ran aground."),
    (FERRY, "Norrland suspended the route before the ferry ran aground off Skerry Point."),
    (FERRY, "After a judge ordered it to replace the radar, the company laid off 60 people."),
    (FERRY, "The ferry ran aground, and then a judge ordered the company to replace the radar."),
    (
        FERRY,
        (
            "The ferry ran aground on March 3, 2025. "
            "A judge has now ordered the company to replace its radar."
        ),
    ),
    (VACCINE, "Regulators approved the vaccine two weeks before the advisers voted."),
    (VACCINE, "The cold store failed after Thornfield recalled 40,000 doses."),
    (VACCINE, "Two advisers resigned before the agency’s advisers voted 11 to 2."),
    (CUP, "Larkhill appointed Petra Lind before it dismissed coach Dino Ferrante."),
    (CUP, "Fans marched to the ground after Larkhill dismissed coach Dino Ferrante."),
    (LAW, "The department withdrew its guidance after a teachers’ union sued the state."),
    (LAW, "A federal judge blocked the earlier rule after the superintendent stepped down."),
    (
        LAW,
        (
            "A teachers’ union sued the state education department. "
            "Two days later, the department withdrew its guidance on searches."
        ),
    ),
]

SILENT = [
    (FERRY, "The ferry ran aground after a judge ordered the company to replace the radar."),
    (FERRY, "Norrland suspended the route after the ferry ran aground off Skerry Point."),
    (FERRY, "The company laid off 60 people before a judge ordered it to replace the radar."),
    (FERRY, "A judge ordered a new radar, and then the ferry ran aground."),
    (FERRY, "The union called a strike after the company laid off 60 people."),
    (
        FERRY,
        (
            "A judge ordered the company in January to replace the radar. "
            "The ferry has now run aground."
        ),
    ),
    (VACCINE, "Regulators approved the vaccine two weeks after the advisers voted."),
    (VACCINE, "Thornfield recalled 40,000 doses after a cold store failed."),
    (VACCINE, "Two advisers resigned after the agency’s advisers voted 11 to 2."),
    (VACCINE, "The advisers look after patients before they vote."),
    (CUP, "Larkhill dismissed Dino Ferrante, then appointed Petra Lind."),
    (CUP, "“They sacked him before the match,” a fan said after the club appointed Lind."),
    (CUP, "Ferrante was dismissed after a 4-0 home defeat by Osterby."),
    (LAW, "A teachers’ union sued the state after the department withdrew its guidance."),
    (LAW, "After the house passed the bill, the state senate did so, too."),
    (LAW, "The superintendent stepped down after a federal judge blocked the earlier rule."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_events_in_the_wrong_order_are_found(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert "sequence-conflict" in rules_told(text, story, tmp_path)


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_events_in_the_right_order_are_not(
    story: Mapping[str, str], text: str, tmp_path: Path
) -> None:
    assert "sequence-conflict" not in rules_told(text, story, tmp_path)


def test_both_events_are_shown_and_the_editor_is_asked(tmp_path: Path) -> None:
    text = "The department withdrew its guidance after a teachers’ union sued the state."
    [found] = told(text, LAW, tmp_path)
    assert found.message.endswith("?")
    assert found.severity == "warning"
    assert [one.seed for one in found.evidence] == ["post", "wire"]
