"""What a check comes to: the counts, and the one line that says them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from nutgraf.model import Claim, Finding, Verdict


def counts(claims: Sequence[Claim], findings: Sequence[Finding]) -> dict[str, int]:
    """The summary of a brief: claims by verdict, how many cite, findings by severity.

    A finding that an editor let stand is not counted.
    """
    verdicts = Counter(claim.verdict for claim in claims)
    open_findings = Counter(finding.severity for finding in findings if finding.stet is None)
    return {
        "claims": len(claims),
        **{verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        "cited": sum(1 for claim in claims if claim.cites),
        "errors": open_findings["error"],
        "warnings": open_findings["warning"],
        "notes": open_findings["note"],
    }


def line(claims: Sequence[Claim], findings: Sequence[Finding]) -> str:
    """`NOT READY · 4 to fix, 12 to settle · 39 claims: 26 match, 6 differ, …`."""
    told = counts(claims, findings)
    match = told["supported"]
    differ = told["partly supported"] + told["contradicted"]
    unsourced = told["not found"] + told["uncited"]
    parts = [
        f"{state(findings)} · {told['errors']} to fix, {told['warnings']} to settle",
        (
            f"{_many(told['claims'], 'claim')}: {match} match, {differ} differ, "
            f"{unsourced} unsourced, {told['not checked']} not comparable"
        ),
    ]
    return " · ".join(parts)


def state(findings: Sequence[Finding]) -> str:
    """`NOT READY` where something must be fixed; else `NO ERRORS`, and the rest is a person's."""
    errors = [one for one in findings if one.severity == "error" and one.stet is None]
    return "NOT READY" if errors else "NO ERRORS"


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
