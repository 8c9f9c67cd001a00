"""false-precision: a rounded figure written to the unit, or rounded past the next figure."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.figures_said import figures_said
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.figure_comparison import compare


def check(case: Case) -> Iterator[Found]:
    for said in figures_said(case):
        agreeing = said.agreeing()
        if not agreeing or any(one.relation != "false_precision" for _, one in agreeing):
            continue
        # Another of the sources that it rests on may have it so.
        elsewhere = [compare(said.figure, other) for other in said.others]
        if any(one.agrees and one.relation != "false_precision" for one in elsewhere):
            continue
        other = agreeing[0][0]
        yield Found(
            said.place,
            "told more exactly than the source does"
            if said.figure.written < other.step
            else "rounded past the source’s figure",
            f"write {other.text}",
            said.evidence(case, other),
            said.judged.claim.id,
        )


_REPORT = (
    "---\ntitle: The reservoir\n---\n"
    "The reservoir holds 1.4 million gallons of water. It was built in the last century.\n"
)

RULE = Rule(
    name="false-precision",
    family="numbers",
    severity="note",
    decided="code",
    law="A figure is told as exactly as its source tells it, and no more.",
    why="Zeros that nobody measured look like a measurement.",
    bad=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe reservoir holds 1,400,000 gallons of water. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe reservoir holds 1.4M gallons of water. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
