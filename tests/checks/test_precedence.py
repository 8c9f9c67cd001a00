"""One fault is one finding."""

from __future__ import annotations

from nutgraf.checks.precedence import PRECEDENCE
from nutgraf.engine import all_rules


def test_every_rule_of_the_list_exists() -> None:
    known = {rule.name for rule in all_rules()}
    assert {name for contest in PRECEDENCE for name in contest.rules} <= known


def test_no_rule_stands_twice_in_a_contest() -> None:
    assert all(len(set(one.rules)) == len(one.rules) for one in PRECEDENCE)


def test_no_two_contests_put_two_rules_in_opposite_order() -> None:
    pairs = {
        (first, second)
        for contest in PRECEDENCE
        for at, first in enumerate(contest.rules)
        for second in contest.rules[at + 1 :]
    }
    assert not {pair for pair in pairs if pair[::-1] in pairs}
