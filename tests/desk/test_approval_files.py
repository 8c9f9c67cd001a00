from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from nutgraf.desk.approval import Approval
from nutgraf.desk.approval_files import (
    approved_ids,
    read_approval,
    read_frozen,
    remove_approval,
    write_approval,
)
from nutgraf.errors import Fault, Faulty, Usage
from tests.desk.approvals import FILES, approval
from tests.programs import needs_program

NAME = "briefs/2025-03-07.approved"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fault_of(root: Path, one: Approval) -> Fault:
    with pytest.raises(Faulty) as raised:
        read_frozen(root, one)
    return raised.value.faults[0]


def test_what_is_approved_is_read_back_to_the_byte(root: Path) -> None:
    write_approval(root, approval(), FILES)
    found = read_approval(root, "2025-03-07")
    assert found == approval()
    assert [part.encode() for part in read_frozen(root, approval())] == list(FILES.values())
    assert approved_ids(root) == ("2025-03-07",)
    assert names(root / NAME) == [
        "approval.json",
        "digest.txt",
        "email.html",
    ]


def test_a_brief_without_an_approval_has_none(root: Path) -> None:
    assert read_approval(root, "2025-03-07") is None
    assert approved_ids(root) == ()
    assert not remove_approval(root, "2025-03-07")


def test_a_new_approval_takes_the_place_of_the_old_and_leaves_nothing_of_it(root: Path) -> None:
    write_approval(root, approval(), FILES)
    (root / NAME / "old.txt").write_text("left by somebody")
    write_approval(root, approval(subject="New"), FILES)
    assert read_approval(root, "2025-03-07") == approval(subject="New")
    assert names(root / "briefs") == ["2025-03-07.approved"]
    assert not (root / NAME / "old.txt").exists()


def test_an_approval_that_is_taken_back_is_gone(root: Path) -> None:
    write_approval(root, approval(), FILES)
    assert remove_approval(root, "2025-03-07")
    assert names(root / "briefs") == []


def test_a_disk_that_is_full_leaves_the_old_approval(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_approval(root, approval(), FILES)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Usage, match="No space left"):
        write_approval(root, approval(subject="New"), FILES)
    assert read_approval(root, "2025-03-07") == approval()
    assert names(root / "briefs") == ["2025-03-07.approved"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_approval(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_approval(root, approval(), FILES)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if target == root / NAME and not self.name.endswith("-old.tmp"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(Usage, match="Input/output"):
        write_approval(root, approval(subject="New"), FILES)
    assert read_approval(root, "2025-03-07") == approval()
    assert names(root / "briefs") == ["2025-03-07.approved"]


@pytest.mark.parametrize("name", ["email.html", "digest.txt"])
def test_frozen_bytes_that_were_edited_are_not_what_was_approved(root: Path, name: str) -> None:
    write_approval(root, approval(), FILES)
    (root / NAME / name).write_bytes(FILES[name] + b" ")
    fault = fault_of(root, approval())
    assert fault.path == f"{NAME}/{name}"
    assert fault.message == f"{name} is not what was approved"
    assert "nutgraf approve 2025-03-07" in fault.hint


def test_line_ends_that_git_has_turned_are_known_as_that(root: Path) -> None:
    write_approval(root, approval(), FILES)
    (root / NAME / "digest.txt").write_bytes(b"Ferries sail\r\n")
    assert ".gitattributes" in fault_of(root, approval()).hint


def test_frozen_bytes_that_are_gone_or_too_large_are_damage(root: Path) -> None:
    write_approval(root, approval(), FILES)
    (root / NAME / "email.html").write_bytes(b" " * (10 * 1024 * 1024 + 1))
    assert "too large" in fault_of(root, approval()).message
    (root / NAME / "email.html").unlink()
    assert "No such file" in fault_of(root, approval()).message


def test_a_folder_without_a_record_is_damaged_and_no_approval(root: Path) -> None:
    (root / NAME).mkdir()
    assert approved_ids(root) == ()
    with pytest.raises(Faulty, match="damaged"):
        read_approval(root, "2025-03-07")


def test_the_approval_of_one_brief_is_none_of_another(root: Path) -> None:
    write_approval(root, approval(), FILES)
    (root / NAME).rename(root / "briefs/2025-03-14.approved")
    with pytest.raises(Faulty, match="not of “2025-03-14”"):
        read_approval(root, "2025-03-14")


@needs_program("git")
def test_git_brings_it_to_another_machine_to_the_byte(root: Path, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)

    write_approval(root, approval(), FILES)
    attributes = Path(__file__).parents[2] / ".gitattributes"
    (root / ".gitattributes").write_bytes(attributes.read_bytes())
    who = ("-c", "user.name=I", "-c", "user.email=i@harbour.example")
    git("-c", "init.defaultBranch=main", "init")
    git("-c", "core.autocrlf=true", "add", ".")
    git(*who, "commit", "-m", "Approve")
    git("-c", "core.autocrlf=true", "clone", "--config", "core.autocrlf=true", ".", "there")
    found = read_approval(root / "there", "2025-03-07")
    assert found == approval()
    assert [part.encode() for part in read_frozen(root / "there", found)] == list(FILES.values())
