"""stet-unused: a stet that lets nothing stand, or that names no rule."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Outcome, Rule
from nutgraf.workspace.nearest import nearest


def afterwards(case: Case, outcome: Outcome) -> Iterator[Found]:
    for stet in case.brief.stets:
        if stet.rule not in outcome.known:
            near = nearest(stet.rule, outcome.known)
            yield Found(
                stet.place,
                f"there is no rule “{stet.rule}”",
                f"did you mean {near}?" if near else "`nutgraf rules` lists them",
            )
        elif stet.reason and stet.rule in outcome.ran and stet.place not in outcome.used:
            yield Found(
                stet.place,
                f"there is no {stet.rule} here to let stand",
                "take it out, or put it where the finding is",
            )


_REPORT = "---\ntitle: The pond\n---\nThe pond froze on 3 January. Children skated on it.\n"

RULE = Rule(
    name="stet-unused",
    family="stets",
    severity="warning",
    decided="code",
    law="A stet lets something stand: it names a rule, and stands where that rule has a finding.",
    why="A stet that outlives its finding will one day hide another.",
    bad=Example(
        "---\ntitle: The pond\ndate: 2025-01-10\n---\n"
        "## Summary\n\nThe pond froze on 3 January. [@report] "
        "<!-- stet number-unmatched: seen by us -->\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The pond\ndate: 2025-01-10\n---\n"
        "## Summary\n\n300 children skated on it. [@report] "
        "<!-- stet number-unmatched: counted by us -->\n",
        {"report": _REPORT},
    ),
    afterwards=afterwards,
)
