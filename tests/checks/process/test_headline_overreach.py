"""Headlines that say more than the brief under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.process.headlines import BANK, FIRE, STRIKE, STUDY, Body, rules_told

# (body, where, what stands there)
FOUND = [
    (FIRE, "subject", "Faulty heater caused Brackley plant fire"),
    (FIRE, "subject", "Plant fire kills 14 workers"),
    (FIRE, "title", "Managers falsified records before plant fire"),
    (FIRE, "preheader", "A faulty heater started the fire, and 600 people left their homes."),
    (FIRE, "preheader", "Its owner was fined $2.18 million in 2023 over blocked exits."),
    (STUDY, "subject", "Coffee prevents stroke, study proves"),
    (STUDY, "subject", "Three cups of coffee cut stroke risk by 81%"),
    (STUDY, "title", "Coffee helps patients with high blood pressure"),
    (STUDY, "preheader", "Regulators will allow health labels on coffee."),
    (BANK, "subject", "Dorran Bank’s chairman guilty of fraud"),
    (BANK, "subject", "Ferro hid $310 million in bad loans"),
    (BANK, "title", "Dorran Bank admits lawbreaking"),
    (BANK, "preheader", "Keswick Capital buys Dorran Bank as 40 branches close."),
    (BANK, "preheader", "Shares fell 32% on Thursday."),
    (STRIKE, "subject", "All 2,900 bus drivers vote to strike"),
    (STRIKE, "preheader", "All schools will close on Monday."),
    (STRIKE, "title", "Mayor Aldana and Governor Brandt refuse to pay"),
]

SILENT = [
    (FIRE, "subject", "Fire at rubber plant kills four"),
    (FIRE, "subject", "Four die in Brackley plant fire"),
    (FIRE, "title", "What burned in Brackley"),
    (FIRE, "title", "A heater, four deaths and many questions"),
    (
        FIRE,
        "preheader",
        "Two managers are accused of falsifying records; officials plan to test wells.",
    ),
    (FIRE, "preheader", "Heater may have started fire, investigator says"),
    (STUDY, "subject", "Coffee linked to lower stroke risk"),
    (STUDY, "subject", "Three cups a day: what a study of 41,000 adults found"),
    (STUDY, "title", "Does coffee prevent strokes?"),
    (STUDY, "preheader", "An 18% lower risk, in a study that a trade group helped pay for."),
    (BANK, "subject", "Ex-chairman of Dorran Bank charged with fraud"),
    (BANK, "subject", "Dorran’s former chairman hid bad loans, prosecutors say"),
    (BANK, "title", "The bank that lost its books"),
    (
        BANK,
        "preheader",
        "Luis Ferro denies hiding $310M in bad loans. Shares fell by almost a quarter.",
    ),
    (BANK, "preheader", "Dorran Bank tells regulator its figures were wrong"),
    (STRIKE, "subject", "Marlow bus drivers to strike Monday"),
    (STRIKE, "subject", "Bus strike looms as talks stall at 4%"),
    (STRIKE, "title", "Wheels come off in Marlow"),
    (STRIKE, "title", "No buses, no school?"),
    (STRIKE, "preheader", "Nearly 9 in 10 drivers who voted backed a walkout."),
]


@pytest.mark.parametrize(("body", "where", "text"), FOUND)
def test_a_headline_that_says_more_is_found(
    body: Body, where: str, text: str, tmp_path: Path
) -> None:
    told = set(rules_told(body, tmp_path, **{where: text}))
    # That the one who is blamed is not heard is another matter.
    assert told - {"omitted-response"} == {"headline-overreach"}


@pytest.mark.parametrize(("body", "where", "text"), SILENT)
def test_a_headline_that_is_short_and_right_is_not(
    body: Body, where: str, text: str, tmp_path: Path
) -> None:
    assert "headline-overreach" not in rules_told(body, tmp_path, **{where: text})
