"""What a brief leaves out of its pack is listed, and nothing that it has in any words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nutgraf.app.accept import edited, offered
from nutgraf.app.check import Shelf, check_entry, chosen
from nutgraf.app.suggesting.suggest import suggest
from nutgraf.model import Role, Suggestion
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.app.suggesting.stories import BRIDGE, HERE, RECALL, WARD, story
from tests.app.test_accept import STORIES, workspace_of
from tests.cli.running import files_below
from tests.workspaces import Files, write_files

ROOT = Path(__file__).resolve().parents[3]


def suggested(root: Path, brief: str | None = None) -> tuple[Suggestion, ...]:
    return of_workspace(open_workspace(root), brief)


def of_workspace(workspace: Workspace, brief: str | None = None) -> tuple[Suggestion, ...]:
    (entry,) = chosen(workspace, [] if brief is None else [brief])
    return suggest(workspace, entry).suggestions


def with_brief(files: Files, old: str, new: str) -> Files:
    name = next(name for name in files if name.startswith("briefs/"))
    text = str(files[name])
    assert old in text
    return {**files, name: text.replace(old, new)}


def lines(found: tuple[Suggestion, ...], kind: str) -> list[str]:
    return [one.offer.line for one in found if one.kind == kind]


def test_an_answer_comes_first_with_the_line_to_paste(tmp_path: Path) -> None:
    first = suggested(write_files(tmp_path, WARD))[0]
    assert first.kind == "response"
    assert first.accepted
    assert first.offer.role is Role.QUOTES
    assert first.heading == "Quotes"
    assert first.offer.line == (
        "> “No mother will be put at risk, because every one of them will be taken by ambulance "
        "with a midwife beside her.” — Henrik Dahl, the trust's chief executive [@evening]"
    )
    (evidence,) = first.offer.evidence
    assert evidence.seed == "evening"
    assert evidence.place.line == 14


def test_an_answer_that_the_brief_tells_in_other_words_is_not_listed(tmp_path: Path) -> None:
    told = (
        "risk. [@evening] Henrik Dahl, who runs it, said that each mother will go by ambulance "
        "with a midwife at her side. [@evening]"
    )
    root = write_files(tmp_path, with_brief(WARD, "risk. [@evening]", told))
    assert lines(suggested(root), "response") == []


def test_a_gap_that_the_brief_tells_in_other_words_is_not_listed(tmp_path: Path) -> None:
    told = (
        "\n## What we don’t know\n\n- How many ambulances there will be at night. [@evening]\n"
        "- Whether night births come back when staff are hired. [@radio]\n"
    )
    name = "briefs/2026-03-06.md"
    root = write_files(tmp_path, {**WARD, name: str(WARD[name]) + told})
    assert lines(suggested(root), "caveat") == []


def test_what_an_editor_let_stand_is_not_listed(tmp_path: Path) -> None:
    stet = "stet:\n  - omitted-response: he is heard next week\n---\n## Summary"
    root = write_files(tmp_path, with_brief(WARD, "---\n## Summary", stet))
    assert lines(suggested(root), "response") == []


def test_what_accept_offers_is_suggested_in_the_same_words() -> None:
    workspace = open_workspace(ROOT)
    entry = workspace.brief_entry("2026-02-12")
    _, offers = offered(workspace, entry)
    found = of_workspace(workspace, "2026-02-12")
    assert {one.offer.line for one in offers} == {one.offer.line for one in found if one.accepted}


def told(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    """Each kind with the first words of the line."""
    return [(one.kind, " ".join(one.offer.line.removeprefix("> ").split()[:4])) for one in found]


# Each was read against the brief by hand: none of it is there, in these or in other words.
@pytest.mark.parametrize(
    ("brief", "left_out"),
    [
        (
            "2026-02-11",
            [
                ("quotation", "“This breach of confidential"),
                ("quotation", "“The improper sharing of"),
                ("quotation", "“Once taxpayer data is"),
            ],
        ),
        (
            "2026-02-12",
            [
                ("response", "“The government is finally"),
                ("caveat", "Whether any of the"),
                ("caveat", "The full scope of"),
                ("caveat", "Exact counts of affected"),
                ("caveat", "Romo declined to comment"),
                ("contrary", "Both parties were reportedly"),
                ("conflict", "The title of Dottie"),
                ("conflict", "How many names went"),
                ("conflict", "What became of the"),
                ("conflict", "Who requested: Treasury [@explainer;"),
                ("conflict", "Who sued: Public Citizen"),
            ],
        ),
        (
            "2026-02-13",
            [
                ("quotation", "The IRS asked the"),
                ("quotation", "“The improper sharing of"),
                ("quotation", "“This breach of confidential"),
            ],
        ),
    ],
)
def test_the_briefs_of_this_repository_leave_out_this_and_no_more(
    brief: str, left_out: list[tuple[str, str]]
) -> None:
    assert told(of_workspace(open_workspace(ROOT), brief)) == left_out


@pytest.mark.parametrize("name", ["ward", "recall", "bridge"])
def test_what_the_invented_briefs_leave_out(name: str, tmp_path: Path) -> None:
    """Figures stand in them in other notations, answers in other words, menus in the sources."""
    found = suggested(write_files(tmp_path, story(name)))
    expected = (HERE / name / "left_out.txt").read_text("utf-8").splitlines()
    assert [f"{one.kind}: {one.offer.line}" for one in found] == expected


@pytest.mark.parametrize("files", [WARD, RECALL, BRIDGE], ids=["ward", "recall", "bridge"])
def test_what_was_pasted_is_not_suggested_again_and_needs_no_fix(
    files: Files, tmp_path: Path
) -> None:
    workspace = open_workspace(write_files(tmp_path, files))
    (entry,) = chosen(workspace, ())
    before = {
        one.message
        for one in check_entry(workspace, entry, Shelf(tmp_path)).findings
        if one.severity == "error"
    }
    found = suggest(workspace, entry)
    made = edited(workspace, found.brief, found.suggestions)
    (tmp_path / made.path).write_text(made.after, "utf-8")
    after = open_workspace(tmp_path)
    errors = {
        one.message
        for one in check_entry(after, entry, Shelf(tmp_path)).findings
        if one.severity == "error"
    }
    assert errors <= before
    assert suggest(after, entry).suggestions == ()


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("- A fifth of the 1,150 babies of last year came at night. [@evening]", "1,150"),
        ("- Ambulances cost nearly half a million, £0.42m. [@radio]", "£420,000"),
        ("- Imogen Faye called it “a decision made by a spreadsheet”. [@radio]", "Imogen Faye"),
        (
            "- Nobody in labour can drive forty miles in the dark, said Ruth Pell. [@evening]",
            "Ruth Pell",
        ),
    ],
)
def test_what_is_told_in_another_form_is_not_suggested(
    line: str, gone: str, tmp_path: Path
) -> None:
    root = write_files(tmp_path, with_brief(WARD, "## Quotes", f"{line}\n\n## Quotes"))
    assert gone in (HERE / "ward/left_out.txt").read_text("utf-8")
    assert not any(gone in one.offer.line for one in suggested(root))


def test_what_a_section_has_no_room_for_is_told_so(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    shutil.copytree(ROOT / "templates", root / "templates")
    form = root / "templates/annotated/format.yaml"
    form.write_text(form.read_text("utf-8").replace("points: 260", "points: 60"), "utf-8")
    figures = [one for one in suggested(root) if one.kind == "figure"]
    assert [(one.words, one.room, one.fits) for one in figures] == [
        (16, 34, True),
        (21, 18, False),
        (10, 18, True),
    ]


def test_an_answer_is_told_once_where_the_line_holds_the_quotation_too(tmp_path: Path) -> None:
    found = suggested(workspace_of(tmp_path, *STORIES["mud"]))
    assert sum("Every load went" in one.offer.line for one in found) == 1


@pytest.mark.parametrize(
    ("named", "signed"),
    [
        ("transfer", "— Brent Fallow, the club’s owner [@sport]"),
        ("breach", "within the hour.” — Kerbly [@tech]"),
        ("election", "— Lucille Ames, the board’s chairwoman [@record]"),
    ],
)
def test_who_answers_is_named_with_the_office_that_the_source_gives(
    named: str, signed: str, tmp_path: Path
) -> None:
    (first, *_) = suggested(workspace_of(tmp_path, *STORIES[named]))
    assert first.kind == "response"
    assert first.offer.line.endswith(signed)


def test_an_outlet_in_brackets_is_a_credit_and_not_whom_it_was_told_to() -> None:
    found = of_workspace(open_workspace(ROOT), "2026-02-13")
    (line,) = [one.offer.line for one in found if one.speaker == "Lisa Gilbert"]
    assert line.endswith("Co-president of Public Citizen (Associated Press) [@cards; @explainer]")


@pytest.mark.parametrize("named", STORIES)
def test_what_is_suggested_of_any_story_is_in_its_sources_and_not_in_its_brief(
    named: str, tmp_path: Path
) -> None:
    workspace = open_workspace(workspace_of(tmp_path, *STORIES[named]))
    (entry,) = chosen(workspace, ())
    found = suggest(workspace, entry)
    assert found.suggestions
    lines_told = [one.offer.line for one in found.suggestions]
    assert len(set(lines_told)) == len(lines_told)
    for one in found.suggestions:
        assert one.offer.line not in found.brief.file.text
        for evidence in one.offer.evidence:
            file = workspace.source(evidence.seed)
            assert file is not None
            place = evidence.place
            assert file.file.text[place.start : place.end] == evidence.text


def test_nothing_is_written_into_the_workspace(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    before = files_below(root)
    suggested(root)
    after = {name: data for name, data in files_below(root).items() if ".nutgraf" not in name}
    assert after == before


def test_what_was_found_is_kept_until_something_changes(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    first = suggested(root)
    (kept,) = (root / ".nutgraf/suggestions").iterdir()
    written = kept.stat().st_mtime_ns
    assert suggested(root) == first
    assert kept.stat().st_mtime_ns == written
    kept.write_bytes(b"damaged")
    assert suggested(root) == first
