"""The file of corrections: a record a line, kept whole whatever happens to it."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.desk.corrections import FILE, correction, keep_correction, read_corrections
from nutgraf.errors import Faulty
from nutgraf.model import Correction

NOON = datetime(2025, 3, 8, 12, 0, tzinfo=UTC)


def one(said: str = "Eleven goldfish", right: str = "Seven.") -> Correction:
    return correction(
        opened=NOON,
        by="I. Varga",
        severity="factual",
        said=said,
        said_on=date(2025, 3, 7),
        right=right,
        briefs=["2025-03-07"],
    )


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    first, second = one(), one("Two herons", "One: “it” [@pond] {it's} #1")
    keep_correction(tmp_path, first)
    keep_correction(tmp_path, second)
    assert read_corrections(tmp_path) == (first, second)
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    assert len(lines) == 3  # a comment, and a line each


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_words_come_back_as_they_were(said: str, right: str) -> None:
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - hypothesis and tmp_path do not mix

    said, right = " ".join(said.split()) or "x", " ".join(right.split()) or "y"
    said, right = (text.encode("utf-8", "ignore").decode() or "z" for text in (said, right))
    kept = one(said, right)
    with TemporaryDirectory() as folder:
        keep_correction(Path(folder), kept)
        assert read_corrections(Path(folder)) == (kept,)


def test_a_damaged_line_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    keep_correction(tmp_path, one())
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8") + "- {id: x, said: y}\n", "utf-8")
    with pytest.raises(Faulty) as raised:
        read_corrections(tmp_path)
    (fault,) = raised.value.faults
    assert fault.where() == f"{FILE}:3"


def test_two_editors_files_merge(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text(f"{FILE} merge=union\n", "utf-8")
    keep_correction(tmp_path, one())
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "other")
    keep_correction(tmp_path, one("Two herons", "One."))
    git("commit", "-qam", "two")
    git("checkout", "-q", "main")
    keep_correction(tmp_path, one("Three ducks", "Four."))
    git("commit", "-qam", "three")
    git("merge", "-q", "other", "-m", "both")
    assert {each.said for each in read_corrections(tmp_path)} == {
        "Eleven goldfish",
        "Two herons",
        "Three ducks",
    }
