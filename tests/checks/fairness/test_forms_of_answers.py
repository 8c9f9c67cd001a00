"""omitted-response: answers in the many forms in which news gives them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.examples import findings_on
from tests.checks.fairness import packs

NAME = "omitted-response"

TRUST_BBC: Mapping[str, str] = {
    "bbc": """\
A hospital trust failed to act on warnings about a surgeon for four years, a review has found.

The review, led by Dame Carol Hythe, said at least 23 patients of Northmoor Hospitals NHS Trust
were harmed.

A spokesperson for the trust said: 'We are deeply sorry to the patients and have changed how
concerns are raised.'

The surgeon, who has not been named, no longer works at the trust.
""",
}
EMAIL_WROTE: Mapping[str, str] = {
    "a": """\
A former manager at the delivery firm Quillon has accused it of erasing drivers’ overtime
records.

The manager, Petra Olin, told a labor tribunal in Leeds that she was ordered to delete 1,400
hours.
""",
    "b": """\
Drivers for Quillon are to picket its depot in Leeds on Friday.

In an email, the company wrote that Ms. Olin’s account was inaccurate and that drivers were paid
for every hour.
""",
}
THROUGH_A_SPOKESWOMAN: Mapping[str, str] = {
    "a": """\
Prosecutors charged state Senator Dale Whitcomb on Tuesday with taking $40,000 from a casino
operator.

Through a spokeswoman, Whitcomb said he was innocent and looked forward to his day in court.
""",
}
FILINGS: Mapping[str, str] = {
    "a": """\
Tenants sued the city of Brackton last spring, saying that it knew of lead in the water of
public housing and told nobody.

Attorneys for the city argued in court filings that it had posted notices in every building.

A hearing is set for June.
""",
}
ALWAYS_DENIED: Mapping[str, str] = {
    "a": """\
Coach Marek Dvoran is accused by four former gymnasts of shouting at them and of making them
train with injuries.

The federation suspended Dvoran in March. He has always denied the allegations.
""",
}
BLAMED: Mapping[str, str] = {
    "a": """\
Passengers said the airline Skyra left 140 people on the tarmac in Faro for five hours without
water, in breach of EU rules.

Skyra blamed air traffic control and said that water had been handed out twice.
""",
}
ASKED_ABOUT: Mapping[str, str] = {
    "a": """\
Opposition parties say Health Minister Tove Lind ignored a report on ambulance delays for six
months.

Asked about the report, Lind told reporters that she had acted on it “the week it reached my
desk.”
""",
}
REGULATOR_FINED_CO_APPEAL: Mapping[str, str] = {
    "a": """\
The regulator fined the betting firm Loxley Odds £6 million on Thursday for letting problem
gamblers bet on.

Loxley Odds said it accepted the findings and had since changed its checks.
""",
}
PROTEST: Mapping[str, str] = {
    "a": """\
Human Rights Now said soldiers in Katara fired on protesters on Sunday, killing nine.

Katara’s army denied firing live rounds and said the protesters had been armed.
""",
}

FOUND = [
    (
        "trust BBC",
        TRUST_BBC,
        (
            "Northmoor Hospitals NHS Trust failed to act on warnings about a surgeon for four "
            "years, a review found. At least 23 patients were harmed."
        ),
    ),
    (
        "email wrote",
        EMAIL_WROTE,
        (
            "A former manager accused Quillon of erasing drivers’ overtime records. Drivers will "
            "picket its depot on Friday."
        ),
    ),
    (
        "through a spokeswoman",
        THROUGH_A_SPOKESWOMAN,
        (
            "Prosecutors charged state Senator Dale Whitcomb with taking $40,000 from a casino "
            "operator."
        ),
    ),
    (
        "filings",
        FILINGS,
        (
            "Tenants sued the city of Brackton, saying it knew of lead in the water of public "
            "housing and told nobody."
        ),
    ),
    (
        "always denied",
        ALWAYS_DENIED,
        (
            "Four former gymnasts accuse coach Marek Dvoran of making them train with injuries. "
            "The federation suspended him in March."
        ),
    ),
    (
        "blamed",
        BLAMED,
        (
            "The airline Skyra left 140 people on the tarmac in Faro for five hours without water, "
            "in breach of EU rules, passengers said."
        ),
    ),
    (
        "asked about",
        ASKED_ABOUT,
        (
            "Health Minister Tove Lind ignored a report on ambulance delays for six months, "
            "opposition parties say."
        ),
    ),
    (
        "regulator fined, co. appeal",
        REGULATOR_FINED_CO_APPEAL,
        "The regulator fined Loxley Odds £6 million for letting problem gamblers bet on.",
    ),
    (
        "protest",
        PROTEST,
        "Soldiers in Katara fired on protesters on Sunday, killing nine, Human Rights Now said.",
    ),
]

SILENT = [
    (
        "apology told",
        TRUST_BBC,
        (
            "Northmoor Hospitals NHS Trust failed to act on warnings about a surgeon for four "
            "years, a review found. At least 23 patients were harmed. The trust has apologised."
        ),
    ),
    (
        "told by pron",
        ALWAYS_DENIED,
        (
            "Four former gymnasts accuse coach Marek Dvoran of making them train with injuries. "
            "The federation suspended him in March. He denies the allegations."
        ),
    ),
    (
        "innocent told",
        THROUGH_A_SPOKESWOMAN,
        (
            "Prosecutors charged state Senator Dale Whitcomb with taking $40,000 from a casino "
            "operator. He says he is innocent."
        ),
    ),
    (
        "notices told",
        FILINGS,
        (
            "Tenants sued the city of Brackton, saying it knew of lead in the water of public "
            "housing and told nobody. The city says notices were posted in every building."
        ),
    ),
    (
        "water told",
        BLAMED,
        (
            "The airline Skyra left 140 people on the tarmac in Faro for five hours without water, "
            "in breach of EU rules, passengers said. Skyra said water was handed out twice."
        ),
    ),
    (
        "accepts",
        REGULATOR_FINED_CO_APPEAL,
        (
            "The regulator fined Loxley Odds £6 million for letting problem gamblers bet on. The "
            "firm accepts the findings."
        ),
    ),
    (
        "armed",
        PROTEST,
        (
            "Soldiers in Katara fired on protesters on Sunday, killing nine, Human Rights Now "
            "said. The army says it fired no live rounds."
        ),
    ),
    (
        "on record",
        ASKED_ABOUT,
        (
            "Health Minister Tove Lind ignored a report on ambulance delays for six months, "
            "opposition parties say.\n\n## Quotes\n\n> “The week it reached my desk.” — Tove Lind, "
            "on when she acted"
        ),
    ),
    (
        "nothing is said of the firm",
        BLAMED,
        "Passengers of a flight from Faro waited for five hours.",
    ),
    (
        "an appeal that is told",
        REGULATOR_FINED_CO_APPEAL,
        (
            "The regulator fined Loxley Odds £6 million. It has since changed its checks, Loxley "
            "Odds said."
        ),
    ),
]


def _findings(body: str, folder: Path, pack: Mapping[str, str]) -> list[str]:
    found = findings_on(packs.brief_on(pack, body), folder, **pack)
    return [one.severity for one in found if one.rule == NAME]


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_an_answer_that_is_left_out_is_found(
    pack: Mapping[str, str], body: str, tmp_path: Path
) -> None:
    assert _findings(body, tmp_path, pack) == ["warning"]


@pytest.mark.parametrize(
    ("pack", "body"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT]
)
def test_it_is_silent(pack: Mapping[str, str], body: str, tmp_path: Path) -> None:
    assert _findings(body, tmp_path, pack) == []
