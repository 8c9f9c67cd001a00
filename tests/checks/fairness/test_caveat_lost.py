"""caveat-lost: gaps that the sources admit and the brief does not tell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.examples import findings_on
from tests.checks.fairness import packs

NAME = "caveat-lost"

FOUND = [
    (
        "water and infections",
        packs.SUED_COMPANY,
        (
            "Three families sued Verdane over patients’ infections at its dialysis clinic, "
            "alleging "
            "that it skipped water tests. The company denied it."
        ),
        "not clear whether the patients’ infections came from the water",
    ),
    (
        "a report that is held back",
        packs.SUED_COMPANY,
        (
            "Three families sued Verdane, which denied that it skipped water tests. The county "
            "health "
            "office inspected the clinic in March and wrote a report."
        ),
        "has not released its report",
    ),
    (
        "an observational study",
        packs.STUDY,
        (
            "Short sleep carries a 28 percent higher risk of a second heart attack, a study of "
            "1,240 "
            "patients in Turin found. An earlier trial in Lyon found no difference."
        ),
        "cannot show that short sleep caused",
    ),
    (
        "no peer review",
        {"wire": packs.STUDY["wire"]},
        (
            "Short sleep is tied to a 28 percent higher risk of a second heart attack, Italian "
            "researchers found among 1,240 patients in Turin."
        ),
        "peer-reviewed",
    ),
    (
        "the pistol",
        packs.SHOOTING,
        (
            "An officer shot and killed a man in Calder. The man had pointed a loaded pistol at "
            "the "
            "officer, who shouted three commands, Police Chief Warren Oakes said."
        ),
        "not known whether the man’s pistol was loaded",
    ),
    (
        "the length of a contract",
        packs.TRANSFER,
        (
            "Tomas Reyle has joined Harrow Town on a long contract for £14 million. Brent Fallow "
            "defended the sale; the length of such deals is often told."
        ),
        "length of the contract was not disclosed",
    ),
    (
        "whether the data were copied",
        packs.BREACH,
        (
            "Kerbly left a server open, and thieves copied the data of 2.1 million drivers before "
            "the server was closed. Kerbly disputes that it ignored messages."
        ),
        "unclear whether anyone copied",
    ),
    (
        "the cause of a fire",
        packs.FIRE,
        (
            "Locked exits were the cause of four deaths in a fire at a mattress factory in "
            "Dunmere, "
            "workers said; the owner says that all exits were open."
        ),
        "cause of the fire is under investigation",
    ),
    (
        "unofficial results",
        packs.ELECTION,
        (
            "Paul Dray won the race for sheriff by 340 votes. The board says it followed the "
            "statute "
            "to the letter when it rejected 612 mail ballots."
        ),
        "unofficial and could change",
    ),
    (
        "a list of unknowns",
        {
            "post": "The ferry Aurelia ran aground off Skarn on Monday with 212 people on board, "
            "and all were taken off.\n\nWhat we don’t know\n\n- Why the ferry left its usual "
            "route\n- Whether fuel has leaked from the Aurelia\n\nWhat’s next\n\nDivers go down "
            "on Wednesday.\n"
        },
        "The ferry Aurelia left its usual route and ran aground off Skarn with 212 people.",
        "Why the ferry left its usual route",
    ),
    (
        "only in the notes",
        packs.SHOOTING,
        (
            "An officer shot and killed a man in Calder who had pointed a pistol at him, the "
            "police "
            "chief said.\n\n## Notes\n\nIt is not known whether the pistol was loaded."
        ),
        "not known whether the man’s pistol was loaded",
    ),
]

SILENT = [
    (
        "told among the unknowns",
        {"radio": packs.SUED_COMPANY["radio"]},
        (
            "Three families are suing the company that runs Orrin’s dialysis clinic over patients’ "
            "infections.\n\n## Unconfirmed\n\n- Whether the infections came from the water."
        ),
    ),
    (
        "told in other words",
        {"radio": packs.SUED_COMPANY["radio"]},
        (
            "Three families are suing the company that runs Orrin’s dialysis clinic. Nobody "
            "knows yet "
            "whether water made the patients ill with infections."
        ),
    ),
    (
        "a study told as it was",
        packs.STUDY,
        (
            "Short sleep was tied to a higher risk of a second heart attack in a study of 1,240 "
            "patients in Turin that was observational, cannot prove a cause and has not been "
            "peer-reviewed; whether habits changed later is not known."
        ),
    ),
    (
        "names that another source has",
        {"agency": packs.FIRE["agency"], "post": packs.FIRE["post"]},
        (
            "The four workers killed in the Dunmere fire were identified as Ana Bela, Jon Crewe, "
            "Mara "
            "Hoyt and Luis Ortega."
        ),
    ),
    (
        "as a question",
        {"radio": packs.SUED_COMPANY["radio"]},
        (
            "Three families are suing the company that runs the dialysis clinic. Did patients’ "
            "infections come from the water?"
        ),
    ),
    (
        "a result called unofficial",
        {"record": packs.ELECTION["record"].split("\n\n")[3]},
        (
            "The race for sheriff was decided by 340 votes, by results that are unofficial and "
            "could "
            "still change."
        ),
    ),
    (
        "a gap in a quotation is the speaker’s",
        {
            "post": "The mill at Torv closed on Friday. “I don’t know whether I will find "
            "work,” said Lene Moe, who ran a loom there for 30 years.\n"
        },
        "The mill at Torv, where Lene Moe ran a loom for 30 years, closed on Friday.",
    ),
    (
        "what was unclear at first",
        {
            "post": "It was unclear at first whether the dam at Hool would hold. Engineers said "
            "on Sunday that it was safe and that people could go home.\n"
        },
        "The dam at Hool is safe and people can go home, engineers said on Sunday.",
    ),
    (
        "a preliminary report to come",
        {
            "post": "A freight train left the rails near Ost on Monday. A preliminary report is "
            "expected in 30 days, the safety board said.\n"
        },
        "A freight train left the rails near Ost on Monday.",
    ),
    (
        "a gap about another matter",
        {
            "post": "The museum in Ravn sold a painting by Holt for $3 million.\n\nIn other news, "
            "it is not known when the swimming pool will reopen after the storm.\n"
        },
        "The museum in Ravn sold a painting by Holt for $3 million.",
    ),
    (
        "in a second story",
        {"radio": packs.SUED_COMPANY["radio"]},
        (
            "Three families are suing the company that runs Orrin’s dialysis clinic.\n\n## What we "
            "don’t know\n\nIf the water at the clinic caused the patients’ infections."
        ),
    ),
]


def _findings(body: str, folder: Path, pack: Mapping[str, str]) -> list[str]:
    found = findings_on(packs.brief_on(pack, body), folder, **pack)
    return [
        " ".join(" ".join(each.text for each in one.evidence).split())
        for one in found
        if one.rule == NAME
    ]


@pytest.mark.parametrize(
    ("pack", "body", "words"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_a_gap_that_is_not_told_is_found(
    pack: Mapping[str, str], body: str, words: str, tmp_path: Path
) -> None:
    assert any(words in found for found in _findings(body, tmp_path, pack))


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT]
)
def test_it_is_silent(pack: Mapping[str, str], body: str, tmp_path: Path) -> None:
    assert _findings(body, tmp_path, pack) == []


def test_three_are_told_singly_and_the_last_counts_the_others(tmp_path: Path) -> None:
    gaps = " ".join(
        f"It is not known whether the {part} of the bridge at Lumm will hold."
        for part in ("deck", "northern pier", "railing", "southern arch", "cable")
    )
    pack = {"post": f"The bridge at Lumm was closed on Monday after a barge hit it. {gaps}\n"}
    body = "A barge hit the bridge at Lumm: its deck, pier, railing, arch and cable will hold."
    found = [
        one for one in findings_on(packs.brief_on(pack, body), tmp_path, **pack) if one.rule == NAME
    ]
    assert len(found) == 3
    assert sum(len(one.evidence) for one in found) == 5
    assert any("2 more" in one.message for one in found)


def test_the_remedy_is_a_line_to_paste(tmp_path: Path) -> None:
    pack = {"radio": packs.SUED_COMPANY["radio"]}
    body = "Three families say that patients’ infections came from the water at Orrin’s clinic."
    found = [
        one for one in findings_on(packs.brief_on(pack, body), tmp_path, **pack) if one.rule == NAME
    ]
    assert [one.remedy for one in found] == [
        (
            "put under What we don’t know: - It is not clear whether the patients’ infections came "
            "from the water. [@radio]"
        )
    ]
