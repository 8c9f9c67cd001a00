"""What a writer may work out from the figures of a source."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge
from nutgraf.evidence.reading import read

LIBRARY = build(
    read(
        "The county library lent 840,000 books last year, down from 910,000 in 2023. Of its 16"
        " branches, seven open on Sundays. Visits by children rose to 38% of the total, up from"
        " 35%. The library bought 1,240 audio books and 310 picture books with a grant of $96,000;"
        " the county added $24,000.\n\n"
        "A survey of 12,400 adults was mailed in May. Half received a short form, and half a long"
        " one. Fines of late readers will double to 60 cents a day.\n\n"
        "Inspectors looked at 33 lifts. They found rust in nine, worn ropes in five and nothing in"
        " the rest. The plan is backed by Marley, Easton and four other towns, and passed 6-3.",
        date(2025, 5, 14),
    )
)


def _verdict(claim: str) -> str:
    reading = read(claim)
    return judge(reading, 0, len(claim), [("library", LIBRARY)]).verdict


@pytest.mark.parametrize(
    "claim",
    [
        "The county library lent 70,000 fewer books last year than in 2023.",
        "The share of visits by children rose three percentage points, to 38% of the total.",
        "Altogether 1,550 audio books and picture books were bought with the grant.",
        "Some 6,200 adults received the short form of the survey.",
        "Fewer than half of the library's branches open on Sundays.",
        "Nineteen of the 33 lifts that inspectors looked at had nothing wrong.",
        "Six towns back the plan, among them Marley and Easton.",
        "Late readers pay fines of 30 cents a day until they double.",
        "The county's $24,000 came to a quarter of the $96,000 grant.",
    ],
)
def test_what_follows_by_one_step_is_not_faulted(claim: str) -> None:
    assert _verdict(claim) in ("supported", "not checked")


@pytest.mark.parametrize(
    "claim",
    [
        "The county library lent 90,000 fewer books last year than in 2023.",
        "The share of visits by children rose five percentage points, to 38% of the total.",
        "Altogether 1,650 audio books and picture books were bought with the grant.",
        "Some 7,200 adults received the short form of the survey.",
        "Twenty-two of the 33 lifts that inspectors looked at had nothing wrong.",
        "Eight towns back the plan, among them Marley and Easton.",
        "The county's $24,000 came to a third of the $96,000 grant.",
    ],
)
def test_what_does_not_come_out_is_told(claim: str) -> None:
    assert _verdict(claim) not in ("supported", "not checked")


_OFFICE = build(
    read(
        "The alarm rang at 6:20 p.m., and firefighters reached the tannery at 6:47. The owner was"
        " insured for up to £70,000; the damage came to £95,000. A grant that would have covered"
        " half was refused. Of the 240 workers, 180 live in Stoke, and 54 of the workers are on"
        " leave.\n\nThe council's draft, shown in the winter, set the fee at €310."
        + " Nothing was said of it for weeks." * 20
        + " The fee is now €470.",
        date(2025, 2, 5),
    )
)
_PAPER = build(read("About 400 people left Stoke in the flood, the paper said.", date(2025, 2, 5)))


def _told(claim: str) -> str:
    reading = read(claim)
    return judge(reading, 0, len(claim), [("office", _OFFICE), ("paper", _PAPER)]).verdict


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Firefighters reached the tannery 27 minutes after the alarm rang.",
            "Firefighters reached the tannery 37 minutes after the alarm rang.",
        ),
        (
            "The insurance of the owner fell at least £25,000 short of the damage.",
            "The insurance of the owner fell at least £45,000 short of the damage.",
        ),
        (
            "About 23% of the workers are on leave.",
            "About 33% of the workers are on leave.",
        ),
        (
            "The fee is €160 more than the draft of the council set.",
            "The fee is €190 more than the draft of the council set.",
        ),
    ],
)
def test_steps_over_clocks_limits_and_distances(right: str, wrong: str) -> None:
    assert _told(right) in ("supported", "not checked")
    assert _told(wrong) not in ("supported", "not checked")


@pytest.mark.parametrize(("yearly", "right"), [("36,000", True), ("39,000", False)])
def test_a_sum_for_a_year_is_twelve_times_that_for_a_month(yearly: str, right: bool) -> None:
    rent = build(read("The club pays a rent of $3,000 a month for the hall, its treasurer said."))
    claim = read(f"At $3,000 a month, the rent of the hall comes to ${yearly} a year.")
    found = judge(claim, 0, len(claim.text), [("rent", rent)])
    assert (found.verdict in ("supported", "not checked")) is right


VOTES = build(
    read(
        "Pilots voted 2,700 to 300 in March to strike, their first walkout in more than three"
        " decades. The strike could cut 2026 sales by $40 million, the airline said.",
        date(2025, 4, 2),
    )
)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("About 90% of the pilots who voted in March wanted to strike.", True),
        ("About 64% of the pilots who voted in March wanted to strike.", False),
        ("The pilots' walkout was their first in over 30 years.", True),
        ("The strike could trim the airline's 2026 sales by $40 million.", True),
    ],
)
def test_shares_of_votes_decades_and_years_before_a_noun_follow(claim: str, right: bool) -> None:
    reading = read(claim)
    found = judge(reading, 0, len(claim), [("votes", VOTES)])
    assert (found.verdict in ("supported", "not checked")) is right, found
