"""The repository is itself a newsletter; the program is held to what its own briefs get."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nutgraf.app.build import Wanted, build
from nutgraf.app.check import check
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.cli.running import run

ROOT = Path(__file__).resolve().parents[1]
BRIEFS = ("2026-02-11", "2026-02-12", "2026-02-13")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return open_workspace(ROOT)


def test_it_holds_three_briefs_and_the_newest_is_the_one_to_send(workspace: Workspace) -> None:
    assert tuple(entry.id for entry in workspace.briefs()) == BRIEFS


def test_every_brief_builds_in_every_format_without_a_warning(tmp_path: Path) -> None:
    workspace = open_workspace(ROOT)
    wanted = Wanted(formats=workspace.styles.names(), output=tmp_path)
    built, faults = build(workspace, workspace.briefs(), wanted)
    assert not faults
    assert workspace.warnings == []
    assert [one.brief.id for one in built] == list(BRIEFS)
    for one in built:
        assert len([name for name in one.files if name.endswith("email.html")]) == 3


def test_the_brief_to_send_has_nothing_to_fix(workspace: Workspace) -> None:
    (checked,) = check(workspace, [])
    assert checked.brief.id == "2026-02-13"
    assert [one for one in checked.findings if one.severity == "error"] == []


def said_wrongly(workspace: Workspace, family: str) -> list[tuple[str, int, str]]:
    """Where, and in which words, the brief as the writer left it goes wrong in a family."""
    (checked,) = check(workspace, ["2026-02-12"])
    files = {file.path: file.text for file in (checked.brief.file, *checked.brief.embedded)}
    return [
        (one.place.path, one.place.line, files[one.place.path][one.place.start : one.place.end])
        for one in checked.findings
        if one.family == family
    ]


def test_the_brief_as_the_writer_left_it_shows_its_altered_quotation_in_the_note(
    workspace: Workspace,
) -> None:
    assert any(
        (path, line) == ("seeds/irs-dhs.md", 15) and "take" in words
        for path, line, words in said_wrongly(workspace, "quotations")
    )


def test_the_brief_as_the_writer_left_it_shows_the_bound_that_was_lost(
    workspace: Workspace,
) -> None:
    assert any(
        (path, line) == ("seeds/irs-dhs.md", 13) and "2,350" in words
        for path, line, words in said_wrongly(workspace, "numbers")
    )


def test_the_brief_as_the_writer_left_it_is_asked_about_what_its_sources_differ_on_and_hedge(
    workspace: Workspace,
) -> None:
    (checked,) = check(workspace, ["2026-02-12"])
    files = {file.path: file.text for file in (checked.brief.file, *checked.brief.embedded)}
    told = {
        (one.rule, files[one.place.path][one.place.start : one.place.end])
        for one in checked.findings
    }
    assert told >= {
        ("number-conflict", "1.28 million"),
        ("role-conflict", "Chief Risk and Control Officer"),
        ("source-conflict", "verified ~47,000"),
        ("source-conflict", "Treasury"),
        ("source-conflict", "Public Citizen"),
        ("hedge-dropped", "illegally"),
        ("scope-widened", "migrant"),
        ("scope-widened", "Blocked"),
        ("stale-tense", "allows"),
        ("sequence-conflict", "now"),
        ("allegation-as-finding", "admissions of legal violations"),
        ("strength-inflated", "validates the predicted harm"),
        ("no-comment-unverified", "AP"),
    }
    assert {"single-origin", "caveat-lost", "omitted-response"} <= {rule for rule, _ in told}


@pytest.mark.parametrize("name", ["2026-02-11", "2026-02-13"])
def test_a_careful_brief_is_asked_about_nothing(workspace: Workspace, name: str) -> None:
    (checked,) = check(workspace, [name])
    assert [one.rule for one in checked.findings if one.severity != "note"] == []


def test_the_command_checks_it_from_any_folder_inside() -> None:
    ran = run(ROOT / "briefs", "check", "2026-02-13", "--format", "json")
    (told,) = json.loads(ran.out)["briefs"]
    assert told["brief"] == "briefs/2026-02-13.md"
    assert ran.status == (1 if told["summary"]["errors"] else 0)


def test_its_seeds_are_the_sources_and_one_annotated_seed(workspace: Workspace) -> None:
    kinds = {entry.id: entry.type for entry in workspace.entries.values() if "seeds/" in entry.path}
    assert kinds.pop("irs-dhs") == "note"
    assert set(kinds.values()) == {"source"}
    assert len(kinds) == 4


@pytest.mark.parametrize(
    "premise",
    [
        "both have produced specific factual admissions",
        "both are now in active federal litigation",
        "the Bovino-Lewandowski reporting line",
        "same month DHS disabled the text-archive system",
        "same month watchdog teams were ousted",
    ],
)
def test_each_premise_of_the_angles_that_no_source_carries_is_told(
    workspace: Workspace, premise: str
) -> None:
    (checked,) = check(workspace, ["2026-02-12"])
    claims = {claim.id: claim for claim in checked.claims if premise in claim.text}
    errors = {one.claim for one in checked.findings if one.severity == "error"}
    assert claims
    assert claims.keys() & errors


@pytest.mark.parametrize(
    "premise",
    [
        "Treasury and DHS signed a joint agreement in April 2025",
        "this breach of confidential information was part of the reason",
        "why this funnel was set up in the first place",
    ],
)
def test_what_stands_beside_them_and_is_carried_or_a_view_is_not(
    workspace: Workspace, premise: str
) -> None:
    (checked,) = check(workspace, ["2026-02-12"])
    claims = {claim.id: claim for claim in checked.claims if premise in claim.text}
    errors = {one.claim for one in checked.findings if one.severity == "error"}
    assert claims
    assert not claims.keys() & errors
