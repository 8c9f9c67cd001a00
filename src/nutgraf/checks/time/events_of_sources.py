"""The events that a brief tells, beside the same events as the sources tell and date them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.evidence.events_told import Event, Match, events_in, matches
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.occasions import Occasion, beginnings, occasions
from nutgraf.evidence.reading import Span
from nutgraf.language.when import When
from nutgraf.model import Evidence


@dataclass(frozen=True)
class ToldEvent:
    """An event of a sentence of the brief."""

    sentence: Sentence
    event: Event

    @property
    def text(self) -> str:
        return self.sentence.prose.text[self.event.start : self.event.end]


def events_told(case: Case) -> Iterator[ToldEvent]:
    """Every event that the brief tells in its own words, in reading order."""
    for sentence in sentences_told(case):
        if sentence.is_quotation:
            continue
        for event in events_of(sentence):
            yield ToldEvent(sentence, event)


def events_of(sentence: Sentence) -> tuple[Event, ...]:
    """The events of one sentence."""
    return events_in(sentence.claims[0].reading, sentence.start, sentence.end)


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Whether it stands in words that somebody else says."""
    quotations = sentence.claims[0].reading.quotations
    return any(one.start <= span[0] < one.end for one in quotations)


def same_events(case: Case, event: Event, least: float = 0.0) -> list[Match]:
    """The same event as the sources of the pack tell it, the nearest first."""
    found = [
        match
        for name, source in case.pack.sources.items()
        for match in matches(event, source.index, name)
        if match.share >= least
    ]
    return sorted(found, key=lambda one: -one.share)


def occasions_of(case: Case, event: Event) -> list[Occasion]:
    """When the sources of the pack have an event take place, the surest first."""
    found = [
        one
        for name, source in case.pack.sources.items()
        for one in occasions(event, source.index, name)
    ]
    found = found or [
        one
        for name, source in case.pack.sources.items()
        for one in beginnings(event, source.index, name)
    ]
    return sorted(found, key=lambda one: -one.share)


def dated(found: Sequence[Match]) -> list[tuple[Match, When]]:
    """Those of them that have one settled time, with it; what is told most exactly first."""
    told = [(match, when) for match in found if (when := match.event.settled) is not None]
    return sorted(told, key=lambda one: days_long(one[1]))


def days_long(when: When) -> int:
    """How many days a settled time spans."""
    assert when.first is not None
    assert when.last is not None
    return (when.last - when.first).days + 1


def words_of(case: Case, match: Match, when: When | None = None) -> Evidence:
    """What a source says of an event, or its time of it."""
    low, high = (when.start, when.end) if when is not None else (match.event.start, match.event.end)
    return case.pack.evidence(SourceSpan(match.source, low, high))


def sentence_words(case: Case, match: Match | Occasion) -> Evidence:
    """The whole sentence in which a source tells an event."""
    reading = case.pack.sources[match.source].index.reading
    low, high = reading.sentences[reading.sentence_at(match.event.start)]
    return case.pack.evidence(SourceSpan(match.source, low, high))
