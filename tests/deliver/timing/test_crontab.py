from __future__ import annotations

import re
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.queues.job import Job
from nutgraf.deliver.timing.cron_times import times
from nutgraf.deliver.timing.crontab import crontab, crontab_line
from nutgraf.deliver.timing.crontab_reading import scheduled_in
from nutgraf.deliver.timing.scheduled import Remark
from nutgraf.errors import Usage

HALF_AN_HOUR = timedelta(minutes=30)


def as_cron_gives_it(line: str) -> str:
    """The command as the shell gets it (crontab(5)): up to the first % without a backslash."""
    command = line.split(None, 5)[5]
    return re.split(r"(?<!\\)%", command)[0].replace("\\%", "%")


def test_the_line_goes_to_the_workspace_and_sends_every_five_minutes() -> None:
    job = Job("Friday", Path("/srv/friday"), ("/opt/nutgraf/bin/nutgraf",))
    assert crontab_line(job) == (
        "*/5 * * * * cd /srv/friday && /opt/nutgraf/bin/nutgraf send --due"
    )


def test_every_minute_is_a_star_and_a_pull_comes_first() -> None:
    job = Job("Friday", Path("/srv/friday"), ("/usr/bin/nutgraf",), every=1, git="/usr/bin/git")
    assert crontab_line(job) == (
        "* * * * * cd /srv/friday && /usr/bin/git pull --quiet --ff-only && "
        "/usr/bin/nutgraf send --due"
    )


def test_what_has_to_be_known_stands_beside_the_line_as_comments() -> None:
    job = Job("Friday", Path("/srv/friday"), ("/usr/bin/nutgraf",))
    first, second, line = crontab(job, desk="desk@friday.example").splitlines()
    assert first.startswith("# Friday: ")
    assert "MAILTO=desk@friday.example" in second
    assert second.startswith("# ")
    assert line == crontab_line(job)


@pytest.mark.parametrize("name", ["100% news", "it's friday", 'a "b" $HOME `x`', "%%", "é;&"])
def test_cron_and_the_shell_make_of_it_what_was_meant(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    root.mkdir()
    program = tmp_path / "50% of nutgraf"
    program.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    program.chmod(0o755)
    line = crontab_line(Job("F", root, (str(program),)))
    done = subprocess.run(
        ["/bin/sh", "-c", as_cron_gives_it(line)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(root), "send", "--due"]


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="/\\"))
)
def test_every_name_of_a_folder_is_found_again_in_the_line(name: str) -> None:
    root = Path("/nowhere", name)
    line = crontab_line(Job("F", root, ("/bin/true",)))
    (found,) = scheduled_in(line, "crontab", root, lateness=HALF_AN_HOUR)
    assert [remark.state for remark in found.remarks] == ["ok", "ok"]


def test_a_path_with_a_line_break_is_refused() -> None:
    with pytest.raises(Usage, match="line break"):
        Job("F", Path("/srv/a\nb"), ("/bin/true",))


def test_a_path_that_crons_read_differently_is_refused() -> None:
    with pytest.raises(Usage, match="crons read differently"):
        crontab_line(Job("F", Path("/srv/a\\%b"), ("/bin/true",)))


def test_a_line_that_cron_would_cut_is_refused() -> None:
    with pytest.raises(Usage, match="998"):
        crontab_line(Job("F", Path("/" + "a" * 1000), ("/bin/true",)))


@pytest.mark.parametrize(
    ("fields", "shortest", "longest", "every_day"),
    [
        ("*/5 * * * *", 5, 5, True),
        ("* * * * *", 1, 1, True),
        ("*/7 * * * *", 4, 7, True),
        ("0,30 * * * *", 30, 30, True),
        ("3-59/10 * * * *", 10, 10, True),
        ("5/20 * * * *", 20, 20, True),
        ("*/5 16-18 * * 5", 5, 21 * 60 + 5, False),
        ("0 17 * * *", 24 * 60, 24 * 60, True),
        ("@hourly", 60, 60, True),
        ("@Weekly", 24 * 60, 24 * 60, False),
        ("*/5 * * jan-dec sun-sat", 5, 5, True),
        ("*/5 * * 1-11 *", 5, 5, False),
        ("*/5 * 1-31 * 1-7", 5, 5, True),
    ],
)
def test_when_a_line_runs_is_known(
    fields: str, shortest: int, longest: int, every_day: bool
) -> None:
    read = times(fields)
    assert read is not None
    assert read.gaps == (timedelta(minutes=shortest), timedelta(minutes=longest))
    assert read.every_day is every_day


@pytest.mark.parametrize(
    "fields",
    [
        "@reboot",
        "* * * *",
        "61 * * * *",
        "*-5 * * * *",
        "*/0 * * * *",
        "a b c d e",
        "5-1 * * * *",
        "* * * * * *",
    ],
)
def test_what_is_no_time_is_none(fields: str) -> None:
    assert times(fields) is None


def remarks(text: str, root: Path, *, with_user: bool = False) -> list[Remark]:
    return [
        remark
        for found in scheduled_in(text, "crontab", root, lateness=HALF_AN_HOUR, with_user=with_user)
        for remark in found.remarks
    ]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "bin" / "nutgraf"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_good_line_is_found_among_others(tmp_path: Path, program: Path) -> None:
    text = (
        "# nutgraf send --due\nMAILTO=desk@example.org\n\n0 3 * * * /usr/bin/backup\n"
        f"*/5 * * * * cd /srv/other && {program} send --due\n"
        f"*/5 * * * * cd {tmp_path} && git pull -q && {program} send --due\n"
    )
    (found,) = scheduled_in(text, "crontab", tmp_path, lateness=HALF_AN_HOUR)
    assert found.where == "crontab, line 6"
    assert [remark.state for remark in found.remarks] == ["ok", "ok"]
    assert found.remarks[0].message == "it looks every 5 minutes; a brief is late after 30 minutes"


@pytest.mark.parametrize("joined", [";", "||"])
def test_steps_may_be_joined_otherwise(tmp_path: Path, program: Path, joined: str) -> None:
    line = f"*/5 * * * * cd '{tmp_path}'; git pull{joined} TZ=UTC {program} send --due"
    assert {remark.state for remark in remarks(line, tmp_path)} == {"ok"}


def test_the_systems_crontab_names_a_user_in_each_line(tmp_path: Path, program: Path) -> None:
    line = f"*/5 * * * *\teditor\tcd {tmp_path} && {program} send --due"
    assert [one.state for one in remarks(line, tmp_path, with_user=True)] == ["ok", "ok"]


@pytest.mark.parametrize(
    ("line", "state", "told"),
    [
        ("0 * * * * cd {root} && {program} send --due", "error", "every 1 hour only"),
        ("*/30 * * * * cd {root} && {program} send --due", "error", "every 30 minutes only"),
        ("*/5 9-17 * * * cd {root} && {program} send --due", "warning", "does not look"),
        ("*/5 * * * 5 cd {root} && {program} send --due", "warning", "not run on every day"),
        ("@reboot cd {root} && {program} send --due", "error", "no time at which it comes again"),
        ("*/5 * * * * cd {root} && nutgraf send --due", "error", "nutgraf is not found"),
        ("*/5 * * * * cd {root} && /gone/nutgraf send --due", "error", "is not there"),
        ("*/45 * * * * cd {root} && {program} send --due", "warning", "times of 45 minutes"),
        ("*/5 * * * * {program} send --due", "error", "no workspace"),
        ("*/5 * * * * cd {root} && {program} send --due >/dev/null 2>&1", "warning", "thrown away"),
        ("*/5 * * * * cd {root} && {program} send --due &>/dev/null", "warning", "thrown away"),
        ('MAILTO=""\n*/5 * * * * cd {root} && {program} send --due', "warning", "throws away"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_the_next_step(
    tmp_path: Path, program: Path, line: str, state: str, told: str
) -> None:
    found = remarks(line.format(root=tmp_path, program=program), tmp_path)
    wrong = [remark for remark in found if remark.state != "ok"]
    assert [remark.state for remark in wrong] == [state]
    assert told in wrong[0].message
    assert wrong[0].hint


def test_a_percent_sign_that_is_not_escaped_is_told(tmp_path: Path, program: Path) -> None:
    root = tmp_path / "100%"
    root.mkdir()
    escaped = f"*/5 * * * * cd {tmp_path}/100\\% && {program} send --due"
    assert [one.state for one in remarks(escaped, root)] == ["ok", "ok"]
    (wrong,) = [one for one in remarks(escaped.replace("\\%", "%"), root) if one.state != "ok"]
    assert (wrong.state, wrong.hint) == ("error", r"write \% for %")


def test_the_path_of_the_crontab_is_where_a_bare_name_is_found(
    tmp_path: Path, program: Path
) -> None:
    text = f"PATH = '{program.parent}'\n*/5 * * * * cd {tmp_path} && nutgraf send --due\n"
    assert [one.state for one in remarks(text, tmp_path)] == ["ok", "ok"]


def test_a_program_may_be_written_from_the_workspace_on(tmp_path: Path, program: Path) -> None:
    line = f"*/5 * * * * cd {tmp_path} && bin/nutgraf send --due"
    assert [one.state for one in remarks(line, tmp_path)] == ["ok", "ok"]
    program.chmod(0o644)
    assert [one.state for one in remarks(line, tmp_path)] == ["ok", "error"]


def test_a_line_that_no_shell_could_read_sends_nothing(tmp_path: Path, program: Path) -> None:
    assert remarks(f"*/5 * * * * cd '{tmp_path} && {program} send --due", tmp_path) == []


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for with_user in (False, True):
        list(scheduled_in(text, "x", Path("/nowhere"), lateness=HALF_AN_HOUR, with_user=with_user))
