from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf import __version__
from tests.cli.running import files_below, run, run_process
from tests.workspaces import BRIEF, PLAIN, SETTINGS, Write, brief, write_files

NAME = "briefs/2025-03-07.md"
COMMANDS = ("init", "new", "new brief", "new note", "new angle", "build", "check", "doctor")
BAD = {**PLAIN, NAME: brief("The ferries sail TK. [@report]\n")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_what_it_does(tmp_path: Path, command: str) -> None:
    for option in ("--help", "-h"):
        ran = run(tmp_path, *command.split(), option)
        assert ran.status == 0
        assert f"nutgraf {command}" in ran.out or f"root {command}" in ran.out
        assert ran.err == ""


def test_the_command_itself_lists_its_commands(tmp_path: Path) -> None:
    ran = run(tmp_path, "--help")
    assert ran.status == 0
    for command in COMMANDS:
        assert command.split()[0] in ran.out


def test_the_version_is_told(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").out == f"nutgraf {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["check", "--help"], ["build", "2025-03-07"]]
)
def test_it_runs_as_a_module(tmp_path: Path, arguments: list[str]) -> None:
    write_files(tmp_path, PLAIN)
    ran = run_process(tmp_path, *arguments)
    assert ran.status == 0, ran.err
    assert ran.out
    assert ran.err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_completes_in_a_shell(tmp_path: Path, shell: str) -> None:
    ran = run_process(
        tmp_path,
        "--show-completion",
        shell,
        environment={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )
    assert ran.status == 0, ran.err
    assert "_NUTGRAF_COMPLETE" in ran.out


# --- exit status ---------------------------------------------------------------------------------


def test_a_clean_brief_is_status_0(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    for command in ("check", "build"):
        ran = run(root, command)
        assert (ran.status, ran.err) == (0, "")


def test_a_finding_is_status_1_for_check_and_0_for_build_unless_asked(
    write_workspace: Write,
) -> None:
    root = write_workspace(BAD)
    assert run(root, "check").status == 1
    built = run(root, "build")
    assert built.status == 0
    assert built.err.endswith("next: nutgraf check 2025-03-07\n")
    assert run(root, "build", "--fail-on", "error").status == 1


def test_fail_on_sets_the_severity_that_counts(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: BRIEF + "\n## Quotes\n"})
    assert run(root, "check").status == 0
    assert run(root, "check", "--fail-on", "warning").status == 0
    assert run(root, "check", "--fail-on", "note").status == 1
    write_workspace({"nutgraf.yaml": SETTINGS + "policy:\n  fail_on: note\n"})
    assert run(root, "check").status == 1
    assert run(root, "check", "--fail-on", "error").status == 0


def test_what_was_let_stand_fails_nothing(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: brief("TK. [@report] %% stet open-tk: known %%\n")})
    assert run(root, "check", "--select", "open-tk").status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--format", "jsn"], ("there is no format “jsn”", "did you mean json?")),
        (["check", "--format", "pdf"], ("there is no format “pdf”", "there are: ")),
        (["check", "--select", "open-tc"], ("there is no rule or family “open-tc”", "open-tk")),
        (["check", "--ignore", "proces"], ("“proces”", "did you mean process?")),
        (["check", "--fail-on", "eror"], ("there is no severity “eror”", "did you mean error?")),
        (["build", "--fail-on", "eror"], ("there is no severity “eror”",)),
        (["build", "--format", "cadrs"], ("there is no format “cadrs”", "did you mean cards?")),
        (["build", "--digest", "htm"], ("there is no digest “htm”", "did you mean html?")),
        (["build", "--as-pasted", "gost"], ("there is no provider “gost”", "ghost")),
        (["build", "2025-03-08"], ("there is no brief “2025-03-08”", "did you mean 2025-03-07?")),
        (["check", "report"], ("“report” is no brief: seeds/report.md",)),
        (["chekc"], ("chekc",)),
        (["check", "--nothing"], ("--nothing",)),
    ],
)
def test_arguments_that_do_not_fit_are_status_2_with_the_nearest(
    write_workspace: Write, arguments: list[str], told: tuple[str, ...]
) -> None:
    ran = run(write_workspace(PLAIN), *arguments)
    assert (ran.status, ran.out) == (2, "")
    for words in told:
        assert words in ran.err


def test_a_workspace_without_briefs_is_status_2_and_says_how_to_begin(
    write_workspace: Write,
) -> None:
    ran = run(write_workspace({}), "build")
    assert ran.status == 2
    assert "begin one: nutgraf new brief NAME" in ran.err


# --- streams -------------------------------------------------------------------------------------


def test_json_is_all_that_stands_on_standard_output(write_workspace: Write) -> None:
    root = write_workspace({**BAD, "briefs/2025-03-06.md": BRIEF})
    write_workspace({"seeds/report.md": str(PLAIN["seeds/report.md"]).replace("url", "ulr")})
    ran = run_process(root, "check", "--all", "--format", "json")
    assert ran.status == 1
    told = json.loads(ran.out)
    assert [one["brief"] for one in told["briefs"]] == ["briefs/2025-03-06.md", NAME]
    assert "warning: seeds/report.md:4:1: “ulr” is kept" in ran.err


def test_the_report_is_text_and_can_be_narrowed_and_widened(write_workspace: Write) -> None:
    body = "".join(f"Line {'abcdefghijklmnop'[n]} TK.\n\n" for n in range(14))
    root = write_workspace({NAME: brief(body)})
    told = run(root, "check", "--select", "open-tk").out
    assert told.startswith("NOT READY")
    assert "FIX 12" in told
    assert "FIX 13" not in told
    assert "FIX 14" in run(root, "check", "--select", "open-tk", "--all").out
    narrowed = run(root, "check", "--select", "process", "--ignore", "open-tk")
    assert "FIX" not in narrowed.out


def test_build_names_its_files_as_they_are_typed_and_ends_with_the_summary(
    write_workspace: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = write_workspace(PLAIN)
    lines = run(root, "build").out.splitlines()
    assert lines[0] == os.path.join("build", "2025-03-07", "email.html")  # noqa: PTH118 -- text
    assert lines[-1].startswith("2025-03-07: NO ERRORS · 0 to fix")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    lines = run(root, "build", "-o", str(elsewhere)).out.splitlines()
    assert lines[0] == str(elsewhere / "2025-03-07" / "email.html")
    lines = run(root / "seeds", "build", "-o", "out").out.splitlines()
    assert lines[0] == os.path.join("out", "2025-03-07", "email.html")  # noqa: PTH118 -- text


def test_all_builds_the_archive_and_a_format_is_built_beside(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, "briefs/2025-02-28.md": BRIEF})
    ran = run(root, "build", "--all", "-f", "cards", "--digest", "html")
    assert ran.status == 0
    made = files_below(root / "build")
    assert {name for name in made if name.endswith("email.html")} == {
        "2025-02-28/cards/email.html",
        "2025-03-07/cards/email.html",
    }


def test_as_pasted_tells_what_to_know_before_pasting(write_workspace: Write) -> None:
    ran = run(write_workspace(PLAIN), "build", "--as-pasted", "mailchimp")
    assert ran.status == 0
    assert "Mailchimp: " in ran.err


def test_open_shows_the_email_in_the_browser(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    root = write_workspace(PLAIN)
    assert run(root, "build", "--open").status == 0
    assert opened == [(root / "build/2025-03-07/email.html").as_uri()]


def test_nothing_is_coloured_in_a_pipe_or_with_no_color(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: brief("[@nobody]\n")})
    for environment in ({}, {"NO_COLOR": "1"}):
        ran = run_process(root, "check", environment=environment)
        assert ran.status == 2
        assert "\x1b" not in ran.err


def test_a_terminal_that_cannot_show_every_letter_gets_what_it_can(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: brief("“TK” né 🚢\n")})
    for command in ("check", "build", "--help"):
        ran = run_process(root, command, environment={"PYTHONIOENCODING": "ascii"})
        assert ran.status in {0, 1}
        assert "Traceback" not in ran.err


# --- scaffolds -----------------------------------------------------------------------------------


def test_a_new_workspace_builds_and_checks_at_once(tmp_path: Path) -> None:
    made = run(tmp_path, "init", "friday", "--name", "The Friday Letter")
    assert made.status == 0, made.err
    assert "next: " in made.err
    root = tmp_path / "friday"
    for command in ("build", "check", "doctor"):
        ran = run(root, command)
        assert ran.status == 0, ran.err
    assert run(tmp_path, "init", "friday").status == 2


def test_new_notes_begin_where_they_belong_and_are_never_overwritten(
    write_workspace: Write,
) -> None:
    root = write_workspace(PLAIN)
    for arguments in (
        ["note", "ferries", "report"],
        ["angle", "the sea", "report"],
        ["brief", "2025-03-14"],
    ):
        ran = run(root, "new", *arguments)
        assert ran.status == 0, ran.err
        assert ran.out.strip().endswith(f"{arguments[1]}.md")
        assert run(root, "new", *arguments).status == 2
    assert run(root, "build").status == 0


def test_doctor_says_what_is_wrong_with_status_2(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, "nutgraf.yaml": SETTINGS + "colour: red\n"})
    ran = run(root, "doctor")
    assert ran.status == 2
    assert "colour" in ran.out


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = "import sys, nutgraf.cli, nutgraf.cli.commands; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    heavy = {"jinja2", "mjml", "nh3", "rapidfuzz", "markdown_it", "yaml", "rich", "msgspec"}
    assert not loaded & heavy
