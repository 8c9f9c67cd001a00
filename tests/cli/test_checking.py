"""check, cite, explain and rules, as a person types them."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.cli.commands import app
from tests.cli.running import Ran, refused, run
from tests.workspaces import PLAIN, REPORT, SETTINGS, Files, Write, brief

NAME = "briefs/2025-03-07.md"
OPEN: Files = {**PLAIN, NAME: brief("The ferries sail TK. [@report]\n")}
UNCITED = brief(
    "The harbour office counted 1,240 passengers on Saturday.\n",
    "title: The ferries\ndate: 2025-03-07\nsources: [report]",
)


def answer(root: Path, told: str, *arguments: str) -> Ran:
    """A run in which a person types `told`."""
    with chdir(root):
        result = CliRunner().invoke(app, list(arguments), input=told, catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)


def test_every_format_tells_the_same_finding(write_workspace: Write) -> None:
    root = write_workspace(OPEN)
    for form in ("text", "json", "sarif", "github", "html"):
        ran = run(root, "check", "--select", "open-tk", "--format", form)
        assert ran.status == 1
        assert "open-tk" in ran.out
    assert json.loads(run(root, "check", "-f", "sarif").out)["version"] == "2.1.0"
    assert run(root, "check", "-f", "github").out.startswith(f"::error file={NAME},line=")
    assert run(root, "check", "-f", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize("path", ["a", "angles/a.md", "./angles/a.md", "angles", "angles/"])
def test_an_angle_is_checked_by_itself(write_workspace: Write, path: str) -> None:
    root = write_workspace({**PLAIN, "angles/a.md": "We sail TK.\n"})
    told = json.loads(run(root, "check", path, "--format", "json").out)
    assert [one["brief"] for one in told["briefs"]] == ["angles/a.md"]
    assert "open-tk" in [one["rule"] for one in told["briefs"][0]["findings"]]


def test_a_path_is_read_from_the_folder_one_is_in(write_workspace: Write) -> None:
    root = write_workspace({**OPEN, "angles/a.md": "We sail.\n"})
    assert NAME in run(root / "briefs", "check", "2025-03-07.md").out
    assert "angles/a.md" in run(root / "briefs", "check", "../angles/a.md").out


def test_a_source_and_a_name_that_is_not_there_are_refused(write_workspace: Write) -> None:
    root = write_workspace(OPEN)
    refused(run(root, "check", "seeds/report.md"), "“seeds/report.md” is no brief")
    refused(run(root, "check", "2025-03-08"), "did you mean")


def test_all_shows_every_finding_and_without_a_path_every_brief(write_workspace: Write) -> None:
    many = "\n\n".join(f"Sail {number} TK." for number in range(15))
    root = write_workspace({**OPEN, "briefs/2025-02-28.md": brief(many)})
    some = run(root, "check", "2025-02-28", "--select", "open-tk").out
    assert "FIX 12" in some
    assert "FIX 13" not in some
    assert some.endswith("3 more to fix: nutgraf check 2025-02-28 --all\n")
    assert "FIX 15" in run(root, "check", "2025-02-28", "--select", "open-tk", "--all").out
    assert run(root, "check", "--all").out.count("NOT READY") == 2


def test_a_baseline_is_written_and_then_only_what_is_new_is_told(write_workspace: Write) -> None:
    root = write_workspace(OPEN)
    written = run(root, "check", "--write-baseline", "known.json")
    assert written.status == 0
    assert written.out == ""
    assert "known from now on" in written.err
    ran = run(root, "check", "--baseline", "known.json")
    assert ran.status == 0
    assert "open-tk" not in ran.out
    refused(run(root, "check", "--baseline", "nothing.json"), "nothing.json", "cannot be read")


def test_the_rules_on_the_email_are_asked_by_name(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    assert "preheader-missing" not in run(root, "check").out
    assert "preheader-missing" in run(root, "check", "--select", "email").out
    assert "preheader-missing" in run(root, "check", "--select", "preheader-missing").out


def test_a_rule_is_explained_also_by_its_alias(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    assert run(root, "explain", "quote-truncated").out.startswith("ellipsis-distortion ")
    refused(run(root, "explain", "quote-alterd"), "did you mean quote-altered?")


def test_every_rule_is_listed() -> None:
    ran = run(Path.cwd(), "rules")
    assert "quote-altered" in ran.out
    assert ran.status == 0


def test_a_citation_is_written_on_a_yes(write_workspace: Write) -> None:
    root = write_workspace({"seeds/report.md": REPORT, NAME: UNCITED})
    before = (root / NAME).read_text("utf-8")
    ran = answer(root, "n\n", "cite")
    assert (root / NAME).read_text("utf-8") == before
    assert "1,240 passengers" in ran.err
    assert "cite [@report]?" in ran.err
    assert "0 citations written, 1 left" in ran.err
    ran = answer(root, "y\n", "cite")
    assert (root / NAME).read_text("utf-8") == before.replace("Saturday.", "Saturday. [@report]")
    assert ran.err.endswith("next: nutgraf check 2025-03-07\n")


def test_who_quits_keeps_what_was_said_yes_to(write_workspace: Write) -> None:
    body = UNCITED + "\n“We will sail on,” said Ines Varga.\n"
    root = write_workspace({"seeds/report.md": REPORT, NAME: body})
    ran = answer(root, "y\nq\n", "cite", "2025-03-07")
    assert "1 citation written, 1 left" in ran.err
    assert (root / NAME).read_text("utf-8").count("[@report]") == 1


def test_all_writes_what_is_certain_and_a_dry_run_writes_nothing(write_workspace: Write) -> None:
    root = write_workspace({"seeds/report.md": REPORT, NAME: UNCITED})
    before = (root / NAME).read_text("utf-8")
    dry = run(root, "cite", "--dry-run")
    assert "+The harbour office counted 1,240 passengers on Saturday. [@report]\n" in dry.out
    assert (root / NAME).read_text("utf-8") == before
    assert "next:" not in dry.err
    assert run(root, "cite", "--all").status == 0
    assert "[@report]" in (root / NAME).read_text("utf-8")


def test_what_a_citation_would_cover_too_is_said_before_the_question(
    write_workspace: Write,
) -> None:
    body = UNCITED.replace(
        "The harbour", "Olga Brandt sold nine lighthouses in Norway. The harbour"
    )
    root = write_workspace({"seeds/report.md": REPORT, NAME: body})
    ran = answer(root, "n\n", "cite")
    assert "it would stand for these words, too: Olga Brandt sold nine lighthouses" in ran.err
    assert run(root, "cite", "--dry-run").out == ""


def test_a_severity_for_a_rule_that_there_is_not_is_refused(write_workspace: Write) -> None:
    settings = f"{SETTINGS}policy:\n  severity:\n    open-tc: off\n"
    root = write_workspace({**PLAIN, "nutgraf.yaml": settings})
    refused(run(root, "check"), "there is no rule or family “open-tc”", "did you mean open-tk?")


def test_a_check_that_leaves_citations_to_place_names_the_next_command(
    write_workspace: Write,
) -> None:
    root = write_workspace({"seeds/report.md": REPORT, NAME: UNCITED})
    assert run(root, "check").err.endswith("next: nutgraf cite 2025-03-07\n")
    assert "next:" not in run(root, "check", "--format", "json").err
