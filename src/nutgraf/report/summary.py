"""What a check comes to: the counts, and the one line that says them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from nutgraf.model import Claim, Finding, Origin, Role, Verdict

_SECTIONS = frozenset(map(str, Role))


def counts(
    claims: Sequence[Claim], findings: Sequence[Finding], origins: Sequence[Origin] = ()
) -> dict[str, Any]:
    """The summary of a brief: claims by verdict, how many cite, findings by severity.

    A finding that an editor let stand is not counted. `origins` are those of the pack.
    """
    verdicts = Counter(claim.verdict for claim in claims)
    open_findings = Counter(finding.severity for finding in findings if finding.stet is None)
    return {
        "claims": len(claims),
        **{verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        "cited": sum(1 for claim in claims if claim.cites),
        "verified": sum(claim.verified is not None for claim in claims),
        "origins": len(origins),
        "errors": open_findings["error"],
        "warnings": open_findings["warning"],
        "notes": open_findings["note"],
    }


def line(
    claims: Sequence[Claim], findings: Sequence[Finding], origins: Sequence[Origin] = ()
) -> str:
    """`NOT READY · 4 to fix, 12 to settle · 39 claims: 26 match, … · 0 verified … · 2 origins`."""
    told = counts(claims, findings, origins)
    work = f"{told['errors']} to fix, {told['warnings']} to settle"
    verdicts = (
        f"{told['supported']} match, {differing(told)} differ, {unsourced(told)} unsourced, "
        f"{told['not checked']} not comparable"
    )
    parts = [
        f"{state(findings)} · {work}",
        f"{many(told['claims'], 'claim')}: {verdicts}",
        f"{told['verified']} verified by a person",
    ]
    if origins:
        parts.append(many(len(origins), "origin"))
    return " · ".join(parts)


def differing(told: dict[str, Any]) -> int:
    """The claims that a source carries in part, or contradicts."""
    return int(told["partly supported"]) + int(told["contradicted"])


def unsourced(told: dict[str, Any]) -> int:
    """The claims that no source of the pack carries."""
    return int(told["not found"]) + int(told["uncited"])


def citable(claims: Sequence[Claim]) -> int:
    """The claims that a source carries and that cite none; a title has no room for a citation."""
    return sum(
        claim.verdict == "supported" and not claim.cites and claim.role in _SECTIONS
        for claim in claims
    )


def state(findings: Sequence[Finding]) -> str:
    """`NOT READY` where something must be fixed; else `NO ERRORS`, and the rest is a person's."""
    errors = [one for one in findings if one.severity == "error" and one.stet is None]
    return "NOT READY" if errors else "NO ERRORS"


def many(count: int, word: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
