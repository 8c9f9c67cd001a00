"""The present tense for persons who have left, and for what `it` and `they` tell of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.told_stories import rules_told, source

CABINET: Mapping[str, str] = {
    "wire": source(
        "Capital Wire",
        "2025-03-04",
        """
        VELMAR — Health Minister Ana Duro resigned on Friday after a dispute over hospital
        budgets. She had led the ministry since 2021.

        The finance minister, Pavel Orsk, stays in his post. He oversees the tax service.

        The head of the rail agency, Lina Brandt, was dismissed in January. Her deputy, Tom
        Vey, runs the agency now.

        The prime minister's spokesman, Ivo Kern, said a successor to Duro would be named
        this week.
        """,
    ),
    "post": source(
        "The Velmar Post",
        "2025-03-05",
        """
        The hospital program paid for 40 clinics in the mountains. The government ended it
        in February.

        Judge Mira Solt led the inquiry into the bridge collapse. She stepped down in
        December, and Judge Karl Ames replaced her.

        The border agreement allowed police of both countries to share the names of
        travelers. Courts have blocked it since November.

        Coach Dan Pruitt was fired on Sunday. The club has named nobody in his place. Its
        captain, Leo Marr, plays on.

        The city's night trams carried 9,000 people a week. They stopped running last
        autumn.
        """,
    ),
    "radio": source(
        "Radio Velmar",
        "2025-03-05",
        """
        Mayor Edda Nilsen died on Feb. 20. The council elected Rolf Aas to follow her.

        The port's director, Signe Holt, retired last month. She chaired the trade board,
        too.

        The law lets shops open on Sundays. Unions have asked a court to strike it down.

        The chief of the fire service, Ola Berg, was suspended in May and reinstated in
        June.
        """,
    ),
}

FOUND = [
    "Ana Duro is the health minister.",
    "Duro leads the ministry of health.",
    "The rail agency is headed by Lina Brandt.",
    "Lina Brandt heads the rail agency.",
    "Mira Solt leads the inquiry into the bridge collapse.",
    "Dan Pruitt coaches the club.",
    "Edda Nilsen is mayor of Velmar.",
    "Signe Holt is director of the port.",
    "Signe Holt chairs the trade board.",
    "The hospital program pays for 40 clinics in the mountains.",
    "The border agreement allows police of both countries to share the names of travelers.",
    "The border agreement: signed in 2024; allows police to share the names of travelers",
    "The city’s night trams carry 9,000 people a week.",
    "Health Minister Ana Duro oversees the hospitals.",
]

SILENT = [
    "Ana Duro was health minister until Friday.",
    "Former health minister Ana Duro says the budget was too small.",
    "Pavel Orsk is the finance minister.",
    "Orsk oversees the tax service.",
    "Tom Vey runs the rail agency.",
    "Karl Ames leads the inquiry into the bridge collapse.",
    "Leo Marr is captain of the club.",
    "Rolf Aas is mayor of Velmar.",
    "The law lets shops open on Sundays.",
    "Ola Berg is chief of the fire service.",
    "The border agreement allowed police to share names; courts have blocked it since November.",
    "Ivo Kern is spokesman for the prime minister.",
    "The hospital program paid for 40 clinics in the mountains.",
]


@pytest.mark.parametrize("text", FOUND)
def test_who_has_left_and_what_has_ended_is_asked_about(text: str, tmp_path: Path) -> None:
    assert "stale-tense" in rules_told(text, CABINET, tmp_path)


@pytest.mark.parametrize("text", SILENT)
def test_who_is_still_there_is_not(text: str, tmp_path: Path) -> None:
    assert "stale-tense" not in rules_told(text, CABINET, tmp_path)
