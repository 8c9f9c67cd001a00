"""Scoring on labelled cases: what a case is, what is counted, what a wrong line is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nutgraf.app.bench import Case, bench, brief_of, line, read_cases, summary
from nutgraf.errors import Faulty
from tests.cli.running import run

_REPORT = (
    "The harbour office counted 1,240 passengers on Saturday. "
    "“We will sail on,” said Ines Varga, the harbour master."
)
_CASES = [
    {"id": "a", "claim": "The harbour office counted 1,240 passengers.", "label": 1},
    {"id": "b", "claim": "The harbour office counted 1,420 passengers.", "label": 0},
    {"id": "c", "claim": "“We will sail on,” said Tom Reed.", "label": 0},
]


def _write(path: Path, cases: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
    return path


def _documents() -> list[dict[str, object]]:
    types = {"b": "number", "c": "speaker"}
    return [
        {**case, "document": _REPORT, "error_type": types.get(str(case["id"]))} for case in _CASES
    ]


def test_rates_are_counted_over_labels_and_error_types(tmp_path: Path) -> None:
    told, seconds = bench(_write(tmp_path / "cases.jsonl", _documents()))
    scores = summary(told, seconds)
    assert scores["n"] == 3
    assert scores["true_positive_rate"] == 1.0
    assert scores["false_alarm_rate"] == 0.0
    assert scores["balanced_accuracy"] == 1.0
    assert scores["by_error_type"] == {
        "number": {"n": 1, "flagged": 1.0},
        "speaker": {"n": 1, "flagged": 1.0},
    }
    assert sum(scores["verdicts"].values()) == 3
    assert scores["milliseconds_per_claim"] > 0


def test_without_labels_there_are_no_rates(tmp_path: Path) -> None:
    case = {"id": 1, "claim": "Two ferries sailed.", "document": _REPORT}
    told, seconds = bench(_write(tmp_path / "cases.jsonl", [case]))
    scores = summary(told, seconds)
    assert scores["true_positive_rate"] is scores["balanced_accuracy"] is None


def test_a_verdict_line_tells_why(tmp_path: Path) -> None:
    told, _ = bench(_write(tmp_path / "cases.jsonl", _documents()))
    wrong = json.loads(line(told[1]))
    assert (wrong["id"], wrong["flagged"], wrong["verdict"]) == ("b", True, "contradicted")
    assert "number-unmatched" in wrong["rules"]
    assert any("1,240" in reason for reason in wrong["reasons"])
    right = json.loads(line(told[0]))
    assert (right["flagged"], right["verdict"]) == (False, "supported")


def test_several_sources_with_their_days_are_one_pack(tmp_path: Path) -> None:
    case = {
        "id": "a",
        "claim": "The bridge opened on March 5, 2025.",
        "sources": [
            {"id": "one", "text": "The bridge opened on Wednesday.", "published": "2025-03-07"},
            {"id": "two", "text": "Ferries will sail on."},
        ],
        "label": 1,
    }
    told, _ = bench(_write(tmp_path / "cases.jsonl", [case]))
    assert told[0].verdict == "supported"
    brief = brief_of(next(read_cases(tmp_path / "cases.jsonl")))
    assert [source.id for source in brief.pack] == ["one", "two"]


@pytest.mark.parametrize(
    "written",
    ["{", "[]", '{"id": 1}', '{"id": 1, "claim": "a", "sources": [{"id": "x"}]}',
     '{"id": 1, "claim": "a", "sources": [{"id": "x", "text": "b", "published": "soon"}]}'],
)  # fmt: skip
def test_a_line_that_is_no_case_is_told_with_its_place(tmp_path: Path, written: str) -> None:
    path = tmp_path / "cases.jsonl"
    good = json.dumps({"id": "a", "claim": "b", "document": "c"})
    path.write_text(f"{good}\n\n{written}\n")
    with pytest.raises(Faulty) as told:
        list(read_cases(path))
    (fault,) = told.value.faults
    assert (fault.path, fault.line) == (str(path), 3)
    assert "a case is" in fault.hint


def test_a_claim_stands_in_its_brief_as_it_was_written() -> None:
    claim = "*Two* ferries [sailed] — <b>so</b> it says."
    brief = brief_of(Case("a", claim, (("one", _REPORT, None),), None, None))
    (section,) = brief.stories[0].sections
    assert section.blocks[0].words.text == claim  # type: ignore[union-attr]


def test_the_command_prints_the_scores_and_keeps_the_verdicts(tmp_path: Path) -> None:
    cases = _write(tmp_path / "cases.jsonl", _documents())
    ran = run(tmp_path, "bench", str(cases), "--out", str(tmp_path / "out.jsonl"))
    assert json.loads(ran.out)["n"] == 3
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(one)["id"] for one in lines] == ["a", "b", "c"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = run(tmp_path, "bench", "nowhere.jsonl")
    assert ran.status == 2
    assert "nowhere.jsonl" in ran.err


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_bytes(b"\xff\xfe")
    ran = run(tmp_path, "bench", "cases.jsonl")
    assert ran.status == 2
    assert "not UTF-8" in ran.err
