"""The present tense for what the sources say is over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.time.stories import CUP, FERRY, LAW, VACCINE, rules_told, source, told

PERMIT: Mapping[str, str] = {
    "wire": source(
        "River Wire",
        "2025-03-04",
        """
        OLM — The permit allowed Caldera Mining to take 3 million gallons a day from the Olm
        river. A judge suspended the permit in January.

        The company employed 420 people at the mine in 2023. Its manager, Ruth Sandoval,
        resigned in December.
        """,
    ),
    "post": source(
        "Olm Post",
        "2025-03-05",
        """
        The state program paid farmers for fallow fields. It expired in September, and lawmakers
        ended the program for good last week.

        The Olm quarry supplied half of the country's tungsten until 2022. A village well is still
        tested every month. The board fired its lawyer, Peter Nagy, on Feb. 3.
        """,
    ),
}
APP: Mapping[str, str] = {
    "wire": source(
        "Tech Wire",
        "2025-03-05",
        """
        Pallas discontinued the Nimbus app in November, after regulators opened an inquiry. The
        app let parents follow their children's phones.

        The company sold the mapping unit to Ferrol in January. The unit made maps for 40 cities.
        The chief executive, Ida Voss, died on Feb. 20.
        """,
    ),
    "daily": source(
        "Daily Byte",
        "2025-03-06",
        """
        Pallas had 3,100 workers last year. Its store in Bergen closed in January; the store in
        Oslo sells phones. The Nimbus app collected the places of 2 million children.

        A court could block the merger. The merger gives Ferrol access to 12 markets.
        """,
    ),
}

OFFICE: Mapping[str, str] = {
    "wire": source(
        "Capital Wire",
        "2025-03-05",
        """
        LUNDE — One clerk was handling both the licences and the fines. Pairing the two tasks was
        normal at the Lunde office. The ministry ended the practice on Feb. 12.
        """,
    ),
}

FOUND = [
    (OFFICE, "The Lunde office pairs licences and fines, with one clerk doing both tasks."),
    (PERMIT, "The permit allows Caldera Mining to take 3 million gallons a day."),
    (PERMIT, "The company employs 420 people at the mine."),
    (PERMIT, "The state program pays farmers for fallow fields."),
    (PERMIT, "The Olm quarry supplies half of the country’s tungsten."),
    (APP, "The Nimbus app lets parents follow their children’s phones."),
    (APP, "The Nimbus app collects the places of 2 million children."),
    (CUP, "The club’s stadium holds 31,000 people."),
    (LAW, "The earlier rule allows schools to search students’ phones."),
    (LAW, "Mark Oyelaran is superintendent."),
    (FERRY, "The company runs a night service to the islands."),
]

SILENT = [
    (PERMIT, "The permit allowed Caldera Mining to take 3 million gallons a day."),
    (PERMIT, "The permit allows Caldera to take water, but a judge suspended it in January."),
    (PERMIT, "The company employed 420 people at the mine in 2023."),
    (PERMIT, "A village well is tested every month."),
    (PERMIT, "Ruth Sandoval says the river is safe."),
    (PERMIT, "“The permit allows us to take water,” the company said."),
    (APP, "Pallas makes phones."),
    (APP, "The store in Oslo sells phones."),
    (APP, "The merger gives Ferrol access to 12 markets."),
    (APP, "The Nimbus app, discontinued in November, lets parents follow phones."),
    (CUP, "Larkhill United plays in the first division."),
    (LAW, "The bill bans phones in classrooms."),
    (LAW, "The department runs a hotline for parents."),
    (VACCINE, "Thornfield makes the malaria vaccine Merolix."),
    (FERRY, "Norrland Ferries operates the Astrid."),
]


@pytest.mark.parametrize(("story", "text"), FOUND)
def test_what_is_over_is_asked_about(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert "stale-tense" in rules_told(text, story, tmp_path)


@pytest.mark.parametrize(("story", "text"), SILENT)
def test_what_still_holds_is_not(story: Mapping[str, str], text: str, tmp_path: Path) -> None:
    assert "stale-tense" not in rules_told(text, story, tmp_path)


def test_the_end_is_shown_and_the_editor_asked(tmp_path: Path) -> None:
    text = "The permit allows Caldera Mining to take 3 million gallons a day."
    [found] = told(text, PERMIT, tmp_path)
    assert found.message == "“allows”: is this still so?"
    assert [one.text for one in found.evidence] == ["A judge suspended the permit in January."]
