"""What a brief leaves out of its pack is listed, and nothing that it has in any words."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.accept import offered
from nutgraf.app.check import chosen
from nutgraf.app.suggesting.suggest import suggest
from nutgraf.model import Role, Suggestion
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.app.suggesting.stories import WARD
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


def test_every_gap_of_the_pack_is_listed_also_where_no_rule_speaks(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    assert lines(suggested(root), "caveat") == [
        "It is not clear how many of the ambulances will be on the road at night. [@evening]",
        (
            "The trust has not said whether the ward will open again at night once it has hired "
            "new staff. [@radio]"
        ),
    ]


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


@pytest.mark.parametrize("brief", ["2026-02-11", "2026-02-13"])
def test_a_brief_that_tells_of_every_answer_gap_and_conflict_is_offered_none(brief: str) -> None:
    kinds = {one.kind for one in of_workspace(open_workspace(ROOT), brief)}
    assert kinds <= {"quotation", "figure"}
