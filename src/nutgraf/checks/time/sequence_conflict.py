"""sequence-conflict: two events in the other order than the sources have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.time.events_of_sources import (
    dated,
    days_long,
    events_of,
    is_quoted,
    occasions_of,
    same_events,
    sentence_words,
)
from nutgraf.checks.time.main_day import on_main_day
from nutgraf.evidence.events_told import Event, event_at, sentence_events
from nutgraf.evidence.occasions import Occasion
from nutgraf.evidence.reading import Span
from nutgraf.language.names import Name
from nutgraf.language.order_words import Order, begins_with, opens_later, orders
from nutgraf.language.relative_times import lately
from nutgraf.language.roles import ROLES
from nutgraf.language.when import When
from nutgraf.model import Evidence

_A_MONTH = 31
_SURELY = 0.85


@dataclass(frozen=True, slots=True)
class _Said:
    """The brief says that `first` came before `second`, by the words at `span` of the sentence."""

    sentence: Sentence
    span: Span
    first: Event
    second: Event
    first_day: When | None = None


def check(case: Case) -> Iterator[Found]:
    before: Sentence | None = None
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body:
            continue
        told = [*_in_sentence(sentence)]
        if before is not None and before.prose is sentence.prose:
            told += _across(before, sentence)
        before = sentence
        for said in told:
            found = _conflict(case, said)
            if found is not None:
                yield found
                break


def _in_sentence(sentence: Sentence) -> Iterator[_Said]:
    """`Lee resigned after the vote`: two events, and the words that order them."""
    reading = sentence.claims[0].reading
    for order in orders(sentence.text):
        if is_quoted(sentence, (sentence.start + order.start, 0)):
            continue
        left, right = _sides(sentence, order)
        one, other = event_at(reading, *left), event_at(reading, *right)
        first, second = (one, other) if order.first == "left" else (other, one)
        yield _Said(sentence, (order.start, order.end), first, second)


def _sides(sentence: Sentence, order: Order) -> tuple[Span, Span]:
    """The spans, in the prose, of what is ordered: as far as the next mark or order word."""
    start = sentence.start
    if order.comma is not None:
        behind = (start + order.end, start + order.comma)
        return (start + order.comma + 1, sentence.end), behind
    events = events_of(sentence)
    at = start + order.start
    own = [one for one in events if one.start <= at < one.end or one.end == at]
    left = own[0].start if own else start
    if left >= at - 1 and len(events) > 1:
        earlier = [one.start for one in events if one.start < at]
        left = earlier[-1] if earlier else start
    ends = [one.end for one in events if one.end > start + order.end + 3]
    return (left, at), (start + order.end, ends[0] if ends else sentence.end)


def _across(before: Sentence, sentence: Sentence) -> Iterator[_Said]:
    """`The plan was filed on Feb. 11. A court has now blocked it.`: told one after the other."""
    size = opens_later(sentence.text)
    events = events_of(sentence)
    last = events_of(before)[-1:]
    if size and last and events:
        reading = sentence.claims[0].reading
        own = event_at(reading, sentence.start + size, events[0].end)
        yield _Said(sentence, (0, size), last[0], own)
    for word in lately(sentence.text):
        at = sentence.start + word.start
        second = next((one for one in events if one.start <= at < one.end), None)
        if word.word == "recently" or second is None:
            continue
        for first, when in _dated_before(_events_before(sentence)):
            yield _Said(sentence, (word.start, word.end), first, second, when)


def _events_before(sentence: Sentence) -> list[Event]:
    """The events that the prose tells before a sentence."""
    reading = sentence.claims[0].reading
    return [
        event
        for low, high in reading.sentences
        if high <= sentence.start
        for event in (event_at(reading, low, high),)
    ]


def _dated_before(events: Sequence[Event]) -> Iterator[tuple[Event, When]]:
    """Events with the first day that the brief itself gives them."""
    for event in events:
        days = [when for when in event.whens if when.precision == "day" and when.day is not None]
        if days:
            yield event, days[0]


def _conflict(case: Case, said: _Said) -> Found | None:
    if not said.first.stems or not said.second.stems or said.first.stems == said.second.stems:
        return None
    seconds = _occasions(case, _asked(case, said, said.second))
    if not seconds:
        return None
    firsts = _occasions(case, _asked(case, said, said.first))
    firsts, seconds = _apart(firsts, seconds), _apart(seconds, firsts)
    stated = _stated(case, firsts, seconds)
    if stated is not None:
        return None if stated[0] else _found(said, stated[1])
    return _by_days(case, said, firsts, seconds)


def _occasions(case: Case, event: Event) -> list[Occasion]:
    return occasions_of(case, event) or on_main_day(case, event)


def _apart(found: Sequence[Occasion], others: Sequence[Occasion]) -> list[Occasion]:
    """Without those that are rather the other event."""
    rather = {(one.source, one.event.start): one.share for one in others}
    return [one for one in found if rather.get((one.source, one.event.start), 0.0) <= one.share]


_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it"})
_ADVERBS = frozenset(["already", "earlier", "previously", "later", "then", "soon", "now"])


def _asked(case: Case, said: _Said, event: Event) -> Event:
    """An event by the words that tell it: a person's last name will do, and a pronoun's.

    What a person is (`coach Aerts`) and when it was said (`already`) do not tell it.
    """
    reading = said.sentence.claims[0].reading
    words = reading.words_in(event.start, event.end)
    dropped = {word.stem for word in words if word.lower in _ADVERBS}
    low, high = said.sentence.start, said.sentence.end
    people = [one for one in reading.names if low <= one.start < high and _is_person(case, one)]
    for one in people:
        parts = [word.stem for word in reading.words_in(one.start, one.end)]
        before = reading.words_in(max(low, one.start - 20), one.start)[-1:]
        dropped |= {*parts[:-1], *(word.stem for word in before if word.lower in ROLES)}
    company = frozenset[str]()
    if len(people) == 1 and any(word.lower in _PRONOUNS for word in words):
        company = frozenset(w.stem for w in reading.words_in(people[0].start, people[0].end)[-1:])
    return replace(
        event, stems=(event.stems - dropped) | company, verbs=event.verbs - frozenset(dropped)
    )


def _is_person(case: Case, name: Name) -> bool:
    return name.kind == "person" or any(
        one.kind == "person"
        for source in case.pack.sources.values()
        for one in source.index.named(name.text)
    )


def _by_days(
    case: Case, said: _Said, firsts: Sequence[Occasion], seconds: Sequence[Occasion]
) -> Found | None:
    """What the days say that the sources give the two."""
    if said.first_day is not None:
        return _by_our_day(case, said)
    earlier = [one for one in firsts if one.dated and one.first is not None]
    later = [one for one in seconds if one.dated and one.last is not None]
    if not later:
        # What a report tells in the past had happened on its own day.
        later = [one for one in seconds if one.last is not None and one.share >= _SURELY]
    if not earlier or not later:
        return None
    for first in earlier:
        for second in later:
            assert first.first is not None
            assert second.last is not None
            if second.last >= first.first or first.event == second.event:
                return None
    return _found(said, (sentence_words(case, earlier[0]), sentence_words(case, later[0])))


def _by_our_day(case: Case, said: _Said) -> Found | None:
    """`now`, after a day that the brief tells."""
    assert said.first_day is not None
    day = said.first_day.first
    found = dated(same_events(case, said.second))
    later = [one for one in found if days_long(one[1]) <= _A_MONTH]
    if not later or day is None:
        return None
    if any(when.last is None or when.last >= day for _, when in later):
        return None
    return _found(said, (sentence_words(case, later[0][0]),))


def _stated(
    case: Case, firsts: Sequence[Occasion], seconds: Sequence[Occasion]
) -> tuple[bool, tuple[Evidence, ...]] | None:
    """Whether a source that puts the two in order in one sentence agrees, and that sentence."""
    answers = []
    for one in firsts:
        index = case.pack.sources[one.source].index
        for other in seconds:
            if other.source != one.source or other.event == one.event:
                continue
            if other.sentence != one.sentence:
                continue
            parts = sentence_events(index, one.sentence)
            at, to = _number(parts, one.event), _number(parts, other.event)
            if abs(at - to) != 1:
                continue
            behind = parts[max(at, to)]
            first = begins_with(index.reading.text[behind.start : behind.end])
            if first is None:
                continue
            came_first = parts[min(at, to)] if first == "left" else behind
            answers.append((came_first == one.event, (sentence_words(case, one),)))
    agreeing = [answer for answer in answers if answer[0]]
    return next(iter(agreeing or answers), None)


def _number(parts: Sequence[Event], event: Event) -> int:
    return next(at for at, one in enumerate(parts) if one.start == event.start)


def _found(said: _Said, evidence: tuple[Evidence, ...]) -> Found:
    low, high = said.span
    words = " ".join(said.sentence.text[low:high].strip(" ,").split())
    return Found(
        said.sentence.place(low, high),
        f"“{words}”: do the sources have the two the other way round?",
        "put them in the order of the sources, with the date of each",
        tuple(dict.fromkeys(evidence)),
        said.sentence.claim_at(low).claim.id,
    )


_REPORT = (
    "---\ntitle: The mill\npublished: 2025-03-06\n---\n"
    "The mill's owner sold the land on Feb. 3. Workers went on strike on Feb. 20 over pay.\n"
)

RULE = Rule(
    name="sequence-conflict",
    family="time",
    severity="warning",
    decided="cue",
    law="Two events stand in the order in which the sources have them.",
    why="Whoever turns the order round turns cause and effect round, too.",
    bad=Example(
        "---\ntitle: The mill\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe mill’s owner sold the land after workers went on strike. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The mill\ndate: 2025-03-07\n---\n"
        "## Summary\n\nWorkers went on strike after the mill’s owner sold the land. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
