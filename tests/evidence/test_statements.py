"""Which citations cover which sentence."""

from __future__ import annotations

from pathlib import Path

from nutgraf.evidence.statements import statements
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import SETTINGS, write_files


def test_a_citation_covers_no_full_stop_of_the_sentence_before(tmp_path: Path) -> None:
    seed = "---\ntitle: Tide\n---\nIt rose. It fell.\n"
    brief = (
        "---\ntitle: Tides\ndate: 2025-03-07\n---\n## Summary\n\n"
        "It rose on Monday [@a]. It fell on Tuesday [@b]. It is still [@a; @b].\n"
    )
    files = {"nutgraf.yaml": SETTINGS, "seeds/a.md": seed, "seeds/b.md": seed}
    workspace = open_workspace(write_files(tmp_path, {**files, "briefs/one.md": brief}))
    told = [one for one in statements(workspace.brief("one")) if one.role == "summary"]
    assert [[cite.id for cite in one.cites] for one in told] == [["a"], ["b"], ["a", "b"]]
