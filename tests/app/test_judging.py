"""What is told of the check is the same wherever a brief is rendered, and judged once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from nutgraf.app.approve import approve
from nutgraf.app.build import Wanted, build
from nutgraf.app.check import Shelf, check_composed
from nutgraf.app.judging import Judging
from nutgraf.app.rendering import digests_of
from nutgraf.preview.desk import Desk
from nutgraf.workspace.loading import open_workspace
from tests.app.test_standing import BY, READY
from tests.app.verifying import NEWSROOM, give
from tests.workspaces import Files, Write

ID = "2025-03-07"
ORIGINS = "One report, one origin: Harbour Times."
NONE = "Software compared one statement with two sources; nothing was verified by a person."


def judging(root: Path, name: str = ID) -> Judging:
    workspace = open_workspace(root)
    return Judging(workspace, workspace.brief(name), Shelf(root).index)


def built(root: Path, wanted: Wanted | None = None) -> Path:
    workspace = open_workspace(root)
    (one,), faults = build(workspace, workspace.briefs()[-1:], wanted or Wanted())
    assert not faults
    return one.folder


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_is_judged_once_for_the_digests_and_the_check(write_workspace: Write) -> None:
    one = judging(write_workspace(READY))
    digests = digests_of(one)
    assert ORIGINS in flat(digests.text)
    assert one.case is not None
    checked = check_composed(
        one.workspace, one.brief, Shelf(one.workspace.root), email=digests.html, judging=one
    )
    assert [claim.text for claim in checked.claims] == [
        judged.claim.text for judged in one.case.claims
    ]


def test_it_is_kept_for_as_long_as_nothing_changes(write_workspace: Write) -> None:
    root = write_workspace(READY)
    first = digests_of(judging(root))
    again = judging(root)
    assert digests_of(again) == first
    assert again.case is None  # nothing was judged
    source = root / "seeds/report.md"
    source.write_text(source.read_text("utf-8").replace("Harbour Times", "Quay Radio"), "utf-8")
    changed = judging(root)
    assert "one origin: Quay Radio." in flat(digests_of(changed).text)
    assert changed.case is not None


def test_what_is_kept_and_damaged_is_made_anew(write_workspace: Write) -> None:
    root = write_workspace(READY)
    first = digests_of(judging(root))
    (kept,) = (root / ".nutgraf/grounds").iterdir()
    kept.write_bytes(b"\xff")
    assert digests_of(judging(root)) == first


def test_a_format_that_tells_nothing_has_nothing_judged(write_workspace: Write) -> None:
    files = {
        **READY,
        "templates/plain/format.yaml": "title: Plain\n",
        "templates/plain/email.mjml.j2": '{% include "annotated/email.mjml.j2" %}',
        "templates/plain/digest.txt.j2": '{% include "partials/digest.txt.j2" %}',
        "templates/plain/digest.md.j2": '{% include "partials/digest.md.j2" %}',
    }
    one = judging(write_workspace(files))
    assert "This brief rests on one source." in digests_of(one, format_name="plain").text
    assert one.case is None
    assert not (one.workspace.root / ".nutgraf/grounds").exists()


def test_the_build_the_approval_the_reader_and_the_preview_show_the_same(
    write_workspace: Write,
) -> None:
    root = write_workspace(READY)
    email = (built(root) / "email.html").read_text("utf-8")
    text = flat((root / "build" / ID / "digest.txt").read_text("utf-8"))
    assert ORIGINS in text
    assert NONE in text
    made = Desk(root).snapshot(ID).made
    assert made is not None
    assert made.digests.html == email
    workspace = open_workspace(root)
    entry = workspace.brief_entry(ID)
    approve(workspace, entry, by=BY, now=datetime(2025, 3, 7, 9, tzinfo=UTC))
    frozen = root / "briefs" / f"{ID}.approved"
    assert email in {path.read_text("utf-8") for path in frozen.glob("*.html")}


def test_equal_inputs_give_equal_bytes_warm_and_cold(write_workspace: Write) -> None:
    root = write_workspace(READY)
    files = [(built(root, Wanted(output=root / name)), name) for name in ("one", "two")]
    first, second = ({p.name: p.read_bytes() for p in f.iterdir()} for f, _ in files)
    assert first == second


def test_what_a_person_verified_is_told_in_the_next_build(write_workspace: Write) -> None:
    files: Files = NEWSROOM
    root = write_workspace(files)
    assert "nothing was verified by a person" in flat(
        (built(root) / "digest.txt").read_text("utf-8")
    )
    give(root)
    text = flat((built(root) / "digest.txt").read_text("utf-8"))
    assert "against two sources; a person verified" in text
    manifest = (root / "build" / ID / "manifest.json").read_text("utf-8")
    assert "seeds/spill.verified.yaml" in manifest


def test_the_preview_tells_what_was_verified_meanwhile(write_workspace: Write) -> None:
    files: Files = NEWSROOM
    desk = Desk(write_workspace(files))
    first = desk.snapshot(ID, "annotated").made
    assert first is not None
    assert "nothing was verified by a person" in flat(first.digests.text)
    give(desk.root)
    desk.refresh({"seeds/spill.verified.yaml"})
    second = desk.snapshot(ID, "annotated").made
    assert second is not None
    assert "a person verified" in flat(second.digests.text)
    cards = desk.snapshot(ID, "cards").made
    assert cards is not None
    assert "verified" not in cards.digests.text
    assert "Two reports, two origins" in flat(cards.digests.text)
