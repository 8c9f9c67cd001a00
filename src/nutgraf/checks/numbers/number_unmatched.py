"""number-unmatched: a figure that no cited source gives."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.anchors import read_anchors


def check(case: Case) -> Iterator[Found]:
    if not case.pack:
        return
    for statement, claim in zip(case.statements, case.claims, strict=True):
        for anchor in read_anchors(statement, case.pack):
            if anchor.kind != "figure" or anchor.evidence is not None:
                continue
            place = statement.prose.place(anchor.start, anchor.end)
            if anchor.elsewhere is not None:
                seed = anchor.elsewhere.seed
                message = f"“{anchor.text}” is not in the source cited; {seed} has it"
                yield Found(place, message, f"cite {seed}", (anchor.elsewhere,), claim.id)
            else:
                where = "the source cited" if statement.cites else "any source of the pack"
                message = f"“{anchor.text}” is not in {where}"
                yield Found(place, message, "give the source’s figure, or cite one", (), claim.id)


_REPORT = (
    "---\ntitle: Ferry counts\n---\n"
    "The harbour office counted 1,240 passengers on Saturday. Two ferries sailed.\n"
)

RULE = Rule(
    name="number-unmatched",
    family="numbers",
    severity="error",
    decided="code",
    law="Every figure stands in a source that is cited for it, in whatever form it is written.",
    why="A wrong figure is the mistake that readers find first and forgive last.",
    bad=Example(
        "---\ntitle: Ferries\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe ferries carried 1,420 passengers on Saturday. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: Ferries\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe ferries carried about 1,200 passengers on Saturday. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
