from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nutgraf.model import Brief, Role
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import Files, Write

SEEDS: Files = {
    "seeds/one.md": "---\ntitle: One\n---\nWords.\n",
    "seeds/two.md": "---\ntitle: Two\n---\nWords.\n",
    "seeds/note.md": "---\ntype: note\n---\n## Summary\n\nWords.\n",
}


def alone(root: Path, name: str) -> Brief:
    workspace = open_workspace(root)
    entry = workspace.entry(name)
    assert entry is not None
    return workspace.alone(entry)


@pytest.mark.parametrize(
    ("angle", "pack"),
    [
        ("---\nsources: [two]\n---\nWords.\n", ["two"]),
        ("---\nbasis: [note, one]\n---\nWords.\n", ["one"]),
        ("---\nbasis: [one]\nsources: [two, one]\n---\nWords.\n", ["two", "one"]),
        ("Words. [@two]\n", ["two"]),
        ("Words.\n", ["one", "two"]),
        ("---\nbasis: [note]\n---\nWords.\n", ["one", "two"]),
    ],
)
def test_the_pack_is_what_is_listed_else_what_is_cited_else_everything(
    write_workspace: Write, angle: str, pack: list[str]
) -> None:
    brief = alone(write_workspace({**SEEDS, "angles/a.md": angle}), "a")
    assert sorted(source.id for source in brief.pack) == sorted(pack)


def test_a_note_needs_no_date_and_keeps_one(write_workspace: Write) -> None:
    dated = "---\ndate: 2025-03-07\n---\nWords.\n"
    root = write_workspace({**SEEDS, "angles/a.md": dated})
    assert alone(root, "a").date == date(2025, 3, 7)
    assert alone(root, "note").stories[0].sections[0].heading == "Summary"


def test_a_brief_asks_for_no_more_than_before(write_workspace: Write) -> None:
    root = write_workspace({**SEEDS, "briefs/b.md": "---\ndate: 2025-03-07\n---\nWords. [@one]\n"})
    workspace = open_workspace(root)
    assert [source.id for source in workspace.brief("b").pack] == ["one"]


def test_an_angle_under_no_heading_is_an_angle(write_workspace: Write) -> None:
    root = write_workspace({**SEEDS, "angles/a.md": "# A title\n\nWords.\n\n## Notes\n\nMore.\n"})
    roles = [section.role for section in alone(root, "a").stories[0].sections]
    assert roles == [Role.ANGLES, Role.NOTES]
