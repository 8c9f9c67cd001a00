"""single-source: something grave that one source alone tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.gravest import grave_claims
from nutgraf.checks.origins_said import names_root, publishers, speakers_of
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language import grave, stems
from nutgraf.language.grave import ORDER, Grave, Matter
from nutgraf.model import Claim

# So many are told one by one; of more, the last says how many.
_MOST = 3
# What has so little of a claim's words in one passage does not speak of it.
_SPEAKS = 0.35
_WEIGHED: frozenset[Matter] = frozenset(
    ["crime", "accusation", "dismissal", "death", "private", "money"]
)
# An accusation is not the next one.
_MANIFOLD: frozenset[Matter] = frozenset(["accusation", "private", "money"])
_WHAT: dict[Matter, str] = {
    "crime": "a crime",
    "accusation": "an accusation",
    "dismissal": "a dismissal or resignation",
    "death": "a death",
    "private": "a private matter",
    "medical": "a danger to health",
    "money": "a large sum",
}


def check(case: Case) -> Iterator[Found]:
    if len(case.pack.origins.all) < 2:
        return
    found = [one for one in grave_claims(case) if _is_alone(case, *one)]
    found.sort(key=lambda one: ORDER.index(one[1].matter))
    for number, (judged, words) in enumerate(found[:_MOST], 1):
        yield _told(case, judged, words, found[_MOST:] if number == _MOST else ())


def _is_alone(case: Case, judged: JudgedClaim, words: Grave) -> bool:
    claim = judged.claim
    if words.matter not in _WEIGHED or len(claim.carried_by) != 1 or claim.primary_seen:
        return False
    if names_root(judged, claim.origins[0], publishers(case)):
        return False
    if len(speakers_of(case, judged, _SPEAKS)) > 1:
        return False
    said = judged.reading.text[words.start : words.end]
    return not any(
        _tells_of(one.source.body, words.matter, said)
        for one in case.pack
        if one.source.id != claim.carried_by[0]
    )


def _tells_of(text: str, matter: Matter, said: str) -> bool:
    """Whether another source tells of such a thing at all: then only its details stand alone."""
    return any(
        one.matter == matter
        and (matter not in _MANIFOLD or _stems(text[one.start : one.end]) & _stems(said))
        for one in grave.read(text)
    )


def _stems(text: str) -> set[str]:
    return {word.stem for word in stems.read(text) if word.content}


def _told(
    case: Case, judged: JudgedClaim, words: Grave, rest: Sequence[tuple[JudgedClaim, Grave]]
) -> Found:
    claim: Claim = judged.claim
    more = f" ({len(rest)} more of such weight rest on one source)" if rest else ""
    source = claim.carried_by[0]
    return Found(
        claim.place,
        f"{_WHAT[words.matter]} that only {source} tells{more}",
        f"find a second source, or write: {claim.origins[0]} reported",
        (case.pack.evidence(judged.judgement.carriers[0]),),
        claim.id,
    )


_TRIBUNE = (
    "---\ntitle: Harbour office\npublisher: Coast Tribune\n---\n"
    "The harbour master, Ola Brandt, resigned on Monday. A new one is sought. The cranes stood "
    "still for two days.\n"
)
_HERALD = (
    "---\ntitle: Cranes stand still\npublisher: Island Herald\n---\n"
    "The cranes at the harbour stood still for two days. Nobody was at the office.\n"
)

RULE = Rule(
    name="single-source",
    family="sources",
    severity="note",
    decided="code",
    law="What is grave and rests on one source has a second one, or names the one in the text.",
    why="A resignation, a crime or a death that one reporter has wrong is wrong in your name.",
    bad=Example(
        "---\ntitle: The harbour\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe harbour master resigned on Monday. [@tribune] The cranes stood still "
        "for two days. [@herald]\n",
        {"tribune": _TRIBUNE, "herald": _HERALD},
    ),
    good=Example(
        "---\ntitle: The harbour\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe harbour master resigned on Monday, the Coast Tribune reported. "
        "[@tribune] The cranes stood still for two days. [@herald]\n",
        {"tribune": _TRIBUNE, "herald": _HERALD},
    ),
    check=check,
)
