"""The events that a text tells, one for each verb that stands alone, with the time of each.

A sentence may tell several: `The firm laid off 60 people in December, weeks before a judge fined
it` tells two, of which one is dated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from nutgraf.evidence.index import Index
from nutgraf.evidence.once import lasting, once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.near_words import neighbours
from nutgraf.language.order_words import SOME
from nutgraf.language.present_verbs import is_present
from nutgraf.language.stems import Word
from nutgraf.language.verb_forms import BE, HAVE, MODALS, verbs
from nutgraf.language.when import When

# Words between which one event ends and another begins; `a month before` goes with `before`.
_PARTS = re.compile(
    r"\s*;\s*|:\s+|\s[—–]\s|—"
    r"|,?\s+(?=(?:(?:just |only |about |nearly |more than )?"
    rf"(?:{SOME} )?(?:hours?|days?|weeks?|months?|years?) (?:after|before|later)\b"
    r"|(?:shortly |soon |immediately |right |just )?(?:after|before)\b"
    r"|(?:but|when|while|once|until|although|though|whereas|because|which|who|that|then"
    r"|(?<!the )following|and then)\s))"
    r"|,\s+(?=(?:and|whose|where)\s)"
    r"|\s+(?=and (?:is|are|was|were|has|have|had|will|\w+ed)\s)",
    re.IGNORECASE,
)
_SMALL = BE | HAVE | MODALS
# Two tellings of one event share so much of its words, by weight.
ALIKE = 0.6
_ALIKE_BY_NOUNS = 0.75
_COMPANY = 2  # words that two tellings have in common, at least


@dataclass(frozen=True, slots=True)
class Event:
    """`reading.text[start:end]` tells one event: its verbs and all its words, by stem.

    `whens` are the times that stand in it.
    """

    start: int
    end: int
    verbs: frozenset[str]
    stems: frozenset[str]
    whens: tuple[When, ...]

    @property
    def settled(self) -> When | None:
        """The one time of it, where it has one and no more, and the days are known."""
        told = [when for when in self.whens if when.precision != "time"]
        if len(told) != 1 or told[0].first is None or told[0].last is None:
            return None
        return told[0]


@dataclass(frozen=True, slots=True)
class Match:
    """The event of a source that is the one asked for; `share` of the words asked for it has."""

    source: str
    event: Event
    share: float


@once
def events_in(reading: Reading, start: int, end: int) -> tuple[Event, ...]:
    """The events of a sentence, in order; parts that have no verb go with the part before."""
    spans: list[Span] = []
    at = start
    cuts = [cut.end() for cut in _PARTS.finditer(reading.text, start, end)]
    for cut in [*cuts, end]:
        if cut == end or (_has_verb(reading, at, cut) and _stands(reading, cut, end)):
            spans.append((at, cut))
            at = cut
    return tuple(event_at(reading, low, high) for low, high in spans if high > low)


def _stands(reading: Reading, start: int, end: int) -> bool:
    dated = [(when.start, when.end) for when in reading.dates]
    own = (word for word in reading.words_in(start, end) if word.content)
    return sum(not any(low <= word.start < high for low, high in dated) for word in own) > 1


def _has_verb(reading: Reading, start: int, end: int) -> bool:
    words = reading.words_in(start, end)
    return bool(_verbs(words))


def _verbs(words: Sequence[Word]) -> list[int]:
    """Where the verbs of some words stand; auxiliaries are none."""
    found = [
        at
        for at in range(len(words))
        if words[at].lower not in _SMALL and is_present(words, at, after_name=True)
    ]
    found += [at for at in verbs(words) if words[at].lower not in _SMALL]
    return sorted(set(found))


@once
def event_at(reading: Reading, start: int, end: int) -> Event:
    """What a span tells, taken as one event; it may have no verb (`the collapse of the roof`)."""
    words = reading.words_in(start, end)
    whens = tuple(when for when in reading.dates if start <= when.start < end)
    dated = [(when.start, when.end) for when in whens]
    content = [
        word
        for word in words
        if word.content and not any(low <= word.start < high for low, high in dated)
    ]
    acts = frozenset(words[at].stem for at in _verbs(words))
    return Event(start, end, acts, frozenset(word.stem for word in content), whens)


@lasting
def sentence_events(index: Index, number: int) -> tuple[Event, ...]:
    """The events of a sentence of a source."""
    return events_in(index.reading, *index.reading.sentences[number])


def matches(event: Event, index: Index, source: str) -> tuple[Match, ...]:
    """The events of a source that are the one asked for: its verb, or nearly, and its company.

    For one that has no verb, more of its company must be there.
    """
    return _matches(index, event, source)


@once
def _matches(index: Index, event: Event, source: str) -> tuple[Match, ...]:
    return tuple(_found(event, index, source))


def _found(event: Event, index: Index, source: str) -> Iterator[Match]:
    asked = event.verbs or event.stems
    near = {other for stem in asked for other in (stem, *index.near_stems(stem))}
    whole = sum(map(index.weight, event.stems))
    if not whole or len(event.stems) < 2:
        return
    least = whole * (ALIKE if event.verbs else _ALIKE_BY_NOUNS)
    weighed = [(stem, neighbours(stem), index.weight(stem)) for stem in event.stems]
    for number in _where_two_stand(event.stems, near, index):
        for other in sentence_events(index, number):
            stems = other.stems
            if not other.verbs or (event.verbs and not other.verbs & near):
                continue
            if len(event.stems & stems) < _COMPANY:
                continue
            held = sum(
                [one for stem, own, one in weighed if stem in stems or not own.isdisjoint(stems)]
            )
            if held >= least:
                yield Match(source, other, held / whole)


def _where_two_stand(stems: AbstractSet[str], near: AbstractSet[str], index: Index) -> list[int]:
    """The sentences that have a word of `near` and two of `stems`."""
    postings = index.postings
    counts = Counter(chain.from_iterable([postings[stem] for stem in stems if stem in postings]))
    there = set().union(*[postings[stem] for stem in near if stem in postings])
    return sorted(at for at in there if counts[at] >= _COMPANY)
