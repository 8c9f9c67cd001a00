"""not-signed-off and stale-verification: what was verified, and what stands there now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.app.check import Shelf, check_composed
from nutgraf.app.verify import Word
from nutgraf.checks.process.stale_verification import changed
from nutgraf.model import Finding
from nutgraf.workspace.loading import open_workspace
from tests.app.verifying import BRIEF, FINE, NEWSROOM, NOTE, edit, give
from tests.workspaces import SETTINGS, Write

Step = Callable[[Path], object]
ASKED = f"{SETTINGS}policy:\n  verify: [quotations, figures]\n"
GATED = f"{SETTINGS}policy:\n  gate: [verified]\n"
STET = "<!-- stet not-signed-off: read out in court -->"
QUOTE = "“We failed"


def found(root: Path, rule: str, name: str = "2025-03-07") -> list[Finding]:
    workspace = open_workspace(root)
    brief = workspace.brief(name)
    checked = check_composed(workspace, brief, Shelf(root), select=[rule])
    return [one for one in checked.findings if one.rule == rule and one.stet is None]


def at_approval(root: Path) -> list[Finding]:
    workspace = open_workspace(root)
    brief = workspace.brief("2025-03-07")
    checked = check_composed(workspace, brief, Shelf(root), approving=True)
    return [one for one in checked.findings if one.rule == "not-signed-off" and one.stet is None]


def in_note(old: str, new: str) -> Step:
    return lambda root: edit(root, "seeds/spill.md", old, new)


def in_source(old: str, new: str, name: str = "gazette") -> Step:
    return lambda root: edit(root, f"seeds/{name}.md", old, new)


def verified(begin: str = FINE[:26], name: str = "spill") -> Step:
    return lambda root: give(root, begin=begin, name=name)


def asked(begin: str = FINE[:26]) -> Step:
    return lambda root: give(root, Word("query", note="when?"), begin=begin, after=3)


STALE: list[tuple[str, tuple[Step, ...], str]] = [
    ("a figure", (verified(), in_note("$1.2 million", "$1.3 million")), "“$1.3” now"),
    ("a negation", (verified(), in_note("was fined", "was not fined")), "without “not”"),
    ("a word gone", (verified(), in_note("a fuel spill", "a spill")), "“fuel”, which is gone"),
    ("a hedge", (verified(), in_note("that killed", "that may have killed")), "without “may have”"),
    ("a name", (verified(QUOTE), in_note("Ines Varga", "Ines Vargas")), "“Vargas,”"),
    ("words quoted", (verified(QUOTE), in_note("failed the people", "failed people")), "“the”"),
    ("the passage", (verified(), in_source("killed 340", "killed 314")), "in gazette"),
    ("who says it", (verified(), in_source("a court spokesman said", "a lawyer said")), "gazette"),
    ("the words said", (verified(QUOTE), in_source("We failed", "They failed")), "in gazette"),
    (
        "a passage gone",
        (verified(), in_source("The harbour board was fined $1.2 million on Tuesday over a fuel "
         "spill that killed 340 seabirds,\na court spokesman said. ", "")),
        "nowhere in gazette",
    ),
    (
        "in the brief itself",
        (verified("Wardens", "2025-03-07"),
         lambda root: edit(root, "briefs/2025-03-07.md", "two weeks", "two months")),
        "“months.” now",
    ),
    (
        "in the brief's other source",
        (verified("Wardens", "2025-03-07"), in_source("counted 340", "counted 341", "herald")),
        "in herald",
    ),
    ("verified twice", (verified(), asked(), verified(QUOTE), in_note("live here", "live there")),
     "“there"),
]  # fmt: skip
FRESH: list[tuple[str, tuple[Step, ...]]] = [
    ("nothing was changed", (verified(), verified(QUOTE))),
    ("a comma", (verified(), in_note("million over", "million, over"))),
    ("a capital", (verified(), in_note("The harbour board", "The Harbour Board"))),
    ("marks", (verified(QUOTE), in_note("“We failed the people who live here.”",
                                         '"We failed the people who live here."'))),
    ("emphasis", (verified(), in_note("was fined", "was *fined*"))),
    ("another citation", (verified(), in_note("seabirds. [@gazette]", "seabirds. [@herald]"))),
    ("a block id", (verified(), in_note("seabirds. [@gazette]", "seabirds. [@gazette] ^fine"))),
    ("another bullet", (verified(), in_note("every hour", "every two hours"))),
    ("elsewhere in the source", (verified(), in_source("in 1998", "in 1989"))),
    ("the sentence before the quotation", (verified(QUOTE), in_source("built in 1998", "old"))),
    ("the sentence behind it", (verified(QUOTE), in_source("She did not say", "She did not know"))),
    ("a comma in the passage", (verified(), in_source("spill that", "spill, that"))),
    ("a query, then the words", (asked(), in_note("was fined", "was duly fined"))),
    ("it is moved", (verified(), in_note("## Key Points\n\n", "## Key Points\n\nIn short:\n\n"))),
    ("the statement is gone", (verified(), in_note(f"- {FINE} [@gazette]\n", ""))),
    ("verified anew", (verified(), in_note("a fuel spill", "an oil spill"),
                       lambda root: give(root, after=9))),
]  # fmt: skip


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace(NEWSROOM)


@pytest.mark.parametrize(("what", "steps", "told"), STALE, ids=lambda one: str(one)[:30])
def test_what_was_verified_in_other_words_is_told(
    root: Path, what: str, steps: tuple[Step, ...], told: str
) -> None:
    for step in steps:
        step(root)
    (one,) = found(root, "stale-verification")
    assert one.severity == "error"
    assert told in one.message, what
    assert one.message.startswith("Ines Quill verified")


@pytest.mark.parametrize(("what", "steps"), FRESH, ids=lambda one: str(one)[:30])
def test_what_says_the_same_in_the_same_words_is_not(
    root: Path, what: str, steps: tuple[Step, ...]
) -> None:
    for step in steps:
        step(root)
    assert found(root, "stale-verification") == [], what


def test_the_place_is_the_words_that_changed(root: Path) -> None:
    give(root)
    edit(root, "seeds/spill.md", "was fined", "was never fined")
    (one,) = found(root, "stale-verification")
    assert NOTE.replace("was fined", "was never fined")[one.place.start : one.place.end] == "never"


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("a b c", "a x c", ("b", "x")),
        ("a b c", "a c", ("b", "")),
        ("a c", "a b c", ("", "b")),
        ("A, b", "a b", ("", "")),
        ("a", "b", ("a", "b")),
    ],
)
def test_what_is_shown_is_what_changed(was: str, now: str, words: tuple[str, str]) -> None:
    assert changed(was, now) == words


# --- not-signed-off ------------------------------------------------------------------------------


def test_where_nobody_verifies_nothing_is_said(root: Path) -> None:
    assert found(root, "not-signed-off") == []
    assert at_approval(root) == []


@pytest.mark.parametrize("settings", [ASKED, GATED])
def test_where_it_is_asked_for_it_is_told_once_with_the_count(root: Path, settings: str) -> None:
    (root / "nutgraf.yaml").write_text(settings, "utf-8")
    (one,) = found(root, "not-signed-off")
    assert one.message == "3 of 3 statements that want a person have none yet"
    assert one.severity == "warning"
    assert one.place.path == "briefs/2025-03-07.md"


HARBOUR = (
    "---\ntitle: Harbour\n---\nThe board met on Monday. Ruth Okafor was charged with fraud. "
    "It spent 12,400 pounds. “We were misled by the builder,” she said. The quay reopened.\n"
)
WANTED = [
    ("quotations", "## Summary\n\nThe board was “misled by the builder”, she said."),
    ("quotations", "## Quotes\n\n> “We were misled by the builder.” — Ruth Okafor"),
    ("figures", "## Key Points\n\n- It spent 12,400 pounds. [@harbour]"),
    ("figures", "## Key Points\n\n- It spent twelve thousand pounds, or more."),
    ("figures", "## By the numbers\n\n| a | b |\n|---|---|\n| 12,400 | pounds spent |"),
    ("accusations", "## Summary\n\nRuth Okafor was charged with fraud."),
    ("accusations", "## Newsletter Angles\n\n- Harbour Holdings falsified its permits, it seems."),
    ("settled-conflicts", "## Reports differ\n\n- The board met on Monday; another has Tuesday."),
    ("settled-conflicts", "## Summary\n\nReports differ on whether the board met on Monday."),
    ("all", "## Summary\n\nThe quay reopened."),
]
UNWANTED = [
    ("quotations", "## Summary\n\nIt spent 12,400 pounds."),
    ("quotations", "## Summary\n\nThe board calls it “misled”."),
    ("figures", "## Summary\n\nThe board met on Monday. The quay reopened."),
    ("figures", "## Summary\n\nThe first board met."),
    ("figures", "## Notes\n\nIt spent 12,400 pounds."),
    ("figures", "## Summary\n\nThe quay reopened. %%It spent 12,400 pounds.%%"),
    ("accusations", "## Summary\n\nRuth Okafor chairs the board."),
    ("accusations", "## Summary\n\nWhether Ruth Okafor abused the permits is not known."),
    ("accusations", "## Summary\n\nIt spent 12,400 pounds."),
    ("settled-conflicts", "## Summary\n\nThe board met on Monday."),
]


def counted(root: Path, kind: str, body: str) -> list[str]:
    """What the rule says of a brief whose publication wants that kind verified."""
    (root / "nutgraf.yaml").write_text(f"{SETTINGS}policy:\n  verify: [{kind}]\n", "utf-8")
    (root / "seeds/harbour.md").write_text(HARBOUR, "utf-8")
    front = "---\ntitle: Harbour\ndate: 2025-03-14\nsources: [harbour]\n---\n"
    (root / "briefs/2025-03-14.md").write_text(f"{front}{body}\n", "utf-8")
    return [one.message for one in found(root, "not-signed-off", "2025-03-14")]


@pytest.mark.parametrize(("kind", "body"), WANTED)
def test_what_the_policy_wants_verified_is_counted(root: Path, kind: str, body: str) -> None:
    (message,) = counted(root, kind, body)
    assert "that want a person have none yet" in message


@pytest.mark.parametrize(("kind", "body"), UNWANTED)
def test_what_it_does_not_want_verified_is_not(root: Path, kind: str, body: str) -> None:
    assert counted(root, kind, body) == []


def test_where_somebody_has_begun_the_rest_is_told(root: Path) -> None:
    give(root)
    (one,) = found(root, "not-signed-off")
    assert one.message == "2 of 3 statements that want a person have none yet"


def test_each_is_told_when_the_brief_is_up_for_approval(root: Path) -> None:
    give(root)
    give(root, Word("query", note="who says so?"), begin=QUOTE, after=1)
    told = {one.message: one.place for one in at_approval(root)}
    assert set(told) == {
        "No person has verified this",
        "A query waits for the author: who says so?",
    }
    place = told["No person has verified this"]
    assert BRIEF[place.start : place.end].startswith("Wardens counted")


@pytest.mark.parametrize("approval", [False, True])
def test_a_stet_lets_one_go_without(root: Path, *, approval: bool) -> None:
    give(root)
    edit(root, "seeds/spill.md", "board [@gazette]", f"board [@gazette] {STET}")
    edit(root, "briefs/2025-03-07.md", "[@herald]", f"[@herald] {STET}")
    assert (at_approval(root) if approval else found(root, "not-signed-off")) == []
    assert found(root, "stet-unused") == []


def test_all_that_was_verified_or_let_stand_is_silent(root: Path) -> None:
    give(root)
    give(root, Word("stet", note="quote-altered: as said"), begin=QUOTE, after=1)
    give(root, name="2025-03-07", begin="Wardens", after=2)
    assert found(root, "not-signed-off") == at_approval(root) == []


def test_the_author_alone_is_not_enough_where_two_are_asked_for(root: Path) -> None:
    (root / "nutgraf.yaml").write_text(f"{SETTINGS}policy:\n  second_reader: true\n", "utf-8")
    for begin in (FINE, QUOTE):
        give(root, by="Tom Adair", begin=begin)
    give(root, by="Tom Adair", name="2025-03-07", begin="Wardens")
    told = [one.message for one in at_approval(root)]
    assert told == ["Only its author has verified this, and a second reader is wanted"] * 2


def test_what_is_stale_is_told_as_that_alone(root: Path) -> None:
    for name, begin in (("spill", FINE), ("spill", QUOTE), ("2025-03-07", "Wardens")):
        give(root, name=name, begin=begin)
    edit(root, "seeds/spill.md", "was fined", "was not fined")
    assert found(root, "not-signed-off") == at_approval(root) == []
    assert len(found(root, "stale-verification")) == 1


def test_a_severity_of_off_turns_it_off(root: Path) -> None:
    (root / "nutgraf.yaml").write_text(f"{ASKED}  severity:\n    not-signed-off: off\n", "utf-8")
    assert found(root, "not-signed-off") == []


def test_a_note_by_itself_is_asked_about_in_the_same_way(root: Path) -> None:
    give(root)
    workspace = open_workspace(root)
    entry = workspace.entry("spill")
    assert entry is not None
    brief = replace(workspace.alone(entry))
    checked = check_composed(workspace, brief, Shelf(root), alone=True, select=["not-signed-off"])
    assert [one.message for one in checked.findings] == [
        "1 of 2 statements that want a person have none yet"
    ]
