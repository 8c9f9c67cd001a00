"""strength-inflated: a plan told as a deed, a link as a cause, a hint as a proof."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, our_words, passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import is_of_the_law, source_words, stronger


def check(case: Case) -> Iterator[Found]:
    for judged, difference in stronger(case, "plan as deed", "ladder climbed", "cause unsaid"):
        theirs = source_words(case, judged, difference)
        ours = our_words(judged, difference)
        if difference.relation == "ladder climbed" and is_of_the_law(f"{ours} {theirs}"):
            continue
        yield Found(
            differing_place(judged, difference),
            f"does the source go as far? It says “{theirs}”"
            if theirs
            else "does the source go as far?",
            f"write “{theirs}”" if theirs else "say what the source says",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


_FRONT = "---\ntitle: The clock tower\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The clock tower, reported\nkind: news\n---\n"
    "The parish plans to repair the clock tower in May, its council said on Monday.\n"
)

RULE = Rule(
    name="strength-inflated",
    family="strength",
    severity="warning",
    decided="cue",
    law="A plan is not told as a deed, a link not as a cause, a sign not as a proof.",
    why="Readers act on what has happened, and wait for what may.",
    bad=Example(
        f"{_FRONT}The parish repaired the clock tower in May. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}The parish plans to repair the clock tower in May. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
