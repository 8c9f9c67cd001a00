"""A stet lets the words stand that it was given for; when they change, the finding comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.check import check
from nutgraf.model import Finding
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import BRIEF, PLAIN, Write

NAME = "briefs/2025-03-07.md"
SAID = "1,420 passengers. [@report] <!-- stet number-unmatched: counted by us -->"


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace({**PLAIN, NAME: _brief(SAID)})


def _brief(said: str) -> str:
    head, _, _ = BRIEF.partition("## ")
    return f"{head}## Summary\n\nThe ferry carried {said}\n"


def _told(root: Path, said: str | None = None) -> Finding:
    if said is not None:
        (root / NAME).write_text(_brief(said), "utf-8")
    (checked,) = check(open_workspace(root), (), select=("number-unmatched",))
    (found,) = checked.findings
    return found


def test_what_it_was_given_for_goes_on_standing(root: Path) -> None:
    for _ in range(3):
        stet = _told(root).stet
        assert stet is not None
        assert stet.reason == "counted by us"


def test_other_words_bring_the_finding_back_with_a_word_about_the_stet(root: Path) -> None:
    assert _told(root).stet
    changed = _told(root, SAID.replace("1,420 passengers", "1,420 weary passengers"))
    assert changed.stet is None
    assert "other words" in changed.remedy


def test_the_old_words_or_a_new_reason_let_it_stand_again(root: Path) -> None:
    assert _told(root).stet
    assert not _told(root, SAID.replace("1,420", "1,430")).stet
    assert _told(root, SAID).stet
    assert _told(root, SAID.replace("1,420", "1,430").replace("by us", "by the crew")).stet


def test_typography_and_edits_elsewhere_change_nothing(root: Path) -> None:
    assert _told(root).stet
    assert _told(root, SAID.replace(" passengers", "  *passengers*") + "\n\nA pier is a pier.").stet


def test_a_second_stet_with_the_same_reason_is_taken_as_given_now(root: Path) -> None:
    assert _told(root).stet
    (root / NAME).write_text(_brief(f"{SAID}\n\nIt lost {SAID.replace('1,420', '77')}"), "utf-8")
    (checked,) = check(open_workspace(root), (), select=("number-unmatched",))
    assert [one.stet is not None for one in checked.findings] == [True, True]


def test_a_stet_for_other_words_is_not_told_as_unused_too(root: Path) -> None:
    assert _told(root).stet
    (root / NAME).write_text(_brief(SAID.replace("1,420", "1,430")), "utf-8")
    (checked,) = check(open_workspace(root), (), select=("number-unmatched", "stets"))
    assert [one.rule for one in checked.findings] == ["number-unmatched"]
