"""What was verified, on disk: kills lose nothing, and two editors' files merge in git."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock

from nutgraf.desk import verification_files
from nutgraf.desk.verification import encode
from nutgraf.desk.verification_files import add_verifications, file_name, read_verifications
from nutgraf.errors import TryLater, Usage
from tests.desk.verifications import word
from tests.workspaces import write_files

OF = "briefs/2025-03-07.md"


def texts(root: Path) -> list[str]:
    words, faults = read_verifications(root, OF)
    assert faults == ()
    return [one.words for one in words]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    return tmp_path


def test_what_is_added_stands_beside_the_file(root: Path) -> None:
    assert read_verifications(root, OF) == ((), ())
    add_verifications(root, [word(words="One.")])
    add_verifications(root, [word(words="Two."), word(words="Three.")])
    assert file_name(OF) == "briefs/2025-03-07.verified.yaml"
    assert texts(root) == ["One.", "Two.", "Three."]
    assert [path.name for path in (root / "briefs").iterdir()] == ["2025-03-07.verified.yaml"]


def test_a_damaged_line_is_never_overwritten(root: Path) -> None:
    path = root / file_name(OF)
    path.write_bytes(b"- {said: ver\xff\n")
    add_verifications(root, [word(words="One.")])
    assert path.read_bytes().startswith(b"- {said: ver\xff\n")
    words, faults = read_verifications(root, OF)
    assert [one.words for one in words] == ["One."]
    assert [one.line for one in faults] == [1]


def test_a_full_or_closed_disk_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(verification_files, "write_atomically", fails)
    with pytest.raises(Usage, match="No space left"):
        add_verifications(root, [word()])


def test_one_program_writes_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification_files, "_PATIENCE", 0.05)
    (root / ".nutgraf").mkdir()
    with FileLock(root / ".nutgraf/verified.lock"), pytest.raises(TryLater):
        add_verifications(root, [word()])


def test_programs_that_write_at_once_lose_nothing(root: Path) -> None:
    def add(name: str) -> None:
        for number in range(15):
            add_verifications(root, [word(words=f"{name} {number}.")])

    threads = [threading.Thread(target=add, args=(name,)) for name in ("a", "b", "c")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(texts(root)) == sorted(f"{n} {i}." for n in ("a", "b", "c") for i in range(15))


ADDING = """
import sys
from pathlib import Path
from nutgraf.desk.verification_files import add_verifications
from tests.desk.verifications import word
for number in range(int(sys.argv[2]), 10**6):
    add_verifications(Path(sys.argv[1]), [word(words=f"Statement {number}.")])
    print(number, flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing_that_was_told(root: Path) -> None:
    """The program is killed in the middle of its work, again and again; what it said it kept
    is there, and no line is broken."""
    told: list[int] = []
    for number in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, str(root), str(len(told) + 1000 * number)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as program:
            assert program.stdout is not None
            told.append(int(program.stdout.readline()))
            time.sleep(0.0037 * number)
            program.send_signal(signal.SIGKILL)
            told += map(int, program.stdout.read().split())
    kept = texts(root)
    assert {f"Statement {number}." for number in told} <= set(kept)
    assert len(kept) <= len(told) + 8  # at most the one that was under way


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@harbour.example", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.needs_program("git")
@pytest.mark.parametrize("before", [[], ["Before."], ["Before.", "And before that."]])
def test_the_files_of_two_editors_merge_in_git(root: Path, before: list[str]) -> None:
    attributes = (Path(__file__).parents[2] / ".gitattributes").read_text("utf-8")
    write_files(root, {".gitattributes": attributes, OF: "## Summary\n\nBoth sail.\n"})
    git(root, "init", "-q", "-b", "main")
    add_verifications(root, [word(words=words) for words in before])
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Begin")
    git(root, "checkout", "-qb", "other")
    both = word(words="Both.", by="Ines Varga", after=9)
    add_verifications(root, [word(words="Theirs.", by="Ines Varga"), both])
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Verify")
    git(root, "checkout", "-q", "main")
    add_verifications(root, [word(words="Ours."), both, word(words="Ours too.")])
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Verify, too")
    git(root, "merge", "-q", "-m", "Merge", "other")
    assert sorted(texts(root)) == sorted([*before, "Theirs.", "Ours.", "Both.", "Ours too."])
    assert (root / file_name(OF)).read_text("utf-8").count(encode(both)) >= 1
