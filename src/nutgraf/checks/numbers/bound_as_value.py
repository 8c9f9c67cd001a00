"""bound-as-value: a limit in the source became a value."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, of_facts
from nutgraf.checks.figures_said import (
    Said,
    figures_of_sources,
    figures_said,
    is_doubted,
    own_figures,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.derivation import derive
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.model import Evidence

FINE = 3  # digits that mean something: a figure told so finely is no coincidence


def check(case: Case) -> Iterator[Found]:
    for judged in of_facts(case):
        for difference in judged.judgement.differences:
            if difference.slot != "figure" or not difference.relation.startswith("bound"):
                continue
            lost = difference.relation == "bound lost"
            theirs = differing_words(case, judged, difference)
            remedy = (
                f"write {theirs[0].text}" if theirs else "write the limit that the source gives"
            )
            yield Found(
                differing_place(judged, difference),
                "a limit became a value" if lost else "a limit became another limit",
                remedy,
                theirs,
                judged.claim.id,
                # `more than 650` told as 650 is loose, and no more.
                None if difference.certain else "note",
            )
    for said in figures_said(case):
        yield from _computed(case, said)
    for judged in of_facts(case):
        for figure in own_figures(judged):
            if not is_doubted(judged, figure) and len(_digits(figure)) >= FINE:
                yield from _only_a_limit(case, judged, figure)


def _computed(case: Case, said: Said) -> Iterator[Found]:
    """A figure that was worked out from a limit is a limit, too."""
    if is_doubted(said.judged, said.figure) or said.agreeing():
        return
    step = derive(said.figure, said.inside)
    if step is None or not step.bound_lost:
        return
    limits = [one for one in step.operands if one.bound not in ("exact", "between")]
    word = limits[0].bound if limits else "under"
    yield Found(
        said.place,
        f"worked out from a limit, it is a limit: {step.expression}",
        f"write {word} {said.figure.text.lstrip('~ ')}",
        said.evidence(case, (limits or list(step.operands))[0]),
        said.judged.claim.id,
    )


def _only_a_limit(case: Case, judged: JudgedClaim, figure: Figure) -> Iterator[Found]:
    """A figure so fine that it can be but one, which the sources give as a limit and no more.

    In `the 4.1M / 36K / 1.45K pyramid` no words stand with it to tell what it is of.
    """
    told = [(other, compare(figure, other)) for other in figures_of_sources(case, judged)]
    if any(against.agrees for _, against in told):
        return
    limits = [other for other, against in told if against.relation == "bound_lost"]
    same = [one for one in limits if one.low == one.high == figure.low]
    if same:
        yield Found(
            judged.statement.prose.place(figure.start, figure.end),
            "a limit became a value",
            f"write {same[0].text}",
            _evidence(case, same[0]),
            judged.claim.id,
        )


def _evidence(case: Case, figure: Figure) -> tuple[Evidence, ...]:
    """A figure in the source that has it."""
    return tuple(
        case.pack.evidence(SourceSpan(name, figure.start, figure.end))
        for name, source in case.pack.sources.items()
        if any(one is figure for one in source.index.reading.figures)
    )


def _digits(figure: Figure) -> str:
    return str(int(figure.low)).rstrip("0")


_REPORT = (
    "---\ntitle: The blood drive\n---\n"
    "Fewer than 320 people gave blood at the town hall on Tuesday. The next drive is in May.\n"
)

RULE = Rule(
    name="bound-as-value",
    family="numbers",
    severity="error",
    decided="code",
    law="Under, up to, at most and at least stay with their figure.",
    why="A ceiling told as a count is a number that nobody has counted.",
    bad=Example(
        "---\ntitle: The blood drive\ndate: 2025-03-07\n---\n"
        "## Summary\n\nAbout 320 people gave blood at the town hall on Tuesday. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The blood drive\ndate: 2025-03-07\n---\n"
        "## Summary\n\nUnder 320 people gave blood at the town hall on Tuesday. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
