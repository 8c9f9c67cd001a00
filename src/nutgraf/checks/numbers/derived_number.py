"""derived-number: a figure that the writer worked out, and that does not come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.checks.figures_said import figures_between, is_doubted, own_figures
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.figure import Figure

_EQUALS = re.compile(
    r"\b(?:or|i\.e\.|that is|which (?:is|makes)|making|meaning|so)\b|=|×", re.IGNORECASE
)
_SUM = re.compile(
    r"\b(?:in all|in total|total(?:l?ing)?|together|combined|altogether)\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        start, end = sentence_of(judged)
        beside = figures_between(judged.reading, start, end)
        for figure in own_figures(judged):
            if is_doubted(judged, figure):
                operands = [
                    other
                    for other in beside
                    if other is not figure and not is_doubted(judged, other)
                ]
                yield from _compared(judged, figure, operands, (start, end))


def _compared(
    judged: JudgedClaim, figure: Figure, operands: Sequence[Figure], sentence: tuple[int, int]
) -> Iterator[Found]:
    text = judged.reading.text
    told = _share(text, figure, operands) or _sum(text[slice(*sentence)], figure, operands)
    if told is None:
        return
    expression, value = told
    if abs(value - figure.low) <= figure.step / 2:
        return
    yield Found(
        judged.statement.prose.place(figure.start, figure.end),
        f"the sum does not come out: {expression} = {_plain(value)}, not {figure.text}",
        f"write {_plain(value)}, or say how you get {figure.text}",
        claim=judged.claim.id,
    )


def _share(text: str, figure: Figure, operands: Sequence[Figure]) -> tuple[str, Decimal] | None:
    """`5% of the 800, or 40`: the share of the whole."""
    if figure.kind not in ("count", "money", "measure"):
        return None
    before = [one for one in operands if one.end <= figure.start]
    shares = [one for one in before if one.kind == "share"]
    wholes = [one for one in before if one.kind == figure.kind and one.unit == figure.unit]
    if not shares or not wholes:
        return None
    last = max(shares[-1].end, wholes[-1].end)
    if not _EQUALS.search(text, last, figure.start):
        return None
    share, whole = shares[-1], wholes[-1]
    return f"{_plain(share.low)}% × {_plain(whole.low)}", share.low * whole.low / 100


def _sum(sentence: str, figure: Figure, operands: Sequence[Figure]) -> tuple[str, Decimal] | None:
    """`12 boats and 9 barges, 23 in all`: the sum of the others."""
    alike = [one for one in operands if (one.kind, one.unit) == (figure.kind, figure.unit)]
    if len(alike) < 2 or figure.kind not in ("count", "money") or not _SUM.search(sentence):
        return None
    return " + ".join(_plain(one.low) for one in alike), sum((o.low for o in alike), Decimal(0))


def _plain(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


_REPORT = (
    "---\ntitle: The harbour fleet\n---\n"
    "The harbour fleet has 14 trawlers and 11 barges. All of them were inspected in May.\n"
)

RULE = Rule(
    name="derived-number",
    family="numbers",
    severity="warning",
    decided="code",
    law="A figure that the writer worked out comes out.",
    why="Readers redo sums; one that holds needs no source, one that fails costs all the others.",
    bad=Example(
        "---\ntitle: The fleet\ndate: 2025-06-06\n---\n"
        "## Summary\n\nThe harbour fleet has 14 trawlers and 11 barges, 27 in all. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The fleet\ndate: 2025-06-06\n---\n"
        "## Summary\n\nThe harbour fleet has 14 trawlers and 11 barges, 25 in all. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
