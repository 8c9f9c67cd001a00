"""angle-as-fact: premises without a source are found, word for word, and views are left alone."""

# ruff: noqa: E501 (angles are read side by side)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.angles.stories import AIRLINE, CLUB, DAM, SCHOOL, WARD, on_angle

FOUND = [
    (
        SCHOOL,
        "- The board’s chairman is married to the head of the group that drew up the list.",
        ["The board’s chairman is married to the head of the group that drew up the list"],
    ),
    (
        WARD,
        "- It recalls the Shrewsbury maternity scandal, in which managers ignored midwives for years.",
        ["the Shrewsbury maternity scandal", "managers ignored midwives for years"],
    ),
    (
        DAM,
        "- In the week that Marta Quist sold the turbines to Baltic Holdings, nobody looked at the gate.",
        ["Marta Quist sold the turbines to Baltic Holdings"],
    ),
    (
        WARD,
        "- The ward is a lesson in planning. It closes in the same month that the ministry cancelled its midwife bursary, and nobody has joined the dots.",
        ["the ministry cancelled its midwife bursary"],
    ),
    (
        WARD,
        "- Safety is the argument, money is the reason: the trust paid consultants from Dalby Partners £2 million last spring.",
        ["the trust paid consultants from Dalby Partners £2 million last spring"],
    ),
    (
        WARD,
        "- What happens in Marlow Vale will not stay there. Since the collapse of the Kendal birth centre, northern trusts have been one resignation away from this.",
        ["the collapse of the Kendal birth centre"],
    ),
    (
        CLUB,
        "- The points are a sideshow. The Halvard Trust takeover is where the spending rules were first bent.",
        ["The Halvard Trust takeover"],
    ),
    (
        CLUB,
        "- The league protects itself here (it dropped a similar case against United in 2019).",
        ["it dropped a similar case against United in 2019"],
    ),
    (
        CLUB,
        "- Sand’s exit matters more than the table. He had sold his stake in the Danish club Brondal weeks before.",
        ["He had sold his stake in the Danish club Brondal weeks before"],
    ),
    (
        AIRLINE,
        "- The bonus is the story. It mirrors the Lufton-Carrick severance scandal, and the market cheered both.",
        ["the Lufton-Carrick severance scandal"],
    ),
    (
        AIRLINE,
        "- Norderney Air is the fourth European carrier this year to shed a tenth of its staff.",
        ["Norderney Air is the fourth European carrier this year to shed a tenth of its staff"],
    ),
    (
        AIRLINE,
        "- Watch Tromvik: the mayor wept at a press conference there, and local hoteliers cancelled a season’s bookings.",
        ["local hoteliers cancelled a season’s bookings"],
    ),
    (
        DAM,
        "- The gate is the small story. The big one is money, which ran out after lawmakers slashed the inspection levy in 2018.",
        ["lawmakers slashed the inspection levy in 2018"],
    ),
    (
        DAM,
        "- Both this failure and the Arroyo breach came at a time of drought; both are under investigation by Congress.",
        [
            "the Arroyo breach",
            "both are under investigation by Congress",
        ],
    ),
    (
        SCHOOL,
        "- The ruling is narrower than it looks, and it lands as Florida’s supreme court revived a libel suit against two librarians.",
        ["Florida’s supreme court revived a libel suit against two librarians"],
    ),
    (
        SCHOOL,
        "- Money decides such cases in the end: the Oakham Foundation funded the families, and the board hired a lobbyist.",
        ["the Oakham Foundation funded the families", "the board hired a lobbyist"],
    ),
    (
        DAM,
        "- Teller Power’s concealment of the poor rating is what the inquiry will be about.",
        ["Power’s concealment of the poor rating"],
    ),
    (
        DAM,
        "- The utility closed its gate training school in June, so the failure was a choice.",
        ["The utility closed its gate training school in June"],
    ),
]

SILENT = [
    (AIRLINE, "- Big carriers have lived on small ones for as long as there have been airports."),
    (
        WARD,
        "- A ward that cannot be staffed at night is closed by day, too. That is how services end.",
    ),
    (
        CLUB,
        "- The owner walked away without a word, and the manager was left to defend the players.",
    ),
    (AIRLINE, "- Egede told analysts the network was too large, and the market agreed with him."),
    (DAM, "- Poor ratings are public. So were the two delays. What was missing was a reader."),
    (SCHOOL, "- A law meant to empower parents has ended in court, at the taxpayers’ expense."),
    (SCHOOL, "- When the board lost in court, it paid with the money of its schools."),
    (
        WARD,
        "- This is a story about distance. Thirty-eight miles is a long way at night.",
    ),
    (WARD, "- The vacancy rate is the number to watch: 11 of 26 posts are empty."),
    (WARD, "- Who decides what safe means? That is the question behind the petition."),
    (WARD, "- The apology in January was the warning; the board should have listened to it."),
    (
        WARD,
        "- We would ask the trust what it did between November and Tuesday. It will be hard.",
    ),
    (CLUB, "- The punishment is a bookkeeping story dressed up as sport."),
    (CLUB, "- The panel looked at one sale, and the owner was on both sides of it."),
    (CLUB, "- Fans pay twice: once at the gate, and once more when the points go."),
    (CLUB, "- Nine points may not relegate Rovers, but the appeal could drag on into the summer."),
    (CLUB, "- It feels like the Wild West, and the league is an absent sheriff."),
    (AIRLINE, "- A bonus in February and job cuts three weeks later: expect the union to use it."),
    (AIRLINE, "- Investors liked the cuts, which is the uncomfortable part of this."),
    (AIRLINE, "- If Skagen Jet keeps the gates, Norderney has lost Tromvik for good."),
    (AIRLINE, "- Think of it as a Kodak moment for regional flying."),
    (DAM, "- The utility had four years. It put the repair off twice, and three campers are dead."),
    (DAM, "- Sirens that are tested every month and stay silent once are a metaphor for the rest."),
    (DAM, "- Nobody knows yet why the gate failed, and we will not guess."),
    (DAM, "- Old dams are everybody’s problem and nobody’s budget line."),
    (DAM, "- Teller Power’s delay of the repair is what the inquiry will be about."),
    (SCHOOL, "- The judge read motives, not books. That is what the appeal will be about."),
    (SCHOOL, "- A school board that loses in court pays with the money of its schools."),
    (SCHOOL, "- The 2023 law meets its first judge, and its drafters cannot be happy."),
    (SCHOOL, "- The families’ strongest witness is a librarian. Her name is Doris Okafor."),
]


@pytest.mark.parametrize(("story", "angle", "words"), FOUND, ids=lambda value: str(value)[:40])
def test_a_premise_that_no_source_has_is_found(
    story: dict[str, str], angle: str, words: list[str], tmp_path: Path
) -> None:
    found = on_angle(angle, tmp_path, story)
    text = (tmp_path / "briefs/example.md").read_text("utf-8")
    told = [text[one.place.start : one.place.end] for one in found if one.rule == "angle-as-fact"]
    assert told == words, found


@pytest.mark.parametrize(("story", "angle"), SILENT, ids=lambda value: str(value)[:40])
def test_a_view_and_what_the_sources_carry_are_left_alone(
    story: dict[str, str], angle: str, tmp_path: Path
) -> None:
    assert [(one.rule, one.message) for one in on_angle(angle, tmp_path, story)] == []
