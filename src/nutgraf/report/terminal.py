"""The report for people: worst first, the brief's words over the source's, the smallest mend."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from nutgraf.model import Brief, Claim, Finding, Severity
from nutgraf.report.summary import counts, state

WIDTH = 80
SHOWN = 12
_HEADS: dict[Severity, str] = {"error": "FIX", "warning": "SETTLE", "note": "NOTE"}
_LABEL = 9  # the column in which what is said begins


def report(
    brief: Brief, findings: Sequence[Finding], claims: Sequence[Claim], *, everything: bool = False
) -> str:
    """The report on one brief, in 80 columns without colour; ends with a line end.

    Twelve findings are shown, all with `everything`; what an editor let stand is only counted.
    """
    open_findings = [finding for finding in findings if finding.stet is None]
    lines = [*_head(brief, findings, claims)]
    limit = len(open_findings) if everything else SHOWN
    numbers: dict[Severity, int] = {}
    for finding in open_findings[:limit]:
        numbers[finding.severity] = numbers.get(finding.severity, 0) + 1
        lines += ["", *_finding(finding, numbers[finding.severity], brief)]
    if len(open_findings) > limit:
        lines += ["", f"{len(open_findings) - limit} more: --full"]
    return "\n".join(lines) + "\n"


def _head(brief: Brief, findings: Sequence[Finding], claims: Sequence[Claim]) -> Iterator[str]:
    told = counts(claims, findings)
    yield (
        f"{state(findings):<12}{brief.path} · {told['errors']} to fix, "
        f"{told['warnings']} to settle, {told['notes']} notes"
    )
    yield (
        f"  {'claims':<10}{told['claims']}: {told['supported']} match a source · "
        f"{told['partly supported'] + told['contradicted']} differ · "
        f"{told['not found'] + told['uncited']} unsourced · "
        f"{told['not checked']} not comparable"
    )
    yield f"  {'cited':<10}{told['cited']} of {told['claims']}"
    stets = [finding for finding in findings if finding.stet is not None]
    if stets:
        yield f"  {'stets':<10}{len(stets)} let stand"


def _finding(finding: Finding, number: int, brief: Brief) -> Iterator[str]:
    head = f"{_HEADS[finding.severity]} {number}"
    place = f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    message = textwrap.wrap(finding.message, WIDTH - _LABEL)
    yield f"{head:<{_LABEL}}{message[0] if message else ''}"
    yield from (f"{'':<{_LABEL}}{line}" for line in message[1:])
    yield f"  {place}"
    yield from _said("you", _words(finding, brief))
    for evidence in finding.evidence[:2]:
        yield from _said(evidence.seed[: _LABEL - 3], evidence.text)
    remedy = _said("do", finding.remedy)
    yield from remedy
    yield f"{finding.rule:>{WIDTH}}"


def _said(label: str, text: str) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - _LABEL - 2)
    first, rest = lines[:1] or [""], lines[1:]
    return [
        f"  {label:<{_LABEL}}{first[0]}".rstrip(),
        *(f"  {'':<{_LABEL}}{line}" for line in rest),
    ]


def _words(finding: Finding, brief: Brief) -> str:
    for file in (brief.file, *brief.embedded):
        if file.path == finding.place.path:
            return file.text[finding.place.start : finding.place.end]
    return ""
