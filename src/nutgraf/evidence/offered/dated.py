"""What happened when, as the sources of a pack tell it: sentences with a day, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.evidence.offered.sentences import bare, leans, stands
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.language import furniture
from nutgraf.language.when import Precision, When

# What is coarser tells when nothing happened; a span of years is no event.
_TOLD: Final[frozenset[Precision]] = frozenset(
    ["time", "day", "week", "month", "season", "quarter"]
)
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells an event: `span` in the body of `source`, `when` as read there."""

    source: str
    span: Span
    text: str
    when: When


@dataclass(frozen=True, slots=True)
class Dated:
    """An event: the days that it may be on, both included, and who tells it, the best first.

    `first` and `last` are None where no source has a day to reckon from. `planned`: it lay ahead
    when it was written.
    """

    first: date | None
    last: date | None
    precision: Precision
    tellings: tuple[Telling, ...]
    planned: bool

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.source for one in self.tellings))


def dated(pack: Pack) -> tuple[Dated, ...]:
    """The events of a pack in order of time; of those without a day the order of the sources.

    One event that several sources tell is told once: the same days, and half of the words of the
    shorter sentence in the other. What is read is the sentence around the date; page furniture and
    quoted words tell none.
    """
    groups: list[list[tuple[Telling, frozenset[str], date | None]]] = []
    for source in pack:
        for telling in _tellings(source):
            stems = frozenset(source.index.reading.stems_in(*telling.span))
            entry = telling, stems, source.source.published
            same = next(
                (
                    group
                    for group in groups
                    if any(_is_one(telling, stems, other, theirs) for other, theirs, _ in group)
                ),
                None,
            )
            if same is None:
                groups.append([entry])
            else:
                same.append(entry)
    found = [_event(group) for group in groups]
    known = [one for one in found if one.first is not None]
    known.sort(key=lambda one: (one.first or date.max, one.last or date.max))
    return (*known, *(one for one in found if one.first is None))


def _tellings(source: ReadSource) -> Iterator[Telling]:
    reading = source.index.reading
    told: set[Span] = set()
    for when in reading.dates:
        if when.precision not in _TOLD or furniture.covers(source.furniture, when.start, when.end):
            continue
        if any(low <= when.start < high for one in reading.quotations for low, high in one.pieces):
            continue
        span = bare(reading, reading.sentences[reading.sentence_at(when.start)])
        text = " ".join(reading.text[slice(*span)].split())
        if span in told or not (stands(text) or leans(text)):
            continue
        told.add(span)
        yield Telling(source.source.id, span, text, when)


def _is_one(one: Telling, stems: frozenset[str], other: Telling, theirs: frozenset[str]) -> bool:
    mine, yours = one.when, other.when
    if mine.first is None or yours.first is None or mine.last is None or yours.last is None:
        apart = mine.month is not None and yours.month is not None and mine.month != yours.month
        if apart or mine.precision != yours.precision:
            return False
    elif mine.first > yours.last or yours.first > mine.last:
        return False
    shared = len(stems & theirs) / max(1, min(len(stems), len(theirs)))
    return shared >= _SAME


def _event(group: list[tuple[Telling, frozenset[str], date | None]]) -> Dated:
    """The narrowest days that its tellings give; the sentence that stands by itself goes first."""
    exact = [one for one, _, _ in group if one.when.first is not None and one.when.last is not None]
    best = min(exact, key=_width, default=group[0][0])
    ordered = sorted(
        (one for one, _, _ in group),
        key=lambda one: (
            one is not best and _width(one) > _width(best),
            leans(one.text),
            one.when.resolved,
        ),
    )
    published = next((day for one, _, day in group if one is best), None)
    planned = bool(published and best.when.first and best.when.first > published)
    return Dated(best.when.first, best.when.last, best.when.precision, tuple(ordered), planned)


def _width(one: Telling) -> int:
    first, last = one.when.first, one.when.last
    return (last - first).days if first is not None and last is not None else 10_000
