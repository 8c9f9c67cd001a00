"""What wants a person, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.check import Shelf, check_composed
from nutgraf.model import Matter
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import SETTINGS, write_files

ALL = f"{SETTINGS}policy:\n  verify: [all]\n"
SOURCE = (
    "---\ntitle: Council\n---\nThe council met on Monday. Ruth Okafor was charged with fraud. It "
    "spent 12,400 pounds. “We were misled by the builder,” she said.\n"
)


def matters(root: Path, body: str, front: str = "title: The council\n") -> list[Matter]:
    brief = f"---\n{front}date: 2025-03-07\nsources: [report]\n---\n{body}\n"
    files = {"nutgraf.yaml": ALL, "seeds/report.md": SOURCE, "briefs/2025-03-07.md": brief}
    workspace = open_workspace(write_files(root, files))
    checked = check_composed(workspace, workspace.brief("2025-03-07"), Shelf(root))
    return [one for one in checked.matters if one.role != "title"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("The council met on Monday.", ()),
        ("The council spent 12,400 pounds.", ("figures",)),
        ("Ruth Okafor was charged with fraud.", ("accusations",)),
        ("Somebody was charged with fraud.", ()),
        ("Ruth Okafor chairs the council.", ()),
        ("Whether Harbour Holdings abused the permits is not known.", ()),
        ("Whether it knew is unclear, but Harbour Holdings falsified permits.", ("accusations",)),
        ("The council was “misled by the builder”.", ("quotations",)),
        ("The council calls it “misled”.", ()),
        ("Flight 370 left the airport on Monday.", ()),
        ("The first council met.", ()),
        ("Harbour Holdings falsified 14 permits.", ("figures", "accusations")),
    ],
)
def test_why_a_sentence_wants_a_person(tmp_path: Path, said: str, kinds: tuple[str, ...]) -> None:
    (one,) = matters(tmp_path, f"## Summary\n\n{said}")
    assert one.kinds == kinds


def test_a_sentence_is_one_and_its_clauses_are_not(tmp_path: Path) -> None:
    body = "## Key Points\n\n- The council met on Monday, and it spent 12,400 pounds. It left.\n"
    found = matters(tmp_path, body)
    assert [one.text for one in found] == [
        "The council met on Monday, and it spent 12,400 pounds.",
        "It left.",
    ]
    assert len(found[0].claims) >= 1


def test_a_quotation_and_a_row_are_one_each(tmp_path: Path) -> None:
    body = (
        "## Quotes\n\n> “We were late. By a month.” — Ruth Okafor\n\n"
        "## By the numbers\n\n| a | b |\n|---|---|\n| 12,400 | pounds spent |\n"
    )
    assert [one.kinds for one in matters(tmp_path, body)] == [("quotations",), ("figures",)]


def test_what_settles_a_conflict_wants_a_person(tmp_path: Path) -> None:
    (one,) = matters(tmp_path, "## Reports differ\n\nThe council met on Tuesday, says another.")
    assert "settled-conflicts" in one.kinds


def test_private_parts_and_notes_do_not(tmp_path: Path) -> None:
    body = "## Summary\n\nIt met.\n\n## Notes\n\nIt spent 12,400 pounds.\n\n## My own\n\n5 of 9.\n"
    assert [one.text for one in matters(tmp_path, body)] == ["It met."]


def test_a_quotation_rests_on_the_sentence_in_which_it_is_said(tmp_path: Path) -> None:
    (one,) = matters(
        tmp_path, "## Quotes\n\n> “We were misled by the builder.” — Ruth Okafor [@report]\n"
    )
    assert [passage.text for passage in one.evidence] == [
        "“We were misled by the builder,” she said."
    ]


def test_the_subject_and_the_preheader_are_read_too(tmp_path: Path) -> None:
    front = "title: The council\nsubject: Council spends 12,400\npreheader: On what?\n"
    found = matters(tmp_path, "## Summary\n\nIt met.", front)
    assert ("Council spends 12,400", ("figures",)) in [(one.text, one.kinds) for one in found]
