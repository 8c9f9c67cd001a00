"""unknown-entity: a name that no source of the pack mentions."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, of_facts, our_words
from nutgraf.checks.mentioned import is_publisher, mention_of
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.difference import Difference

_NOT_THERE = ("missing", "differs", "misspelled")


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        told: list[Difference] = []
        for difference in judged.judgement.differences:
            if difference.slot != "name" or difference.relation not in _NOT_THERE:
                continue
            if not difference.certain:
                continue
            if any(_overlap(one, difference) for one in told):
                continue
            told.append(difference)
            name = our_words(judged, difference)
            if is_publisher(name, case.pack):
                continue
            mention = mention_of(name, case.pack)
            place = differing_place(judged, difference)
            if mention is None and judged.claim.verdict == "not found":
                continue  # nothing of the claim is there, which says more
            if mention is None:
                yield Found(
                    place,
                    f"no source of the pack mentions {name}",
                    "add the source that does, or cut it",
                    claim=judged.claim.id,
                )
            elif mention.how == "near" or difference.relation == "misspelled":
                theirs = mention.evidence
                yield Found(
                    place,
                    f"{theirs.seed} spells it {theirs.text}",
                    f"write {theirs.text}, if that is who is meant",
                    (theirs,),
                    judged.claim.id,
                    "error",
                )


def _overlap(one: Difference, other: Difference) -> bool:
    return one.ours[0] < other.ours[1] and other.ours[0] < one.ours[1]


_REPORT = (
    "---\ntitle: The orchard\n---\n"
    "The gardeners of Lindenhof planted pear trees on Friday. Marta Kowalczyk led the work.\n"
)

RULE = Rule(
    name="unknown-entity",
    family="support",
    severity="warning",
    decided="code",
    law="Every person, body, place and programme that a claim names stands in a source; a near "
    "miss of a name that does is an error.",
    why="A name from memory is where briefs go wrong unnoticed, and the one who bears it notices.",
    bad=Example(
        "---\ntitle: The orchard\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe gardeners of Lindenhof planted pear trees on Friday. [@report] "
        "Marta Kowalczik led the work. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The orchard\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe gardeners of Lindenhof planted pear trees on Friday. [@report] "
        "Kowalczyk led the work. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
