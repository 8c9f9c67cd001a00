"""Doubts, parts, plans and accusations that get lost between a source and a brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import rules_on

OWN = {"hedge-dropped", "scope-widened", "strength-inflated", "allegation-as-finding"}
LOST = [
    ("hedge-dropped", "The dam may burst in spring.", "The dam will burst in spring."),
    (
        "hedge-dropped",
        "The storm could close the harbour on Friday, the port said.",
        "The storm will close the harbour on Friday.",
    ),
    (
        "hedge-dropped",
        "The fire was probably caused by a heater. Nobody was hurt.",
        "The fire was caused by a heater.",
    ),
    (
        "scope-widened",
        "The court temporarily blocked the sale of the island on Monday.",
        "The court blocked the sale of the island on Monday.",
    ),
    (
        "scope-widened",
        "Some teachers at the school have threatened to strike in March.",
        "Teachers at the school have threatened to strike in March.",
    ),
    (
        "scope-widened",
        "Most of the factory’s workers voted for the contract on Tuesday.",
        "All of the factory’s workers voted for the contract on Tuesday.",
    ),
    (
        "strength-inflated",
        "The airline plans to buy 40 jets, it said on Monday.",
        "The airline has bought 40 jets.",
    ),
    (
        "strength-inflated",
        "The union would sue the port, its lawyer said on Monday.",
        "The union sued the port.",
    ),
    (
        "allegation-as-finding",
        "The treasurer allegedly took 9,000 euros from the club. The club is in debt.",
        "The treasurer took 9,000 euros from the club.",
    ),
    (
        "allegation-as-finding",
        "A former manager is accused of forging invoices for the bakery.",
        "A former manager was convicted of forging invoices for the bakery.",
    ),
]
KEPT = [
    ("The dam may burst in spring.", "The dam could burst in spring."),
    ("The dam may burst in spring.", "The dam may burst in spring, the board said."),
    (
        "The court temporarily blocked the sale of the island on Monday.",
        "On Monday the court blocked the sale of the island for now.",
    ),
    (
        "Several growers in the valley lost their plums to frost.",
        "Growers in the valley lost their plums to frost.",
    ),
    (
        "Some teachers at the school have threatened to strike in March.",
        "A number of teachers at the school have threatened to strike in March.",
    ),
    (
        "The treasurer allegedly took 9,000 euros from the club, prosecutors said.",
        "Prosecutors say that the treasurer took 9,000 euros from the club.",
    ),
    (
        "The airline plans to buy 40 jets, it said on Monday.",
        "The airline intends to buy 40 jets.",
    ),
    (
        "A former manager was convicted of forging invoices for the bakery.",
        "A former manager is accused of forging invoices for the bakery.",
    ),
    ("The fire was caused by a heater, the brigade said.", "A heater caused the fire."),
    ("All of the workers voted for the contract.", "The workers voted for the contract."),
]


@pytest.mark.parametrize(("rule", "source", "said"), LOST)
def test_what_gets_lost_is_found(rule: str, source: str, said: str, tmp_path: Path) -> None:
    assert rule in rules_on(f"{said} [@s]", tmp_path, s=source)


@pytest.mark.parametrize(("source", "said"), KEPT)
def test_what_says_no_more_is_left_alone(source: str, said: str, tmp_path: Path) -> None:
    assert not OWN & set(rules_on(f"{said} [@s]", tmp_path, s=source))
