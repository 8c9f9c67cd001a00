"""`nutgraf correct` as an editor runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.cli.commands import app
from tests.cli.running import refused, run
from tests.sent import mailing_of, send
from tests.workspaces import PLAIN, write_files

WORDS = "carried 1,240 passengers"
RIGHT = "They carried 1,204. [@report]"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = write_files(tmp_path, PLAIN)
    send(made, [mailing_of(made, "2025-03-07")])
    return made


def test_what_is_not_given_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    ran = CliRunner().invoke(app, ["correct", WORDS, "--by", "A"], input=f"m\n\n{RIGHT}\n")
    assert ran.exit_code == 0, ran.output
    listed = json.loads(run(root, "correct", "--list", "--format", "json").out)
    (one,) = listed["corrections"]
    assert (one["severity"], one["said"], one["right"], one["state"]) == (
        "misleading",
        "The ferries carried 1,240 passengers on Saturday.",
        RIGHT,
        "owed",
    )


def test_with_all_of_it_given_nothing_is_asked(root: Path) -> None:
    ran = run(root, "correct", WORDS, "--severity", "factual", "--right", RIGHT, "--by", "A")
    assert ran.status == 0
    assert "briefs/corrections.yaml" in ran.out
    assert "mend       briefs/2025-03-07.md:8" in ran.out
    assert "“The ferries carried 1,240 passengers on Saturday.”" in ran.err
    assert ran.err.splitlines()[-1] == "next: nutgraf archive"
    assert "factual  owed" in run(root, "correct", "--list").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "which words are wrong?"),
        (["sank in the bay"], "no brief that was sent says “sank in the bay”"),
        ([WORDS, "--severity", "grave"], "grave"),
        ([WORDS, "--severity", "typo", "--right", " ", "--by", "A"], "what was right is empty"),
    ],
)
def test_what_does_not_fit_is_refused(root: Path, arguments: list[str], said: str) -> None:
    refused(run(root, "correct", *arguments), said)
    assert not (root / "briefs/corrections.yaml").exists()
