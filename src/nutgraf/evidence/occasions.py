"""When a source has an event take place: between which days, by all that it says of it.

A day may stand with the event (`resigned on Feb. 3`), with its neighbour (`resigned two days after
the vote`), or nowhere: what a report tells in the past had happened on its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nutgraf.evidence.events_told import Event, sentence_events
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language.near_words import neighbours
from nutgraf.language.order_words import begins_with
from nutgraf.language.spans_apart import apart
from nutgraf.language.stems import Word
from nutgraf.language.stems import stem as stem_of
from nutgraf.language.verb_forms import MODALS, verbs
from nutgraf.language.when import When

_A_MONTH = timedelta(31)
# What the sentence and the two before it have of an event counts for a little less.
_BESIDE = 0.9
_OWN = 0.3
_NEARLY = 0.85
LEAST = 0.7
# Verbs by which a state begins: `was taken off the air`, `went into administration`.
_ENTER_TEXT = """
take go put place become fall shut close turn get come move
"""
_ENTER = frozenset(map(stem_of, _ENTER_TEXT.split()))
_SEVERAL = 3
_BEGUN = 0.62
_A_LATER = re.compile(r"\S+ \w+ later\s*[,.;]")
# Verbs that say of a noun only that it took place.
_PERSONAL = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_HAPPEN_TEXT = """
happen occur begin start find strike hit hold come take open break
"""
_HAPPEN = frozenset(map(stem_of, _HAPPEN_TEXT.split()))
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|nobody|no one|without)\b|n[’']t\b", re.IGNORECASE)
_UNSURE = MODALS - {"did", "does", "do"} | {"if", "unless", "whether", "until"}


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of a source, with the days between which it lies; None where that is open.

    `dated` tells whether a day stands with it or its neighbour; `share` how much of the words asked
    for it has.
    """

    source: str
    sentence: int
    event: Event
    first: date | None
    last: date | None
    dated: bool
    share: float = 1.0


def occasions(event: Event, index: Index, source: str) -> tuple[Occasion, ...]:
    """The events of a source that are the one asked for."""
    found = tuple(_found(event, index, source))
    best = max((one.share for one in found), default=0.0)
    return tuple(one for one in found if one.share >= max(LEAST, best - 0.15))


def _found(event: Event, index: Index, source: str) -> Iterator[Occasion]:
    if not event.verbs:
        yield from _of_noun(event, index, source)
        return
    near = {other for stem in event.verbs for other in (stem, *index.near_stems(stem))}
    stems = event.stems
    whole = sum(map(index.weight, stems))
    things = stems - event.verbs
    if not whole or not things:
        return
    for number in sorted({at for stem in near for at in index.postings.get(stem, ())}):
        beside = _stems_about(index, number)
        for one in _told_in(index, number):
            own = one.event.stems
            if not one.event.verbs & near or _is_open(index.reading, one.event, near):
                continue
            inside = sum(index.weight(stem) * _fit(own, stem) for stem in stems)
            outside = sum(
                index.weight(stem) * _fit(beside, stem) for stem in things if not _has(own, stem)
            )
            if not any(_has(own, stem) for stem in things):
                # `It answered`: who and what stands before.
                if not _PRONOUN.search(index.reading.text, one.event.start, one.event.end):
                    continue
            elif inside < _OWN * whole:
                continue
            share = (inside + _BESIDE * outside) / whole
            if share >= LEAST and not _is_told_not(index.reading, one.event):
                yield replace(_for_verbs(one, near, index.reading), source=source, share=share)


def beginnings(event: Event, index: Index, source: str) -> Iterator[Occasion]:
    """`was taken out of service`, where a source says `had been out of service since Aug. 19`."""
    things = event.stems - event.verbs
    whole = sum(map(index.weight, things))
    if not event.verbs & _ENTER or len(things) < _SEVERAL:
        return
    for number in sorted({at for stem in things for at in index.postings.get(stem, ())}):
        beside = _stems_about(index, number)
        for one in _told_in(index, number):
            since = [when for when in one.event.whens if when.relation == "since"]
            if not one.dated or len(since) != 1:
                continue
            inside = sum(index.weight(stem) for stem in things & one.event.stems)
            outside = sum(index.weight(stem) for stem in (things - one.event.stems) & beside)
            share = (inside + _BESIDE * outside) / whole
            if inside and share >= _BEGUN:
                yield replace(one, source=source, share=share)


def _of_noun(event: Event, index: Index, source: str) -> Iterator[Occasion]:
    """`the leak`, `the vote on the plan`: a day beside the noun, or that it happened then."""
    stems = event.stems
    if not stems or len(stems) > 3:
        return
    whole = sum(map(index.weight, stems))
    wanted = {other for stem in stems for other in (stem, *index.near_stems(stem))}
    for number in sorted({at for stem in stems for at in index.postings.get(stem, ())}):
        for one in _told_in(index, number):
            if not one.dated or not _is_told_as_event(index.reading, one.event, stems):
                continue
            own = one.event.stems
            if not own & wanted:
                continue
            share = sum(index.weight(stem) for stem in stems if _has(own, stem)) / whole
            if share >= LEAST:
                yield replace(one, source=source, share=share)


def _is_told_as_event(reading: Reading, event: Event, stems: frozenset[str]) -> bool:
    if event.verbs & stems or event.verbs & _HAPPEN:
        return True
    words = reading.words_in(event.start, event.end)
    return any(
        word.stem in stems and 0 <= when.start - word.end <= 4
        for word in words
        for when in event.whens
    )


def _fit(stems: AbstractSet[str], stem: str) -> float:
    """How well a stem is held: by itself, or by one that may stand for it."""
    return 1.0 if stem in stems else _NEARLY if _has(stems, stem) else 0.0


def _has(stems: AbstractSet[str], stem: str) -> bool:
    return stem in stems or not neighbours(stem).isdisjoint(stems)


@once
def _stems_about(index: Index, number: int) -> frozenset[str]:
    """The stems of a sentence and of those before it, more of them for `she`."""
    reading = index.reading
    back = 4 if _PERSONAL.search(reading.text, *reading.sentences[number]) else 2
    low = index.reading.sentences[max(number - back, 0)][0]
    return frozenset(index.reading.stems_in(low, index.reading.sentences[number][1]))


def _is_told_not(reading: Reading, event: Event) -> bool:
    return bool(_NOT.search(reading.text, event.start, event.end))


def _is_open(reading: Reading, event: Event, near: AbstractSet[str]) -> bool:
    """Whether it is only meant to happen: `will resign`, `asked to resign`."""
    words = reading.words_in(event.start, event.end)
    at = [number for number, word in enumerate(words) if word.stem in near]
    return all(
        any(word.lower in _UNSURE for word in words[max(0, number - 3) : number]) for number in at
    )


# --- the days of the events of a sentence ---------------------------------------------------------


@once
def _told_in(index: Index, number: int) -> tuple[Occasion, ...]:
    """The events of a sentence with their days, those told from each other worked out."""
    reading = index.reading
    events = sentence_events(index, number)
    told = [_by_itself(reading, number, event, events[:at]) for at, event in enumerate(events)]
    for at in range(2, len(told)):
        behind = reading.text[events[at].start : events[at].end]
        gap = apart(behind[:30])
        if gap is not None and gap.later and _A_LATER.match(behind):
            # `it leaked on Feb. 19, and people left a day later, officials said`
            told[at - 1] = _after(told[at - 1], told[at - 2], gap.least, gap.most)
    for at in range(1, len(told)):
        told[at - 1], told[at] = _from_each_other(reading, told[at - 1], told[at])
    for at in range(len(told) - 1, 0, -1):
        told[at - 1], told[at] = _from_each_other(reading, told[at - 1], told[at])
    return tuple(told)


def _by_itself(reading: Reading, number: int, event: Event, before: Sequence[Event]) -> Occasion:
    whens = event.whens
    if not whens and before and before[-1].whens:
        # `since Jan. 12, when Lee left`: the day belongs to both.
        last = before[-1].whens[-1]
        between = reading.text[last.end : event.start] + reading.text[event.start :][:5]
        if re.fullmatch(r",?\s*when\s", between):
            whens = (last,)
    return _within(Occasion("", number, event, None, reading.published, dated=False), whens)


def _within(one: Occasion, whens: Sequence[When]) -> Occasion:
    settled = [when for when in whens if when.precision != "time"]
    if len(settled) != 1:
        return one
    first, last = settled[0].first, settled[0].last
    if first is None or last is None or last - first > _A_MONTH:
        return one
    if settled[0].relation in ("until", "before", "by"):
        return one
    return replace(one, first=first, last=last, dated=True)


def _for_verbs(one: Occasion, near: AbstractSet[str], reading: Reading) -> Occasion:
    """With the time that stands with the verb, where the event has several.

    `the club, founded in 1891, folded on Friday`
    """
    if not one.event.whens:
        return one
    words = reading.words_in(one.event.start, one.event.end)
    acts = [words[at] for at in verbs(words)]
    own = [when for when in one.event.whens if _is_with(when, acts, near)]
    if len(own) == len(one.event.whens):
        return one
    bare = replace(one, first=None, last=reading.published, dated=False)
    return _within(bare, own)


def _is_with(when: When, acts: Sequence[Word], near: AbstractSet[str]) -> bool:
    """Whether a time stands behind one of these verbs, or before the first."""
    before = [act for act in acts if act.start < when.start]
    act = before[-1] if before else acts[0] if acts else None
    return act is None or act.stem in near


def _from_each_other(
    reading: Reading, left: Occasion, right: Occasion
) -> tuple[Occasion, Occasion]:
    """What two neighbours tell of each other's days."""
    text = reading.text[right.event.start : right.event.end]
    first = begins_with(text)
    gap = apart(text[:60])
    if first is None:
        # `and people were told to leave a day later`
        gap = apart(text)
        if gap is None or not gap.later or not re.search(r"\blater\b", text):
            return left, right
        return left, _after(right, left, gap.least, gap.most) if left.dated else right
    least, most = (gap.least, gap.most) if gap is not None else (timedelta(0), None)
    if first == "left":
        return _before(left, right, least, most), _after(right, left, least, most)
    return _after(left, right, least, most), _before(right, left, least, most)


def _after(one: Occasion, other: Occasion, least: timedelta, most: timedelta | None) -> Occasion:
    """`one`, which came after `other`."""
    if one.dated or not other.dated:
        return one
    first = one.first if other.first is None else other.first + least
    last = one.last if other.last is None or most is None else other.last + most
    return replace(one, first=first, last=last, dated=first is not None or most is not None)


def _before(one: Occasion, other: Occasion, least: timedelta, most: timedelta | None) -> Occasion:
    if one.dated or not other.dated:
        return one
    last = one.last if other.last is None else other.last - least
    first = one.first if other.first is None or most is None else other.first - most
    return replace(one, first=first, last=last, dated=last is not None)
