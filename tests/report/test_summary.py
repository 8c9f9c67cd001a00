from __future__ import annotations

from typing import get_args

from nutgraf.model import Verdict
from nutgraf.report.summary import counts, line, state
from tests.report.results import STET, claim, finding


def test_claims_are_counted_by_verdict_and_findings_by_severity() -> None:
    claims = [claim(verdict) for verdict in get_args(Verdict)] + [claim(cites=())]
    found = [finding("error"), finding("warning"), finding("warning"), finding("note")]
    told = counts(claims, found)
    assert told["claims"] == 7
    assert {verdict: told[verdict] for verdict in get_args(Verdict)} == {
        "supported": 2,
        "partly supported": 1,
        "contradicted": 1,
        "not found": 1,
        "uncited": 1,
        "not checked": 1,
    }
    assert told["cited"] == 6
    assert (told["errors"], told["warnings"], told["notes"]) == (1, 2, 1)


def test_what_an_editor_let_stand_is_not_counted() -> None:
    found = [finding("error", stet=STET)]
    assert counts([], found)["errors"] == 0
    assert state(found) == "NO ERRORS"
    assert state([*found, finding("error")]) == "NOT READY"
    assert state([finding("warning")]) == "NO ERRORS"


def test_the_line_for_people_says_the_state_the_work_and_the_claims() -> None:
    claims = [claim("supported"), claim("contradicted"), claim("partly supported")]
    claims += [claim("not found"), claim("uncited"), claim("not checked")]
    told = line(claims, [finding("error"), finding("warning")])
    assert told.startswith("NOT READY · 1 to fix, 1 to settle · 6 claims: 1 match")
    assert "2 differ, 2 unsourced, 1 not comparable" in told
    assert " · 1 claim: " in line([claim()], [])
