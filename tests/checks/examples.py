"""The examples of the rules, as briefs that can be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from nutgraf.app.check import source_ids
from nutgraf.app.checked import Checked
from nutgraf.app.checking import check_brief
from nutgraf.app.given import given_of
from nutgraf.app.record import looks_of
from nutgraf.checks.email.answers import Answer
from nutgraf.checks.rule import Example
from nutgraf.model import Finding
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import SETTINGS_FILE
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import SETTINGS, write_files


def check_example(
    example: Example, folder: Path, answers: Mapping[str, Answer] | None = None
) -> Checked:
    """An example checked by every rule, in a workspace of its own."""
    seeds = {
        f"seeds/{name}.md": text if example.bare else captured(name, text)
        for name, text in example.seeds.items()
    }
    beside = dict(example.beside)
    if SETTINGS_FILE in beside:
        beside[SETTINGS_FILE] = SETTINGS + beside[SETTINGS_FILE]
    root = write_files(folder, {**seeds, "briefs/example.md": example.brief, **beside})
    workspace = open_workspace(root)
    brief = workspace.brief("example")
    return check_brief(
        brief,
        source_ids(workspace),
        settings=workspace.settings,
        budgets=workspace.styles.format(brief.format).budgets,
        email=example.email,
        answers=answers,
        record=replace(
            example.record, given=given_of(workspace, brief), looks=looks_of(workspace, brief)
        ),
    )


def captured(name: str, text: str) -> str:
    """A seed with what every capture has, where its front matter does not say it."""
    opening, front, body = text.split("---\n", 2)
    assert not opening
    if "\ntype: note" in front:
        return text
    given = {
        "url": f"https://harbour.example/{name}",
        "publisher": f"The {name.title()} Gazette",
        "retrieved": "2025-03-07",
        "sha256": body_hash(body),
    }
    lines = [f"{key}: {value}\n" for key, value in given.items() if f"\n{key}:" not in f"\n{front}"]
    return f"---\n{front}{''.join(lines)}---\n{body}"


def open_findings(checked: Checked) -> list[Finding]:
    """The findings that no editor let stand."""
    return [finding for finding in checked.findings if finding.stet is None]


FRONT = "---\ntitle: Harbour\ndate: 2025-03-07\n---\n"


def rules_on(body: str, folder: Path, *, email: str | None = None, **seeds: str) -> list[str]:
    """The names of the rules that speak on a brief with that body, worst first.

    `seeds` are sources by id: a whole file, or only its body.
    """
    return [one.rule for one in findings_on(body, folder, email=email, **seeds)]


def findings_on(
    body: str, folder: Path, *, email: str | None = None, **seeds: str
) -> list[Finding]:
    """What the rules find on a brief with that body and those sources."""
    whole = {
        name: text if text.startswith("---") else f"---\ntitle: {name}\n---\n{text}\n"
        for name, text in seeds.items()
    }
    section = "" if body.startswith("#") else "## Summary\n\n"
    brief = body if body.startswith("---") else f"{FRONT}{section}{body}\n"
    return open_findings(check_example(Example(brief, whole, email), folder))


def conflicts_found(rule: str, body: str, folder: Path, seeds: Mapping[str, str]) -> list[Finding]:
    """What a rule that holds sources against each other finds; all `seeds` are the pack."""
    section = "" if body.startswith("#") else "## Summary\n\n"
    front = FRONT.replace("date:", f"sources: [{', '.join(seeds)}]\ndate:")
    found = findings_on(f"{front}{section}{body}\n", folder, **seeds)
    return [one for one in found if one.rule == rule]
