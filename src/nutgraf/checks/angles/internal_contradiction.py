"""internal-contradiction: two places of one brief that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.contradictions import contradictions, established
from nutgraf.evidence.reading import Span
from nutgraf.model import Evidence, Role

# Where a brief tells on purpose what does not agree, or what is not the brief's own to say.
_EXEMPT = frozenset([Role.DIFFER, Role.UNKNOWNS, Role.CORRECTIONS, Role.NOTES, Role.QUOTES])


def check(case: Case) -> Iterator[Found]:
    for claims in _stories(case):
        told: set[tuple[int, Span]] = set()
        for found in contradictions(claims):
            ours, theirs = (found.other, found.ours), (found.one, found.theirs)
            if _is_surer(found.other, found.one):
                ours, theirs = theirs, ours
            key = id(ours[0].statement.prose), ours[1]
            if key not in told:
                told.add(key)
                yield _found(case, *ours, *theirs)
        for one, other in established(claims):
            yield _found(case, *other, *one)


def _stories(case: Case) -> Iterator[list[JudgedClaim]]:
    """The claims of each story; what stands in the front matter is said of all of them."""
    facts = [judged for judged in of_facts(case) if judged.statement.role not in _EXEMPT]
    for number in range(len(case.brief.stories)):
        yield [
            judged
            for judged in facts
            if judged.statement.story == number or not isinstance(judged.statement.role, Role)
        ]


def _is_surer(one: JudgedClaim, other: JudgedClaim) -> bool:
    """Whether the sources carry the one, and not the other, which is then the one to mend."""
    return one.claim.verdict == "supported" and other.claim.verdict != "supported"


def _found(
    case: Case, ours: JudgedClaim, our_span: Span, theirs: JudgedClaim, their_span: Span
) -> Found:
    said = " ".join(ours.reading.text[slice(*our_span)].split())
    told = " ".join(theirs.reading.text[slice(*their_span)].split())
    place = theirs.statement.prose.place(*their_span)
    seed = case.brief.id if place.path == case.brief.path else PurePosixPath(place.path).stem
    text = theirs.reading.text[slice(*their_span)]
    return Found(
        ours.statement.prose.place(*our_span),
        f"“{said}” here, “{told}” in line {place.line} of {PurePosixPath(place.path).name}: "
        "can both be right?",
        "settle on one of the two, or say why they differ",
        (Evidence(seed, text, place),),
        ours.claim.id,
    )


_REPORT = (
    "---\ntitle: The kiln\n---\n"
    "The pottery of Hagen lit its new kiln on Monday. Its potters spent two years on it.\n"
)

RULE = Rule(
    name="internal-contradiction",
    family="angles",
    severity="warning",
    decided="cue",
    law="No two places of a brief say one thing differently.",
    why="A reader who finds two figures for one thing believes neither, and no source can tell the "
    "editor which of the two slipped.",
    bad=Example(
        "---\ntitle: The kiln\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe pottery of Hagen lit its new kiln on Monday. [@report]\n\n"
        "## Key Points\n\n- We asked 40 potters of Hagen about the kiln on Tuesday.\n\n"
        "## Bottom line\n\nWe asked 60 potters of Hagen about the kiln on Tuesday.\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The kiln\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe pottery of Hagen lit its new kiln on Monday. [@report]\n\n"
        "## Key Points\n\n- We asked 40 potters of Hagen about the kiln on Tuesday.\n\n"
        "## Bottom line\n\nWe asked 40 potters of Hagen about the kiln on Tuesday.\n",
        {"report": _REPORT},
    ),
    check=check,
)
