"""single-origin: several sources that have it from one, shown as if they confirmed each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
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
from nutgraf.checks.sources_together import Together, one_party, together, told_by, unchecked
from nutgraf.checks.voiced import evidence_of, within
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
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
        apart = [one for one in own if one.statement.role not in _APART]
        joined = [one for one in (together(case, judged) for judged in apart) if one]
        shown = [*_said(case, joined), *_cited(case, own)]
        places = {one.place for one in shown}
        vouched = [one for one in _vouched(case, joined) if one.place not in places]
        yield from vouched
        if shown:
            yield _told(case, shown)
        elif not vouched and not any(one.claim.cites for one in case.claims):
            yield from _as_listed(case, own, number)


def _said(case: Case, own: Iterable[Together]) -> Iterator[_Shown]:
    """`Three outlets report`, of what comes from one."""
    for shown in own:
        judged = shown.judged
        passages = case.pack.carriers(judged.reading, *shown.said)
        root = one_root(case, passages)
        if root is None:
            passages = tuple(
                SourceSpan(name, *own[0].span) for name, own in told_by(case, shown).items()
            )
            root = one_root(case, passages)
        if root is not None:
            yield _Shown(judged.statement.prose.place(*shown.words), judged, passages, root)


def _vouched(case: Case, own: Iterable[Together]) -> Iterator[Found]:
    """`The Post and the AP confirm`, of what they give to one party or have not checked."""
    done: set[Place] = set()
    for shown in own:
        if not shown.vouches:
            continue
        judged = shown.judged
        place = judged.statement.prose.place(*shown.words)
        if place in done:
            continue
        done.add(place)
        told = told_by(case, shown)
        if common := one_party(case, told):
            witness, voice = common
            party = within(witness.party(voice))
            low, high = voice.party or (voice.start, voice.end)
            yield Found(
                place,
                f"one origin, not {len(told)}: {_and([*told])} have this from {party}",
                f"write: according to {party}",
                (evidence_of(case, witness, (min(low, voice.start), max(high, voice.end))),),
                judged.claim.id,
            )
        elif against := unchecked(case, shown):
            yield Found(
                place,
                f"{against[0]} passes this on and says that it has not checked it",
                "write who says so, and that it is not confirmed",
                (case.pack.evidence(against[1]),),
                judged.claim.id,
            )


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
