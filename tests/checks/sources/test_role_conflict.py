"""Who is called what: two titles that nobody holds together, and titles that go together."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checks.sources.packs import found_in, seed


class Case(NamedTuple):
    brief: str
    seeds: dict[str, str]
    words: str = ""


_FERRY_WIRE = (
    "HALVERN (CNS) - A ferry ran aground off Halvern Point on Sunday with 212 people aboard, "
    "the coast guard said. Nobody was hurt.\n\n"
    "Capt. Morten Eik, the harbor master of Halvern, closed the channel to traffic until noon. "
    "“We want to see the keel first,” he said.\n\n"
    "Ines Duarte, chief operating officer of the Strand Line, said that the ship had lost steering."
)
_FERRY_LOCAL = (
    "Passengers slept in the school gym after their ferry hit a sandbank off Halvern Point.\n\n"
    "“We want to see the keel first,” said Morten Eik, the deputy harbor master.\n\n"
    "The Strand Line’s chief financial officer, Ines Duarte, promised refunds."
)
_TRIAL_COURIER = (
    "The trial over the collapse of the Brenner market hall opened on Monday. The former owner, "
    "Paul Renn, denies all charges.\n\n"
    "Renn’s brother, Tobias Renn, ran the kitchen under the hall and is not charged. Judge Adela "
    "Marsh said that she would hear 40 witnesses.\n\n"
    "Prosecutor Hugo Lindner said that the beams had been cut."
)
_TRIAL_RADIO = (
    "Forty witnesses will be heard about the market hall that fell in March, a court in Brenn "
    "decided.\n\n"
    "Tobias Renn, a cousin of the owner, ran the kitchen below. He is not charged. Hugo Lindner, "
    "who is the defendant’s lawyer in a civil case, did not speak."
)
_SCHOOL_TIMES = (
    "The Ashdale school board voted 5-2 on Tuesday to close two schools, after four hours in which "
    "parents pleaded for them.\n\n"
    "Superintendent Carla Weeks said that the district had lost 1,100 pupils in six years. Board "
    "Vice President Tom Arden, who voted no, called the plan “a map drawn in the dark.”\n\n"
    "Nora Park, the principal of Mill Road Elementary, watched from the back row."
)
_SCHOOL_PATCH = (
    "Two of Ashdale’s schools will close next summer, the board decided in a 5-2 vote.\n\n"
    "“A map drawn in the dark,” said Tom Arden, president of the board. Carla Weeks, the "
    "superintendent, said that 1,100 pupils had left.\n\n"
    "Nora Park, who leads Mill Road Elementary, said that she had not been told."
)
_RECALL_WIRE = (
    "Kestrel Motors is recalling 84,000 vans over brake hoses, the maker said on Thursday.\n\n"
    "Chief Executive Dana Oyelaran apologized to customers. Lewis Trent, an economist at Harrow "
    "Bank, put the cost at $90 million. The regulator’s administrator, Ruth Okafor, said that no "
    "crash was known."
)
_RECALL_TRADE = (
    "A recall of 84,000 vans will cost Kestrel Motors some $90 million, Harrow Bank says.\n\n"
    "Dana Oyelaran, Kestrel’s chairwoman, apologized. Lewis Trent of Harrow Bank said that it was "
    "cheap for what it was. Acting compliance director Sam Ivers signed the notice."
)
_CRASH = (
    "A bus and a lorry collided on the A12 near Welby at dawn on Friday, and seven people were "
    "taken to hospital.\n\n"
    "The driver of the bus, Hanna Kerr, 51, was in a stable condition. Sheriff Luis Ortega said "
    "that fog was thick. “I saw nothing at all,” said Ned Pryor, a passenger."
)
_CRASH_OTHER = (
    "Fog lay on the A12 when a bus hit a lorry near Welby.\n\n"
    "Among the seven taken to hospital was Ned Pryor, the driver of the lorry. County sheriff Luis "
    "Ortega said that charges were unlikely."
)
_CLUB = (
    "Rovers have sold Milo Sand to Anklam for 14 million euros, both clubs said on Friday.\n\n"
    "Sporting director Eva Brandt said that the striker had asked to go. Head coach Rui Salas "
    "would have kept him. Assistant coach Pia Noll takes over the strikers."
)
_CLUB_OTHER = (
    "Milo Sand leaves Rovers for Anklam, who pay 14 million euros.\n\n"
    "“He asked, and we let him,” said Rovers sporting director Eva Brandt. Coach Rui Salas was not "
    "happy."
)

_QUARRY = (
    "A wall of the Orrin quarry slid on Wednesday, burying a truck, Corvo Stone said. John Ames, "
    "44, of Tull, is missing.\n\n"
    "Dale Hart, a spokesman for the Quarry Workers Union, said that cracks had been reported. "
    "Mikhail Zelensky, 29, was dug out alive. Corvo Stone denies that."
)
_QUARRY_OTHER = (
    "Corvo Stone stopped all work at Orrin. Jon Ames, 44, has not been found.\n\n"
    "Union spokesman Dale Hart said that the cracks were known. Michael Tarn, 51, and Mikhail "
    "Zelenskyy, 29, were dug out."
)
_QUARRY_COUNTY = (
    "The county opened an inquiry. Mike Tarn, 51, said that he had heard the wall go. Anna Ames, "
    "a cousin of the missing man, waited at the gate; so did Anne Ames, her aunt."
)

_DAIRY_WIRE = (
    "A creamery in Marlow recalled its soft cheese on Friday. Martin Dahl, the company’s "
    "president, apologized in a video. Dr. Fiona Ames, its chief medical officer, counted nine "
    "cases. A memo by Dana Wills, the department’s deputy director for quality, had warned of it."
)
_DAIRY_LOCAL = (
    "Martin Dahl, the chief executive, would not be interviewed. Dr. Fiona Ames, the creamery’s "
    "clinical safety officer, was on the list of those who got the email.\n\n"
    "The memo went out under the name of Dana Wills, the associate deputy undersecretary for "
    "quality."
)

FOUND = [
    Case(
        "Martin Dahl, chief executive of the creamery, apologized in a video.",
        {"wire": _DAIRY_WIRE, "local": _DAIRY_LOCAL},
        "chief executive",
    ),
    Case(
        "Dr. Fiona Ames, clinical safety officer of the creamery, counted nine cases.",
        {"wire": _DAIRY_WIRE, "local": _DAIRY_LOCAL},
        "clinical safety officer",
    ),
    Case(
        "## Entities Mentioned\n\n- Dana Wills, deputy director for quality",
        {"wire": _DAIRY_WIRE, "local": _DAIRY_LOCAL},
        "deputy director",
    ),
    Case(
        "John Ames, 44, of Tull, is missing.",
        {"quarry": _QUARRY, "other": _QUARRY_OTHER},
        "John Ames",
    ),
    Case(
        "Dale Hart, a spokesman for Corvo Stone, said that cracks had been reported.",
        {"quarry": _QUARRY, "other": _QUARRY_OTHER},
        "Corvo Stone",
    ),
    Case(
        "The interim chief executive, Callie Reed, promised half the wages.",
        {
            "wire": "Wages are late at Fell Town, the club said. Callie Reed, the interim chief "
            "executive, promised half the wages by Monday.",
            "local": "Callie Reed, the managing director, met the staff on Friday and promised "
            "half the wages. She took no questions.",
        },
        "chief executive",
    ),
    Case(
        "Tomas Rein, the chief privacy officer of Meridian Health, knew by June.",
        {
            "suit": "---\ntitle: State sues\nkind: official\npublisher: Attorney General\n---\n"
            "Meridian Health’s chief privacy officer, Tomas Rein, knew by June, the state says.\n",
            "ledger": "Tomas Rein, Meridian Health’s chief compliance officer, denied that he knew "
            "by June. “We had no list,” he said.",
        },
        "chief privacy officer",
    ),
    Case(
        "Capt. Morten Eik, the harbor master of Halvern, closed the channel until noon.",
        {"wire": _FERRY_WIRE, "local": _FERRY_LOCAL},
        "harbor master",
    ),
    Case(
        "Ines Duarte, chief operating officer of the Strand Line, said that the ship had lost "
        "steering.",
        {"wire": _FERRY_WIRE, "local": _FERRY_LOCAL},
        "chief operating officer",
    ),
    Case(
        "The owner’s brother, Tobias Renn, ran the kitchen and is not charged.",
        {"courier": _TRIAL_COURIER, "radio": _TRIAL_RADIO},
        "brother",
    ),
    Case(
        "Hugo Lindner, the prosecutor, said that the beams had been cut.",
        {"courier": _TRIAL_COURIER, "radio": _TRIAL_RADIO},
        "prosecutor",
    ),
    Case(
        "## Quotes\n\n> “A map drawn in the dark.” — Tom Arden, board president\n",
        {"times": _SCHOOL_TIMES, "patch": _SCHOOL_PATCH},
        "president",
    ),
    Case(
        "Nora Park, the superintendent of Mill Road Elementary, watched from the back row.",
        {"times": _SCHOOL_TIMES},
        "superintendent",
    ),
    Case(
        "Dana Oyelaran, the chairwoman of Kestrel, apologized to customers.",
        {"wire": _RECALL_WIRE, "trade": _RECALL_TRADE},
        "chairwoman",
    ),
    Case(
        "Lewis Trent, the chief economist at Harrow Bank, put the cost at $90 million.",
        {"wire": _RECALL_WIRE, "trade": _RECALL_TRADE},
        "chief economist",
    ),
    Case(
        "Compliance Director Sam Ivers signed the notice.",
        {"wire": _RECALL_WIRE, "trade": _RECALL_TRADE},
        "Compliance Director",
    ),
    Case(
        "Ned Pryor, a passenger, saw nothing.",
        {"crash": _CRASH, "other": _CRASH_OTHER},
        "passenger",
    ),
    Case(
        "Police Chief Luis Ortega said that fog was thick.",
        {"crash": _CRASH, "other": _CRASH_OTHER},
        "Police Chief",
    ),
    Case(
        "Rovers president Eva Brandt said that the striker had asked to go.",
        {"club": _CLUB, "other": _CLUB_OTHER},
        "president",
    ),
]

SILENT = [
    Case(
        "Martin Dahl, president of the creamery, apologized in a video.",
        {
            "wire": _DAIRY_WIRE,
            "local": "Martin Dahl, president and chief executive of the creamery, apologized. "
            "Dr. Fiona Ames, a medical officer, counted the cases.",
        },
    ),
    Case(
        "Dr. Fiona Ames, chief medical officer, counted nine cases.",
        {
            "wire": _DAIRY_WIRE,
            "local": "Dr. Fiona Ames, a medical officer, counted nine cases at the creamery.",
        },
    ),
    Case(
        "Michael Tarn, 51, heard the wall go, and Mikhail Zelensky, 29, was dug out alive.",
        {"quarry": _QUARRY, "other": _QUARRY_OTHER, "county": _QUARRY_COUNTY},
    ),
    Case(
        "Anna Ames, a cousin of the missing man, waited at the gate.",
        {"other": _QUARRY_OTHER, "county": _QUARRY_COUNTY},
    ),
    Case(
        "Dale Hart, a union spokesman, and Dale Hart of the Quarry Workers Union are one.",
        {"quarry": _QUARRY, "other": _QUARRY_OTHER},
    ),
    # the shorter form of a title, capitals, and another order of its words
    Case(
        "Superintendent Carla Weeks said that the district had lost 1,100 pupils in six years.",
        {"times": _SCHOOL_TIMES, "patch": _SCHOOL_PATCH},
    ),
    Case(
        "Nora Park, principal of Mill Road Elementary, watched from the back row.",
        {"times": _SCHOOL_TIMES, "patch": _SCHOOL_PATCH},
    ),
    Case(
        "Coach Rui Salas would have kept him, and head coach Rui Salas said so.",
        {"club": _CLUB, "other": _CLUB_OTHER},
    ),
    Case(
        "Pia Noll, a coach, takes over the strikers.",
        {"club": _CLUB, "other": _CLUB_OTHER},
    ),
    Case(
        "Sheriff Luis Ortega said that fog was thick.",
        {"crash": _CRASH, "other": _CRASH_OTHER},
    ),
    # the brief says that reports differ
    Case(
        "Capt. Morten Eik, the harbor master of Halvern, closed the channel until noon.\n\n"
        "## Reports differ\n\n- **Eik’s title:** harbor master. [@wire] Another report has deputy "
        "harbor master. [@local]",
        {"wire": _FERRY_WIRE, "local": _FERRY_LOCAL},
    ),
    Case(
        "Dana Oyelaran apologized to customers; one report calls Oyelaran chief executive, "
        "another report says chairwoman.",
        {"wire": _RECALL_WIRE, "trade": _RECALL_TRADE},
    ),
    # no title, no conflict
    Case(
        "Ines Duarte of the Strand Line said that the ship had lost steering.",
        {"wire": _FERRY_WIRE, "local": _FERRY_LOCAL},
    ),
    # the official source has it so
    Case(
        "Tom Arden, vice president of the board, called the plan “a map drawn in the dark.”",
        {
            "times": "---\ntitle: Minutes\nkind: official\npublisher: Ashdale School Board\n---\n"
            + _SCHOOL_TIMES
            + "\n",
            "patch": _SCHOOL_PATCH,
        },
    ),
    # roles that go together, and abbreviations
    Case(
        "CEO Dana Oyelaran apologized to customers.",
        {
            "wire": _RECALL_WIRE,
            "trade": "Kestrel Motors recalls 84,000 vans. Dana Oyelaran, the company’s president "
            "and CEO, apologized to customers. Oyelaran is a Democrat and a lawyer.",
        },
    ),
    Case(
        "Gov. Petra Hale signed the flood aid bill on Monday.",
        {
            "wire": "Governor Petra Hale signed the flood aid bill on Monday. Hale, a Republican, "
            "was a senator until 2019.",
            "local": "Former Sen. Petra Hale, now the governor, signed the flood aid bill.",
        },
    ),
    # two people of one surname
    Case(
        "Mayor Ann Kerr said that the levee would hold.",
        {
            "wire": "Mayor Ann Kerr said that the levee would hold. Her sister, Senator Beth Kerr, "
            "asked for aid.",
            "local": "Senator Kerr asked for aid, and Mayor Kerr said that the levee would hold.",
        },
    ),
    Case(
        "Wildlife officer Jan Moll, a biologist, counted 14 lynx.",
        {
            "wire": "Jan Moll, a wildlife officer of the state, counted 14 lynx, said Moll, who "
            "studied biology.",
            "local": "Biologist Jan Moll counted 14 lynx in the hills.",
        },
    ),
]


def _conflicts(case: Case, folder: Path) -> list[str]:
    seeds = {
        name: text if text.startswith("---") else seed(text, title=name.title())
        for name, text in case.seeds.items()
    }
    found = found_in(case.brief, seeds, folder)
    text = (folder / "briefs/example.md").read_text()
    return [text[one.place.start : one.place.end] for one in found if one.rule == "role-conflict"]


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case.words)
def test_a_title_that_a_source_has_otherwise_is_found(case: Case, tmp_path: Path) -> None:
    assert _conflicts(case, tmp_path) == [case.words]


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case.brief[:40])
def test_titles_that_go_together_are_none(case: Case, tmp_path: Path) -> None:
    assert _conflicts(case, tmp_path) == []
