"""Whom the sources name is kept until a source changes."""

from __future__ import annotations

from pathlib import Path

from nutgraf.app.running.entities import whole_pack
from nutgraf.app.running.kept_people import FILE, people_kept
from nutgraf.evidence.offered.people import people
from nutgraf.workspace.loading import open_workspace
from tests.app.running.stories import dairy


def test_what_was_kept_is_what_was_found(tmp_path: Path) -> None:
    pack = whole_pack(dairy(tmp_path))
    first = people_kept(tmp_path, pack)
    written = (tmp_path / FILE).stat().st_mtime_ns
    assert people_kept(tmp_path, pack) == first == people(pack)
    assert (tmp_path / FILE).stat().st_mtime_ns == written


def test_a_source_that_changed_is_read_anew(tmp_path: Path) -> None:
    people_kept(tmp_path, whole_pack(dairy(tmp_path)))
    seed = tmp_path / "seeds" / "board.md"
    seed.write_text(seed.read_text("utf-8").replace("Lars Odum", "Lars Ibsen"), "utf-8")
    names = {one.name for one in people_kept(tmp_path, whole_pack(open_workspace(tmp_path)))}
    assert "Lars Ibsen" in names
    assert "Lars Odum" not in names


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    pack = whole_pack(dairy(tmp_path))
    (tmp_path / FILE).parent.mkdir(exist_ok=True)
    (tmp_path / FILE).write_bytes(b"\x00")
    assert people_kept(tmp_path, pack) == people(pack)
