from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nutgraf.app.schedule import job_of, program, warnings
from nutgraf.errors import Usage
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.programs import needs_program
from tests.workspaces import SETTINGS, Write


def opened(write: Write, more: str = "") -> Workspace:
    return open_workspace(write({"nutgraf.yaml": SETTINGS + more}))


def told(workspace: Workspace, *, every: int = 5) -> list[str]:
    job = job_of(workspace, argv0="nutgraf", every=every, pull=False)
    return [message for message, _ in warnings(workspace, job)]


def test_nutgraf_is_started_by_its_whole_path(tmp_path: Path) -> None:
    script = tmp_path / "nutgraf"
    script.write_text("")
    assert program(str(script)) == (str(script),)


def test_without_a_script_it_is_started_by_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert program("pytest") == (str(tmp_path / "python3"), "-m", "nutgraf")
    (tmp_path / "nutgraf").write_text("")
    assert program("pytest") == (str(tmp_path / "nutgraf"),)


def test_a_job_names_the_workspace_by_its_whole_path(write_workspace: Write) -> None:
    workspace = opened(write_workspace)
    job = job_of(workspace, argv0="x", every=7, pull=False)
    assert (job.publication, job.root) == ("The Harbour Letter", workspace.root.resolve())
    assert (job.every, job.git) == (7, None)


def test_nothing_is_pulled_that_is_not_under_git(write_workspace: Write) -> None:
    with pytest.raises(Usage, match="not under git"):
        job_of(opened(write_workspace), argv0="x", every=5, pull=True)


@needs_program("git")
def test_git_is_named_by_its_whole_path(write_workspace: Write) -> None:
    workspace = opened(write_workspace)
    (workspace.root / ".git").mkdir()
    job = job_of(workspace, argv0="x", every=5, pull=True)
    assert job.git is not None
    assert Path(job.git).is_absolute()
    assert job.pull[1:] == ("pull", "--quiet", "--ff-only")


def test_what_is_well_warns_of_nothing(write_workspace: Write) -> None:
    assert told(opened(write_workspace)) == []


@pytest.mark.parametrize(("every", "warned"), [(29, False), (30, True), (59, True)])
def test_a_look_must_come_before_a_brief_is_late(
    write_workspace: Write, every: int, warned: bool
) -> None:
    assert bool(told(opened(write_workspace), every=every)) is warned


def test_secrets_that_cron_cannot_reach_are_told(write_workspace: Write) -> None:
    more = (
        "delivery: {password: {env: SMTP_PASSWORD}}\n"
        "dkim: {selector: s, key: {keyring: nutgraf}}\nunsubscribe: {secret: {env: LINKS}}\n"
    )
    first, second = told(opened(write_workspace, more))
    assert first == "neither cron nor systemd has this shell's LINKS, SMTP_PASSWORD"
    assert "keyring" in second


def test_a_clone_that_nobody_pulls_is_told(write_workspace: Write) -> None:
    workspace = opened(write_workspace)
    (workspace.root / ".git").mkdir()
    (message,) = told(workspace)
    assert "nothing here pulls" in message
