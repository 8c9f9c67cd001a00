"""number-unmatched: a figure that no cited source gives."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.conflicting import is_an_account
from nutgraf.checks.differing import (
    differing_place,
    differing_words,
    of_facts,
    our_words,
    passage_words,
)
from nutgraf.checks.figures_said import is_doubted, own_figures
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.language.figure import Figure


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        for difference in judged.judgement.differences:
            if difference.slot != "figure" or difference.relation.startswith("bound"):
                continue
            if not difference.certain or _is_elsewhere(judged):
                continue
            if _is_the_gap(case, judged, difference):
                continue
            if is_an_account(case, judged, our_words(judged, difference)):
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


def _is_the_gap(case: Case, judged: JudgedClaim, difference: Difference) -> bool:
    """`8 million more than the old record`, where the brief gives the two elsewhere."""
    figure = next((one for one in own_figures(judged) if one.start == difference.ours[0]), None)
    if figure is None or figure.told != "difference":
        return False
    values = {
        one.low
        for other in of_facts(case)
        if other.statement.story == judged.statement.story
        for one in own_figures(other)
        if _may_be_of(one, figure) and one.low == one.high and not is_doubted(other, one)
    }
    return any(one - other == figure.low for one in values for other in values)


def _may_be_of(one: Figure, figure: Figure) -> bool:
    """Whether two figures can be of one kind: `the old record, 33 million` is of money, too."""
    bare = one.kind == "count" and not one.counts and one.scale == figure.scale > 1
    return bare or (one.kind, one.unit) == (figure.kind, figure.unit)


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
