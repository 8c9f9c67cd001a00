"""What the check offers is written into the brief, and the check falls silent about it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from nutgraf.app.accept import Offered, edited, offered, take
from nutgraf.app.approve import approve
from nutgraf.app.check import check
from nutgraf.engine import all_rules
from nutgraf.errors import Faulty, Usage
from nutgraf.model import Brief, Finding, Role
from nutgraf.workspace.loading import open_workspace
from tests.app.test_standing import BY, NOW, READY
from tests.checks.examples import captured
from tests.checks.fairness import packs
from tests.sent import mailing_of, send
from tests.workspaces import write_files

NAME = "briefs/b.md"
WAREHOUSE = {
    "sentinel": "A fire swept through a furniture warehouse in Brno on Monday night, killing at "
    "least 11 people, officials said.\n\nThe cause of the fire in the warehouse is not known.",
    "radio": "The warehouse fire in Brno killed nine people, the fire service said on Tuesday. "
    "Twenty-three others were taken to hospital with burns.",
}
STORIES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "mud": (
        packs.MUD,
        "Residents accused the port authority of dumping dredged mud off Birk Point. [@gazette]",
    ),
    "sued company": (
        packs.SUED_COMPANY,
        (
            "Families sued Verdane, alleging that it skipped water tests at its clinic in Orrin. "
            "[@courier]"
        ),
    ),
    "minister": (
        packs.ACCUSED_MINISTER,
        (
            "Lawmakers accused the transport minister, Greta Solheim, of steering a ferry "
            "contract to a shipyard in which her cousin holds shares. [@herald]"
        ),
    ),
    "shooting": (
        packs.SHOOTING,
        (
            "A police officer shot and killed a man outside a pharmacy in Calder. [@tribune] The "
            "man’s sister accused the police of giving no warning. [@tribune]"
        ),
    ),
    "transfer": (
        packs.TRANSFER,
        (
            "Castleford supporters accused the owner, Brent Fallow, of breaking a promise over the "
            "player Tomas Reyle. [@sport]"
        ),
    ),
    "breach": (
        packs.BREACH,
        (
            "Kerbly exposed the card details of 2.1 million drivers and ignored three messages "
            "about the open server, a researcher said. [@tech]"
        ),
    ),
    "election": (
        packs.ELECTION,
        (
            "The Civic Alliance filed a complaint against the Tarn County elections board, saying "
            "that it illegally threw out 612 mail ballots. [@record]"
        ),
    ),
    "debts": (
        {
            "echo": "The toy chain Brill filed for administration on Friday with debts of about "
            "£38.6 million, its administrators said. It has 41 shops.",
            "star": "Brill, the toy chain, went into administration on Friday. It owes more than "
            "£41 million, according to papers filed by the administrators. Staff were told by "
            "email.",
        },
        "The toy chain Brill has debts of about £38.6 million, its administrators said. [@echo]",
    ),
    "warehouse": (
        WAREHOUSE,
        "A fire in a furniture warehouse in Brno killed at least 11 people. [@sentinel]",
    ),
}


def workspace_of(root: Path, pack: Mapping[str, str], body: str) -> Path:
    seeds = {
        f"seeds/{name}.md": captured(name, f"---\ntitle: The {name} report\n---\n{text}\n")
        for name, text in pack.items()
    }
    return write_files(root, {**seeds, NAME: packs.brief_on(pack, body)})


def offers(root: Path, name: str = "b") -> tuple[Brief, tuple[Offered, ...]]:
    workspace = open_workspace(root)
    return offered(workspace, workspace.brief_entry(name))


def findings(root: Path, name: str = "b") -> tuple[Finding, ...]:
    (checked,) = check(open_workspace(root), [name])
    return checked.findings


@pytest.mark.parametrize("name", STORIES)
def test_the_check_falls_silent_and_asks_nothing_new(name: str, tmp_path: Path) -> None:
    root = workspace_of(tmp_path, *STORIES[name])
    before = findings(root)
    taken = accept_all(root)
    assert taken
    after = findings(root)
    assert not {one.finding.fingerprint for one in taken} & {one.fingerprint for one in after}
    assert not [one for each in after for one in each.offers]
    known = {(one.rule, one.message) for one in before}
    assert [one for one in after if (one.rule, one.message) not in known] == []


def accept_all(root: Path, name: str = "b") -> list[Offered]:
    """Everything that is offered, until nothing is any more."""
    taken: list[Offered] = []
    brief, found = offers(root, name)
    while found:
        text = brief.file.text
        for one in found:
            text = take(open_workspace(root), brief, one, text)
        taken += found
        assert len({one.offer.line for one in taken}) == len(taken)
        brief, found = offers(root, name)
    return taken


@pytest.mark.parametrize(
    "rule",
    ["caveat-lost", "number-conflict", "omitted-response", "role-conflict"],
)
def test_what_a_rule_shows_as_bad_is_mended_by_its_own_offer(rule: str, tmp_path: Path) -> None:
    (example,) = (one.bad for one in all_rules() if one.name == rule)
    seeds = {f"seeds/{name}.md": captured(name, text) for name, text in example.seeds.items()}
    root = write_files(tmp_path, {**seeds, NAME: example.brief})
    assert rule in {one.rule for one in findings(root)}
    assert rule in {one.finding.rule for one in accept_all(root)}
    assert [one.rule for one in findings(root) if one.severity != "note"] == []


def test_a_draft_of_this_repository_is_mended_with_nothing_new(tmp_path: Path) -> None:
    repository = Path(__file__).parents[2]
    for name in ("seeds", "angles", "briefs"):
        shutil.copytree(repository / name, tmp_path / name)
    shutil.copy(repository / "nutgraf.yaml", tmp_path)
    before = {(one.rule, one.message) for one in findings(tmp_path, "2026-02-12")}
    roles = {one.offer.role for one in accept_all(tmp_path, "2026-02-12")}
    assert roles == {Role.UNKNOWNS, Role.QUOTES, Role.DIFFER}
    after = findings(tmp_path, "2026-02-12")
    assert [one for one in after if (one.rule, one.message) not in before] == []
    assert {"caveat-lost", "omitted-response", "source-conflict"} & {
        one.rule for one in after
    } == set()


def test_everything_else_in_the_file_stays(tmp_path: Path) -> None:
    root = workspace_of(tmp_path, *STORIES["mud"])
    brief, found = offers(root)
    made = edited(open_workspace(root), brief, found)
    left = made.after
    for one in found:
        assert left.count(one.offer.line) == 1
    kept = iter(made.after.splitlines())
    assert all(line in kept for line in made.before.splitlines())  # in order, and none is lost
    assert "## What we don’t know\n\n- " in made.after
    assert "## Key Points\n\n- The port authority denied it. “Every load" in made.after


def test_the_lines_go_into_the_sections_that_are_there(tmp_path: Path) -> None:
    pack, body = STORIES["mud"]
    root = workspace_of(tmp_path, pack, f"{body}\n\n## Unconfirmed\n\n* Who pays is open.\n")
    brief, found = offers(root)
    made = edited(open_workspace(root), brief, found).after
    assert "* Who pays is open.\n* " in made
    assert "What we don’t know" not in made


def test_a_stet_keeps_a_line_from_being_offered(tmp_path: Path) -> None:
    pack, body = STORIES["mud"]
    stet = "<!-- stet caveat-lost: told in the last issue -->"
    root = workspace_of(tmp_path, pack, f"{body}\n")
    (root / NAME).write_text(
        (root / NAME).read_text("utf-8").replace("## Summary\n", f"## Summary\n\n{stet}\n"), "utf-8"
    )
    _, with_stet = offers(root)
    assert "caveat-lost" not in {one.finding.rule for one in with_stet}


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    root = workspace_of(tmp_path, *STORIES["breach"])
    brief, found = offers(root)
    other = brief.file.text + "\nMore.\n"
    (root / NAME).write_text(other, "utf-8")
    with pytest.raises(Faulty, match="changed meanwhile"):
        take(open_workspace(root), brief, found[0], brief.file.text)
    assert (root / NAME).read_text("utf-8") == other


def test_an_approved_brief_is_left_alone(tmp_path: Path) -> None:
    root = write_files(tmp_path, READY)
    workspace = open_workspace(root)
    approve(workspace, workspace.brief_entry("2025-03-07"), by=BY, now=NOW)
    with pytest.raises(Usage, match="approved as it is") as refused:
        offers(root, "2025-03-07")
    assert "--withdraw" in refused.value.hint


def test_a_sent_brief_is_left_alone(tmp_path: Path) -> None:
    root = write_files(tmp_path, READY)
    send(root, [mailing_of(root, "2025-03-07")])
    with pytest.raises(Usage, match="has gone out") as refused:
        offers(root, "2025-03-07")
    assert "nutgraf correct" in refused.value.hint
