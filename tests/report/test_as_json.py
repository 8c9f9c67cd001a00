from __future__ import annotations

import json

from nutgraf.report.as_json import report
from nutgraf.report.told import Told
from tests.report.results import STET, brief, claim, finding

FINDING = {
    "rule", "family", "severity", "message", "remedy", "path", "line", "column", "end_line",
    "end_column", "start", "end", "claim", "fingerprint", "evidence", "stet",
}  # fmt: skip
CLAIM = {
    "id", "fingerprint", "text", "path", "start", "end", "role", "cites", "verdict", "reasons",
    "origins", "primary_seen", "evidence", "verified",
}  # fmt: skip
SUMMARY = {
    "claims", "supported", "partly supported", "contradicted", "not found", "uncited",
    "not checked", "cited", "verified", "origins", "errors", "warnings", "notes",
}  # fmt: skip


def test_the_shape_is_what_other_tools_read() -> None:
    told = json.loads(report([Told(brief(), (finding(), finding(stet=STET)), (claim(),))]))
    assert told["version"] == 1
    (one,) = told["briefs"]
    assert set(one) >= {"brief", "findings", "claims", "summary"}
    assert one["brief"] == "briefs/a.md"
    assert set(one["findings"][0]) == FINDING
    assert set(one["claims"][0]) == CLAIM
    assert set(one["summary"]) == SUMMARY
    assert one["findings"][0]["stet"] is None
    assert one["findings"][1]["stet"]["reason"] == "the tape says so"
    place = {key: one["findings"][0][key] for key in ("path", "line", "column", "start", "end")}
    assert place == {"path": "briefs/a.md", "line": 1, "column": 5, "start": 4, "end": 11}
    (evidence,) = one["claims"][0]["evidence"]
    assert evidence == {
        "seed": "report",
        "path": "seeds/report.md",
        "start": 0,
        "end": 19,
        "text": "The ferries sailed.",
    }
    assert one["claims"][0]["role"] == "points"


def test_no_brief_is_an_empty_list_and_letters_are_not_escaped() -> None:
    assert json.loads(report([])) == {"version": 1, "briefs": []}
    assert "•" not in report([])
    assert report([Told(brief(), (), ())]).endswith("\n")
