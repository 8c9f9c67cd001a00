"""The examples of the rules, as briefs that can be checked."""

from __future__ import annotations

from pathlib import Path

from nutgraf.app.check import Checked, check_brief
from nutgraf.checks.rule import Example
from nutgraf.model import Finding
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import write_files


def check_example(example: Example, folder: Path) -> Checked:
    """An example checked by every rule, in a workspace of its own."""
    seeds = {f"seeds/{name}.md": text for name, text in example.seeds.items()}
    root = write_files(folder, {**seeds, "briefs/example.md": example.brief})
    workspace = open_workspace(root)
    brief = workspace.brief("example")
    return check_brief(
        brief,
        tuple(example.seeds),
        settings=workspace.settings,
        budgets=workspace.styles.format(brief.format).budgets,
        email=example.email,
    )


def open_findings(checked: Checked) -> list[Finding]:
    """The findings that no editor let stand."""
    return [finding for finding in checked.findings if finding.stet is None]
