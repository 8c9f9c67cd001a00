"""A workspace kept open: what changed is shown, and what is broken stands over what was good."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import escape

from nutgraf.errors import Usage
from nutgraf.preview.desk import Desk
from nutgraf.preview.pages import page
from tests.app.test_standing import BY, READY, approved
from tests.workspaces import BRIEF, PLAIN, SETTINGS, Write

NAME = "briefs/2025-03-07.md"
ID = "2025-03-07"


def _save(desk: Desk, text: str, name: str = NAME) -> None:
    (desk.root / name).write_text(text, "utf-8")
    desk.refresh({name})


@pytest.fixture
def desk(write_workspace: Write) -> Desk:
    return Desk(write_workspace(PLAIN))


def _html(desk: Desk, format_name: str | None = None) -> str:
    made = desk.snapshot(ID, format_name).made
    assert made is not None
    return made.digests.html


def test_a_save_is_shown_and_checked(desk: Desk) -> None:
    assert "1,240 passengers" in _html(desk)
    _save(desk, BRIEF.replace("1,240 passengers", "1,420 passengers"))
    made = desk.snapshot(ID).made
    assert made is not None
    assert "1,420 passengers" in made.digests.html
    assert "number-unmatched" in {one.rule for one in made.checked.findings}


def test_a_changed_source_is_read_again(desk: Desk) -> None:
    assert desk.snapshot(ID).made
    report = (desk.root / "seeds/report.md").read_text("utf-8")
    _save(desk, report.replace("1,240", "2,240"), "seeds/report.md")
    made = desk.snapshot(ID).made
    assert made is not None
    assert "number-unmatched" in {one.rule for one in made.checked.findings}


def test_what_did_not_change_is_not_made_again(desk: Desk) -> None:
    before = desk.snapshot(ID).made
    _save(desk, "---\ntitle: Another\n---\nWords of another story.\n", "seeds/other.md")
    after = desk.snapshot(ID).made
    assert before is not None
    assert after is not None
    assert after.digests is before.digests


def test_a_broken_file_is_told_over_the_last_good_preview(desk: Desk) -> None:
    assert "1,240 passengers" in _html(desk)
    _save(desk, BRIEF.replace("[@report]", "[@reprot]"))
    broken = desk.snapshot(ID)
    assert [fault.message for fault in broken.faults] == ["no seed is called “reprot”"]
    assert broken.faults[0].line == 8
    assert broken.made is not None
    assert "1,240 passengers" in broken.made.digests.html
    _save(desk, BRIEF.replace("on Saturday", "at sea"))
    mended = desk.snapshot(ID)
    assert mended.faults == ()
    assert "at sea" in _html(desk)


def test_a_broken_configuration_is_told_and_the_last_one_goes_on(desk: Desk) -> None:
    assert desk.snapshot(ID).faults == ()
    _save(desk, SETTINGS + "postal_adress: x\n", "nutgraf.yaml")
    told = desk.snapshot(ID)
    assert told.faults[0].path == "nutgraf.yaml"
    assert told.made is not None
    _save(desk, SETTINGS.replace("Harbour Letter", "Quay Letter"), "nutgraf.yaml")
    assert "Quay Letter" in _html(desk)


def test_a_brief_that_was_removed_keeps_its_last_preview_and_says_so(desk: Desk) -> None:
    assert "1,240 passengers" in _html(desk)
    (desk.root / NAME).unlink()
    desk.refresh({NAME})
    gone = desk.snapshot(ID)
    assert "there is no brief" in gone.faults[0].message
    assert gone.made is not None
    with pytest.raises(Usage, match="no brief"):
        desk.snapshot("never")


def test_a_new_brief_appears_and_another_format_is_rendered(desk: Desk) -> None:
    _save(desk, BRIEF.replace("2025-03-07", "2025-03-14"), "briefs/2025-03-14.md")
    assert [entry.id for entry in desk.briefs()] == [ID, "2025-03-14"]
    assert desk.newest() == "2025-03-14"
    assert _html(desk, "cards") != _html(desk, "explainer")


def test_a_changed_template_changes_the_digest(desk: Desk, tmp_path: Path) -> None:
    assert "Sent with care" not in _html(desk)
    folder = desk.root / "templates/plain"
    folder.mkdir(parents=True)
    for name in ("digest.md.j2", "digest.txt.j2"):
        (folder / name).write_text("x", "utf-8")
    (folder / "format.yaml").write_text("title: Plain\n", "utf-8")
    column = "<mj-section><mj-column><mj-text>{}</mj-text></mj-column></mj-section>"
    mjml = f'<mjml lang="en" dir="ltr"><mj-body>{column}</mj-body></mjml>'
    _save(desk, mjml.format("One"), "templates/plain/email.mjml.j2")
    assert "One" in _html(desk, "plain")
    _save(desk, mjml.format("Two"), "templates/plain/email.mjml.j2")
    assert "Two" in _html(desk, "plain")


def test_two_files_with_one_id_are_told_even_before_anything_was_shown(desk: Desk) -> None:
    (desk.root / "briefs/copy.md").write_text(f"---\nid: {ID}\n{BRIEF[4:]}", "utf-8")
    desk.refresh({"briefs/copy.md"})
    told = desk.snapshot(ID)
    assert told.made is None
    assert "is the id of" in told.faults[0].message


def test_the_bar_says_whether_the_brief_is_approved(write_workspace: Write) -> None:
    desk = Desk(write_workspace(READY))
    assert 'id="approval"' not in _page(desk)
    approved(desk.root)
    desk.refresh({"briefs/2025-03-07.approved/approval.json"})
    assert f'title="by {escape(BY)}">Approved</p>' in _page(desk)
    (desk.root / "angles/quay.md").write_text("The quay is closed.\n", "utf-8")
    desk.refresh({"angles/quay.md"})
    assert 'title="angles/quay.md has changed since">Approval withdrawn</p>' in _page(desk)


def test_a_damaged_approval_is_told_over_the_preview(write_workspace: Write) -> None:
    desk = Desk(write_workspace(READY))
    approved(desk.root)
    path = "briefs/2025-03-07.approved/approval.json"
    (desk.root / path).write_text("{", "utf-8")
    desk.refresh({path})
    shown = desk.snapshot(ID)
    assert shown.made is not None
    assert [fault.path for fault in shown.faults] == [path]


def _page(desk: Desk) -> str:
    return page(desk.snapshot(ID), {}, briefs=desk.briefs(), formats=["annotated"], token="t")
