"""A workspace in an Obsidian vault."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from nutgraf.app.build import Wanted, build
from nutgraf.app.check import check
from nutgraf.app.new_note import new_note
from nutgraf.app.scaffold import init
from nutgraf.errors import Usage
from nutgraf.workspace.loading import open_workspace
from tests.cli.running import run

TODAY = date(2026, 2, 20)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "Notes"
    for path, text in {
        ".obsidian/app.json": "{}",
        ".obsidian/workspace.json": '{"main": 1}',
        "Daily/2026-02-19.md": "- [ ] Ring [[Ines Varga]] #calls/today\n",
        "People/Ines Varga.md": "---\naliases: [Varga]\n---\n==Harbour master==\n",
        "Untitled.canvas": "{}",
        "attachments/photo.png": "x",
        "README.md": "mine\n",
        ".gitignore": ".trash/\n",
    }.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def hashes(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_nothing_of_the_vault_is_touched_by_all_that_is_done_in_it(vault: Path) -> None:
    before = hashes(vault)
    made = init(vault, today=TODAY, vault=True)
    assert "README.md" not in made.files
    workspace = open_workspace(vault)
    assert check(workspace, [])[0].findings is not None
    assert build(workspace, [workspace.brief_entry("2026-02-20")], Wanted())
    new_note(workspace, ["quayside-courier"], today=TODAY)
    page = vault.parent / "page.html"
    page.write_text("<h1>A mill</h1><p>The mill closed in March, its owner says.</p>")
    assert run(vault, "add", str(page)).status == 0
    assert run(vault, "cite", "--all").status in (0, 1)
    after = hashes(vault)
    assert {path: after.get(path) for path in before} == before


def test_notes_of_the_vault_are_words_where_they_are_linked(vault: Path) -> None:
    init(vault, today=TODAY, vault=True)
    (vault / "briefs/2026-02-21.md").write_text(
        "---\ntitle: T\ndate: 2026-02-21\n---\n## Summary\n\n"
        "[[Ines Varga]] runs the harbour. [[quayside-courier]]\n",
        encoding="utf-8",
    )
    workspace = open_workspace(vault)
    brief = workspace.brief("2026-02-21")
    assert [source.id for source in brief.pack] == ["quayside-courier"]
    assert brief.stories[0].sections[0].blocks[0].place.path == "briefs/2026-02-21.md"


@pytest.mark.parametrize("name", ["templates", "Templates", "SEEDS", "build"])
def test_a_folder_of_the_vault_that_would_be_ours_is_refused(vault: Path, name: str) -> None:
    (vault / name).mkdir()
    before = hashes(vault)
    with pytest.raises(Usage, match=f"has its own {name}/") as raised:
        init(vault, today=TODAY, vault=True)
    assert "nutgraf init" in raised.value.hint
    assert "Newsletter" in raised.value.hint
    assert hashes(vault) == before
    assert init(vault / "Newsletter", today=TODAY).files


def test_a_vault_is_known_by_its_folder_and_a_second_workspace_is_refused(vault: Path) -> None:
    with pytest.raises(Usage, match="is an Obsidian vault") as raised:
        init(vault, today=TODAY)
    assert "--vault" in raised.value.hint
    init(vault, today=TODAY, vault=True)
    with pytest.raises(Usage, match="holds a workspace already"):
        init(vault, today=TODAY, vault=True)
    with pytest.raises(Usage, match="there is no vault"):
        init(vault / "nowhere", today=TODAY, vault=True)
