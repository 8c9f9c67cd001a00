"""scale-word-tension: a word of size that does not fit the brief's own figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.figures_said import own_figures
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.counted import same_noun
from nutgraf.language.figure import Figure

# At least so many, and fewer than so many, as news uses the words.
_SIZES = {
    "dozens": (24, 200),
    "scores": (40, 400),
    "hundreds": (200, 2_000),
    "thousands": (2_000, 100_000),
    "millions": (2_000_000, 1_000_000_000),
    "billions": (2_000_000_000, 10**12),
}
_WORD = re.compile(r"\b(" + "|".join(_SIZES) + r")\b(?: of)?(?: \w+){0,2}? (\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class _Sized:
    judged: JudgedClaim
    start: int
    end: int
    word: str
    noun: str


def check(case: Case) -> Iterator[Found]:
    sized = list(_sized(case))
    if not sized:
        return
    counted = [(judged, figure) for judged in of_facts(case) for figure in own_figures(judged)]
    for one in sized:
        if _used(case, one.word):
            continue
        for judged, figure in counted:
            if judged.statement.story == one.judged.statement.story and _tense(one, figure):
                yield Found(
                    one.judged.statement.prose.place(one.start, one.end),
                    f"“{one.word}” beside {figure.text}: do the two fit?",
                    f"give the figure, {figure.text}, in both places",
                    claim=one.judged.claim.id,
                )
                break


def _sized(case: Case) -> Iterator[_Sized]:
    for judged in of_facts(case):
        statement, quoted = judged.statement, judged.reading.quotations
        for found in _WORD.finditer(judged.reading.text, statement.start, statement.end):
            inside = any(one.start <= found.start() < one.end for one in quoted)
            before = judged.reading.text[max(0, found.start() - 8) : found.start()].lower()
            if not inside and not re.search(r"(?:tens of|hundreds of|thousands of) $", before):
                yield _Sized(judged, *found.span(1), found[1].lower(), found[2])


def _used(case: Case, word: str) -> bool:
    """Whether a source of the pack uses the word itself."""
    return any(word in one.source.body.lower() for one in case.pack.sources.values())


def _tense(one: _Sized, figure: Figure) -> bool:
    if figure.vague or figure.kind != "count" or same_noun(one.noun, figure.counts) is not True:
        return False
    least, most = _SIZES[one.word]
    if figure.bound in ("under", "at most"):
        return figure.low < least * 2
    return not least <= figure.low < most


_REPORT = (
    "---\ntitle: The choir festival\n---\n"
    "Fewer than 2,300 singers came to the festival in the old quarry. The mayor opened it.\n"
)

RULE = Rule(
    name="scale-word-tension",
    family="numbers",
    severity="note",
    decided="code",
    law="Dozens, hundreds and thousands fit the figure that the brief itself gives, unless a "
    "source uses the word.",
    why="A reader who meets both believes the bigger one.",
    bad=Example(
        "---\ntitle: The choirs\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThousands of singers came to the festival in the old quarry. [@report]\n\n"
        "## Key Points\n\n- Fewer than 2,300 singers came. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The choirs\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe festival in the old quarry drew singers. [@report]\n\n"
        "## Key Points\n\n- Fewer than 2,300 singers came. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
