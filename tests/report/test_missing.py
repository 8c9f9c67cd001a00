from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nutgraf.model import Brief
from nutgraf.report.missing import missing
from nutgraf.workspace.loading import open_workspace
from tests.report.results import STET, finding, longer
from tests.workspaces import Write

BODY = "---\ntitle: T\ndate: 2025-03-07\n---\nThe ferries sail. [@s]\n\n## Notes\n\n{}\n"


def brief_with(root: Path) -> Brief:
    return open_workspace(root).brief("b")


def test_a_story_that_a_note_is_made_from_is_missing_until_it_is_captured(
    write_workspace: Write,
) -> None:
    files = {
        "briefs/b.md": BODY.format("CW wire reporting via Coast Radio. Check the dates."),
        "seeds/s.md": "---\ntitle: S\n---\nThe ferries sail.\n",
    }
    told = missing(brief_with(write_workspace(files)), [])
    assert told == ("the CW story via Coast Radio (briefs/b.md)",)
    files["seeds/s.md"] = "---\ntitle: S\npublisher: Coast Radio\n---\nThe ferries sail.\n"
    assert missing(brief_with(write_workspace(files)), []) == ()


def test_a_document_that_nobody_read_is_missing_unless_that_was_let_stand(
    write_workspace: Write,
) -> None:
    files = {
        "briefs/b.md": BODY.format("Nothing."),
        "seeds/s.md": "---\ntitle: S\n---\nThe ferries sail.\n",
    }
    brief = brief_with(write_workspace(files))
    one = longer(replace(finding("note"), rule="secondary-only"), "the filing is described from …")
    assert missing(brief, [one, one]) == ("the filing",)
    assert missing(brief, [replace(one, stet=STET)]) == ()
    assert missing(brief, [finding()]) == ()
