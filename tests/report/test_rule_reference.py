from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.checks.rule import Rule
from nutgraf.engine import all_rules
from nutgraf.report.rule_reference import explained, index, listed, page

DOCS = Path(__file__).resolve().parents[2] / "docs"
FAMILIES = sorted({rule.family for rule in all_rules()})


@pytest.mark.parametrize("family", FAMILIES)
def test_the_page_of_a_family_is_what_its_rules_say(family: str) -> None:
    """Where this fails, `python -m nutgraf.report.rule_reference docs/rules` writes it anew."""
    assert (DOCS / "rules" / f"{family}.md").read_text("utf-8") == page(family, all_rules())


def test_there_is_a_page_for_every_family_and_no_other() -> None:
    assert sorted(path.stem for path in (DOCS / "rules").glob("*.md")) == FAMILIES


def test_the_pages_are_written_by_the_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nutgraf.report.rule_reference", str(tmp_path / "rules")]
    subprocess.run(command, check=True)
    assert sorted(path.stem for path in (tmp_path / "rules").iterdir()) == FAMILIES


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_is_explained_with_its_law_its_reason_and_its_examples(rule: Rule) -> None:
    told = explained(rule)
    flat = " ".join(told.split())
    assert rule.law in flat
    assert rule.why in flat
    assert rule.name in told.splitlines()[0]
    assert "bad:" in told
    assert "good:" in told
    assert all(alias in told for alias in rule.aliases)
    assert len(told.splitlines()) < 90


def test_every_rule_is_listed_with_its_severity() -> None:
    told = listed(all_rules())
    assert all(f"  {rule.name} " in told for rule in all_rules())
    assert max(len(line) for line in told.splitlines()) <= 80
    assert all(f"`{rule.name}`" in index(all_rules()) for rule in all_rules())
