"""Days and hours on which sources differ: one event, and two times of it.

From each event of the brief that has one time: the sources that give it that time, and those that
give the same event another one. Different precision is no conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.events_told import Event, Match, events_in, matches
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.dates import agree
from nutgraf.language.date_comparison import compare
from nutgraf.language.when import When
from nutgraf.model import Role

_DAYS = frozenset({"day", "month", "year"})
_FEWEST = 3  # words of an event by which it is known again
_AGREES = 0.6
_SURELY = 0.8
_APART = 30  # minutes by which two hours of one event differ
# Of several things of one kind, one may have one date and one another.
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:another|earlier|previous|again"
    r"|(?:second|third|fourth|fifth|latest|first|last)\s(?!\w+ed\b)\w+"
    r"|separate|different|also|each|annual(?:ly)?|every|both|respectively|originally|planned"
    r"|expected|scheduled|until|since|by)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|shortly|soon|just|some ?time|early|late|roughly|circa|before|after|between"
    r"|towards?)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Dated:
    source: str
    index: Index
    event: Event
    when: When


@dataclass(frozen=True)
class _Differing:
    found: tuple[_Dated, ...]
    bears: list[tuple[JudgedClaim, Event, When]] = field(default_factory=list)


def date_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each event of the brief of which sources give different times."""
    sources = [(one.source.id, one.index) for one in pack]
    told = tuple(paragraphs(claims))
    merged: dict[tuple[tuple[str, int], ...], _Differing] = {}
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for event in events_in(judged.reading, statement.start, statement.end):
            for when in _times(judged.reading, event):
                found = tuple(_found(judged.reading, event, when, sources))
                if found:
                    key = tuple((one.source, one.when.start) for one in found)
                    known = merged.setdefault(key, _Differing(found))
                    known.bears.append((judged, event, when))
    for one in merged.values():
        yield _conflict(one, told)


def _times(reading: Reading, event: Event) -> Iterator[When]:
    """The day, and the hour, of an event that has one and no more."""
    if len(event.stems) < _FEWEST or not event.verbs:
        return
    text = reading.text[event.start : event.end]
    if _ONE_OF_SEVERAL.search(text):
        return
    for kind in (False, True):
        own = [when for when in event.whens if (when.precision == "time") is kind]
        if len(own) == 1 and _is_settled(own[0]):
            yield own[0]


def _is_settled(when: When) -> bool:
    if when.precision == "time":
        return bool(when.clock)
    return when.precision in _DAYS and when.first is not None and not when.relation


def _found(
    reading: Reading, event: Event, when: When, sources: Sequence[tuple[str, Index]]
) -> Iterator[_Dated]:
    """The sources that give an event its time, and those that give it another one."""
    agreeing: dict[str, _Dated] = {}
    rivals: dict[str, _Dated] = {}
    for source, index in sources:
        told = list(matches(event, index, source))
        same = [
            (match.event, other)
            for match in told
            if match.share >= _AGREES
            for other in match.event.whens
            if _is_one_time(reading, when, index.reading, other)
        ]
        if same:
            agreeing[source] = _Dated(source, index, *same[0])
        elif other := _otherwise(reading, event, when, index, told):
            rivals[source] = _Dated(source, index, *other)
    if not agreeing or not rivals:
        return
    for source, _ in sources:
        if (one := agreeing.get(source) or rivals.get(source)) is not None:
            yield one


def _is_one_time(reading: Reading, when: When, source: Reading, other: When) -> bool:
    if (when.precision == "time") is not (other.precision == "time"):
        return False
    if when.precision == "time":
        return not _hours_apart(reading, when, source, other)
    return agree(when, other)


def _hours_apart(reading: Reading, when: When, source: Reading, other: When) -> bool:
    if not when.clock or not other.clock:
        return False
    one, two = (int(w.clock[:2]) * 60 + int(w.clock[3:5]) for w in (when, other))
    away = abs(one - two)
    rough = any(
        _ABOUT.search(text.text, max(w.start - 24, 0), w.start)
        for text, w in ((reading, when), (source, other))
    )
    return away > _APART if rough else away > 0


def _otherwise(
    reading: Reading, event: Event, when: When, index: Index, told: Sequence[Match]
) -> tuple[Event, When] | None:
    """The same event with another time, in a source that has the brief's time nowhere near it."""
    for match in sorted(told, key=lambda one: -one.share):
        if match.share < _SURELY or not event.verbs & match.event.verbs:
            continue
        text = index.reading.text[match.event.start : match.event.end]
        others = list(_times(index.reading, match.event))
        others = [one for one in others if (one.precision == "time") is (when.precision == "time")]
        if not others or _ONE_OF_SEVERAL.search(text):
            continue
        other = others[0]
        if _is_one_time(reading, when, index.reading, other):
            return None
        if when.precision != "time" and compare(when, other).relation != "differs":
            continue
        if any(_is_one_time(reading, when, index.reading, one) for one in _near(index, match)):
            continue
        return match.event, other
    return None


def _near(index: Index, match: Match) -> list[When]:
    """The times of the sentence of an event and of those beside it."""
    reading = index.reading
    number = reading.sentence_at(match.event.start)
    low = reading.sentences[max(number - 1, 0)][0]
    high = reading.sentences[min(number + 1, len(reading.sentences) - 1)][1]
    return [one for one in reading.dates if low <= one.start < high]


def _conflict(one: _Differing, told: Sequence[Paragraph]) -> Conflict:
    judged, event, when = one.bears[0]
    times: list[When] = []
    for dated in one.found:
        if not any(agree(dated.when, known) for known in times):
            times.append(dated.when)

    def accounts_in(paragraph: Paragraph) -> int:
        reading = paragraph.claims[0].reading
        if not is_of_matter(paragraph):
            return 0
        return sum(any(agree(own, known) for own in reading.dates) for known in times)

    def is_of_matter(paragraph: Paragraph) -> bool:
        stems = {word.stem for word in paragraph.claims[0].reading.words}
        return 2 * len(stems & event.stems) > len(event.stems)

    places = {own.claim.id: (span.start, span.end) for own, _, span in one.bears[::-1]}
    text = judged.reading.text
    matter = f"{text[event.start : when.start].rstrip()} {text[when.end : event.end].lstrip()}"
    return Conflict(
        "date",
        f"when {_trimmed(matter)}",
        tuple(
            Saying(
                dated.source,
                (dated.when.start, dated.when.end),
                dated.index.reading.sentences[dated.index.reading.sentence_at(dated.when.start)],
                dated.when.text,
            )
            for dated in one.found
        ),
        tuple(places)[::-1],
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(places.values())[::-1],
    )


_LOOSE = re.compile(r"[\s,;:.—–-]+$|\s(?:on|at|in|by|since|from)(?=\s*$)", re.IGNORECASE)


def _trimmed(words: str) -> str:
    """Some words without the comma or preposition that led to the time at their end."""
    short = _LOOSE.sub("", _LOOSE.sub("", words)).strip()
    return short[:1].lower() + short[1:] if short.startswith(("The ", "A ", "An ")) else short
