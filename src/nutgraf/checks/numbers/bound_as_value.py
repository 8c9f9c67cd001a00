"""bound-as-value: a limit in the source became a value."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import differing_place, differing_words, of_facts
from nutgraf.checks.figures_said import Said, figures_said, is_doubted
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.derivation import derive


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
