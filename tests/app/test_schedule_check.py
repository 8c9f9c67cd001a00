"""Looked through is a machine whose programs are small scripts."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from nutgraf.app.schedule_check import gaps_of, look
from tests.programs import needs_program

HALF_AN_HOUR = timedelta(minutes=30)
Script = Callable[[str, str], None]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Puts a program on a PATH that has no others than those of a shell."""
    folder = tmp_path / "programs"
    folder.mkdir()
    shells = ("cat", "sh")
    for name in shells:
        found = next(Path(part, name) for part in os.get_exec_path() if Path(part, name).exists())
        (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))

    def write(name: str, text: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o755)

    return write


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "nutgraf"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_bare_machine_has_nothing_to_look_through(tmp_path: Path, script: Script) -> None:
    looked = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc")
    assert looked.through == ()
    assert looked.not_through == (
        "this user's crontab",
        "the system's crontabs",
        "the timers of systemd",
    )
    assert looked.found == ()


def test_a_user_without_a_crontab_has_none(tmp_path: Path, script: Script) -> None:
    script("crontab", "echo no crontab for editor >&2; exit 1")
    looked = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc")
    assert (looked.through, looked.found) == (("this user's crontab",), ())


def test_a_program_that_cannot_be_started_tells_nothing(tmp_path: Path, script: Script) -> None:
    script("crontab", "")
    (tmp_path / "programs" / "crontab").write_text("#!/no/such/shell\n")
    assert look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc").found == ()


def test_this_users_crontab_is_asked_for(tmp_path: Path, script: Script, program: Path) -> None:
    line = f"*/5 * * * * cd {tmp_path} && {program} send --due"
    script("crontab", f'test "$1" = -l && echo {shlex.quote(line)}')
    (found,) = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc").found
    assert found.where == "crontab, line 1"
    assert [remark.state for remark in found.remarks] == ["ok", "ok"]


def test_the_systems_crontabs_are_read(tmp_path: Path, script: Script, program: Path) -> None:
    line = f"*/5 * * * * editor cd {tmp_path} && {program} send --due\n"
    etc = tmp_path / "etc"
    (etc / "cron.d").mkdir(parents=True)
    (etc / "crontab").write_text("0 3 * * * root /bin/true\n")
    (etc / "cron.d" / "nutgraf").write_text("PATH=/bin\n" + line)
    (etc / "cron.d" / "folder").mkdir()
    (found,) = look(tmp_path, HALF_AN_HOUR, etc=etc).found
    assert found.where == f"{etc}/cron.d/nutgraf, line 2"


def test_timers_are_listed_and_shown_by_systemd(
    tmp_path: Path, script: Script, program: Path
) -> None:
    script(
        "systemctl",
        f"""\
case "$*" in
--user*) exit 1 ;;
list-timers*) echo "Wed 2026-11-25 18:40 UTC 4min left - - a.timer a.service" ;;
*cat*a.timer*a.service) cat <<'END'
# /etc/systemd/system/a.timer
[Timer]
OnCalendar=*:0/5
Persistent=true

# /etc/systemd/system/a.service
[Service]
WorkingDirectory={tmp_path}
ExecStart={program} send --due
END
;;
esac""",
    )
    script("systemd-analyze", "exit 1")
    looked = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc")
    (found,) = looked.found
    assert (looked.through, found.where) == (("the timers of systemd",), "a.timer")
    assert [remark.state for remark in found.remarks] == ["warning", "ok"]


def test_a_machine_that_systemd_did_not_start_has_no_timers(tmp_path: Path, script: Script) -> None:
    script("systemctl", "echo System has not been booted with systemd >&2; exit 1")
    looked = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc")
    assert "the timers of systemd" in looked.not_through


def test_systemd_without_timers_is_looked_through(tmp_path: Path, script: Script) -> None:
    script("systemctl", "exit 0")
    looked = look(tmp_path, HALF_AN_HOUR, etc=tmp_path / "etc")
    assert (looked.through, looked.found) == (("the timers of systemd",), ())


@needs_program("systemd-analyze")
@pytest.mark.parametrize(
    ("calendars", "shortest", "longest"),
    [
        (["*:0/5"], 5, 5),
        (["hourly"], 60, 60),
        (["*-*-* 17:00"], 24 * 60, 24 * 60),
        (["*:00", "*:20"], 20, 40),
    ],
)
def test_systemd_says_how_often_a_timer_looks(
    calendars: list[str], shortest: int, longest: int
) -> None:
    assert gaps_of(calendars) == (timedelta(minutes=shortest), timedelta(minutes=longest))


@needs_program("systemd-analyze")
@pytest.mark.parametrize("calendars", [[], ["never so"], ["2020-01-01 12:00"]])
def test_what_is_no_time_that_comes_again_has_no_gaps(calendars: list[str]) -> None:
    assert gaps_of(calendars) is None
