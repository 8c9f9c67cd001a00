"""The claims of a brief, with the verdict of the pack on each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from nutgraf.evidence.anchors import read_anchors
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.statements import Statement
from nutgraf.language.typography import fold
from nutgraf.model import Claim, Evidence, Verdict


def read_claims(said: Sequence[Statement], pack: Pack) -> tuple[Claim, ...]:
    """The statements as claims, each with the verdict of the pack.

    What is compared so far are figures and quoted words: a statement with neither is `not
    checked`.
    """
    seen: Counter[str] = Counter()
    return tuple(_claim(statement, number, pack, seen) for number, statement in enumerate(said, 1))


def _claim(statement: Statement, number: int, pack: Pack, seen: Counter[str]) -> Claim:
    folded = fold(statement.text, case=True).text
    named = f"{folded}\0{statement.role}\0{statement.story}"
    seen[named] += 1
    fingerprint = hashlib.sha256(f"{named}\0{seen[named]}".encode()).hexdigest()[:16]
    verdict, reasons, evidence = _verdict(statement, pack)
    return Claim(
        id=f"c{number}",
        fingerprint=fingerprint,
        text=statement.text,
        place=statement.place,
        role=statement.role,
        cites=tuple(cite.id for cite in statement.cites),
        verdict=verdict,
        reasons=reasons,
        evidence=evidence,
    )


def _verdict(
    statement: Statement, pack: Pack
) -> tuple[Verdict, tuple[str, ...], tuple[Evidence, ...]]:
    if not pack:
        return "uncited", ("the brief has no pack",), ()
    anchors = read_anchors(statement, pack)
    if not anchors:
        return "not checked", ("it holds no figure and no quotation",), ()
    missing = tuple(anchor for anchor in anchors if anchor.evidence is None)
    evidence = tuple(anchor.evidence for anchor in anchors if anchor.evidence is not None)
    reasons = tuple(f"“{anchor.text}” stands in no source it rests on" for anchor in missing)
    if not missing:
        return "supported", (), evidence
    return ("partly supported" if evidence else "not found"), reasons, evidence
