"""The preview as files: all there or nothing, and every link leads to one of them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from nutgraf.errors import Faulty, Usage
from nutgraf.preview.desk import Desk
from nutgraf.preview.export import FIRST, export
from tests.workspaces import BRIEF, PLAIN, Write

_ID = "2025-03-07"


@pytest.fixture
def desk(write_workspace: Write) -> Desk:
    return Desk(write_workspace(PLAIN))


def test_the_files_are_those_that_are_named(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "out/for-a-colleague"
    written = export(desk, _ID, folder)
    assert written[0] == FIRST
    assert {path.name for path in folder.iterdir()} == set(written)
    assert [path for path in folder.parent.iterdir() if path != folder] == []


def test_every_link_leads_to_a_file_or_within_the_page(desk: Desk, tmp_path: Path) -> None:
    written = set(export(desk, _ID, tmp_path / "out"))
    for path in (tmp_path / "out").glob("*.html"):
        page = re.sub(r'srcdoc="[^"]*"', "", path.read_text("utf-8"))
        for link in re.findall(r'(?:href|src)="([^"]+)"', page):
            name = unquote(link.partition("#")[0])
            assert not name or name.startswith("data:") or name in written, (path.name, link)


def test_the_script_is_one_that_a_file_may_load(desk: Desk, tmp_path: Path) -> None:
    export(desk, _ID, tmp_path / "out")
    script = (tmp_path / "out/preview.js").read_text("utf-8")
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "fetch(" not in script


def test_a_folder_that_is_there_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(Usage, match="there already"):
        export(desk, _ID, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_broken_brief_leaves_nothing_behind(write_workspace: Write, tmp_path: Path) -> None:
    broken = {**PLAIN, "briefs/2025-03-07.md": BRIEF.replace("[@report]", "[@reprot]")}
    desk = Desk(write_workspace(broken))
    before = set(tmp_path.iterdir())
    with pytest.raises(Faulty):
        export(desk, _ID, tmp_path / "out")
    assert set(tmp_path.iterdir()) == before


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Usage, match="cannot be written"):
        export(desk, _ID, tmp_path / "file/out")
