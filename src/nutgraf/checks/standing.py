"""What each stet has stood by: when those words change, its finding comes back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from nutgraf.checks.case import Case
from nutgraf.language.typography import fold
from nutgraf.model import Finding, Stet, Stood, StoodBy


def with_stet(finding: Finding, stet: Stet, case: Case, stood: Stood) -> Finding:
    """The finding let stand, or, where the stet was for other words, with a word about that."""
    known = stood.get(_name(stet))
    if (
        known is None
        or known.count < _counted(case.brief.stets)[_name(stet)]
        or _words(finding, case) in known.words
    ):
        return replace(finding, stet=stet)
    again = "its stet was given for other words: if it still holds, give the reason anew"
    return replace(finding, remedy=f"{finding.remedy}; {again}" if finding.remedy else again)


def remembered(findings: Iterable[Finding], case: Case, stood: Stood) -> dict[str, StoodBy]:
    """What to know at the next check: what was known of stets that are there, and new ones."""
    counted = _counted(case.brief.stets)
    words: dict[str, set[str]] = {}
    for finding in findings:
        if finding.stet is not None:
            words.setdefault(_name(finding.stet), set()).add(_words(finding, case))
    found = {}
    for name, count in counted.items():
        known = stood.get(name)
        if known is not None and known.count >= count:
            found[name] = replace(known, count=count)
        elif name in words:
            found[name] = StoodBy(count, frozenset(words[name]))
    return found


def _counted(stets: Iterable[Stet]) -> Counter[str]:
    return Counter(_name(stet) for stet in stets if stet.reason)


def _name(stet: Stet) -> str:
    return f"{stet.place.path}\0{stet.rule}\0{stet.reason}"


def _words(finding: Finding, case: Case) -> str:
    """The claim that a finding is of, or else what the finding is known by."""
    said = [judged.claim.text for judged in case.claims if judged.claim.id == finding.claim]
    told = fold(said[0], case=True).text if said else finding.fingerprint
    return hashlib.sha256(f"{finding.rule}\0{told}".encode()).hexdigest()[:16]
