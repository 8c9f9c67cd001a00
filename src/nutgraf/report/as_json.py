"""The JSON of a check; its shape is `version` 1 and other tools read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from nutgraf.model import Claim, Evidence, Finding, Place, Stet, Verification
from nutgraf.report.summary import counts
from nutgraf.report.told import Told

VERSION = 1


def report(briefs: Iterable[Told]) -> str:
    """Every brief with its findings, its claims and its summary, as a JSON text."""
    told = {"version": VERSION, "briefs": [_brief(one) for one in briefs]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _brief(told: Told) -> Any:
    return {
        "brief": told.brief.path,
        "findings": [_finding(finding) for finding in told.findings],
        "claims": [_claim(claim) for claim in told.claims],
        "summary": counts(told.claims, told.findings, told.origins),
    }


def _finding(finding: Finding) -> Any:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
        **_place(finding.place),
        "claim": finding.claim,
        "fingerprint": finding.fingerprint,
        "evidence": [_evidence(one) for one in finding.evidence],
        "stet": _stet(finding.stet),
    }


def _claim(claim: Claim) -> Any:
    return {
        "id": claim.id,
        "fingerprint": claim.fingerprint,
        "text": claim.text,
        "path": claim.place.path,
        "start": claim.place.start,
        "end": claim.place.end,
        "role": claim.role,
        "cites": list(claim.cites),
        "verdict": claim.verdict,
        "reasons": list(claim.reasons),
        "origins": list(claim.origins),
        "primary_seen": claim.primary_seen,
        "evidence": [_evidence(one) for one in claim.evidence],
        "verified": _verified(claim.verified),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "start": place.start,
        "end": place.end,
    }


def _evidence(evidence: Evidence) -> Any:
    place = evidence.place
    return {
        "seed": evidence.seed,
        "path": place.path,
        "start": place.start,
        "end": place.end,
        "text": evidence.text,
    }


def _verified(word: Verification | None) -> Any:
    if word is None:
        return None
    return {"by": word.by, "at": word.at, "how": word.how}


def _stet(stet: Stet | None) -> Any:
    if stet is None:
        return None
    return {"reason": stet.reason, "path": stet.place.path, "line": stet.place.line}
