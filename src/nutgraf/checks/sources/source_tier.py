"""source-tier: a strong claim about somebody that rests on a weak source."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.gravest import grave_claims
from nutgraf.checks.origins_said import names_root, publishers
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.grave import Matter

_WEAK = {
    "aggregator": "an aggregator",
    "post": "a post",
    "advocacy": "a text of an advocate",
    "analysis": "an opinion or analysis",
}
_STRONG: frozenset[Matter] = frozenset(
    ["crime", "accusation", "dismissal", "private", "medical", "money"]
)


def check(case: Case) -> Iterator[Found]:
    for judged, words in grave_claims(case):
        if words.matter not in _STRONG or not _is_of_somebody(judged):
            continue
        carriers = judged.judgement.carriers
        cited = {name.casefold() for name in judged.claim.cites}
        resting = [one for one in carriers if one.source.casefold() in cited] or list(carriers)
        weak = {one.source: weakness(case, one.source) for one in resting}
        if not resting or not all(weak.values()):
            continue
        if any(names_root(judged, root, publishers(case)) for root in judged.claim.origins):
            continue
        better = [one.source for one in carriers if not weakness(case, one.source)]
        yield _told(case, judged, resting, weak[resting[0].source], better)


def weakness(case: Case, source_id: str) -> str:
    """What makes a source a weak one for a strong claim, in words for people; or empty."""
    credited = case.pack.origins.sources[source_id.casefold()]
    kind = credited.source.kind or ""
    if kind in _WEAK:
        return _WEAK[kind]
    # Without a publisher, and most of it credited to others: nobody answers for it.
    if not kind and credited.source.publisher is None and credited.is_retold:
        return f"a rewrite of {credited.retold[0]} by nobody who is named"
    return ""


def _is_of_somebody(judged: JudgedClaim) -> bool:
    """Whether it names a person or a body."""
    start, end = judged.statement.start, judged.statement.end
    return any(start <= name.start < end and name.kind != "place" for name in judged.reading.names)


def _told(
    case: Case,
    judged: JudgedClaim,
    resting: list[SourceSpan],
    weak: str,
    better: list[str],
) -> Found:
    source = resting[0].source
    remedy = (
        f"cite {better[0]}, which carries it too"
        if better
        else "find the document or a report at first hand, or write whose word it is"
    )
    return Found(
        judged.claim.place,
        f"is {source} enough for this? It is {weak}",
        remedy,
        (case.pack.evidence(resting[0]),),
        judged.claim.id,
    )


_POST = (
    "---\ntitle: Everyone knows it\nkind: post\n---\n"
    "The lake inspector Mats Lund falsified the samples for years. Shame on the county.\n"
)

RULE = Rule(
    name="source-tier",
    family="sources",
    severity="warning",
    decided="cue",
    law="An accusation, or what law, medicine or money says of somebody, has a source to match.",
    why="A rewrite or an advocate is no witness; who is accused will ask what you knew.",
    bad=Example(
        "---\ntitle: The lake\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe lake inspector Mats Lund falsified the samples for years. [@post]\n",
        {"post": _POST},
    ),
    good=Example(
        "---\ntitle: The lake\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe lake inspector Mats Lund falsified the samples for years. [@report]\n",
        {"report": _POST.replace("kind: post", "kind: official")},
    ),
    check=check,
)
