"""The hooks and the jobs run commands that there are."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
import typer.testing
import yaml

from nutgraf.cli.commands import app
from tests.docs.pages import ROOT, blocks

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
FILES = [yaml.safe_load(b.text) for b in blocks(ROOT / "docs" / "continuous-integration.md")]
STEPS: list[str] = [
    step["run"]
    for file in FILES
    for job in file.get("jobs", {}).values()
    for step in job["steps"]
    if step.get("run", "").startswith("nutgraf")
]
COMMANDS = [hook["entry"] for hook in HOOKS] + [re.split(r"[>|]", step)[0] for step in STEPS]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_is_one_of_ours(command: str) -> None:
    told = typer.testing.CliRunner().invoke(app, [*shlex.split(command)[1:], "--help"])
    assert told.exit_code == 0


def test_the_page_names_hooks_that_there_are() -> None:
    named = {
        hook["id"] for file in FILES for repo in file.get("repos", []) for hook in repo["hooks"]
    }
    assert named
    assert named <= {hook["id"] for hook in HOOKS}


def test_a_hook_looks_at_the_files_of_a_workspace() -> None:
    for hook in HOOKS:
        assert re.search(hook["files"], "briefs/2026-02-13.md")
        assert not re.search(hook["files"], "docs/rules.md")
