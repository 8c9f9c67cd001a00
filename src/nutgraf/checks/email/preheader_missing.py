"""preheader-missing: no words of our own beside the subject in the inbox."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.places import front_place
from nutgraf.checks.rule import Example, Found, Rule

_REPEATED = 0.8  # of the words of the preheader


def check(case: Case) -> Iterator[Found]:
    if case.email is None:
        return
    said = case.brief.preheader.strip()
    if not said:
        yield Found(
            case.brief.front.place,
            "there is no preheader: the inbox shows whatever comes first",
            "add a `preheader:` that goes on where the subject stops",
            about="preheader",
        )
    elif _repeats(said, case.brief.subject):
        yield Found(
            front_place(case, "preheader"),
            "the preheader repeats the subject",
            "say the next thing",
        )


def _repeats(preheader: str, subject: str) -> bool:
    words = re.findall(r"\w+", preheader.casefold())
    there = set(re.findall(r"\w+", subject.casefold()))
    return bool(words) and sum(word in there for word in words) >= _REPEATED * len(words)


_PAGE = email("<p>The reading room opens on Sunday.</p>")

RULE = Rule(
    name="preheader-missing",
    family="email",
    severity="warning",
    decided="code",
    law="A brief has a preheader, and it says something else than the subject.",
    why="It is the second line that readers see, and without one they see a menu or the date.",
    bad=Example(BRIEF.replace("preheader: Tea is free.\n", ""), SEEDS, _PAGE),
    good=Example(BRIEF, SEEDS, _PAGE),
    check=check,
)
