from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from nutgraf.app.git import person, uncommitted
from nutgraf.errors import Usage
from tests.programs import needs_program

pytestmark = needs_program("git")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose git knows nobody."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nothing"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "nothing"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "work" / "letter").mkdir(parents=True)
    return tmp_path / "work" / "letter"


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def test_who_is_named_goes_before_who_git_knows(root: Path) -> None:
    git(root, "init")
    git(root, "config", "user.name", "Ines Varga")
    assert person(root) == "Ines Varga"
    git(root, "config", "user.email", "varga@harbour.example")
    assert person(root) == "Ines Varga <varga@harbour.example>"
    assert person(root, " Jo Mair ") == "Jo Mair"


@pytest.mark.parametrize("name", ["", "  ", "Jo\nBcc: all@harbour.example", "Jo\x00"])
def test_what_is_no_name_is_refused(root: Path, name: str) -> None:
    with pytest.raises(Usage, match="is no name"):
        person(root, name)


def test_where_nobody_is_known_the_name_is_asked_for(root: Path) -> None:
    with pytest.raises(Usage) as raised:
        person(root)
    assert "--by" in raised.value.hint


def test_without_git_the_name_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(Usage, match="does not know who you are"):
        person(root)
    assert uncommitted(root, ["a.md"]) is None


def test_what_git_has_not_or_has_otherwise_is_told_from_the_workspace(root: Path) -> None:
    assert uncommitted(root, ["a.md"]) is None
    git(root.parent, "init")
    git(root, "config", "user.name", "I")
    git(root, "config", "user.email", "i@harbour.example")
    for name in ("a.md", "b.md", "[c] ü.md", "ignored.md"):
        (root / name).write_text("text\n")
    (root / ".gitignore").write_text("ignored.md\n")
    git(root, "add", "a.md", "b.md")
    git(root, "commit", "-m", "Begin")
    (root / "b.md").write_text("another\n")
    names = ["a.md", "b.md", "[c] ü.md", "ignored.md"]
    assert uncommitted(root, names) == ("[c] ü.md", "b.md")
    assert uncommitted(root, ["a.md"]) == ()
