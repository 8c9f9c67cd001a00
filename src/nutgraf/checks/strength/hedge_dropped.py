"""hedge-dropped: what a source holds possible, and the brief says outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, passage_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.said_stronger import is_of_the_law, source_words, stronger
from nutgraf.checks.strength.limits_lost import lost
from nutgraf.checks.voiced import is_attributed
from nutgraf.evidence.against import is_headline
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.limiters import LimiterKind
from nutgraf.language.limits_kept import KEPT_HEDGE
from nutgraf.model import Role


def check(case: Case) -> Iterator[Found]:
    told = set()
    for one in lost(case, _KINDS, KEPT_HEDGE):
        if is_attributed(one.sentence) or _is_headline(one.judged):
            continue
        told.add(one.judged.claim.id)
        theirs = one.theirs(case)
        yield Found(
            one.place,
            f"the source is not so sure: “{theirs.text}”",
            f"write “{one.with_word(case)}”, or say who says so",
            (theirs,),
            one.judged.claim.id,
        )
    for judged, difference in stronger(case, "hedge dropped"):
        words = source_words(case, judged, difference)
        if judged.claim.id in told or is_of_the_law(words) or _CLAIMED.search(words):
            continue
        if _is_headline(judged):
            continue
        yield Found(
            differing_place(judged, difference),
            f"the source is not so sure: “{words}”",
            f"write “{words}”, or say who says so",
            differing_words(case, judged, difference) or passage_words(case, judged),
            judged.claim.id,
        )


def _is_headline(judged: JudgedClaim) -> bool:
    """Whether it is a headline, or written like one: it goes by its own rule."""
    statement = judged.statement
    if not isinstance(statement.role, Role):
        return True
    return is_headline(judged.reading, statement.start, statement.end)


# Whose word it is, and no doubt of the source's own.
_CLAIMED = re.compile(r"\bclaim", re.IGNORECASE)
_KINDS: tuple[LimiterKind, ...] = ("hedge", "thought", "early")
_FRONT = "---\ntitle: The old weir\ndate: 2025-03-07\nsources: [report]\n---\n## Summary\n\n"
_REPORT = (
    "---\ntitle: The old weir, reported\nkind: news\n---\n"
    "The old weir may collapse in a flood. It was built in 1904.\n"
)

RULE = Rule(
    name="hedge-dropped",
    family="strength",
    severity="warning",
    decided="code",
    law="What a source says with a doubt is not said without it.",
    why="A reader takes a brief at its word: without the doubt, a suspicion has become a fact.",
    bad=Example(
        f"{_FRONT}The old weir will collapse in a flood. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        f"{_FRONT}The old weir may collapse in a flood. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
