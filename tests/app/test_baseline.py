from __future__ import annotations

import json
from pathlib import Path

import pytest

from nutgraf.app.baseline import less, read_baseline, write_baseline
from nutgraf.app.check import check
from nutgraf.errors import Faulty
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Write, brief

NAME = "briefs/2025-03-07.md"


def test_what_a_baseline_knows_is_told_no_more(write_workspace: Write, tmp_path: Path) -> None:
    root = write_workspace({NAME: brief("We sail TK.\n\n%% stet open-tk: known %%\nWe dine TK.\n")})
    checked = check(open_workspace(root), [], select=["open-tk"])
    count = write_baseline(tmp_path / "known.json", checked)
    known = read_baseline(tmp_path / "known.json")
    left = less(checked, known)
    assert count == sum(one.stet is None for one in checked[0].findings)
    assert [one for one in left[0].findings if one.stet is None] == []


def test_a_baseline_survives_edits_elsewhere_and_tells_what_is_new(
    write_workspace: Write, tmp_path: Path
) -> None:
    root = write_workspace({NAME: brief("We sail TK.\n")})
    write_baseline(tmp_path / "known.json", check(open_workspace(root), [], select=["open-tk"]))
    (root / NAME).write_text(brief("More words.\n\nWe sail TK.\n\nWe go ???\n"), encoding="utf-8")
    checked = check(open_workspace(root), [], select=["open-tk"])
    (one,) = less(checked, read_baseline(tmp_path / "known.json"))
    assert [finding.message for finding in one.findings] == ["“???” is still open"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "briefs": {"a": [{}]}}', "\x00"]
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    with pytest.raises(Faulty, match="is no baseline"):
        read_baseline(tmp_path / "known.json")


def test_a_baseline_of_another_version_and_one_that_is_not_there_are_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "known.json"
    with pytest.raises(Faulty, match="cannot be read"):
        read_baseline(path)
    path.write_text(json.dumps({"version": 9, "briefs": {}}), encoding="utf-8")
    with pytest.raises(Faulty, match="version 9"):
        read_baseline(path)
