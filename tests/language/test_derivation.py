from __future__ import annotations

import pytest

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
