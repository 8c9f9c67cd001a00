# ruff: noqa: E501 (claim and source are read side by side)

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.derivation import derive
from nutgraf.language.figures import read


@pytest.mark.parametrize(
    ("claim", "source", "step", "expression"),
    [
        ("2,850 records", "5% of the 57,000 records", "share of", "5% × 57,000 = 2,850"),
        ("18 deaths", "17 sailors and one cook died", "sum", "17 + 1 = 18"),
        ("140 people", "90 women and 50 girls", "sum", "90 + 50 = 140"),
        ("5 boats", "two boats and three boats", "sum", "2 + 3 = 5"),
        ("$150 million", "$90 million and $60 million", "sum", "90,000,000 + 60,000,000"),
        ("400 jobs", "from 1,000 jobs then to 1,400 jobs", "difference", "1,400 − 1,000"),
        ("25%", "50 boats of the 200 boats", "percentage", "50 ÷ 200 = 25"),
        ("a 50% rise", "from 200 boats to 300 boats", "change", "300 ÷ 200 − 1 = 50"),
        ("3 times as many", "300 boats, against 100 boats", "multiple", "300 ÷ 100 = 3"),
        ("60 boats", "10 boats, 20 boats, then 30 boats", "total", "10 + 20 + 30"),
        ("the mayor and 14 others", "the list has 15 names", "difference", "15 − 1 = 14"),
    ],
)  # fmt: skip
def test_one_step_is_recognised(claim: str, source: str, step: str, expression: str) -> None:
    found = derive(read(claim)[0], read(source))
    assert found is not None
    assert found.step == step
    assert expression in found.expression


def test_a_share_of_a_limit_is_a_limit() -> None:
    source = read("fewer than 5% of the 57,000 records")
    value, limit = (derive(read(text)[0], source) for text in ("2,850", "fewer than 2,850"))
    assert value is not None
    assert value.bound_lost
    assert limit is not None
    assert not limit.bound_lost


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("7 boats", "3 boats. " + "x" * 400 + " 4 boats"),
        ("7 boats", "12 boats and 5 boats"),
        ("150 files", "100 files, of which the yard took 50 ships"),
        ("31 boats", "10 boats, 12 boats"),
        ("Flight 30", "10 boats and 20 boats"),
        ("the 30th boat", "10 boats and 20 boats"),
        ("10 to 30 boats", "10 boats and 20 boats"),
        ("0 boats", "10 boats and 10 boats"),
        ("7 kg", "3 miles and 4 miles"),
        ("55 boats", "10 boats, 20 boats, 30 boats"),
        ("60 boats", "10 boats. " + "y" * 200 + " 20 boats. " + "y" * 200 + " 30 boats"),
        ("1 time as many", "300 boats, 100 boats"),
        ("9%", "0 boats of 50 boats"),
        ("90%", "3 boats of 2 boats"),
        ("30 boats", "dozens of boats and 6 boats"),
        ("aged 30", "10 boats and 20 boats"),
        ("30% of it", "10 miles and 20 boats"),
        ("14 others", "three names"),
        ("7", "5 boats and a third"),
        ("2,850 records", "5% of 57,000 dogs"),
        ("100 miles", "5% of 2,000 records"),
        ("1 record", "5% of 18 records"),
        ("2,500 records", "5% of the 57,000 records"),
        ("20 boats", "dozens of boats, 6 boats"),
        ("5 boats", "3 boats, at least 2 boats"),
        ("5 boats", "3 boats " + "and no other of the kind that was seen " * 4 + "2 boats"),
        ("3 boats", "1 boat." + "x" * 150 + "2 boats"),
        ("61 boats", "10 boats here, 20 boats there, 50 boats elsewhere"),
        ("20% of it", "10 boats and 10 boats"),
        ("170% of it", "3 boats and 2 boats"),
    ],
)
def test_coincidences_are_not_taken_for_arithmetic(claim: str, source: str) -> None:
    assert derive(read(claim)[0], read(source)) is None


def test_no_figures_no_derivation() -> None:
    assert derive(read("30 boats")[0], ()) is None


def _step(claim: str, source: str) -> tuple[str, Decimal] | None:
    found = derive(read(claim)[0], read(source))
    return None if found is None else (found.step, found.value)


@pytest.mark.parametrize(
    ("claim", "source", "step"),
    [
        ("a ticket costs £1.30 more there", "Tickets are £6.40 here against £5.10 there.", "difference"),
        ("9 fewer died in the second group", "41 died in the first group and 32 in the second.", "difference"),
        ("its crew shrank by 36", "It employs 150 people, down from 186 three years ago.", "difference"),
        ("leaving eight boats", "Eleven boats sailed. " + "The sea was calm all that day. " * 9 + "Three boats sank.", "difference"),
        ("nine boats sailed", "Two of our eleven boats were sold.", "difference"),
        ("13 boats in all", "Six boats sailed. " + "The sea was calm all that day. " * 9 + "Seven boats stayed.", "sum"),
        ("£400 each", "The 4 shops share £1,600.", "share of"),
        ("£1,600", "The 4 shops get £400 each.", "total"),
        ("21 pupils rowed", "It has 42 rowers, half of them pupils.", "share of"),
        ("21 teachers rowed", "It has 42 rowers, half of them pupils and half teachers.", "share of"),
        ("4 pupils rowed", "It has 16 rowers, a quarter of them pupils.", "share of"),
    ],
)  # fmt: skip
def test_a_sum_that_the_claim_gives_out_as_one_may_come_from_further_apart(
    claim: str, source: str, step: str
) -> None:
    told = _step(claim, source)
    assert told is not None
    assert told[0] == step


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("eight boats", "Eleven boats sailed. " + "The sea was calm. " * 12 + "Three boats sank."),
        ("leaving eight boats", "Eleven boats sailed. " + "The sea was calm. " * 9 + "Three men sang."),
        ("leaving eight boats", "Eleven boats sailed. " + "The sea was calm. " * 40 + "Three boats sank."),
        ("12 teachers rowed", "It has 16 rowers, three quarters of them pupils."),
        ("£450 each", "The 4 shops share £1,600."),
        ("7 fewer boats", "It had 3 boats and 4 boats."),
        ("£400 each", "The 1 shop got £900 of it."),
        ("400 boats each", "The dozens of 1,600 nets"),
    ],
)  # fmt: skip
def test_words_for_a_sum_do_not_make_a_coincidence_one(claim: str, source: str) -> None:
    assert _step(claim, source) is None


@given(st.integers(20, 900), st.integers(901, 5000))
def test_a_fall_follows_from_its_two_ends(low: int, high: int) -> None:
    told = _step(
        f"{high - low:,} fewer boats", f"It has {low} boats, down from {high:,} a year ago."
    )
    assert told is not None
    assert told == ("difference", Decimal(high - low))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("180 of the 300 trips", "The 40 vans made 140 runs; 300 trips were sold."),
        ("a third of the island's 90 farms", "11 wells and 35 barns stand there."),
        ("some 250 berths", "50 of the 200 berths"),
    ],
)
def test_figures_of_other_things_make_no_arithmetic(claim: str, source: str) -> None:
    assert derive(read(claim)[0], read(source)) is None
