"""derived-number: a figure that the writer worked out, and that does not come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.checks.figures_said import (
    figures_between,
    figures_of_sources,
    is_doubted,
    own_figures,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.language.parts_of_wholes import parts

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
        yield from _own_shares(case, judged)
        for figure in own_figures(judged):
            if is_doubted(judged, figure):
                operands = [
                    other
                    for other in beside
                    if other is not figure and not is_doubted(judged, other)
                ]
                yield from _compared(judged, figure, operands, (start, end))


def _own_shares(case: Case, judged: JudgedClaim) -> Iterator[Found]:
    """`19 of the 26, which leaves it about a third short`: a share of what the sentence counts."""
    start, end = sentence_of(judged)
    reading = judged.reading
    told = parts(reading.text[start:end], _within(reading.figures, start, end))
    for figure in own_figures(judged):
        if figure.kind != "share" or figure.base or figure.direction:
            continue
        for one in told:
            behind = start + one.whole.end
            between = reading.text[behind : figure.start]
            if not 0 < figure.start - behind <= _LINKED or not _LINK.search(between):
                continue
            if any(
                abs(value - figure.low) <= _off(figure) for value in (one.share, 100 - one.share)
            ):
                continue
            if any(compare(figure, other).agrees for other in figures_of_sources(case, judged)):
                continue
            value = 100 - one.share if _SHORT.match(reading.text, figure.end) else one.share
            whole = f"{_plain(one.part.low)} of {_plain(one.whole.low)}"
            yield Found(
                judged.statement.prose.place(figure.start, figure.end),
                f"the sum does not come out: {whole} makes {_plain(round(value, 1))}%, not "
                f"{figure.text}",
                f"write about {_plain(round(value, 0))}%, or say how you get {figure.text}",
                claim=judged.claim.id,
            )
            return


_LINKED = 70  # characters from the whole to the share that is worked out of it
_LINK = re.compile(
    r"\b(?:or|leaves?|leaving|making|makes|meaning|that is|which is|i\.e\.)\b|[—–(=]", re.IGNORECASE
)
_SHORT = re.compile(r"\s(?:short|missing|vacant|unfilled|fewer|empty|unpaid|less)\b")
_THIRDS = 3


def _off(figure: Figure) -> Decimal:
    """By how many points a share may be off: `about a third` is said of 30%."""
    if figure.parts and max(figure.parts) <= _THIRDS:
        return Decimal("3.5") if figure.approximation else Decimal(2)
    return max(figure.step, Decimal(1)) / 2 + (2 if figure.approximation else Decimal("0.5"))


def _within(figures: Sequence[Figure], start: int, end: int) -> list[Figure]:
    """The figures of a span, at offsets of it."""
    return [
        replace(
            one,
            start=one.start - start,
            end=one.end - start,
            number_start=one.number_start - start,
            base_start=one.base_start - start if one.base else 0,
            base_end=one.base_end - start if one.base else 0,
        )
        for one in figures
        if start <= one.start and one.end <= end
    ]


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
