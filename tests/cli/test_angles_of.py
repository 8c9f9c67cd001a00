"""`nutgraf angles` as an editor runs it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nutgraf.app.approve import approve
from nutgraf.workspace.loading import open_workspace
from tests.app.test_standing import BY, NOW, READY
from tests.cli.running import refused, run
from tests.workspaces import write_files

NOTE = (
    "---\ntype: note\n---\n## Summary\n\nFerries carried 1,240 passengers.\n\n"
    "## Newsletter Angles\n\n- The ferries are a story about patience. In the same week that "
    "Otto Klein sold the pier to Baltic Holdings, nobody looked.\n"
)
OPEN = (
    "---\ntitle: Tides first\nstatus: draft\nbasis: [report, lost]\n---\n"
    "# Tides first\n\nThe tide decides, and the timetable follows.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = write_files(tmp_path, {**READY, "seeds/pier.md": NOTE, "angles/tides.md": OPEN})
    here = open_workspace(made)
    approve(here, here.brief_entry("2025-03-07"), by=BY, now=NOW)
    return made


def listed(root: Path, *options: str) -> list[dict[str, Any]]:
    found = json.loads(run(root, "angles", "--json", *options).out)
    assert found["version"] == 1
    angles: list[dict[str, Any]] = found["angles"]
    return angles


def test_the_angle_that_wants_most_work_comes_first(root: Path) -> None:
    assert [one["id"] for one in listed(root)] == ["pier:10", "tides", "quay"]
    pier = listed(root)[0]
    assert pier["missing"] == ["Otto Klein sold the pier to Baltic Holdings"]
    assert pier["status"] == "noted"


def test_what_an_angle_rests_on_and_where_it_is_used_are_told(root: Path) -> None:
    _, tides, quay = listed(root)
    assert (tides["basis"], tides["unknown"]) == (["report", "lost"], ["lost"])
    assert (tides["status"], tides["used"]) == ("draft", [])
    assert quay["used"] == [{"brief": "2025-03-07", "date": "2025-03-07", "state": "approved"}]
    assert (quay["claims"], quay["carried"], quay["missing"]) == (1, 1, [])


def test_open_and_used_divide_the_list(root: Path) -> None:
    assert [one["id"] for one in listed(root, "--open")] == ["pier:10", "tides"]
    assert [one["id"] for one in listed(root, "--used")] == ["quay"]
    assert "leave nothing" in refused(run(root, "angles", "--open", "--used"))


def test_people_read_it_in_80_columns_with_the_next_step(root: Path) -> None:
    ran = run(root, "angles")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "3 angles · 1 rests on what is not in the pack · 1 used"
    assert "  missing   Otto Klein sold the pier to Baltic Holdings" in lines
    assert "  basis     report, lost · unknown: lost" in lines
    assert "  status    open · 2025-03-07 (approved)" in lines
    assert ran.err == "next: nutgraf check seeds/pier\n"


def test_near_repeats_and_corrections_are_told(root: Path) -> None:
    words = "The harbour office counted 1,240 passengers."
    (root / "angles/again.md").write_text(f"{words} [@report]\n", encoding="utf-8")
    opened = datetime(2025, 3, 8, 9, tzinfo=UTC).isoformat()
    (root / "briefs/corrections.yaml").write_text(
        f'- {{id: "2025-03-08-1f0a", opened: "{opened}", by: "I", severity: "factual", said: '
        f'"{words}", said_on: "2025-03-07", right: "It was 1,204.", briefs: ["2025-03-07"]}}\n',
        encoding="utf-8",
    )
    first, *others = listed(root)
    assert (first["id"], first["corrected"]) == ("quay", ["2025-03-08-1f0a"])
    assert first["near"] == ["angles/again.md:1"]
    assert [one["near"] for one in others if one["id"] == "again"] == [["angles/quay.md:1"]]
    assert (
        "  corrected 2025-03-08-1f0a: what it rests on is no longer so" in run(root, "angles").out
    )


def test_a_workspace_without_angles_has_none(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/report.md": READY["seeds/report.md"]})
    assert run(root, "angles").out == "no angles\n"


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    (root / "angles/broken.md").write_text("---\nbasis: [\n---\nWords.\n", encoding="utf-8")
    ran = run(root, "angles")
    assert ran.status == 2
    assert "angles/broken.md:" in ran.err
    assert "Otto Klein" in ran.out
