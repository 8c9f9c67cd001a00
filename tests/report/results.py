"""Findings and claims for the tests of the reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nutgraf.model import (
    Brief,
    Claim,
    Evidence,
    FileText,
    Finding,
    FrontMatter,
    Place,
    Role,
    Severity,
    Stet,
    Verdict,
)

FILE = FileText("briefs/a.md", "The ferries sailed, “never” to return.\n")
SOURCE = FileText("seeds/report.md", "The ferries sailed.\n")
PLACE = FILE.place(4, 11)
STET = Stet("quote-altered", "the tape says so", FILE.place(0, 3), None)


def brief(*, embedded: tuple[FileText, ...] = ()) -> Brief:
    front = FrontMatter({}, {}, {}, FILE.place(0, 1), 0)
    return Brief(
        id="a",
        path=FILE.path,
        file=FILE,
        front=front,
        title="A",
        date=date(2025, 3, 7),
        author=None,
        subject="A",
        preheader="",
        format="annotated",
        stories=(),
        sources=None,
        pack=(),
        stets=(),
        left_out=(),
        embedded=embedded,
    )


def finding(
    severity: Severity = "error", *, place: Place = PLACE, stet: Stet | None = None
) -> Finding:
    return Finding(
        rule="quote-altered",
        family="quotations",
        severity=severity,
        message="these words differ",
        remedy="quote to the letter",
        place=place,
        fingerprint="f1",
        claim="c1",
        evidence=(Evidence("report", "The ferries sailed.", SOURCE.place(0, 19)),),
        stet=stet,
    )


def claim(verdict: Verdict = "supported", *, cites: tuple[str, ...] = ("report",)) -> Claim:
    return Claim(
        id="c1",
        fingerprint="f2",
        text="The ferries sailed",
        place=FILE.place(0, 18),
        role=Role.POINTS,
        cites=cites,
        verdict=verdict,
        reasons=("why",),
        evidence=finding().evidence,
    )


def longer(one: Finding, message: str) -> Finding:
    return replace(one, message=message)
