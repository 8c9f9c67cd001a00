"""The day on which what a story is about took place, for `the incident` and `the crash`."""

from __future__ import annotations

from collections import Counter
from datetime import date

from nutgraf.checks.case import Case
from nutgraf.evidence.events_told import Event
from nutgraf.evidence.occasions import Occasion
from nutgraf.language.stems import stem

# Nouns that name, alone, the event that a report is about.
_EVENT_TEXT = """
incident accident crash collision disaster tragedy fire blaze attack shooting stabbing blast
explosion earthquake derailment collapse outage spill
"""
_EVENTS = frozenset(map(stem, _EVENT_TEXT.split()))
_LEAST = 2  # sources that must have the day


def on_main_day(case: Case, event: Event) -> list[Occasion]:
    """When `the incident` took place, if most sources of the pack have one and the same day.

    The place of it is the first words of a source that have the day.
    """
    if event.verbs or len(event.stems) != 1 or not event.stems <= _EVENTS:
        return []
    told: dict[date, list[Occasion]] = {}
    for name, source in case.pack.sources.items():
        reading = source.index.reading
        seen = set[date]()
        for when in reading.dates:
            day = when.first
            if day is None or day != when.last or day in seen or day == reading.published:
                continue
            seen.add(day)
            number = reading.sentence_at(when.start)
            low, high = reading.sentences[number]
            place = Event(low, high, frozenset(), event.stems, (when,))
            told.setdefault(day, []).append(Occasion(name, number, place, day, day, dated=True))
    counts = Counter({day: len(found) for day, found in told.items()}).most_common(2)
    if not counts or counts[0][1] < _LEAST or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return []
    return told[counts[0][0]]
