"""Figures on which sources differ: one quantity, and values that cannot both be right.

From each figure of the brief: the sources that have it of the same thing, and those that have
another value of that thing. A source that has both is no party to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.both_known import knows_too
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.intervals import apart
from nutgraf.evidence.conflicts.likeness import Told, likeness
from nutgraf.evidence.conflicts.matter import matter_before, matter_behind
from nutgraf.evidence.conflicts.quantities import Quantity, key_of, quantities_in, quantities_of
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.conflicts.weights import Weight, weight_in
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading
from nutgraf.language.derivation import NEAR, derive
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare, is_far
from nutgraf.language.stems import stem
from nutgraf.model import Role

_OURS = 0.35  # so alike the brief's figure and a source's must be where the values agree
_RIVAL = 0.6  # and two sources' where they do not
_SAME_THING = 0.5
_ROUNDED = Decimal("0.1")  # of an account's value: so near to it the brief may tell it
_OF_MATTER = 2  # words of it


def figure_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each quantity of the brief of which sources give different values."""
    sources = [(one.source.id, one.index) for one in pack]
    weight = weight_in(index for _, index in sources)
    told = tuple(paragraphs(claims))
    merged: dict[object, _Differing] = {}
    ours = list(_of_brief(claims))
    every = [told_of for _, told_of in ours]
    for judged, own in ours:
        found = tuple(_found(own, every, sources, weight))
        if found:
            key = tuple((one.source, key_of(one.figure), one.figure.low) for one in found)
            merged.setdefault(key, _Differing(found)).bears.append((judged, own.quantity))
    for one in merged.values():
        yield _conflict(one, told)


def _of_brief(claims: Sequence[JudgedClaim]) -> Iterator[tuple[JudgedClaim, Told]]:
    """The quantities that the brief gives itself; what is never sent, and quoted, left out."""
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for quantity in quantities_in(judged.reading, statement.start, statement.end):
            yield judged, Told(judged.reading, quantity)


@dataclass(frozen=True)
class _Found:
    source: str
    told: Told
    alike: float

    @property
    def figure(self) -> Figure:
        return self.told.quantity.figure


@dataclass(frozen=True)
class _Differing:
    """What sources give for one quantity, and where the brief has it."""

    found: tuple[_Found, ...]
    bears: list[tuple[JudgedClaim, Quantity]] = field(default_factory=list)


def _conflict(one: _Differing, told: Sequence[Paragraph]) -> Conflict:
    judged, quantity = one.bears[0]
    values = _values(one.found)
    nouns = {found.told.quantity.noun for found in one.found} - {""}
    words = frozenset(stem(noun) for noun in nouns)
    ours = frozenset[str]().union(*(quantity.near for _, quantity in one.bears))

    def accounts_in(paragraph: Paragraph) -> int:
        figures = paragraph.claims[0].reading.figures
        return sum(any(_gives(figure, value) for figure in figures) for value in values)

    def is_of_matter(paragraph: Paragraph) -> bool:
        reading = paragraph.claims[0].reading
        kind = key_of(quantity.figure)
        if any(key_of(one) == kind for one in reading.figures if one.kind != "label"):
            return False
        stems = frozenset(reading.stems_in(0, len(reading.text)))
        return bool(stems & words) or len(stems & ours) >= _OF_MATTER

    return Conflict(
        "figure",
        _matter(judged.reading, quantity),
        tuple(_saying(found) for found in one.found),
        tuple(judged.claim.id for judged, _ in one.bears),
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(quantity.span for _, quantity in one.bears),
    )


def _values(found: Sequence[_Found]) -> list[Figure]:
    """One figure of each account."""
    values: list[Figure] = []
    for one in found:
        if not any(not apart(one.figure, other) for other in values):
            values.append(one.figure)
    return values


def _gives(figure: Figure, value: Figure) -> bool:
    """Whether a figure of the brief is an account's; `between 40 and 60` gives both."""
    if key_of(figure) != key_of(value):
        return False
    if figure.low != figure.high:
        return value.low in (figure.low, figure.high)
    near = abs(figure.low - value.low) <= abs(value.low) * _ROUNDED
    return near and not apart(figure, value)


def _found(
    ours: Told, brief: Sequence[Told], sources: Sequence[tuple[str, Index]], weight: Weight
) -> Iterator[_Found]:
    """The figures of the sources that have the brief's, and of those that have another one."""
    key = key_of(ours.quantity.figure)
    every = {name: _of(index, key) for name, index in sources}
    anchors = [
        _Found(name, one, alike)
        for name, several in every.items()
        for one in several
        if _agree(ours, one) and (alike := likeness(ours, one, weight)) >= _OURS
    ]
    if not anchors:
        return
    with_it = {one.source for one in anchors}
    rivals = [
        rival
        for name, several in every.items()
        if name not in with_it and (rival := _rival(name, several, ours, anchors, weight))
    ]
    rivals = [
        one
        for one in rivals
        if not _is_of_another(one, ours, anchors, every, weight)
        and not _adds_up(one, anchors)
        and not _is_older_toll(one, anchors)
        and not knows_too(ours, _unlike(ours, brief, weight), one.told, weight, own=False)
    ]
    if not rivals:
        return
    for name in every:
        mine = [one for one in (*anchors, *rivals) if one.source == name]
        if mine:
            yield max(mine, key=lambda one: (one.told.text == ours.text, one.alike))


def _unlike(ours: Told, brief: Sequence[Told], weight: Weight) -> list[Told]:
    """The quantities of the brief that are of another thing than one of them."""
    key = key_of(ours.quantity.figure)
    return [
        one
        for one in brief
        if key_of(one.quantity.figure) == key and likeness(ours, one, weight) < _OURS
    ]


def _is_of_another(
    rival: _Found,
    ours: Told,
    anchors: Sequence[_Found],
    every: Mapping[str, Sequence[Told]],
    weight: Weight,
) -> bool:
    """Whether a source has both values, so that they are of two things."""
    if knows_too(rival.told, every[rival.source], ours, weight, own=False):
        return True
    return any(
        knows_too(anchor.told, every[anchor.source], rival.told, weight) for anchor in anchors
    )


_TOLL = re.compile(
    r"\b(?:dead|die[ds]?|deaths?|toll|kill(?:ed|s)?|bod(?:y|ies)|injur\w+|wounded|missing|sick|ill"
    r"|sickened|infected|cases|hospitali[sz]ed|evacuated|displaced|homeless|without power)\b",
    re.IGNORECASE,
)


def _is_older_toll(rival: _Found, anchors: Sequence[_Found]) -> bool:
    """Whether a source counted the dead or the missing on an earlier day than the others."""
    day = rival.told.reading.published
    days = [one.told.reading.published for one in anchors]
    latest = max((one for one in days if one is not None), default=None)
    if day is None or latest is None or day >= latest:
        return False
    return all(_TOLL.search(_sentence_of(one)) for one in (rival, *anchors))


def _sentence_of(found: _Found) -> str:
    reading = found.told.reading
    return reading.text[slice(*reading.sentences[found.told.quantity.sentence])]


def _adds_up(rival: _Found, anchors: Sequence[_Found]) -> bool:
    """Whether the one value is the other with what the same source adds: a price and a reserve."""
    return any(
        _is_made_of(anchor.figure, rival) or _is_made_of(rival.figure, anchor) for anchor in anchors
    )


def _is_made_of(whole: Figure, part: _Found) -> bool:
    """Whether one value is a sum or a difference of another one and of a figure beside it."""
    kind = key_of(part.figure)
    beside = [
        one
        for one in part.told.reading.figures
        if key_of(one) == kind and abs(one.start - part.figure.start) <= NEAR
    ]
    made = derive(whole, beside)
    if made is None or part.figure not in made.operands or made.value != whole.low:
        return False
    return made.step in ("sum", "difference", "total")


def _of(index: Index, key: str) -> list[Told]:
    return [Told(index.reading, one) for one in quantities_of(index).get(key, ())]


def _agree(one: Told, other: Told) -> bool:
    ours, theirs = one.quantity.figure, other.quantity.figure
    if is_far(ours, theirs) and is_far(theirs, ours):
        return False
    return compare(ours, theirs).agrees or compare(theirs, ours).agrees


def _rival(
    name: str, several: Sequence[Told], ours: Told, anchors: Sequence[_Found], weight: Weight
) -> _Found | None:
    """The figure of a source that stands in the place of the brief's, with another value."""
    best: _Found | None = None
    for one in several:
        alike = max(likeness(anchor.told, one, weight) for anchor in anchors)
        alike = max(alike, likeness(ours, one, weight))
        if alike >= _SAME_THING and not apart(ours.quantity.figure, one.quantity.figure):
            return None
        if alike >= _RIVAL and (best is None or alike > best.alike):
            best = _Found(name, one, alike)
    return best


def _saying(found: _Found) -> Saying:
    told = found.told
    sentence = told.reading.sentences[told.quantity.sentence]
    return Saying(found.source, told.quantity.span, sentence, told.text)


def _matter(reading: Reading, quantity: Quantity) -> str:
    """What it counts, in the words that stand by it."""
    event = quantity.event
    behind = matter_behind(reading, quantity.span, event.end)
    if behind and quantity.figure.kind == "count":
        return f"how many {behind}"
    return behind or matter_before(reading, quantity.span, event.start) or quantity.noun
