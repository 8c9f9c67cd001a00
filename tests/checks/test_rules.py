"""What holds for every rule: it is told in full, and its examples are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nutgraf.checks.rule import Rule
from nutgraf.engine import all_rules
from tests.checks.examples import check_example, open_findings

RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


@RULES
def test_a_rule_is_silent_on_its_good_example_and_so_is_every_other(
    rule: Rule, tmp_path: Path
) -> None:
    checked = check_example(rule.good, tmp_path)
    assert [(one.rule, one.message) for one in open_findings(checked)] == []


@RULES
def test_only_the_rule_itself_speaks_on_its_bad_example(rule: Rule, tmp_path: Path) -> None:
    checked = check_example(rule.bad, tmp_path)
    assert [one.rule for one in open_findings(checked)] == [rule.name], checked.findings


@RULES
def test_every_finding_says_what_is_wrong_where_and_what_to_do(rule: Rule, tmp_path: Path) -> None:
    checked = check_example(rule.bad, tmp_path)
    files = {file.path: file for file in (checked.brief.file, *checked.brief.embedded)}
    for finding in checked.findings:
        assert finding.message
        assert finding.remedy
        file = files[finding.place.path]
        assert 0 <= finding.place.start <= finding.place.end <= len(file.text)
        for evidence in finding.evidence:
            assert evidence.text


@RULES
def test_a_rule_is_told_in_full(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.law.endswith(".")
    assert rule.why.endswith(".")


@RULES
def test_a_rule_stands_in_a_file_of_its_name_in_the_folder_of_its_family(rule: Rule) -> None:
    function = rule.afterwards or rule.check
    assert function.__module__ == (f"nutgraf.checks.{rule.family}.{rule.name.replace('-', '_')}")


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names))
