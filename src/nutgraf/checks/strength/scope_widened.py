"""scope-widened: what a source says of a part, told of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import source_words, stronger
from nutgraf.checks.strength.limits_lost import lost
from nutgraf.language.limiters import LimiterKind
from nutgraf.language.limits_kept import KEPT_ANSWERED, KEPT_PART, KEPT_TIME
from nutgraf.model import Role


def check(case: Case) -> Iterator[Found]:
    told = set()
    for kinds, kept in _KINDS:
        for one in lost(case, kinds, kept):
            if one.judged.claim.id in told:
                continue
            told.add(one.judged.claim.id)
            theirs = one.theirs(case)
            yield Found(
                one.place,
                f"the source says it of less: “{theirs.text}”",
                f"write “{one.with_word(case)}”",
                (theirs,),
                one.judged.claim.id,
            )
    for judged, difference in stronger(case, "scope widened"):
        words = source_words(case, judged, difference)
        if not words or judged.claim.id in told or not isinstance(judged.statement.role, Role):
            continue  # a headline goes by its own rule
        yield Found(
            differing_place(judged, difference),
            f"the source says it of less: “{words}”",
            f"write “{words}”",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


_KINDS: tuple[tuple[tuple[LimiterKind, ...], re.Pattern[str]], ...] = (
    (("part", "most"), KEPT_PART),
    (("time",), KEPT_TIME),
    (("group", "which", "place"), KEPT_PART),
    (("answered",), KEPT_ANSWERED),
)
_FRONT = "---\ntitle: The orchards\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The orchards, reported\nkind: news\n---\n"
    "Some orchards in the valley lost their plums to frost, growers said on Monday.\n"
)

RULE = Rule(
    name="scope-widened",
    family="strength",
    severity="warning",
    decided="code",
    law="What a source says of some, of a part or for a time is not said of all and for good.",
    why="A reader who is among the rest is told something of himself that is not so.",
    bad=Example(
        f"{_FRONT}Orchards in the valley lost their plums to frost. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}Some orchards in the valley lost their plums to frost. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
