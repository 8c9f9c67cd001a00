"""A correction finds what went out, goes into the next brief, and is owed until that has gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.app.archive import went_out, write_archive
from nutgraf.app.check import check
from nutgraf.app.correct import Opened, correct, find, known_corrections
from nutgraf.app.new_brief.begin import new_brief
from nutgraf.errors import Usage
from nutgraf.model import Gravity
from nutgraf.workspace.loading import open_workspace
from tests.sent import EVENING, mailing_of, send
from tests.workspaces import PLAIN, SETTINGS, write_files

NOTE = """\
---
type: note
title: Ferries
---
## Key Points

- The ferries carried 1,240 passengers on Saturday. [@report]
"""
EMBEDS = """\
---
title: {title}
date: {day}
sources: [report]
---
## Key Points

![[ferries#Key Points]]
"""
NEXT = "---\ntitle: Next\ndate: 2025-03-21\nsources: [report]\n---\n## Summary\n\nWe sail on.\n"
LATER = datetime(2025, 3, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "seeds/report.md": PLAIN["seeds/report.md"],
        "seeds/ferries.md": NOTE,
        "nutgraf.yaml": f"{SETTINGS}base_url: https://harbour.example/briefs\n",
        "briefs/2025-03-07.md": EMBEDS.format(title="One", day="2025-03-07"),
        "briefs/2025-03-14.md": EMBEDS.format(title="Two", day="2025-03-14"),
    }
    made = write_files(tmp_path, files)
    send(
        made,
        [
            mailing_of(made, "2025-03-07"),
            mailing_of(made, "2025-03-14", EVENING + timedelta(days=7)),
        ],
    )
    return made


def opened(root: Path, severity: Gravity = "factual") -> Opened:
    workspace = open_workspace(root)
    found = find(workspace, "carried 1,240 passengers")
    return correct(
        workspace,
        found,
        severity=severity,
        said=found[-1].again.sentence,
        right="They carried 1,204. [@report]",
        by="I. Varga",
        now=LATER,
    )


def test_every_brief_that_went_out_with_it_is_found_also_through_an_embed(root: Path) -> None:
    note = root / "seeds/ferries.md"
    note.write_text(note.read_text("utf-8").replace("1,240", "1,204"), "utf-8")
    found = find(open_workspace(root), "carried 1,240 passengers")
    assert [one.id for one in found] == ["2025-03-07", "2025-03-14"]
    assert [one.places for one in found] == [(), ()]  # the note was mended since


def test_where_the_words_still_stand_is_told(root: Path) -> None:
    (place,) = find(open_workspace(root), "carried 1,240 passengers")[0].places
    assert (place.path, place.line) == ("seeds/ferries.md", 7)


def test_what_no_brief_said_is_refused_and_a_draft_that_says_it_is_named(root: Path) -> None:
    write_files(root, {"briefs/2025-03-21.md": NEXT, "nutgraf.yaml": SETTINGS})
    with pytest.raises(Usage, match="no brief that was sent says"):
        find(open_workspace(root), "a ferry sank on Sunday")
    with pytest.raises(Usage, match="2025-03-21 does, and has not gone out") as raised:
        find(open_workspace(root), "We sail on")
    assert "briefs/2025-03-21.md:8:1" in raised.value.hint


def test_the_next_brief_gets_the_item_under_corrections_and_is_owed_no_more(root: Path) -> None:
    write_files(root, {"briefs/2025-03-21.md": NEXT, "nutgraf.yaml": SETTINGS})
    done = opened(root)
    assert done.correction.briefs == ("2025-03-07", "2025-03-14")
    text = (root / "briefs/2025-03-21.md").read_text("utf-8")
    assert text == f"{NEXT}\n## Corrections\n\n{done.item}\n"
    assert done.item.startswith("- We wrote on 14 March 2025: “The ferries carried 1,240")
    (checked,) = check(open_workspace(root), ["2025-03-21"])
    assert "correction-owed" not in {one.rule for one in checked.findings}
    assert [one.state for one in known_corrections(open_workspace(root))] == ["in a draft"]


def test_a_brief_without_the_item_is_held_up_until_it_has_gone_out(root: Path) -> None:
    done = opened(root)
    assert done.brief is None
    write_files(root, {"briefs/2025-03-21.md": NEXT, "nutgraf.yaml": SETTINGS})
    (checked,) = check(open_workspace(root), ["2025-03-21"])
    (owed,) = [one for one in checked.findings if one.rule == "correction-owed"]
    assert owed.severity == "error"
    assert done.item in owed.remedy
    path = root / "briefs/2025-03-21.md"
    path.write_text(f"{NEXT}\n## Corrections\n\n{done.item}\n", "utf-8")
    send(root, [mailing_of(root, "2025-03-21", EVENING + timedelta(days=14))])
    (known,) = known_corrections(open_workspace(root))
    assert (known.state, known.brief) == ("gone out", "2025-03-21")


def test_a_new_brief_begins_with_what_is_owed(root: Path) -> None:
    done = opened(root)
    new_brief(open_workspace(root), "2025-03-21", today=LATER.date())
    text = (root / "briefs/2025-03-21.md").read_text("utf-8")
    assert f"## Corrections\n\n{done.item}\n" in text


def test_an_item_joins_a_list_that_is_there_and_private_notes_stay_last(root: Path) -> None:
    there = NEXT + "\n## Corrections\n\n- An older one.\n\n## Notes\n\nOurs.\n"
    write_files(root, {"briefs/2025-03-21.md": there, "nutgraf.yaml": SETTINGS})
    done = opened(root)
    text = (root / "briefs/2025-03-21.md").read_text("utf-8")
    assert f"- An older one.\n{done.item}\n\n## Notes\n\nOurs.\n" in text


def test_a_typo_is_owed_to_nobody(root: Path) -> None:
    write_files(root, {"briefs/2025-03-21.md": NEXT, "nutgraf.yaml": SETTINGS})
    assert opened(root, "typo").brief is None
    assert (root / "briefs/2025-03-21.md").read_text("utf-8") == NEXT
    (checked,) = check(open_workspace(root), ["2025-03-21"])
    assert "correction-owed" not in {one.rule for one in checked.findings}


def test_the_archive_keeps_the_old_words_below_a_note(root: Path) -> None:
    opened(root)
    workspace = open_workspace(root)
    folder = write_archive(workspace, went_out(workspace)).folder
    for name in ("2025-03-07", "2025-03-14"):
        page = (folder / name / "index.html").read_text("utf-8")
        note = page.index("Corrected on")
        assert note < page.index("They carried 1,204.") < page.index("Key Points")
        as_sent = page[page.index("Key Points") :]
        assert "The ferries carried 1,240 passengers on Saturday." in as_sent
        text = (folder / name / "brief.txt").read_text("utf-8")
        assert text.startswith("\ufeffCORRECTED on 15 March 2025.")
    assert "Corrected on 15 March 2025" in (folder / "index.html").read_text("utf-8")
    assert "2025-03-15T09:00:00+00:00" in (folder / "atom.xml").read_text("utf-8")
