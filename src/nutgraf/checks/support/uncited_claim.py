"""uncited-claim: a checkable clause that cites nothing and that no source carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.unsourced import is_checkable, is_unsourced
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.model import Role


def check(case: Case) -> Iterator[Found]:
    alone = [judged for judged in of_facts(case) if not judged.claim.cites]
    if not case.pack.sources:
        checkable = [judged for judged in alone if is_checkable(judged)]
        if checkable:
            yield _without_pack(case, len(checkable))
        return
    for judged in alone:
        if judged.statement.role is Role.ANGLES:
            continue  # what an angle rests on is told as such: angle-as-fact
        if is_unsourced(judged):
            yield _unsourced(judged)
    yield from _carried(case, [judged for judged in case.claims if _lacks_citation(judged)])


def _lacks_citation(judged: JudgedClaim) -> bool:
    """Carried and not cited; a title, a subject and a preheader have no room for a citation."""
    carried = judged.claim.verdict == "supported" and not judged.claim.cites
    return carried and isinstance(judged.statement.role, Role)


def _without_pack(case: Case, count: int) -> Found:
    said = "a statement that can" if count == 1 else f"{count} statements that can"
    return Found(
        case.brief.front.place,
        f"the brief has no sources: it makes {said} be checked",
        "list its sources under `sources:`, or cite them",
        about="no pack",
    )


def _unsourced(judged: JudgedClaim) -> Found:
    return Found(
        judged.claim.place,
        "no source of the pack carries this",
        "cite the source that has it, add one, or cut",
        claim=judged.claim.id,
    )


def _carried(case: Case, carried: Sequence[JudgedClaim]) -> Iterator[Found]:
    if case.citations == "claim":
        for judged in carried:
            name = judged.judgement.passage.source if judged.judgement.passage else ""
            yield Found(
                judged.claim.place,
                f"no source is cited for this; {name} carries it",
                f"cite it: [@{name}] (`nutgraf cite` writes it in)",
                judged.claim.evidence,
                judged.claim.id,
            )
    elif carried:
        count = len(carried)
        yield Found(
            case.brief.front.place,
            f"{count} claim{'s' * (count > 1)} that a source carries cite{'s' * (count == 1)} none",
            f"`nutgraf cite {case.brief.id}` can place "
            + ("the citation" if count == 1 else "the citations"),
            severity="note",
            about="carried, not cited",
        )


_REPORT = (
    "---\ntitle: The swimming hall\n---\n"
    "The council closed the swimming hall on Monday. An engineer had found cracks in the roof.\n"
)

RULE = Rule(
    name="uncited-claim",
    family="support",
    severity="error",
    decided="code",
    law="A checkable clause cites a source, or at least a source of the pack carries it.",
    why="What nobody can trace, nobody can defend on the morning after; one note counts the claims "
    "that a source carries and that only lack the citation.",
    bad=Example(
        "---\ntitle: The swimming hall\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe council closed the swimming hall. [@report]\n\n"
        "Ruth Adler dismissed two caretakers in February.\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The swimming hall\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe council closed the swimming hall. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
