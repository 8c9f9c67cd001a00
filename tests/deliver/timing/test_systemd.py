from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from nutgraf.deliver.queues.job import Job
from nutgraf.deliver.timing.scheduled import Gaps, Remark, Scheduled
from nutgraf.deliver.timing.systemd import unit_name, units
from nutgraf.deliver.timing.systemd_reading import scheduled_by, units_in
from nutgraf.errors import Usage
from tests.programs import needs_program

HALF_AN_HOUR = timedelta(minutes=30)
FIVE_MINUTES = Gaps(timedelta(minutes=5), timedelta(minutes=5))
AWKWARD = ["friday", "100% news", 'it\'s "a" $HOME', "back\\slash é"]


def program_in(folder: Path) -> Path:
    program = folder / "50% $HOME" / "nutgraf"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def as_shown(texts: dict[str, str]) -> str:
    """As `systemctl cat` prints units."""
    return "\n".join(f"# /etc/systemd/system/{name}\n{text}" for name, text in texts.items())


def found_in(text: str, root: Path, gaps: Gaps | None = FIVE_MINUTES) -> list[Scheduled]:
    return list(scheduled_by(units_in(text), root, lateness=HALF_AN_HOUR, gaps_of=lambda _: gaps))


def test_a_timer_looks_every_five_minutes_and_makes_up_for_a_reboot() -> None:
    made = units(Job("Friday", Path("/srv/friday"), ("/usr/bin/nutgraf",)), user="editor")
    assert list(made) == ["nutgraf-friday.timer", "nutgraf-friday.service"]
    timer, service = made.values()
    assert "OnCalendar=*:0/5\n" in timer
    assert "Persistent=true\n" in timer
    assert "AccuracySec=1s\n" in timer
    assert "Type=oneshot\nUser=editor\nWorkingDirectory=/srv/friday\n" in service
    assert service.endswith("ExecStart=/usr/bin/nutgraf send --due\n")
    # Status 75 is a failure that is told, and the timer comes again by itself.
    assert "SuccessExitStatus" not in service
    assert "Restart" not in service


def test_a_pull_comes_before_the_send() -> None:
    job = Job("F", Path("/srv/f"), ("/usr/bin/nutgraf",), git="/usr/bin/git")
    service = units(job, user="editor")["nutgraf-f.service"]
    assert (
        "ExecStartPre=/usr/bin/git pull --quiet --ff-only\nExecStart=/usr/bin/nutgraf send --due"
    ) in service


@pytest.mark.parametrize("program", ['/opt/"a"/nutgraf', "/opt/it's/nutgraf", "/opt/a\\b"])
def test_a_program_that_systemd_would_not_start_is_refused(program: str) -> None:
    with pytest.raises(Usage, match="systemd starts no program"):
        units(Job("F", Path("/srv/f"), (program,)), user="editor")


@pytest.mark.parametrize(
    ("folder", "name"),
    [("friday", "nutgraf-friday"), ("100% News!", "nutgraf-100-news"), ("新聞", "nutgraf")],
)
def test_units_are_named_after_the_folder(folder: str, name: str) -> None:
    assert unit_name(Job("F", Path("/srv", folder), ("/usr/bin/nutgraf",))) == name


@needs_program("systemd-analyze")
@pytest.mark.parametrize("name", AWKWARD)
def test_systemd_itself_has_nothing_to_say_of_them(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    root.mkdir()
    program = program_in(tmp_path)
    job = Job('A 100% "letter" \\', root, (str(program),), git="/bin/true")
    folder = tmp_path / "units"
    folder.mkdir()
    for unit, text in units(job, user="root").items():
        (folder / unit).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", *sorted(folder.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if "nutgraf" in line or str(tmp_path) in line]
    assert said == []
    assert done.returncode == 0, done.stderr


@needs_program("systemd-analyze")
def test_systemd_reads_the_times_as_they_are_meant() -> None:
    timer, _ = units(Job("F", Path("/srv/f"), ("/usr/bin/x",), every=10), user="root").values()
    calendar = timer.partition("OnCalendar=")[2].partition("\n")[0]
    done = subprocess.run(
        ["systemd-analyze", "calendar", calendar], capture_output=True, text=True, check=True
    )
    assert "Normalized form: *-*-* *:00/10:00" in done.stdout


@pytest.mark.parametrize("name", AWKWARD)
def test_what_was_written_is_found_again(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    job = Job("F", root, (str(program_in(tmp_path)),))
    text = as_shown(dict(units(job, user="editor")))
    (found,) = found_in(text, root)
    assert found.where == f"{unit_name(job)}.timer"
    assert [remark.state for remark in found.remarks] == ["ok", "ok"]
    assert found_in(text, tmp_path / "elsewhere") == []


def changed(tmp_path: Path, old: str, new: str, gaps: Gaps | None = FIVE_MINUTES) -> list[Remark]:
    """What is wrong with units in which `old` is replaced."""
    job = Job("F", tmp_path, (str(program_in(tmp_path)),))
    text = as_shown(dict(units(job, user="editor")))
    assert old in text
    (found,) = found_in(text.replace(old, new), tmp_path, gaps)
    return [remark for remark in found.remarks if remark.state != "ok"]


def test_what_is_wrong_with_units_is_told(tmp_path: Path) -> None:
    (told,) = changed(tmp_path, "Persistent=true\n", "")
    assert (told.state, told.hint) == ("warning", "write Persistent=true in the timer")


def test_a_drop_in_changes_what_it_is_for(tmp_path: Path) -> None:
    name = unit_name(Job("F", tmp_path, ("/usr/bin/x",)))
    (told,) = changed(
        tmp_path,
        "[Install]",
        f"# /etc/systemd/system/{name}.timer.d/mine.conf\n[Timer]\nPersistent=\n[Install]",
    )
    assert told.state == "warning"


def test_a_specifier_that_is_not_escaped_is_told(tmp_path: Path) -> None:
    told = changed(tmp_path, "50%%", "50%")
    assert [one.state for one in told] == ["error"]
    assert told[0].hint == "write %% for %"


def test_a_program_that_is_gone_is_told(tmp_path: Path) -> None:
    told = changed(tmp_path, '/nutgraf"', '/gone"')
    assert [one.state for one in told] == ["error"]


def test_a_timer_that_looks_too_seldom_is_told(tmp_path: Path) -> None:
    hour = timedelta(hours=1)
    (told,) = changed(tmp_path, "F", "F", Gaps(hour, hour))
    assert (told.state, "every 1 hour only" in told.message) == ("error", True)


def test_a_timer_of_which_nobody_knows_the_times_is_told(tmp_path: Path) -> None:
    (told,) = changed(tmp_path, "F", "F", None)
    assert (told.state, told.hint) == ("warning", "write OnCalendar=*:0/5 in the timer")


def test_a_timer_may_name_its_service(tmp_path: Path) -> None:
    text = (
        "# /lib/systemd/system/a.timer\n[Timer]\nUnit=b.service\nOnCalendar=*:0/5\n"
        "Persistent=yes\n\n# /lib/systemd/system/b.service\n[Service]\n; a comment = none\n"
        f"WorkingDirectory={tmp_path}\nExecStart=-/bin/sh \\\n send --due\n"
        "# /lib/systemd/system/c.timer\n[Timer]\nOnCalendar=daily\n"
    )
    (found,) = found_in(text, tmp_path)
    assert found.where == "a.timer"
    assert [remark.state for remark in found.remarks] == ["ok", "ok"]
