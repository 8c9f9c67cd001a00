"""accept, as a person types it."""

from __future__ import annotations

from pathlib import Path

from tests.app.test_accept import NAME, STORIES, workspace_of
from tests.cli.running import refused, run
from tests.cli.test_checking import answer
from tests.workspaces import PLAIN, Write


def story(root: Path) -> Path:
    return workspace_of(root, *STORIES["mud"])


def test_a_line_is_written_on_a_yes_and_nothing_on_a_no(tmp_path: Path) -> None:
    root = story(tmp_path)
    before = (root / NAME).read_text("utf-8")
    ran = answer(root, "n\n" * 9, "accept")
    assert ran.status == 0
    assert (root / NAME).read_text("utf-8") == before
    assert "b: 0 lines written" in ran.err
    assert "put it under What we don’t know? y yes · n no · q quit" in ran.err
    assert "how much mud lies" in ran.err
    assert "next:" not in ran.err
    ran = answer(root, "y\nq\n", "accept", "b")
    assert "b: 1 line written" in ran.err
    assert ran.err.endswith("next: nutgraf check b\n")
    assert (root / NAME).read_text("utf-8") != before


def test_a_dry_run_shows_what_would_be_written(tmp_path: Path) -> None:
    root = story(tmp_path)
    before = (root / NAME).read_text("utf-8")
    ran = run(root, "accept", "--dry-run")
    assert "\n+## What we don’t know\n+\n+- " in ran.out
    assert (root / NAME).read_text("utf-8") == before
    assert "would be written, 0 left" in ran.err


def test_where_nothing_is_offered_it_says_so(write_workspace: Write) -> None:
    ran = run(write_workspace(PLAIN), "accept")
    assert ran.status == 0
    assert "0 lines written, 0 left" in ran.err


def test_a_brief_that_there_is_not_is_refused(write_workspace: Write) -> None:
    refused(run(write_workspace(PLAIN), "accept", "2025-03-08"), "there is no brief")


def test_the_check_names_the_command(tmp_path: Path) -> None:
    root = story(tmp_path)
    ran = run(root, "check")
    assert "for it: `nutgraf accept`" in ran.out
    assert ran.err.endswith("next: nutgraf accept b\n")
