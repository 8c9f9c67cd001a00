"""The findings as SARIF 2.1.0, which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from nutgraf import __version__
from nutgraf.checks.rule import Rule
from nutgraf.model import Brief, Evidence, Finding, Place, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}


def report(briefs: Iterable[tuple[Brief, Sequence[Finding]]], rules: Sequence[Rule]) -> str:
    """One run with every finding of every brief; what was let stand is suppressed, with why."""
    order = {rule.name: number for number, rule in enumerate(rules)}
    results = [
        _result(brief, finding, order.get(finding.rule, -1))
        for brief, found in briefs
        for finding in found
    ]
    driver = {
        "name": "nutgraf",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder of nutgraf.yaml"}}},
        "results": results,
    }
    told = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.law},
        "fullDescription": {"text": f"{rule.law} {rule.why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "decided": rule.decided},
    }


def _result(brief: Brief, finding: Finding, index: int) -> dict[str, Any]:
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {_sentence(finding.remedy)}"},
        "locations": [{"physicalLocation": _physical(finding.place)}],
        "partialFingerprints": {"nutgraf/v1": finding.fingerprint},
        "properties": {"brief": brief.path, "remedy": finding.remedy},
    }
    if finding.evidence:
        told["relatedLocations"] = [
            _related(number, one) for number, one in enumerate(finding.evidence, 1)
        ]
    if finding.stet is not None:
        told["suppressions"] = [
            {
                "kind": "inSource",
                "justification": finding.stet.reason,
                "location": {"physicalLocation": _physical(finding.stet.place)},
            }
        ]
    return told


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _related(number: int, evidence: Evidence) -> dict[str, Any]:
    return {
        "id": number,
        "physicalLocation": _physical(evidence.place),
        "message": {"text": f"{evidence.seed}: {evidence.text}"},
    }


def _physical(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.path), "uriBaseId": "ROOT"},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
        },
    }
