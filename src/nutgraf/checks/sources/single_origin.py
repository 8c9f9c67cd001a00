"""single-origin: several sources that have it from one, shown as if they confirmed each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.origins_said import (
    credits_of,
    is_shown,
    names_root,
    one_root,
    publishers,
    sources_place,
    speakers_of,
    tells_origins,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.confirming import CONFIRMING
from nutgraf.language.outlets import outlet_of
from nutgraf.model import Place, Role

# Where reports are set against each other, they are not shown as one another's proof.
_APART = frozenset([Role.DIFFER, Role.UNKNOWNS, Role.CORRECTIONS])
# So few claims do not make a story that stands on one newsroom.
_FEWEST = 2
_CENTRAL = frozenset([Role.INTRO, Role.SUMMARY, Role.POINTS, Role.EVENTS])


@dataclass(frozen=True)
class _Shown:
    """A claim that readers are shown as confirmed: where, by which passages, from which root."""

    place: Place
    judged: JudgedClaim
    passages: tuple[SourceSpan, ...]
    root: str


def check(case: Case) -> Iterator[Found]:
    if len(case.pack.sources) < 2 or tells_origins(case):
        return
    for number in range(max(1, len(case.brief.stories))):
        own = [one for one in case.claims if is_shown(one) and one.statement.story == number]
        shown = [*_said(case, own), *_cited(case, own)]
        if shown:
            yield _told(case, shown)
        elif not any(one.claim.cites for one in case.claims):
            yield from _as_listed(case, own, number)


def _said(case: Case, own: Iterable[JudgedClaim]) -> Iterator[_Shown]:
    """`Three outlets report`, of what comes from one."""
    for judged in own:
        low, high = sentence_of(judged)
        found = CONFIRMING.search(judged.reading.text, low, high)
        if found is None or judged.statement.role in _APART or _is_quoted(judged, found):
            continue
        passages = _carrying(case, judged, found)
        root = one_root(case, passages)
        if root is not None:
            yield _Shown(judged.statement.prose.place(*found.span()), judged, passages, root)


def _is_quoted(judged: JudgedClaim, found: re.Match[str]) -> bool:
    return any(one.start <= found.start() < one.end for one in judged.reading.quotations)


def _carrying(case: Case, judged: JudgedClaim, found: re.Match[str]) -> tuple[SourceSpan, ...]:
    """The passages that carry the sentence of a claim, the words `three outlets report` aside."""
    low, high = sentence_of(judged)
    sides = [(low, found.start()), (found.end(), high)]
    return case.pack.carriers(judged.reading, *max(sides, key=lambda one: one[1] - one[0]))


def _cited(case: Case, own: Iterable[JudgedClaim]) -> Iterator[_Shown]:
    """Two citations of one claim, of sources that have it from one."""
    for judged in own:
        cited = {name.casefold() for name in judged.claim.cites}
        if len(cited) < 2 or judged.statement.role in _APART or len(judged.claim.origins) != 1:
            continue
        carriers = judged.judgement.carriers
        shown = tuple(one for one in carriers if one.source.casefold() in cited)
        root = one_root(case, shown)
        if root is not None and not names_root(judged, root, publishers(case)):
            others = speakers_of(case, judged)
            if case.pack.origins.roots([*others]) == (root,) or len(others) == len(carriers):
                yield _Shown(judged.claim.place, judged, shown, root)


def _told(case: Case, shown: Sequence[_Shown]) -> Found:
    first = shown[0]
    names = list(dict.fromkeys(one.source for one in first.passages))
    more = len({one.place for one in shown}) - 1
    others = f", and so in {more} more place{'s' if more > 1 else ''}" if more else ""
    return Found(
        first.place,
        f"one origin, not {len(names)}: {_and(names)} have this from "
        f"{outlet_of(first.root).short}{others}",
        f"tell readers whose story it is: according to {_called(first.root)}",
        tuple(credits_of(case, first.root, first.passages)),
        first.judged.claim.id,
    )


def _as_listed(case: Case, own: Sequence[JudgedClaim], number: int) -> Iterator[Found]:
    """A brief that cites nothing and lists its sources: readers count them."""
    central = [
        one for one in own if one.statement.role in _CENTRAL and len(one.claim.carried_by) > 1
    ]
    alone = [one for one in central if one_root(case, one.judgement.carriers) is not None]
    origins = case.pack.origins.all
    if len(alone) < max(_FEWEST, len(central) / 2) or len(origins) == len(case.pack.sources):
        return
    roots = [one_root(case, one.judgement.carriers) for one in alone]
    if any(
        names_root(one, root, publishers(case))
        for one, root in zip(alone, roots, strict=True)
        if root and one.statement.role is Role.SUMMARY
    ):
        return
    listed = " · ".join(f"{one.short} ({', '.join(one.sources)})" for one in origins)
    counted = "one origin" if len(origins) == 1 else f"{len(origins)} origins"
    root = next(root for root in roots if root)
    yield Found(
        sources_place(case),
        f"{len(case.pack.sources)} sources, {counted}: {listed}",
        f"tell readers whose stories these are: according to {_called(root)}",
        tuple(credits_of(case, root, alone[0].judgement.carriers)),
        about=f"story {number}",
    )


def _called(root: str) -> str:
    return outlet_of(root).short


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


_PRESS = (
    "---\ntitle: The quarry closes\npublisher: The Valley Post\n---\n"
    "The quarry at Holm will close in May, the Associated Press reported. About 40 people work "
    "there.\n"
)
_WIRE = (
    "---\ntitle: Quarry to close\npublisher: Hill Radio\n---\n"
    "HOLM (AP) — The quarry at Holm will close in May, its owner said. The village was not told.\n"
)

RULE = Rule(
    name="single-origin",
    family="sources",
    severity="warning",
    decided="code",
    law="Sources that have a story from one newsroom are one origin and confirm nothing.",
    why="Four links to one wire story look like four witnesses; there is one, who may be wrong.",
    bad=Example(
        "---\ntitle: The quarry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe quarry at Holm will close in May. [@press; @wire]\n",
        {"press": _PRESS, "wire": _WIRE},
    ),
    good=Example(
        "---\ntitle: The quarry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe quarry at Holm will close in May, according to the Associated Press. "
        "[@press; @wire]\n",
        {"press": _PRESS, "wire": _WIRE},
    ),
    check=check,
)
