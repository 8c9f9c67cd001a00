"""Who says it, where a sentence says more, the next one tells of it, or a circle is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import rules_on

PRISON = (
    "The Marlow prison is meant to have 340 guards and has 212, according to a roster that the "
    "guards’ union gave the Courier. The justice ministry declined to discuss staffing.\n\n"
    "Two former members of Marlow’s medical team said that inmates waited up to nine days for "
    "insulin. Both asked not to be identified because they feared for their pensions.\n\n"
    "Three inmates escaped on Sunday, the ministry said."
)
VALLEY = (
    "Snow closed the pass for six days. A driver and a mechanic told the Herald that the plows had "
    "stood without fuel since Monday. Neither wanted to be named.\n\n"
    "A baker and her sister told the Herald that they had slept in the shop. They asked for more "
    "buses.\n\nThe county said that it had fuel for a month, although one of its tanks leaks."
)

TOO_FEW = "which leaves it with too few on every shift of the week."
CABINET = (
    "The cabinet met for five hours on Thursday. One of the ministers said that Prime Minister "
    "Elin Strand had offered to resign; the other said that she only asked for more time to count "
    "the votes. Both spoke on condition that they not be named.\n\n"
    "Her party lost 14 seats in the election. One adviser told the Gazette that the campaign had "
    "run out of money in August. Another said that the leaders had saved it for a second round.\n\n"
    "One of the winners, Jon Aas, said that he would take the oath in May."
)
SEWER = (
    "The sewer under Quay Street burst at 5 a.m. on Friday and flooded 60 cellars. “The pipe had "
    "been weak for years,” said Nora Quill, the state auditor, who published a report in May.\n\n"
    "Fire Chief Sam Oduya said that two people were carried from a basement. Police Chief Lena "
    "Marsh said that the street will stay shut until Tuesday. Ruth Abel, a spokeswoman for the "
    "mayor, said that the city will pay for the cellars.\n\nThe mayor was in Lisbon."
)
LENDER = (
    "Auditors at the Calder Bank warned in June that a loan to the shipyard would probably never "
    "be paid back, according to two people with knowledge of the warning.\n\n"
    "The bank keeps a list of customers it says it cannot reach; it has not published the list."
)
NO_LOAN = "warned that a loan to the shipyard would probably never be paid back."

FOUND = [
    ("anon-source", LENDER, f"The bank’s auditors {NO_LOAN}"),
    ("attribution-shift", SEWER, "The mayor said that the pipe had been weak for years."),
    ("attribution-shift", SEWER, "The coroner said that two people were carried from a basement."),
    ("attribution-shift", SEWER, "The mayor said that the street will stay shut until Tuesday."),
    ("anon-source", CABINET, "Strand had offered to resign at the meeting of the cabinet."),
    ("anon-source", CABINET, "Strand asked for more time to count the votes."),
    ("anon-source", CABINET, "At the meeting, Strand offered to resign."),
    ("anon-source", CABINET, "The campaign had run out of money in August."),
    ("anon-source", CABINET, "The leaders had saved the money for a second round."),
    (
        "attribution-shift",
        PRISON,
        "The ministry said that the prison has 212 of the 340 guards it is meant to have, "
        + TOO_FEW,
    ),
    ("anon-source", PRISON, "Inmates waited up to nine days for insulin."),
    ("anon-source", VALLEY, "The plows had stood without fuel since Monday."),
    ("weasel", VALLEY, "Many in the county’s business community believe the pass is lost."),
    ("weasel", VALLEY, "Some in the industry now question whether the road can be kept."),
    ("weasel", PRISON, "Many in the profession doubt that the prison is safe."),
    ("weasel", PRISON, "Several in the government privately fear another escape."),
]

SILENT = [
    ("attribution-shift", LENDER, f"The bank’s auditors {NO_LOAN}"),
    ("attribution-dropped", LENDER, "The list has not been published."),
    ("anon-source", LENDER, f"Two people who know of it say auditors {NO_LOAN}"),
    ("attribution-shift", SEWER, "The state auditor said that the pipe had been weak for years."),
    ("attribution-shift", SEWER, "The mayor said that the city will pay for the cellars."),
    ("attribution-shift", SEWER, "The chief said that two people were carried from a basement."),
    ("attribution-shift", SEWER, "The city said that the street will stay shut until Tuesday."),
    ("anon-source", CABINET, "Accounts differ on whether Strand had offered to resign."),
    ("anon-source", CABINET, "Strand had offered to resign, according to one minister."),
    ("anon-source", CABINET, "Her party lost 14 seats in the election."),
    ("anon-source", CABINET, "The cabinet met for five hours on Thursday."),
    ("anon-source", CABINET, "Jon Aas will take the oath in May."),
    (
        "attribution-shift",
        PRISON,
        "The union said that the prison has 212 of the 340 guards it is meant to have, " + TOO_FEW,
    ),
    (
        "attribution-shift",
        VALLEY,
        "The county said that it had fuel for a month, but one tank leaks.",
    ),
    (
        "anon-source",
        PRISON,
        "Inmates waited up to nine days for insulin, said two people who had worked there.",
    ),
    ("anon-source", PRISON, "Three inmates escaped on Sunday."),
    ("anon-source", VALLEY, "A baker and her sister had slept in the shop."),
    ("weasel", VALLEY, "Many in the valley were cut off for six days."),
    ("weasel", PRISON, "Some in the prison waited nine days for insulin."),
    (
        "weasel",
        VALLEY,
        "Many in the county called for more buses, among them the baker Ida Brandt.",
    ),
]


@pytest.mark.parametrize(("rule", "source", "text"), FOUND)
def test_who_says_it_is_asked(rule: str, source: str, text: str, tmp_path: Path) -> None:
    assert rule in rules_on(f"{text} [@s]", tmp_path, s=source)


@pytest.mark.parametrize(("rule", "source", "text"), SILENT)
def test_what_is_told_as_it_is_said_stands(
    rule: str, source: str, text: str, tmp_path: Path
) -> None:
    assert rule not in rules_on(f"{text} [@s]", tmp_path, s=source)
