"""number-unmatched: a figure that no cited source gives."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import (
    differing_place,
    differing_words,
    of_facts,
    our_words,
    passage_words,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        for difference in judged.judgement.differences:
            if difference.slot != "figure" or difference.relation.startswith("bound"):
                continue
            if not difference.certain or _is_elsewhere(judged):
                continue
            theirs = differing_words(case, judged, difference)
            yield Found(
                differing_place(judged, difference),
                f"“{our_words(judged, difference)}”: {difference.reason}",
                f"write {theirs[0].text}, or cite a source that has yours"
                if theirs
                else "give the source’s figure, or cite one that has yours",
                theirs or passage_words(case, judged),
                judged.claim.id,
            )


def _is_elsewhere(judged: JudgedClaim) -> bool:
    """Whether another source of the pack carries it all: then the citation is what is wrong."""
    told = judged.claim.verdict != "contradicted" and judged.claim.cites
    return bool(told) and judged.judgement.elsewhere is not None


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
