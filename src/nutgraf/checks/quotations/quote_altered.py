"""quote-altered: words changed, added, dropped or joined inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard, Witness
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.wording import Change
from nutgraf.model import Evidence, Place

_WRONG = frozenset(["replaced", "added", "dropped", "spliced"])
_SHORT = 3  # words; in so few, one that differs may be chance


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        best = heard.best
        if best is None or best.comparison.wording not in ("altered", "spliced"):
            continue
        if len(heard.words.split()) <= _SHORT and best.quoted is None:
            continue
        changes = [one for one in best.comparison.changes if one.kind in _WRONG]
        if not changes:
            continue
        change = changes[0]
        yield Found(
            _place(heard, change),
            "words joined that the source has apart"
            if best.comparison.wording == "spliced"
            else "words changed inside quotation marks",
            _remedy(change),
            (_theirs(case, best, change),),
        )


def _place(heard: Heard, change: Change) -> Place:
    low, high = change.claimed_span
    if low == high:  # words were dropped here: the whole quotation is the place
        return heard.place
    return heard.prose.place(heard.offset(low), heard.offset(high))


def _theirs(case: Case, best: Witness, change: Change) -> Evidence:
    low, high = change.source_span
    if low == high:
        low, high = best.comparison.source
    return case.pack.evidence(SourceSpan(best.source, low, high))


def _remedy(change: Change) -> str:
    if change.kind == "spliced":
        return "quote the two places apart, or show with … that something stood between"
    if change.kind == "added":
        return f"take “{change.claimed}” out of the marks"
    if change.kind == "dropped":
        return f"put “{change.source}” back, or show with … that it is left out"
    return f"write “{change.source}”, or end the quotation before “{change.claimed}”"


_REPORT = (
    "---\ntitle: The night buses\n---\n"
    "“The night buses will keep running through the winter,” said Paula Reyes, the director.\n"
)

RULE = Rule(
    name="quote-altered",
    family="quotations",
    severity="error",
    decided="code",
    law="No word inside quotation marks is changed, added, dropped or moved, but in brackets.",
    why="One word put right for the speaker is a sentence that was never said.",
    bad=Example(
        "---\ntitle: The night buses\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The night buses must keep running through the winter.” "
        "— Paula Reyes, director [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The night buses\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “[They] will keep running through the winter.” "
        "— Paula Reyes, director [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
