from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.running import refused, run
from tests.sent import mailing_of, send
from tests.workspaces import PLAIN, SETTINGS, write_files

ID = "2025-03-07"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    settings = f"{SETTINGS}base_url: https://harbour.example/briefs\n"
    return write_files(tmp_path / "letter", {**PLAIN, "nutgraf.yaml": settings})


def test_the_files_written_are_printed_and_the_rest_is_said(root: Path) -> None:
    send(root, [mailing_of(root, ID)])
    ran = run(root, "archive")
    assert ran.status == 0
    assert ran.out.splitlines() == [
        f"build/archive/{ID}/index.html",
        f"build/archive/{ID}/brief.txt",
        "build/archive/index.html",
        "build/archive/atom.xml",
        "build/archive/rss.xml",
    ]
    assert ran.err == "1 brief in build/archive: 5 files written\n"
    again = run(root, "archive")
    assert (again.out, again.err) == ("", "1 brief in build/archive: nothing has changed\n")


def test_another_folder_can_be_named_from_where_one_stands(root: Path) -> None:
    send(root, [mailing_of(root, ID)])
    ran = run(root / "briefs", "archive", "--output", "../../site")
    assert ran.status == 0
    assert (root.parent / "site" / ID / "index.html").is_file()
    assert not (root / "build").exists()


def test_before_anything_went_out_nothing_is_written(root: Path) -> None:
    ran = run(root, "archive")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "no brief has gone out yet: there is nothing to archive\n"
    assert not (root / "build").exists()
    assert not (root / "sent").exists()


def test_what_is_missing_and_what_is_left_is_said(root: Path) -> None:
    (root / "nutgraf.yaml").write_text(SETTINGS, "utf-8")
    send(root, [mailing_of(root, ID)])
    left = root / "build/archive/2024-12-24"
    left.mkdir(parents=True)
    for name in ("index.html", "brief.txt"):
        (left / name).write_text("mine", "utf-8")
    ran = run(root, "archive")
    assert ran.status == 0
    assert (
        "left as it is: build/archive/2024-12-24, a page of no brief that is shown here" in ran.err
    )
    assert "nutgraf.yaml has no base_url" in ran.err


def test_a_ledger_that_cannot_be_read_is_told(root: Path) -> None:
    (root / "sent").mkdir()
    (root / "sent/ledger.sqlite").write_bytes(b"no database" * 200)
    refused(run(root, "archive"), "ledger.sqlite")


def test_briefs_of_one_list_can_be_shown_alone(root: Path) -> None:
    public = mailing_of(root, ID)
    send(root, [public, replace(public, key="board", list_name="board")])
    both = run(root, "archive", "--output", "both")
    assert "they went to the lists board, readers: --list LIST shows those of one alone" in both.err
    ran = run(root, "archive", "--list", "readers")
    assert ran.err == "1 brief in build/archive: 5 files written\n"
    assert not (root / "build/archive/board").exists()
    refused(run(root, "archive", "--list", "reader"), "no list “reader”", "did you mean readers?")
    refused(run(root, "archive", "--list", "x"), "there are: board, readers")


def test_a_list_that_nothing_went_to_is_empty_and_one_that_there_is_not_is_refused(
    root: Path,
) -> None:
    refused(run(root, "archive", "--list", "board"), "no list “board”", "names none")
    settings = (root / "nutgraf.yaml").read_text("utf-8")
    (root / "nutgraf.yaml").write_text(f"{settings}lists: {{board: {{file: b.csv}}}}\n", "utf-8")
    assert "no brief has gone out yet" in run(root, "archive", "--list", "board").err
