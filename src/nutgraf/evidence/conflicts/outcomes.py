"""What happened: one event that sources tell in ways of which only one can be so.

Three ways: the one has an act that excludes the other's (`resigned`, `was dismissed`), or another
thing of a kind (`in the kitchen`, `in the garage`), or the one denies what the other tells (`was
wearing a belt`, `was not wearing a belt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.events_told import Event, events_in, matches, sentence_events
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.dates import agree
from nutgraf.language.contrary_acts import contrary
from nutgraf.language.governing import is_negated
from nutgraf.language.near_words import neighbours
from nutgraf.language.other_things import marks_of_others
from nutgraf.language.siblings import same_member, siblings
from nutgraf.model import Role

_FEWEST = 3  # words of an event beside its verb
_SHARED = 0.7  # of them, by weight
_SPEAKS = 0.4  # with so many of them a source speaks of the event
_DENIED = 0.8  # words of an event that one source denies
# What is asked, wished or left open is told by nobody.
_OPEN = re.compile(
    r"\b(?:whether|if|unless|would|could|may|might|should|must|wants?|wanted|asked|urged|called"
    r"|demand\w*|propos\w*|plan\w*|threat\w*|consider\w*|expect\w*|until|yet|before|unclear"
    r"|either|or|denied|denies|unlikely|likely|some|most|all|many|few|several|other|others)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Telling:
    source: str
    index: Index
    event: Event
    word: Span

    @property
    def text(self) -> str:
        return self.index.reading.text[self.event.start : self.event.end]


@dataclass(frozen=True)
class _Differing:
    agreeing: tuple[_Telling, ...]
    rivals: tuple[_Telling, ...]
    acts: tuple[frozenset[str], frozenset[str]]
    bears: list[tuple[JudgedClaim, Event, Span]] = field(default_factory=list)


def outcome_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each event of the brief that sources tell in two ways."""
    sources = [(one.source.id, one.index) for one in pack]
    told = tuple(paragraphs(claims))
    merged: dict[tuple[tuple[str, int], ...], _Differing] = {}
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for event in events_in(judged.reading, statement.start, statement.end):
            for span, one in _differing(judged.reading, event, sources):
                key = tuple((t.source, t.word[0]) for t in (*one.agreeing, *one.rivals))
                merged.setdefault(key, one).bears.append((judged, event, span))
    order = [name for name, _ in sources]
    for one in merged.values():
        yield _conflict(one, told, order)


def _differing(
    reading: Reading, event: Event, sources: Sequence[tuple[str, Index]]
) -> Iterator[tuple[Span, _Differing]]:
    text = reading.text[event.start : event.end]
    if len(event.stems - event.verbs) < _FEWEST or _OPEN.search(text):
        return
    words = reading.words_in(event.start, event.end)
    for word in words:
        if word.stem in event.verbs and (excluded := contrary(word.stem)):
            if is_negated(text) or _is_quoted(reading, word.start):
                continue
            one = _by_act(reading, event, word.stem, excluded, sources)
            if one is not None:
                yield (word.start, word.end), one
        elif not word.capital and (others := siblings(word.stem)):
            if event.stems & others or is_negated(text) or _is_quoted(reading, word.start):
                continue
            one = _by_act(reading, event, word.stem, others, sources)
            if one is not None:
                yield (word.start, word.end), one
    yield from _by_denial(reading, event, sources)


def _is_quoted(reading: Reading, at: int) -> bool:
    return any(one.start <= at < one.end for one in reading.quotations)


# --- an act that excludes another -----------------------------------------------------------------


def _by_act(
    reading: Reading,
    event: Event,
    act: str,
    excluded: frozenset[str],
    sources: Sequence[tuple[str, Index]],
) -> _Differing | None:
    if all(excluded.isdisjoint(index.postings) for _, index in sources):
        return None
    same = {act, *(one for one in neighbours(act) if one not in excluded)}
    if act not in event.verbs:
        same = set(same_member(act))
    agreeing: list[_Telling] = []
    rivals: list[_Telling] = []
    for source, index in sources:
        rest = event.stems - {act}
        own = [_Telling(source, index, *one) for one in _told_in(index, reading, event, rest, same)]
        others = [
            _Telling(source, index, *one) for one in _told_in(index, reading, event, rest, excluded)
        ]
        if own and not others:
            agreeing += own[:1]
        elif others and not own and not _speaks_of(index, {act}, rest):
            rivals += others[:1]
    if not agreeing or not rivals:
        return None
    return _Differing(tuple(agreeing), tuple(rivals), (frozenset(same), excluded))


def _told_in(
    index: Index,
    reading: Reading,
    event: Event,
    rest: frozenset[str],
    acts: frozenset[str] | set[str],
) -> Iterator[tuple[Event, Span]]:
    """The events of a source with one of some acts and the company of the brief's; the act."""
    numbers = sorted({at for one in acts for at in index.postings.get(one, ())})
    for number in numbers:
        for other in sentence_events(index, number):
            told = other.stems & acts
            if event.verbs <= rest and not _have_one_verb(event, other):
                continue
            if not event.verbs <= rest:
                told &= other.verbs
            if not told or not _is_one(reading, event, index, other, rest):
                continue
            words = index.reading.words_in(other.start, other.end)
            word = next(word for word in words if word.stem in told)
            if not _is_quoted(index.reading, word.start):
                yield other, (word.start, word.end)


def _have_one_verb(one: Event, other: Event) -> bool:
    """Whether the two tell of one act, or nearly."""
    return any(verb in other.verbs or neighbours(verb) & other.verbs for verb in one.verbs)


def _is_one(
    reading: Reading, event: Event, index: Index, other: Event, rest: frozenset[str]
) -> bool:
    near = [
        one for one in rest if one in other.stems or not neighbours(one).isdisjoint(other.stems)
    ]
    if len(near) < _FEWEST - 1:
        return False
    whole = sum(map(index.weight, rest))
    if sum(map(index.weight, near)) < _SHARED * whole:
        return False
    text = index.reading.text[other.start : other.end]
    ours = reading.text[event.start : event.end]
    if is_negated(text) or _OPEN.search(text) or marks_of_others(text) != marks_of_others(ours):
        return False
    dated = event.whens and other.whens
    return not dated or any(agree(when, one) for when in event.whens for one in other.whens)


def _speaks_of(index: Index, acts: set[str], rest: frozenset[str]) -> bool:
    """Whether a source has one of the acts anywhere in the company of the brief's."""
    whole = sum(map(index.weight, rest))
    for number in {at for one in acts for at in index.postings.get(one, ())}:
        there = frozenset(index.reading.stems_in(*index.reading.sentences[number]))
        if sum(map(index.weight, rest & there)) >= _SPEAKS * whole:
            return True
    return False


# --- what one denies ------------------------------------------------------------------------------


def _by_denial(
    reading: Reading, event: Event, sources: Sequence[tuple[str, Index]]
) -> Iterator[tuple[Span, _Differing]]:
    text = reading.text[event.start : event.end]
    denied = is_negated(text)
    if not denied and not any(_denies(index, event.verbs) for _, index in sources):
        return
    agreeing: list[_Telling] = []
    rivals: list[_Telling] = []
    for source, index in sources:
        sides: dict[bool, list[_Telling]] = {True: [], False: []}
        for match in matches(event, index, source):
            other = match.event
            said = index.reading.text[other.start : other.end]
            if match.share < _DENIED or not event.verbs & other.verbs or _OPEN.search(said):
                continue
            if len(event.stems & other.stems) <= _FEWEST:
                continue
            if marks_of_others(said) == marks_of_others(text):
                span = other.start, other.end
                sides[is_negated(said)].append(_Telling(source, index, other, span))
        if sides[denied] and not sides[not denied]:
            agreeing += sides[denied][:1]
        elif sides[not denied] and not sides[denied]:
            rivals += sides[not denied][:1]
    if agreeing and rivals:
        verb = next(
            word for word in reading.words_in(event.start, event.end) if word.stem in event.verbs
        )
        nobody = frozenset[str]()
        yield (
            (verb.start, verb.end),
            _Differing(tuple(agreeing), tuple(rivals), (nobody, nobody)),
        )


def _denies(index: Index, verbs: frozenset[str]) -> bool:
    """Whether a sentence of a source that denies something has one of some verbs, or nearly."""
    denying = _denying(index)
    near = {other for verb in verbs for other in (verb, *index.near_stems(verb))}
    return any(number in denying for verb in near for number in index.postings.get(verb, ()))


@once
def _denying(index: Index) -> frozenset[int]:
    """The sentences of a source that deny something, by number."""
    reading = index.reading
    return frozenset(
        number
        for number, (low, high) in enumerate(reading.sentences)
        if is_negated(reading.text[low:high])
    )


# --- as a conflict --------------------------------------------------------------------------------


def _conflict(one: _Differing, told: Sequence[Paragraph], order: Sequence[str]) -> Conflict:
    _, event, _ = one.bears[0]
    tellings = sorted((*one.agreeing, *one.rivals), key=lambda t: order.index(t.source))

    def is_of_matter(paragraph: Paragraph) -> bool:
        stems = {word.stem for word in paragraph.claims[0].reading.words}
        rest = event.stems - event.verbs
        return 2 * len(stems & rest) >= len(rest)

    def accounts_in(paragraph: Paragraph) -> int:
        stems = {word.stem for word in paragraph.claims[0].reading.words}
        return sum(bool(stems & acts) for acts in one.acts) if is_of_matter(paragraph) else 0

    places = {judged.claim.id: span for judged, _, span in one.bears[::-1]}
    return Conflict(
        "account",
        "what happened",
        tuple(_saying(telling) for telling in tellings),
        tuple(places)[::-1],
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(places.values())[::-1],
    )


def _saying(telling: _Telling) -> Saying:
    reading = telling.index.reading
    sentence = reading.sentences[reading.sentence_at(telling.event.start)]
    words = reading.text[telling.event.start : telling.event.end].strip(" ,;:.—–-")
    return Saying(telling.source, telling.word, sentence, words)
