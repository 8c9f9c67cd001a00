from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.check import check, known_rules
from nutgraf.engine import selected
from nutgraf.model import Finding
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import PLAIN, SETTINGS, Files, Write, brief

NAME = "briefs/2025-03-07.md"


def findings(root: Path, *, select: tuple[str, ...] = ("open-tk",)) -> tuple[Finding, ...]:
    return check(open_workspace(root), [], select=select)[0].findings


def stood(root: Path) -> list[str | None]:
    """The reasons that the open marks of a brief were let stand for."""
    return [one.stet.reason if one.stet else None for one in findings(root)]


@pytest.mark.parametrize(
    ("body", "reasons"),
    [
        ("Sail TK.\n\nSail TK.\n", [None, None]),
        ("Sail TK. %% stet open-tk: one %%\n\nSail TK.\n", ["one", None]),
        ("- Sail TK. <!-- stet open-tk: one -->\n- Sail TK.\n", ["one", None]),
        (
            "## Summary\n\n%% stet open-tk: all %%\n\nTK.\n\nTK.\n\n## Quotes\n\nTK.\n",
            ["all", "all", None],
        ),
        ("Sail TK. %% stet open-tk %%\n", [None]),
        ("Sail TK. %% stet quote-altered: other %%\n", [None]),
    ],
)  # fmt: skip
def test_a_stet_lets_a_finding_stand_where_it_covers_it(
    write_workspace: Write, body: str, reasons: list[str | None]
) -> None:
    assert stood(write_workspace({NAME: brief(body)})) == reasons


def test_a_stet_in_the_front_matter_covers_the_brief(write_workspace: Write) -> None:
    front = "title: T\ndate: 2025-03-07\nstet:\n  open-tk: known"
    assert stood(write_workspace({NAME: brief("TK.\n\nTK.\n", front)})) == ["known", "known"]


def test_the_stet_of_an_embedded_note_covers_that_note_alone(write_workspace: Write) -> None:
    files = {
        NAME: brief("TK.\n\n![[a]]\n"),
        "angles/a.md": "---\nstet:\n  open-tk: theirs\n---\nTK.\n",
    }
    told = {(one.place.path, one.stet is not None) for one in findings(write_workspace(files))}
    assert told == {(NAME, False), ("angles/a.md", True)}


def test_a_finding_keeps_its_fingerprint_when_other_words_change(write_workspace: Write) -> None:
    one = findings(write_workspace({NAME: brief("Sail TK.\n")}))
    two = findings(write_workspace({NAME: brief("Before.\n\nAnd **then**.\n\nSail TK.\n")}))
    assert [each.fingerprint for each in one] == [each.fingerprint for each in two]


def test_findings_that_read_alike_have_fingerprints_of_their_own(write_workspace: Write) -> None:
    told = findings(write_workspace({NAME: brief("Sail TK.\n\nDine TK.\n")}))
    assert len({one.fingerprint for one in told}) == 2


@pytest.mark.parametrize(("given", "told"), [("note", ["note"]), ("off", []), ("error", ["error"])])
def test_the_policy_gives_a_rule_another_severity(
    write_workspace: Write, given: str, told: list[str]
) -> None:
    files: Files = {**PLAIN, NAME: brief("Sail TK.\n")}
    root = write_workspace(files)
    settings = root / "nutgraf.yaml"
    policy = f"policy:\n  severity:\n    open-tk: {given}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + policy, encoding="utf-8")
    assert [one.severity for one in findings(root)] == told


def test_rules_are_selected_and_ignored_by_name_and_family() -> None:
    assert [rule.name for rule in selected(["open-tk"])] == ["open-tk"]
    assert {rule.family for rule in selected(["process"])} == {"process"}
    assert "open-tk" not in {rule.name for rule in selected(ignore=["open-tk"])}
    assert "process" not in {rule.family for rule in selected(ignore=["process"])}
    assert selected(["open-tk"], ["process"]) == ()
    assert {"open-tk", "process"} <= set(known_rules())


def test_the_worst_comes_first(write_workspace: Write) -> None:
    root = write_workspace({NAME: brief("Sail TK.\n\n## Quotes\n")})
    told = [one.severity for one in findings(root, select=())]
    assert told == sorted(told, key=("error", "warning", "note").index)
    assert len(told) >= 2


def test_a_stet_of_a_rule_that_there_is_not_names_the_nearest(write_workspace: Write) -> None:
    root = write_workspace(
        {NAME: brief("Sail. %% stet open-tc: why %%\n\nGo. %% stet q: why %%\n")}
    )
    told = [one.remedy for one in findings(root, select=("stet-unused",))]
    assert told == ["did you mean open-tk?", "`nutgraf rules` lists them"]


def test_a_stet_for_a_rule_that_was_not_asked_is_not_unused(write_workspace: Write) -> None:
    root = write_workspace({NAME: brief("Sail. %% stet open-tk: why %%\n")})
    assert findings(root, select=("stet-unused",)) == ()
    (one,) = findings(root, select=("stet-unused", "open-tk"))
    assert one.message == "there is no open-tk here to let stand"


def test_a_stet_may_name_a_rule_by_its_alias(write_workspace: Write) -> None:
    body = "> “We sail.” — Ines Varga, director [@s] %% stet quote-truncated: agreed with her %%\n"
    source = "---\ntitle: S\n---\n“We sail if the sea is calm,” said Ines Varga, the director.\n"
    root = write_workspace({NAME: brief(body), "seeds/s.md": source})
    (one,) = findings(root, select=("ellipsis-distortion", "stets"))
    assert one.stet is not None


def test_the_same_fault_is_told_once_and_another_rule_speaks_where_one_is_off(
    write_workspace: Write,
) -> None:
    source = "---\ntitle: S\n---\nUp to 90 boats sailed to the island on Monday.\n"
    root = write_workspace(
        {NAME: brief("90 boats sailed to the island on Monday. [@s]\n"), "seeds/s.md": source}
    )
    assert [one.rule for one in findings(root, select=("support", "numbers"))] == ["bound-as-value"]
    left = findings(root, select=("support",))
    assert {one.rule for one in left} <= {"failed-verification"}


@pytest.mark.parametrize("name", ["process", "open-tk"])
def test_a_severity_is_given_to_a_rule_or_to_its_family(write_workspace: Write, name: str) -> None:
    policy = f"{SETTINGS}policy:\n  severity:\n    {name}: note\n"
    root = write_workspace({"nutgraf.yaml": policy, NAME: brief("Sail TK.\n")})
    assert [one.severity for one in findings(root)] == ["note"]


def test_a_fault_in_notes_which_are_never_sent_is_no_error(write_workspace: Write) -> None:
    said = "The ferries carried 1,420 passengers on Saturday. [@report]"
    root = write_workspace({**PLAIN, NAME: brief(f"## Summary\n\n{said}\n\n## Notes\n\n{said}\n")})
    told = [one.severity for one in findings(root, select=("number-unmatched",))]
    assert told == ["error", "warning"]
