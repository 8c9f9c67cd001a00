"""allegation-as-finding: what somebody is accused of, told as what was found."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, our_words, passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import is_of_the_law, names_who_says_so, source_words, stronger


def check(case: Case) -> Iterator[Found]:
    for judged, difference in stronger(case, "hedge dropped", "ladder climbed"):
        theirs = source_words(case, judged, difference)
        ours = our_words(judged, difference)
        if not is_of_the_law(f"{ours} {theirs}"):
            continue
        if difference.relation == "hedge dropped" and names_who_says_so(judged):
            continue
        yield Found(
            differing_place(judged, difference),
            f"the source says no more than “{theirs}”",
            f"write “{theirs}”, and who says so",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


_FRONT = "---\ntitle: The weigher\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The weigher, reported\nkind: news\n---\n"
    "The market’s weigher allegedly stole 40 crates of plums, the police said on Monday.\n"
)

RULE = Rule(
    name="allegation-as-finding",
    family="strength",
    severity="error",
    decided="code",
    law="What is alleged, charged or sued about is not told as found, proved or admitted.",
    why="To call somebody guilty whom nobody has found so is wrong, and in many places unlawful.",
    bad=Example(
        f"{_FRONT}The market’s weigher stole 40 crates of plums. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}The market’s weigher allegedly stole 40 crates of plums. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
