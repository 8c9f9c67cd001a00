"""What was read and found is kept on disk, and made anew when anything it rests on changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from nutgraf.app import check_cache, kept_files, reading_cache
from nutgraf.app.check import check
from nutgraf.app.reading_cache import ReadingCache, library_of
from nutgraf.evidence import reading
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import BRIEF, PLAIN, SETTINGS, Write

_TEXT = "The council voted 7–2 on Wednesday. “We are glad,” said Mara Lind, the mayor."


def _findings(root: Path) -> list[str]:
    return [finding.rule for finding in check(open_workspace(root), ())[0].findings]


def test_a_second_check_finds_the_same_without_checking(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_workspace(PLAIN)
    first = check(open_workspace(root), ())[0]
    monkeypatch.setattr("nutgraf.app.checking.judged_claims", None)
    second = check(open_workspace(root), ())[0]
    assert (second.findings, second.claims) == (first.findings, first.claims)
    assert first.claims


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("briefs/2025-03-07.md", "1,240 passengers", "1,420 passengers"),
        ("seeds/report.md", "1,240", "2,240"),
    ],
)
def test_a_changed_brief_or_source_is_checked_again(
    write_workspace: Write, name: str, old: str, new: str
) -> None:
    root = write_workspace(PLAIN)
    assert "number-unmatched" not in _findings(root)
    path = root / name
    path.write_text(path.read_text().replace(old, new))
    assert "number-unmatched" in _findings(root)


def test_a_changed_policy_is_checked_again(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, "briefs/2025-03-07.md": BRIEF.replace("1,240 p", "1,420 p")})
    assert "number-unmatched" in _findings(root)
    policy = "policy:\n  severity:\n    number-unmatched: off\n"
    (root / "nutgraf.yaml").write_text(SETTINGS + policy)
    assert "number-unmatched" not in _findings(root)


def test_a_damaged_file_is_made_anew(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    first = check(open_workspace(root), ())[0]
    kept = list((root / check_cache.FOLDER).iterdir()) + [
        path for path in (root / reading_cache.FOLDER).rglob("*") if path.is_file()
    ]
    assert len(kept) > 1
    for path in kept:
        path.write_bytes(path.read_bytes()[:-7] + b"\xff")
    assert check(open_workspace(root), ())[0].findings == first.findings


def test_a_workspace_that_cannot_be_written_is_checked_all_the_same(
    write_workspace: Write,
) -> None:
    root = write_workspace({**PLAIN, ".nutgraf": "a file stands in the way"})
    assert check(open_workspace(root), ())[0].claims
    assert (root / ".nutgraf").read_text() == "a file stands in the way"


def test_a_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    day = date(2025, 3, 7)
    assert cache.read(_TEXT, day) == cache.read(_TEXT, day) == reading.read(_TEXT, day)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_the_day_is_part_of_what_a_reading_rests_on(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path)
    resolved = [cache.read(_TEXT, day).dates[0].first for day in (date(2025, 3, 7), None)]
    assert resolved == [date(2025, 3, 5), None]


def test_many_at_once_leave_one_whole_file_each(tmp_path: Path) -> None:
    def work(number: int) -> object:
        return ReadingCache(tmp_path).read(f"{number % 3} {_TEXT}")

    with ThreadPoolExecutor(8) as pool:
        readings = list(pool.map(work, range(24)))
    assert readings[0] == readings[3] == reading.read(f"0 {_TEXT}")
    names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert len(names) == 3
    assert not [name for name in names if name.endswith(".tmp")]


def test_a_source_is_indexed_once_for_all_briefs(write_workspace: Write) -> None:
    root = write_workspace(PLAIN)
    source = open_workspace(root).source("report")
    assert source is not None
    library = library_of(root)
    assert library.index(source) is library.index(source)


def test_with_the_program_the_keys_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept_files.code_state()
    kept_files.code_state.cache_clear()
    assert kept_files.code_state() == before
    kept_files.code_state.cache_clear()
    package = tmp_path / "nutgraf" / "app"
    package.mkdir(parents=True)
    (package / "kept_files.py").write_text("")
    monkeypatch.setattr(kept_files, "__file__", str(package / "kept_files.py"))
    assert kept_files.code_state() != before
    kept_files.code_state.cache_clear()
