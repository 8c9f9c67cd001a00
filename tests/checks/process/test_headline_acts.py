"""Headlines that tell as done what every text under them leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.process.headlines import Body, rules_told
from tests.checks.time.stories import source


def _body(text: str, wire: str, post: str) -> Body:
    return Body(
        f"## Summary\n\n{text}\n",
        {
            "wire": source("State Wire", "2025-03-05", wire),
            "post": source("Lakeside Post", "2025-03-05", post),
        },
    )


PILL = _body(
    "A panel of advisers recommended on Tuesday that the agency approve Lorvan, a pill for "
    "migraine. The agency is to decide by June.",
    "Advisers to the drug agency recommended on Tuesday that it approve Lorvan, a pill for "
    "migraine made by Petrel. The vote was 9 to 4. The agency is to decide by June.",
    "In a trial of 812 people Lorvan cut migraine days by two a month, Petrel said.",
)
PHONES = _body(
    "A committee of the state senate voted 7-4 on Monday for a bill that would ban phones in "
    "classrooms. The full senate has yet to vote. The governor has not said whether she would "
    "sign it.",
    "A state senate committee approved a bill on Monday that would ban phones in classrooms, by 7 "
    "votes to 4. The full senate has yet to vote on it.",
    "Governor Ana Ruiz has not said whether she would sign a bill to ban phones in classrooms, a "
    "spokesman said.",
)
ZOO = _body(
    "Hallam’s council is considering closing the city zoo, which lost $2 million last year. A "
    "decision is expected in May. Keepers fear for their jobs; 40 people work there.",
    "The council of Hallam is considering closing the city zoo, which lost $2 million last year, "
    "its leader said on Monday. A decision is expected in May.",
    "Keepers at the Hallam zoo fear for their jobs. About 40 people work there.",
)
STORM = _body(
    "Storm Edda cut power to 30,000 homes on Sunday. One man is missing. Officials fear that he "
    "drowned.",
    "Storm Edda cut power to 30,000 homes on Sunday, the utility said. One man is missing, and "
    "officials fear that he drowned.",
    "Crews have restored power to half of the homes.",
)
ROVER = _body(
    "A rover has found molecules in a Mars rock that could be a sign of ancient life, scientists "
    "said. The samples have not been brought to Earth.",
    "A rover found molecules in a Mars rock that could be a sign of ancient life, scientists said "
    "on Tuesday. Chemistry without life could also make them.",
    "“We have not found life,” said Ida Holm, who leads the team.",
)
PAY = _body(
    "Nine workers sued Bram Foods on Monday, saying that it had paid women less than men. The "
    "company denies it.",
    "Nine workers sued Bram Foods on Monday, alleging that it paid women less than men for the "
    "same work. A hearing is set for May.",
    "Bram Foods denies the claims of nine workers who say that it paid women less than men, a "
    "spokeswoman said.",
)
CLINIC = _body(
    "Larch County closed its last rural clinic on Friday. The state will buy the building for $2 "
    "million. Doctors signed a letter against the closing.",
    "Larch County closed its last rural clinic on Friday and said that it could reopen in the "
    "fall. Residents have asked the county not to close it for good.",
    "The state will buy the clinic building for $2 million, the county said. Forty doctors signed "
    "a letter against the closing.",
)
AIRLINE = _body(
    "Tolland Air will cut 600 jobs and sell eight jets, it said on Monday. Pilots threatened to "
    "strike. The airline plans to end flights to Bergen in May. Its chief, Per Lunde, resigned.",
    "Tolland Air will cut 600 jobs and sell eight jets, it said on Monday. Its chief, Per Lunde, "
    "resigned. Pilots threatened to strike.",
    "Tolland plans to end its flights to Bergen in May, and has asked the state for help.",
)
WAGE = _body(
    "The government raised the minimum wage by 4% on Tuesday and proposed to ban night work for "
    "teenagers. A court fined Acme $2 million for dumping acid in the Lund.",
    "The government raised the minimum wage by 4% on Tuesday. It proposed a ban on night work for "
    "teenagers.",
    "A court fined Acme $2 million on Tuesday for dumping acid in the river Lund. Tests found that "
    "the acid had poisoned nine miles of the river.",
)
TAX = _body(
    "The senate passed a bill on Monday that lets towns tax parking. The governor is expected to "
    "sign it.",
    "The state senate passed a bill on Monday that lets towns tax parking. The governor is "
    "expected to sign it.",
    "Towns could tax parking from July under the bill.",
)
FEE = _body(
    "A judge told the port of Sallow on Friday to pay back part of the dock fee that it charged "
    "in May. The case goes on. A buried pipe delayed work at the dock; the harbor master’s "
    "secretary said that 40 boats waited.",
    "A federal judge on Friday ordered the port of Sallow to pay back part of the dock fee that it "
    "charged in May. The case goes on, and a hearing is set for June.",
    "An engineer had warned the port in March that the fee would be disputed, according to a memo. "
    "About 300 owners paid the fee in May.",
)

FOUND = [
    (FEE, "Judge strikes down Sallow dock fee"),
    (FEE, "Court tosses port’s dock fee"),
    (FEE, "Port buried warning on dock fee"),
    (PILL, "Agency approves migraine pill Lorvan"),
    (PHONES, "Senate passes classroom phone ban"),
    (PHONES, "State bans phones in classrooms"),
    (PHONES, "Governor to sign phone ban"),
    (ZOO, "Hallam closes its zoo"),
    (ZOO, "Hallam zoo to close"),
    (ZOO, "Council shuts zoo, 40 lose jobs"),
    (STORM, "Storm Edda drowns man"),
    (STORM, "Man drowned in storm"),
    (ROVER, "Rover finds life on Mars"),
    (ROVER, "Ancient life found on Mars"),
    (PAY, "Bram Foods paid women less"),
    (PAY, "Judge rules Bram Foods underpaid women"),
    (WAGE, "Government bans night work for teenagers"),
    (TAX, "Governor signs parking bill into law"),
]
SILENT = [
    (FEE, "Judge orders port to repay part of fee"),
    (FEE, "Buried pipe delays dock work"),
    (FEE, "About 300 owners paid the fee"),
    (PILL, "Panel backs migraine pill"),
    (PILL, "Migraine pill cuts bad days by two a month"),
    (PHONES, "Senate panel backs classroom phone ban"),
    (PHONES, "Phone ban clears committee"),
    (PHONES, "A ban on phones moves ahead"),
    (ZOO, "Hallam weighs closing its zoo"),
    (ZOO, "Will the zoo close?"),
    (STORM, "One missing after storm"),
    (ROVER, "A possible sign of life on Mars"),
    (ROVER, "What the rover found"),
    (PAY, "Bram Foods sued over pay"),
    (PAY, "Workers say Bram Foods paid women less"),
    (CLINIC, "Larch County closes last clinic"),
    (CLINIC, "State buys closed clinic"),
    (CLINIC, "Clinic shuts, doctors sign letter"),
    (AIRLINE, "Tolland sells eight jets"),
    (AIRLINE, "Airline ends Bergen flights"),
    (AIRLINE, "Tolland chief quits"),
    (AIRLINE, "Pilots threaten strike at Tolland"),
    (WAGE, "Government raises minimum wage"),
    (WAGE, "Acid poisoned river Lund"),
    (WAGE, "Government seeks ban on night work"),
    (TAX, "Senate passes parking tax bill"),
    (TAX, "Parking tax clears senate"),
]


@pytest.mark.parametrize(("body", "subject"), FOUND)
def test_an_act_that_each_text_leaves_open_is_found(
    body: Body, subject: str, tmp_path: Path
) -> None:
    assert set(rules_told(body, tmp_path, subject=subject)) == {"headline-overreach"}


@pytest.mark.parametrize(("body", "subject"), SILENT)
def test_an_act_that_a_text_tells_is_not(body: Body, subject: str, tmp_path: Path) -> None:
    assert rules_told(body, tmp_path, subject=subject) == []
