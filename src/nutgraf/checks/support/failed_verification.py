"""failed-verification: the cited source does not say what the claim says."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.belonging_swapped import Swapped, belonging_swapped
from nutgraf.checks.case import Case
from nutgraf.checks.conflicting import is_an_account
from nutgraf.checks.differing import (
    differing_place,
    differing_words,
    of_facts,
    our_words,
    passage_words,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.model import Role

# Figures and quoted words have rules of their own, which say more.
_OWN_RULES = frozenset(["figure", "quotation"])


def check(case: Case) -> Iterator[Found]:
    swapped = [_swapped(case, one) for one in belonging_swapped(case)]
    yield from swapped
    told = {one.claim for one in swapped}
    for judged in of_facts(case):
        if judged.claim.id in told:
            continue
        claim, judgement = judged.claim, judged.judgement
        # A citation that leads out of the pack is told as that.
        lost = claim.cites and not any(one.casefold() in case.pack.sources for one in claim.cites)
        if claim.verdict == "supported" or lost or _is_told_to_differ(case, judged):
            continue
        if claim.cites and judgement.elsewhere is not None and claim.verdict != "contradicted":
            yield _elsewhere(case, judged)
        elif claim.verdict == "not found" and claim.cites:
            yield _not_there(case, judged)
        elif claim.verdict in ("contradicted", "partly supported"):
            certain = [one for one in judgement.differences if one.certain]
            if certain and all(_is_view(judged, one) for one in certain):
                continue
            telling = [one for one in certain if one.slot not in _OWN_RULES] or certain
            if telling and _is_turned_in_headline(judged, telling[0]):
                continue
            yield _otherwise(case, judged, telling[0] if telling else None)


def _is_told_to_differ(case: Case, judged: JudgedClaim) -> bool:
    """Whether all that differs in a line of “Reports differ” is what another source has."""
    certain = [one for one in judged.judgement.differences if one.certain]
    return (
        judged.statement.role is Role.DIFFER
        and any(judged.claim.id in conflict.settled_by for conflict in case.conflicts)
        and all(is_an_account(case, judged, our_words(judged, one)) for one in certain)
    )


def _swapped(case: Case, one: Swapped) -> Found:
    """Somebody of another house than the sources have."""
    source = one.source.source.id
    evidence = case.pack.evidence(SourceSpan(source, *one.theirs))
    return Found(
        one.judged.statement.prose.place(*one.ours),
        f"{source} says this of {evidence.text}",
        f"write {evidence.text}",
        (evidence,),
        one.judged.claim.id,
    )


def _is_view(judged: JudgedClaim, difference: Difference) -> bool:
    """Whether an angle says what comes of what: that is its view."""
    return difference.relation == "cause unsaid" and judged.statement.role is Role.ANGLES


def _is_turned_in_headline(judged: JudgedClaim, difference: Difference) -> bool:
    """Whether a title has a `nobody` or a `may` of its own: its text is what it is held against."""
    return difference.slot in ("polarity", "certainty") and not isinstance(
        judged.statement.role, Role
    )


def _elsewhere(case: Case, judged: JudgedClaim) -> Found:
    """Another source of the pack carries it: a note where the cited one may carry it, too."""
    span = judged.judgement.elsewhere
    assert span is not None
    if judged.claim.verdict == "not checked" and judged.judgement.passage is not None:
        return Found(
            judged.claim.place,
            f"{span.source} carries this more clearly than {_cited(judged)}",
            f"cite [@{span.source}], too",
            (case.pack.evidence(span),),
            judged.claim.id,
            "note",
        )
    return Found(
        judged.claim.place,
        f"not in {_cited(judged)}, but in {span.source}",
        f"cite [@{span.source}]",
        (case.pack.evidence(span),),
        judged.claim.id,
    )


def _not_there(case: Case, judged: JudgedClaim) -> Found:
    does = "do" if len(judged.claim.cites) > 1 else "does"
    return Found(
        judged.claim.place,
        f"{_cited(judged)} {does} not carry this",
        "cite the source that has it, add one, or cut",
        passage_words(case, judged),
        judged.claim.id,
    )


def _otherwise(case: Case, judged: JudgedClaim, difference: Difference | None) -> Found:
    if difference is None:
        return Found(
            judged.claim.place,
            "the source says otherwise",
            "write what the source says",
            passage_words(case, judged),
            judged.claim.id,
        )
    words = our_words(judged, difference)
    message = f"“{words}”: {difference.reason}" if words else difference.reason
    missing = difference.relation == "missing"
    return Found(
        differing_place(judged, difference),
        message,
        _mend(judged, missing=missing),
        differing_words(case, judged, difference) or passage_words(case, judged),
        judged.claim.id,
    )


def _mend(judged: JudgedClaim, *, missing: bool) -> str:
    span = judged.judgement.elsewhere
    if span is not None and judged.claim.cites:
        return f"write what the source says, or cite [@{span.source}], which says it so"
    return "cite a source that has it, or cut it" if missing else "write what the source says"


def _cited(judged: JudgedClaim) -> str:
    cites = judged.claim.cites
    return cites[0] if len(cites) == 1 else f"{', '.join(cites[:-1])} and {cites[-1]}"


_REPORT = (
    "---\ntitle: A school moves\n---\n"
    "The music school moved to the old customs house in April, the headmaster said. "
    "Parents welcomed the move.\n"
)

RULE = Rule(
    name="failed-verification",
    family="support",
    severity="error",
    decided="code",
    law="The cited source says what the claim says: its names, its dates, who did what.",
    why="A citation that does not carry its claim is worse than none: it looks checked.",
    bad=Example(
        "---\ntitle: The music school\ndate: 2025-05-07\n---\n"
        "## Summary\n\nThe dance school moved to the old customs house in April. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The music school\ndate: 2025-05-07\n---\n"
        "## Summary\n\nThe music school moved to the old customs house in April. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
