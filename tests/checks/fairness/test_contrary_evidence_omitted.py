"""contrary-evidence-omitted: what a source says against a claim, and what it only goes on with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.examples import findings_on
from tests.checks.fairness import packs

NAME = "contrary-evidence-omitted"

AUDIT = {
    "post": "The county’s auditor found on Monday that the road department paid for gravel twice "
    "in 2023, but the audit did not find that anybody at the road department gained from it.\n\n"
    "The department has 140 workers and a budget of $31 million.\n",
    "star": "Auditors looked at 212 invoices. The county board meets on Thursday.\n",
}
SCHOOLS = {
    "post": "Reading scores at schools that banned phones rose by four points in a year, the "
    "district said on Tuesday. But reading scores at schools with no ban rose by five points.\n\n"
    "Phones are kept in pouches during lessons.\n",
    "radio": "Two more districts plan to ban phones in schools.\n",
}
DRUG = {
    "wire": "The tablet Lorvex cut attacks of migraine by a third in a trial of 900 people, its "
    "maker Halden said.\n\nIts rival Zomara cut attacks by 40 percent in its own trials. No trial "
    "has compared Lorvex and Zomara directly.\n",
    "daily": "Halden’s shares rose by 6 percent after the trial.\n",
}
DAM = {
    "wire": "The sluice at Ferrin was opened by mistake on Saturday night, the river authority "
    "said, and the water took nine cars from a campsite.\n",
    "herald": "Engineers had warned the river authority twice that the switch of the sluice at "
    "Ferrin was faulty, letters seen by the Herald show.\n",
}
MAYOR = {
    "post": "Crime in the harbour district fell by 12 percent last year, Mayor Lena Ostrow said. "
    "However, crime in the harbour district had risen by 30 percent in the two years before.\n"
}
BUS = {
    "post": "The new electric buses saved the city $400,000 in fuel last year, the transit office "
    "said, although the electric buses cost the city $900,000 more to buy.\n"
}
SEEDS = {
    "wire": "Farms that sowed the new wheat harvested 18 percent more than their neighbours, the "
    "seed company said.\n\nAn earlier trial by the university found no difference in harvest "
    "between the new wheat and the wheat that neighbours sowed.\n"
}

FOUND = [
    (
        "but it did not find",
        AUDIT,
        "The county’s auditor found that the road department paid for gravel twice in 2023.",
        "did not find that anybody",
    ),
    (
        "but schools without",
        SCHOOLS,
        "Reading scores at schools that banned phones rose by four points in a year.",
        "rose by five points",
    ),
    (
        "never set side by side",
        DRUG,
        "Halden’s tablet Lorvex works better than Zomara against migraine.",
        "No trial has compared",
    ),
    (
        "a mistake they were warned of",
        DAM,
        "The sluice at Ferrin was opened by mistake, the river authority said.",
        "Engineers had warned",
    ),
    (
        "inadvertently",
        DAM,
        "The river authority inadvertently opened the sluice at Ferrin on Saturday night.",
        "Engineers had warned",
    ),
    (
        "however, the years before",
        MAYOR,
        "Crime in the harbour district fell by 12 percent last year, Mayor Lena Ostrow said.",
        "risen by 30 percent",
    ),
    (
        "although they cost more",
        BUS,
        (
            "The new electric buses saved the city $400,000 in fuel last year, the transit office "
            "said."
        ),
        "$900,000 more",
    ),
    (
        "an earlier trial",
        SEEDS,
        (
            "Farms that sowed the new wheat harvested 18 percent more than their neighbours, the "
            "seed "
            "company said."
        ),
        "An earlier trial",
    ),
    (
        "in a list of points",
        SCHOOLS,
        (
            "Phones are kept in pouches.\n\n## Key Points\n\n- Reading scores at schools that "
            "banned "
            "phones rose by four points in a year, the district said"
        ),
        "rose by five points",
    ),
    (
        "the study in Lyon",
        packs.STUDY,
        (
            "“We asked patients about their sleep once,” said Paola Venier, who led the study of "
            "patients. She said the study helped patients with second attacks to sleep longer in "
            "Turin. It was observational and has not been peer-reviewed; whether habits changed is "
            "not known.\n\nThe risk of a second heart attack was 28 percent higher."
        ),
        "",
    ),
]

SILENT = [
    (
        "the turn is told",
        AUDIT,
        (
            "The county’s auditor found that the road department paid for gravel twice in 2023. "
            "The "
            "audit did not find that anybody at the department gained."
        ),
    ),
    (
        "both figures",
        SCHOOLS,
        (
            "Reading scores at schools that banned phones rose by four points in a year; at "
            "schools "
            "with no ban reading scores rose by five."
        ),
    ),
    (
        "no comparison is made",
        DRUG,
        (
            "The tablet Lorvex cut attacks of migraine by a third in a trial of 900 people. No "
            "trial "
            "has compared it with Zomara."
        ),
    ),
    (
        "the warning is told",
        DAM,
        (
            "The sluice at Ferrin was opened by mistake on Saturday, the river authority said. "
            "Engineers had warned it of a faulty switch."
        ),
    ),
    (
        "no mistake is told",
        DAM,
        "Water from the sluice at Ferrin took nine cars from a campsite on Saturday night.",
    ),
    (
        "the rise before is told",
        MAYOR,
        (
            "Crime in the harbour district fell by 12 percent last year after it had risen by 30 "
            "percent in two years."
        ),
    ),
    (
        "a but of another matter",
        {
            "post": "The library in Holm will open on Sundays from May, the council said. But the "
            "swimming pool stays shut until autumn.\n"
        },
        "The library in Holm will open on Sundays from May.",
    ),
    (
        "more than a number",
        {
            "post": "More than 500 people came to the fair at Brill. No study has compared fairs "
            "of that kind.\n"
        },
        "More than 500 people came to the fair at Brill.",
    ),
    (
        "a but inside a quotation",
        {
            "post": "Tickets to the festival at Ro sold out in a day. “Tickets sold out, but we "
            "will sell more tickets to the festival,” said Una Berg, who runs it.\n"
        },
        "Tickets to the festival at Ro sold out in a day.",
    ),
    (
        "a transfer and its fee",
        packs.TRANSFER,
        "Winger Tomas Reyle has joined Harrow Town from Castleford United for £14 million.",
    ),
    (
        "a claim that leaves it open",
        SCHOOLS,
        "A ban on phones may have lifted reading scores at schools by four points in a year.",
    ),
]


def _findings(body: str, folder: Path, pack: Mapping[str, str]) -> list[tuple[str, str]]:
    found = findings_on(packs.brief_on(pack, body), folder, **pack)
    return [
        (one.severity, " ".join(" ".join(each.text for each in one.evidence).split()))
        for one in found
        if one.rule == NAME
    ]


@pytest.mark.parametrize(
    ("pack", "body", "words"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_what_speaks_against_a_claim_is_asked_about(
    pack: Mapping[str, str], body: str, words: str, tmp_path: Path
) -> None:
    found = _findings(body, tmp_path, pack)
    assert [severity for severity, _ in found] == ["note"]
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT]
)
def test_it_is_silent(pack: Mapping[str, str], body: str, tmp_path: Path) -> None:
    assert _findings(body, tmp_path, pack) == []


def test_a_brief_is_asked_about_two_at_most(tmp_path: Path) -> None:
    pack = {**SCHOOLS, **MAYOR, "b": BUS["post"], "s": SEEDS["wire"], "a": AUDIT["post"]}
    body = " ".join(case[2] for case in FOUND[:2]) + " " + FOUND[6][2] + " " + FOUND[7][2]
    assert len(_findings(body, tmp_path, pack)) == 2


def test_the_place_is_the_word_for_the_mistake(tmp_path: Path) -> None:
    body = FOUND[3][2]
    text = packs.brief_on(DAM, body)
    found = [one for one in findings_on(text, tmp_path, **DAM) if one.rule == NAME]
    assert [text[one.place.start : one.place.end] for one in found] == ["by mistake"]
