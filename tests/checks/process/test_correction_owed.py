"""What was corrected is not said again, and what went out wrongly is looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nutgraf.checks.record import Record
from nutgraf.checks.rule import Example
from nutgraf.model import Correction, Gravity
from tests.checks.examples import check_example, open_findings

MILL = "---\ntitle: The mill\n---\nThe mill employs 212 people, the town said on Monday.\n"
BRIEF = "---\ntitle: Mills\ndate: 2025-04-04\nsources: [mill]\n---\n## Summary\n\n{}\n"


def corrected(severity: Gravity = "factual") -> Correction:
    return Correction(
        "2025-03-30-aaaa",
        datetime(2025, 3, 30, tzinfo=UTC),
        "I. Varga",
        severity,
        "The mill employs 221 people",
        date(2025, 3, 28),
        "The mill employs 212 people. [@mill]",
        ("2025-03-28",),
    )


def told(body: str, record: Record, folder: Path) -> list[tuple[str, str]]:
    example = Example(BRIEF.format(body), {"mill": MILL}, record=record)
    found = open_findings(check_example(example, folder))
    return [(one.severity, one.message) for one in found if one.rule == "correction-owed"]


@pytest.mark.parametrize(
    "body",
    [
        "The mill employs 221 people.",
        "the mill employs 221 people, the town said. [@mill]",
        "- Jobs first: **The mill employs 221 people**",
    ],
)
def test_what_was_corrected_is_not_said_again(body: str, tmp_path: Path) -> None:
    found = told(body, Record(corrected=(corrected(),)), tmp_path)
    assert found == [("error", "this was corrected on 2025-03-30")]


@pytest.mark.parametrize(
    "body",
    [
        "The mill employs 212 people. [@mill]",
        "The town said on Monday that the mill employs people.",
        "We sail on.",
    ],
)
def test_what_is_right_now_is_silent(body: str, tmp_path: Path) -> None:
    assert told(body, Record(corrected=(corrected(),)), tmp_path) == []


@pytest.mark.parametrize(
    ("said", "right", "body"),
    [
        (
            "The mill employs 221 people",
            "It employs 212.",
            "Some 221 people are employed at the mill.",
        ),
        (
            "The senator voted for the dam bill in May",
            "The senator voted against the dam bill in May.",
            "- In May the senator voted for the dam bill. Her rival did not.",
        ),
        (
            "Dr. Ola Brandt led the trial",
            "Dr. Mina Holt led the trial. [@mill]",
            "The trial that Dr. Ola Brandt led ended early.",
        ),
        (
            "The bakery closed on Thursday, March 6",
            "It closed on Friday, March 7.",
            "On Thursday, March 6, the bakery closed for good.",
        ),
        (
            "The port handles 40 ships a day",
            "The port handles 40 ships a week.",
            "The port, which handles 40 ships a day, is full.",
        ),
        (
            "The storm killed nine fishermen",
            "The storm killed six fishermen and injured three.",
            "Nine fishermen were killed by the storm.",
        ),
    ],
)
def test_what_was_corrected_is_not_said_in_other_words(
    said: str, right: str, body: str, tmp_path: Path
) -> None:
    one = replace(corrected(), said=said, right=right)
    ((severity, message),) = told(body, Record(corrected=(one,)), tmp_path)
    # Whether other words say the same is for the editor to tell.
    assert (severity, "?" in message) == ("warning", True)


@pytest.mark.parametrize(
    ("said", "right", "body"),
    [
        (
            "The mill employs 221 people",
            "The mill employs 212 people.",
            "We wrote that the mill employs 221 people.",
        ),
        (
            "The mill employs 221 people",
            "The mill employs 212 people.",
            "The mill does not employ 221 people.",
        ),
        (
            "The mill employs 221 people",
            "The mill employs 212 people.",
            "The mill employs 212 people, not 221.",
        ),
        (
            "The mill employs 221 people",
            "The mill employs 212 people.",
            "The quarry next to the mill has 221 trucks.",
        ),
        (
            "Dr. Ola Brandt led the trial",
            "Dr. Mina Holt led the trial.",
            "Dr. Ola Brandt spoke about a trial of hers.",
        ),
        (
            "The storm killed nine fishermen",
            "The storm killed six fishermen.",
            "The storm reached the coast at nine, and fishermen stayed in.",
        ),
        (
            "The senator voted for the dam bill in May",
            "The senator voted for the dam bill in June.",
            "In May the senator spoke on the dam bill.",
        ),
    ],
)
def test_what_only_has_words_of_it_is_silent(
    said: str, right: str, body: str, tmp_path: Path
) -> None:
    one = replace(corrected(), said=said, right=right)
    assert told(body, Record(corrected=(one,)), tmp_path) == []


def test_a_typo_may_stand_again(tmp_path: Path) -> None:
    body = "The mill employs 221 people."
    assert told(body, Record(corrected=(corrected("typo"),)), tmp_path) == []


def test_a_brief_that_went_out_with_what_a_source_contradicts_is_looked_at_again(
    tmp_path: Path,
) -> None:
    body = "The mill employs 221 people, the town said on Monday. [@mill]"
    ((severity, message),) = told(body, Record(sent=True), tmp_path)
    assert severity == "warning"
    assert message.endswith("look again")


def test_once_corrected_it_needs_no_second_look(tmp_path: Path) -> None:
    body = "The mill employs 221 people. [@mill]"
    one = corrected()
    record = Record(sent=True, corrected=(one,))
    assert [m for _, m in told(body, record, tmp_path)] != []  # another brief's correction
    own = replace(one, briefs=("example",))
    assert told(body, Record(sent=True, corrected=(own,)), tmp_path) == []
