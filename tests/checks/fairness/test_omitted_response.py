"""omitted-response: those who are faulted and have answered, and what must be let be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.examples import findings_on
from tests.checks.fairness import packs

NAME = "omitted-response"

FOUND = [
    (
        "sued, and denied it",
        packs.SUED_COMPANY,
        "Three families sued Verdane, alleging that it skipped water tests at its clinic in Orrin.",
        "Every test that the rules ask for",
    ),
    (
        "two sources, no denial",
        packs.SUED_COMPANY,
        (
            "Three families say the company that runs Orrin’s dialysis clinic cut corners on water "
            "tests. Technicians at Verdane signed for tests that were never run, the complaint "
            "says."
        ),
        "Every test",
    ),
    (
        "a critic is quoted",
        packs.SUED_COMPANY,
        (
            "Verdane runs the dialysis clinic in Orrin; three families have sued.\n\n## Quotes\n\n"
            "> “They were told nothing for a year.” — Tobias Renn, lawyer for the families"
        ),
        "",
    ),
    (
        "a minister who rejected it",
        packs.ACCUSED_MINISTER,
        (
            "Opposition lawmakers accused Greta Solheim, the transport minister, of steering a "
            "ferry "
            "contract to a yard in which her cousin holds shares."
        ),
        "rejected the claims",
    ),
    (
        "her quotation is about a bridge",
        packs.ACCUSED_MINISTER,
        (
            "Lawmakers accused the transport minister, Greta Solheim, of steering a ferry "
            "contract to "
            "a yard in which her cousin holds shares. She opens a bridge on Friday.\n\n## "
            "Quotes\n\n"
            "> “It will be a good day for the region.” — Greta Solheim, transport minister"
        ),
        "rejected the claims",
    ),
    (
        "a family accuses the police",
        packs.SHOOTING,
        (
            "A police officer shot and killed a man outside a pharmacy in Calder on Saturday. His "
            "sister, Rosa Imbert, accused the police of giving no warning."
        ),
        "shouted three commands",
    ),
    (
        "supporters accuse an owner",
        packs.TRANSFER,
        (
            "Tomas Reyle joined Harrow Town for £14 million. Castleford supporters accused the "
            "owner, "
            "Brent Fallow, of breaking a promise to keep him until the summer."
        ),
        "Fallow defended the sale",
    ),
    (
        "a company that ignored messages",
        packs.BREACH,
        (
            "The parking app Kerbly exposed the card details of 2.1 million drivers for five "
            "months. "
            "It ignored three messages about the open server, a researcher said."
        ),
        "disputed that",
    ),
    (
        "workers on locked exits",
        packs.FIRE,
        (
            "Lathe & Sons owns the mattress factory in Dunmere where four workers died. Two of the "
            "three exits were locked, workers said."
        ),
        "exits were open",
    ),
    (
        "a board that broke the law",
        packs.ELECTION,
        (
            "The Civic Alliance says the elections board of Tarn County illegally threw out 612 "
            "mail "
            "ballots that arrived on time."
        ),
        "state law left the board no choice",
    ),
    (
        "an attorney general’s silence is no answer of the board",
        packs.ELECTION,
        (
            "The Civic Alliance filed a complaint against the Tarn County elections board over 612 "
            "mail ballots. The attorney general did not respond to a request for comment."
        ),
        "",
    ),
]

SILENT = [
    (
        "the denial in one clause",
        packs.SUED_COMPANY,
        (
            "Three families sued Verdane, alleging that it skipped water tests at its clinic in "
            "Orrin; the company denies it."
        ),
    ),
    (
        "the quotation",
        packs.SUED_COMPANY,
        (
            "Three families sued Verdane, alleging that it skipped water tests.\n\n## Quotes\n\n"
            "> “Every test that the rules ask for was run and recorded.” — Ines Marchetti, "
            "spokeswoman, Verdane"
        ),
    ),
    (
        "a paraphrase without the name",
        packs.SUED_COMPANY,
        (
            "Three families sued Verdane, alleging that it skipped water tests at its clinic. A "
            "spokeswoman said every test that the rules ask for was run and recorded."
        ),
    ),
    (
        "nobody is faulted",
        packs.SUED_COMPANY,
        "Verdane runs 61 clinics in nine states and had sales of $840 million last year.",
    ),
    (
        "in another section",
        packs.ACCUSED_MINISTER,
        (
            "Opposition lawmakers accused Greta Solheim, the transport minister, of steering a "
            "ferry "
            "contract to a yard in Bergvik.\n\n## Key Points\n\n- The yard employs 420 people.\n- "
            "Solheim told parliament that she had taken no part in the decision."
        ),
    ),
    (
        "rejects, in other words",
        packs.ACCUSED_MINISTER,
        (
            "Opposition lawmakers accused Greta Solheim of steering a ferry contract to a yard in "
            "Bergvik. The minister rejects that."
        ),
    ),
    (
        "a study accuses nobody",
        packs.STUDY,
        (
            "People who slept less than six hours a night had a 28 percent higher risk of a second "
            "heart attack, a study in Turin found."
        ),
    ),
    (
        "what the police said is the report",
        packs.SHOOTING,
        (
            "A police officer shot and killed a 34-year-old man outside a pharmacy in Calder on "
            "Saturday night, the police said."
        ),
    ),
    (
        "the chief is heard",
        packs.SHOOTING,
        (
            "Rosa Imbert accused the police of giving no warning. Police Chief Warren Oakes said "
            "the "
            "officer shouted three commands before he fired."
        ),
    ),
    (
        "a transfer and nothing else",
        packs.TRANSFER,
        (
            "Tomas Reyle has joined Harrow Town from Castleford United for £14 million. He "
            "scored 11 "
            "goals for Castleford last season."
        ),
    ),
    (
        "the company’s account is there",
        packs.BREACH,
        (
            "Kerbly exposed the card details of 2.1 million drivers. A researcher said it ignored "
            "three messages; Kerbly says it has no record of any message before June 2."
        ),
    ),
    (
        "the victims are not faulted",
        packs.FIRE,
        (
            "Four night-shift workers were killed in a fire at a mattress factory in Dunmere. They "
            "were identified as Ana Bela, Jon Crewe, Mara Hoyt and Luis Ortega."
        ),
    ),
    (
        "the board is heard",
        packs.ELECTION,
        (
            "The Civic Alliance says the board illegally threw out 612 mail ballots. Lucille Ames, "
            "who chairs the board, said it had followed the statute to the letter."
        ),
    ),
    (
        "the winner of the race is not faulted",
        packs.ELECTION,
        (
            "Sheriff Paul Dray won by 340 votes; a judge will hear a case over mail ballots on "
            "Nov. 20."
        ),
    ),
]


def _findings(body: str, folder: Path, pack: Mapping[str, str]) -> list[tuple[str, str]]:
    found = findings_on(packs.brief_on(pack, body), folder, **pack)
    return [
        (one.severity, " ".join(each.text for each in one.evidence).replace("\n", " "))
        for one in found
        if one.rule == NAME
    ]


@pytest.mark.parametrize(
    ("pack", "body", "words"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_an_answer_that_is_left_out_is_found(
    pack: Mapping[str, str], body: str, words: str, tmp_path: Path
) -> None:
    found = _findings(body, tmp_path, pack)
    assert [severity for severity, _ in found] == ["warning"]
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT]
)
def test_it_is_silent(pack: Mapping[str, str], body: str, tmp_path: Path) -> None:
    assert _findings(body, tmp_path, pack) == []
