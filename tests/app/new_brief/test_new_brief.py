"""What stands in a new brief: what fits, what is left over, what is open, what waits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.app.approve import approve
from nutgraf.app.build import Wanted, build
from nutgraf.app.new_brief.begin import new_brief
from nutgraf.app.new_brief.choosing import chosen
from nutgraf.app.new_brief.since import since_last_brief
from nutgraf.app.new_brief.weighing import Brought, Weighed
from nutgraf.errors import Usage
from nutgraf.model import FileText, FrontMatter, Note, Role
from nutgraf.workspace.loading import open_workspace
from tests.app.suggesting.stories import WARD
from tests.app.test_scaffold import rules
from tests.app.test_standing import BY, NOW, READY
from tests.sent import mailing_of, send
from tests.workspaces import Files, write_files

TODAY = date(2026, 3, 11)
_EMPTY = FileText("seeds/n.md", "")
NO_NOTE = Note("n", "note", _EMPTY, FrontMatter({}, {}, {}, _EMPTY.place(0, 0), 0), "N", (), (), ())
NOTE = (
    "---\ntype: note\ntitle: The ward\ndate: 2026-03-09\nsources: [evening, radio]\n---\n"
    "## Summary\n\nA fifth of 1,150 babies were born at night. [@evening]\n\n"
    "## Key Points\n\n- More ambulances will cost £420,000. [@radio]\n"
)
LONG = (
    "---\ntype: note\ntitle: The moor\ndate: 2026-03-10\nsources: [radio]\n---\n"
    "## Key Points\n\n" + "- One more ambulance will stand on the moor at night.\n" * 30
)
ANGLE = (
    "---\nbasis: [ward]\nstatus: open\n---\n# Costs\n\nThe cost moves with the mothers. [@radio]\n"
)
COUNCIL = (
    "---\ntitle: Council asks for a [pause]\npublisher: The Evening Ledger\n"
    "published: 2026-03-10\n---\nThe county council asked the trust to wait.\n"
)
OPEN = (
    "\n## What we don’t know\n\n- How many ambulances there will be. [@evening] ^amb\n"
    "- Whether night births come back. [@radio] %% ask again %%\n"
)
WEEK: Files = {
    **WARD,
    "briefs/2026-03-06.md": str(WARD["briefs/2026-03-06.md"]) + OPEN,
    "seeds/ward.md": NOTE,
    "seeds/moor.md": LONG,
    "seeds/council.md": COUNCIL,
    "angles/costs.md": ANGLE,
}


def begun(root: Path, files: Files = WEEK, name: str | None = "2026-03-13") -> str:
    made = new_brief(open_workspace(write_files(root, files)), name, today=TODAY)
    return (root / made.files[0]).read_text("utf-8")


def section(text: str, heading: str) -> str:
    return text.partition(f"## {heading}\n\n")[2].partition("\n## ")[0]


def test_a_section_tells_its_budget_and_the_words_of_each_embed(tmp_path: Path) -> None:
    summary = section(begun(tmp_path), "Summary")
    assert "%% Budget 120 words; these bring: ward 10. %%\n\n%% ![[ward#Summary]] %%" in summary


def test_what_has_no_room_is_left_under_notes(tmp_path: Path) -> None:
    text = begun(tmp_path)
    points = section(text, "Key Points")
    assert "these bring: ward 6. No room for moor 300: see Notes." in points
    assert "![[moor" not in points
    assert "- `![[moor#Key Points]]` (300 words, for Key Points)" in section(text, "Notes")


def test_what_the_last_brief_did_not_know_is_there_to_be_looked_at_again(tmp_path: Path) -> None:
    unknowns = section(begun(tmp_path), "What we don’t know")
    assert unknowns.endswith(
        "%% Not known in the brief 2026-03-06: look again before you keep one. %%\n\n"
        "%% - How many ambulances there will be. [@evening] %%\n\n"
        "%% - Whether night births come back. [@radio] %%\n"
    )


def test_where_a_newer_source_may_tell_of_a_gap_is_said_and_no_more(tmp_path: Path) -> None:
    answer = (
        "---\ntitle: The trust answers\npublished: 2026-03-10\n---\nIt rained.\n\n"
        "Ten ambulances will be on the moor, the trust said.\n\n"
        "Night births will come back to Sandholt when the trust has hired staff.\n"
    )
    still = (
        "---\ntitle: Still open\npublished: 2026-03-10\n---\n"
        "It is not known whether night births come back.\n"
    )
    files = {**WEEK, "seeds/answer.md": answer, "seeds/still.md": still}
    unknowns = section(begun(tmp_path, files), "What we don’t know")
    assert unknowns.endswith(
        "%% - Whether night births come back. [@radio] %%\n\n"
        "%% Perhaps told by now: seeds/answer.md:9. %%\n"
    )
    assert unknowns.count("Perhaps") == 1


def test_a_gap_is_kept_by_taking_its_marks_away(tmp_path: Path) -> None:
    text = begun(tmp_path)
    line = "- Whether night births come back. [@radio]"
    (tmp_path / "briefs/2026-03-13.md").write_text(text.replace(f"%% {line} %%", line), "utf-8")
    brief = open_workspace(tmp_path).brief("2026-03-13")
    assert [source.id for source in brief.pack] == ["radio"]


def test_sources_without_a_note_are_tasks_with_the_command(tmp_path: Path) -> None:
    notes = section(begun(tmp_path), "Notes")
    assert notes.endswith(
        "%% No note rests on these sources yet: %%\n\n- [ ] Council asks for a pause, The Evening "
        "Ledger, 2026-03-10: `nutgraf new note council`\n"
    )


def test_a_source_of_before_the_last_brief_is_not_waited_for(tmp_path: Path) -> None:
    old = COUNCIL.replace("2026-03-10", "2026-03-01")
    assert "nutgraf new note" not in begun(tmp_path, {**WEEK, "seeds/council.md": old})


def test_what_came_in_is_told_with_what_it_rests_on(tmp_path: Path) -> None:
    notes = section(begun(tmp_path), "Notes")
    assert (
        "- The moor, note in seeds/moor.md: of 2026-03-10; 1 origin\n"
        "- The ward, note in seeds/ward.md: of 2026-03-09; 2 origins; 1 open angle rests on it\n"
        "- Costs, angle in angles/costs.md: 1 origin\n"
    ) in notes


def test_it_builds_and_nothing_of_ours_is_a_claim(tmp_path: Path) -> None:
    begun(tmp_path)
    workspace = open_workspace(tmp_path)
    brief = workspace.brief("2026-03-13")
    assert rules(workspace, brief) <= {"open-tk", "uncited-claim"}
    (one,), faults = build(workspace, workspace.briefs()[-1:], Wanted())
    assert faults == ()
    assert not any("come in" in claim.text for claim in one.checked.claims)


@pytest.mark.parametrize("style", ["explainer", "cards"])
def test_the_budgets_are_those_of_the_format(tmp_path: Path, style: str) -> None:
    root = write_files(tmp_path, WEEK)
    settings = root / "nutgraf.yaml"
    settings.write_text(settings.read_text("utf-8") + f"format: {style}\n", "utf-8")
    workspace = open_workspace(root)
    budget = workspace.styles.format(style).budgets[Role.SUMMARY]
    made = new_brief(workspace, "2026-03-13", today=TODAY)
    assert f"%% Budget {budget} words; these bring: ward 10" in (root / made.files[0]).read_text()


def test_without_a_name_it_is_of_the_day_that_is_due_and_says_why(tmp_path: Path) -> None:
    files = {
        f"briefs/{day}.md": f"---\ntitle: B\ndate: {day}\n---\nText.\n"
        for day in ("2026-02-20", "2026-02-27")
    }
    root = write_files(tmp_path, {**WEEK, **files})
    made = new_brief(open_workspace(root), None, today=TODAY)
    assert made.files == ("briefs/2026-03-13.md",)
    assert made.notes == ("2026-03-13: a Friday, as the last 3",)


def test_a_brief_that_is_begun_already_is_gone_on_with(tmp_path: Path) -> None:
    root = write_files(tmp_path, WEEK)
    made = new_brief(open_workspace(root), None, today=TODAY)
    with pytest.raises(Usage) as raised:
        new_brief(open_workspace(root), None, today=TODAY)
    assert raised.value.message == f"{made.files[0]} is begun already, and has TK in it"
    assert "nutgraf new brief DATE" in raised.value.hint


def test_a_brief_that_is_not_finished_has_told_nothing_yet(tmp_path: Path) -> None:
    root = write_files(tmp_path, WEEK)
    new_brief(open_workspace(root), "2026-03-12", today=TODAY)
    made = new_brief(open_workspace(root), "2026-03-13", today=TODAY)
    text = (root / made.files[0]).read_text("utf-8")
    assert "Since the brief 2026-03-06" in text
    assert "%% ![[ward#Summary]] %%" in text


def test_an_angle_that_went_out_comes_back_only_where_it_has_changed(tmp_path: Path) -> None:
    root = write_files(tmp_path, READY)
    workspace = open_workspace(root)
    approve(workspace, workspace.brief_entry("2025-03-07"), by=BY, now=NOW)
    day = date(2025, 3, 14)
    assert since_last_brief(open_workspace(root), day).angles == ()
    angle = root / "angles/quay.md"
    angle.write_text("The harbour office counted 1,240 passengers, and no cars. [@report]\n")
    assert since_last_brief(open_workspace(root), day).angles == (), "the brief has not gone out"
    send(root, [mailing_of(root, "2025-03-07")])
    found = since_last_brief(open_workspace(root), day)
    assert [one.id for one in found.angles] == ["quay"]
    made = new_brief(open_workspace(root), "2025-03-14", today=day)
    text = (root / made.files[0]).read_text("utf-8")
    assert "%% ![[angles/quay]] %%" in text
    assert "changed since the brief 2025-03-07, which was sent with it" in text


COUNTS = st.lists(st.integers(0, 400), max_size=12)


@given(COUNTS, st.none() | st.integers(1, 600))
def test_no_section_is_offered_more_than_its_budget(counts: list[int], budget: int | None) -> None:
    brings = tuple(Brought(Role.POINTS, f"![[n{at}]]", words) for at, words in enumerate(counts))
    several = [Weighed(NO_NOTE, (one,), 0, 0) for one in brings]
    own = chosen(several, {} if budget is None else {Role.POINTS: budget}).get(Role.POINTS)
    offered, left = (own.offered, own.left) if own is not None else ((), ())
    assert sorted((*offered, *left), key=brings.index) == list(brings)
    assert list(offered) == sorted(offered, key=brings.index)
    if budget is None:
        assert left == ()
    else:
        used = sum(one.words for one in offered)
        assert used <= budget
        assert all(one.words > 0 for one in left)
