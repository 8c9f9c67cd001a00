"""The angles of earlier briefs reach the check of a later one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from nutgraf.app.angles_used import used_angles
from nutgraf.app.approve import approve
from nutgraf.app.check import check
from nutgraf.app.record import record_of
from nutgraf.model import Correction, Finding
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.app.test_standing import BRIEF, BY, NOW, READY
from tests.workspaces import write_files

LATER = BRIEF.replace("2025-03-07", "2025-03-14")


def workspace(folder: Path, *, approved: bool = True) -> Workspace:
    root = write_files(folder, {**READY, "briefs/2025-03-14.md": LATER})
    if approved:
        first = open_workspace(root)
        approve(first, first.brief_entry("2025-03-07"), by=BY, now=NOW)
    return open_workspace(root)


def repeats(found: Workspace, name: str) -> list[Finding]:
    (checked,) = check(found, [name])
    return [one for one in checked.findings if one.rule == "angle-repeat"]


def test_an_angle_of_an_approved_brief_is_known_in_a_later_one(tmp_path: Path) -> None:
    here = workspace(tmp_path)
    (used,) = record_of(here, here.brief("2025-03-14")).used_angles
    assert (used.brief, used.place.path) == ("2025-03-07", "angles/quay.md")
    (one,) = repeats(here, "2025-03-14")
    assert one.place.path == "angles/quay.md"


def test_the_brief_itself_and_a_draft_are_no_earlier_use(tmp_path: Path) -> None:
    assert repeats(workspace(tmp_path / "a"), "2025-03-07") == []
    assert repeats(workspace(tmp_path / "b", approved=False), "2025-03-14") == []


def test_a_brief_without_angles_asks_for_none(tmp_path: Path) -> None:
    here = workspace(tmp_path)
    path = here.root / "briefs/2025-03-14.md"
    path.write_text(LATER.partition("## Newsletter Angles")[0], encoding="utf-8")
    again = open_workspace(here.root)
    assert record_of(again, again.brief("2025-03-14")).used_angles == ()
    assert "used angles" not in again.memo


def test_a_correction_touches_the_angle_that_rests_on_its_words(tmp_path: Path) -> None:
    here = workspace(tmp_path)
    correction = Correction(
        id="2025-03-08-1f0a",
        opened=datetime(2025, 3, 8, 9, 30, tzinfo=UTC),
        by="I. Varga",
        severity="factual",
        said="the office counted 1,240 passengers",
        said_on=NOW.date(),
        right="It counted 1,204. [@report]",
        briefs=("2025-03-07",),
    )
    (used,) = used_angles(here.brief("2025-03-07"), [correction])
    assert used.corrected == ("2025-03-08-1f0a",)
    (used,) = used_angles(here.brief("2025-03-07"), [])
    assert used.corrected == ()
