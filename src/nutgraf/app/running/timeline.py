"""The dated events of a topic, over all sources, and which briefs told them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nutgraf.app.running.prose import Written, written
from nutgraf.app.running.topic import Topic, stems_of
from nutgraf.evidence.offered.dated import Dated, Telling, dated
from nutgraf.evidence.offered.sentences import leans
from nutgraf.language import sentences
from nutgraf.language.when import Precision
from nutgraf.model import Role
from nutgraf.workspace.loading import Workspace

_TOLD = 0.5  # of the words of an event, those of the topic left out, in a sentence of a brief
_FEWEST = 3
# A list of who is who tells no event.
_LISTS = frozenset([Role.PEOPLE, Role.CONCEPTS, Role.NOTES, Role.SOURCES, Role.UNKNOWNS])
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class Told:
    """Who tells an event: a source or a brief, its day, the place, and its words for the day."""

    id: str
    day: date | None
    path: str
    line: int
    text: str
    when: str
    resolved: bool


@dataclass(frozen=True)
class Event:
    """An event of a topic. `first` and `last` are None where no source settles the day.

    `told` are the sources, the best first; `briefs` the lines of briefs that tell it. `planned`:
    it lay ahead when it was written.
    """

    first: date | None
    last: date | None
    precision: Precision
    text: str
    told: tuple[Told, ...]
    briefs: tuple[Told, ...]
    planned: bool


def timeline(workspace: Workspace, topic: Topic) -> tuple[Event, ...]:
    """The events of a topic in order of time; those without a day come last."""
    briefs = [one for one in written(workspace) if one.type == "brief" and one.role not in _LISTS]
    read = [_Line(one, sentence) for one in briefs for sentence in _sentences_of(one)]
    return tuple(_event(topic, one, read) for one in dated(topic.pack) if _is_of(topic, one))


@dataclass(frozen=True)
class _Line:
    """A sentence of a brief."""

    written: Written
    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems_of(self.text)

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(_FIGURE.findall(self.text))


def _sentences_of(one: Written) -> Iterator[str]:
    for start, end in sentences.split(one.text):
        yield one.text[start:end]


def _is_of(topic: Topic, one: Dated) -> bool:
    return any(topic.is_told_by(each.source, _stems(topic, each)) for each in one.tellings)


def _stems(topic: Topic, telling: Telling) -> frozenset[str]:
    reading = topic.pack.sources[telling.source.casefold()].index.reading
    return frozenset(reading.stems_in(*telling.span))


def _event(topic: Topic, one: Dated, briefs: Sequence[_Line]) -> Event:
    best = next((each for each in one.tellings if not leans(each.text)), one.tellings[0])
    stems = _stems(topic, best)
    ordered = [best, *(each for each in one.tellings if each is not best)]
    told: dict[str, Told] = {}
    for each in ordered:
        told.setdefault(each.source, _told(topic, each))
    return Event(
        one.first,
        one.last,
        one.precision,
        best.text,
        tuple(told.values()),
        tuple(_in_briefs(one, best.text, stems - topic.stems, briefs)),
        one.planned,
    )


def _told(topic: Topic, telling: Telling) -> Told:
    source = topic.pack.sources[telling.source.casefold()].source
    at = source.front.body + telling.span[0]
    place = source.file.place(at, at)
    return Told(
        source.id,
        source.published,
        place.path,
        place.line,
        telling.text,
        telling.when.text,
        telling.when.resolved,
    )


def _in_briefs(
    event: Dated, text: str, stems: frozenset[str], briefs: Sequence[_Line]
) -> Iterator[Told]:
    """The first line of each brief that tells an event: it has half of its words.

    A brief of before the event tells of it only if it is announced; one that has other figures
    tells of another event.
    """
    seen: set[str] = set()
    figures = frozenset(_FIGURE.findall(text))
    for line in briefs:
        one = line.written
        before = bool(event.first and one.day and one.day < event.first)
        if one.id in seen or (before and not event.planned):
            continue
        if figures and line.figures and not figures & line.figures:
            continue
        if len(stems & line.stems) < max(_FEWEST, _TOLD * len(stems)):
            continue
        seen.add(one.id)
        yield Told(one.id, one.day, one.path, one.line, one.text, "", resolved=False)
