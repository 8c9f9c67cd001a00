from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app import schedule_check
from tests.cli.running import refused, run
from tests.workspaces import PLAIN, SETTINGS, Write


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace(PLAIN)


@pytest.fixture
def crontab(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which `crontab -l` shows this file, and there is nothing else."""
    folder = root.parent / "programs"
    folder.mkdir(exist_ok=True)
    file = folder / "shown"
    (folder / "crontab").write_text(f'#!/bin/sh\nwhile read -r l; do echo "$l"; done < "{file}"\n')
    (folder / "crontab").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(schedule_check, "ETC", folder / "etc")
    return file


def test_the_line_is_a_result_and_what_to_do_with_it_is_not(root: Path) -> None:
    ran = run(root, "schedule")
    assert ran.status == 0
    first, _, line = ran.out.splitlines()
    assert first == (
        "# The Harbour Letter: sends what is due, and is silent unless something is wrong."
    )
    assert line.startswith(f"*/5 * * * * cd {root} && /")
    assert line.endswith("nutgraf send --due")
    assert ran.err == "next: crontab -e, and put the line in; then nutgraf schedule --check\n"


def test_a_line_that_looks_too_seldom_warns(write_workspace: Write) -> None:
    root = write_workspace({"nutgraf.yaml": f"{SETTINGS}due: {{lateness: 5 minutes}}\n"})
    ran = run(root, "schedule")
    assert ran.status == 0
    assert "warning: every 5 minutes is too seldom: a brief is late after 5 minutes" in ran.err
    assert "warning" not in run(root, "schedule", "--every", "2").err


@pytest.mark.parametrize("minutes", ["0", "60", "-1", "x"])
def test_minutes_that_are_none_are_refused(root: Path, minutes: str) -> None:
    assert run(root, "schedule", "--every", minutes).status == 2


def test_units_are_printed_under_the_names_of_their_files(root: Path) -> None:
    ran = run(root, "schedule", "--systemd", "--every", "10")
    assert ran.status == 0
    assert "# /etc/systemd/system/nutgraf-" in ran.out
    assert "OnCalendar=*:0/10\n" in ran.out
    assert f"WorkingDirectory={root}\n" in ran.out
    assert "next: put them into /etc/systemd/system, then systemctl daemon-reload" in ran.err


def test_units_are_written_where_they_are_wanted(root: Path) -> None:
    ran = run(root, "schedule", "--systemd", "--output", "units")
    timer, service = ran.out.splitlines()
    assert (timer.endswith(".timer"), service.endswith(".service")) == (True, True)
    assert "Persistent=true" in (root / timer).read_text()
    assert "send --due" in (root / service).read_text()


def test_a_folder_that_cannot_be_written_is_refused(root: Path) -> None:
    (root / "file").write_text("")
    refused(run(root, "schedule", "--systemd", "-o", "file/units"), "cannot be written")


def test_a_pull_without_git_is_refused(root: Path) -> None:
    refused(run(root, "schedule", "--pull"), "not under git", "leave --pull out")


def test_outside_of_a_workspace_it_is_refused(tmp_path: Path) -> None:
    refused(run(tmp_path, "schedule"), "nutgraf.yaml")


def test_the_line_that_was_printed_is_found_in_order(root: Path, crontab: Path) -> None:
    crontab.write_text("MAILTO=desk@harbour.example\n" + run(root, "schedule").out)
    ran = run(root, "schedule", "--check")
    assert ran.status == 0, ran.out
    assert [line.split()[0] for line in ran.out.splitlines()] == ["ok", "ok"]
    assert "crontab, line 4: it looks every 5 minutes" in ran.out


def test_where_nothing_is_found_the_status_is_1(root: Path, crontab: Path) -> None:
    crontab.write_text("0 3 * * * /usr/bin/backup\n")
    ran = run(root, "schedule", "--check")
    assert ran.status == 1
    assert ran.out == (
        "error    nothing sends what is due of this workspace\n"
        "         looked through: this user's crontab\n"
    )
    assert "not looked through, because they are not here: the timers of systemd" in ran.err
    assert ran.err.endswith("next: nutgraf schedule\n")


def test_a_line_that_cannot_work_is_told_with_status_1(root: Path, crontab: Path) -> None:
    crontab.write_text(f"*/5 * * * * cd {root} && nutgraf send --due\n")
    ran = run(root, "schedule", "--check")
    assert ran.status == 1
    assert "error    crontab, line 1: nutgraf is not found" in ran.out
    assert "         write the whole path of the program" in ran.out


def test_two_lines_are_one_too_many_and_no_error(root: Path, crontab: Path) -> None:
    line = run(root, "schedule").out
    crontab.write_text(line + line)
    ran = run(root, "schedule", "--check")
    assert ran.status == 0
    assert "warning  it is scheduled 2 times over" in ran.out
