"""What the sources of a pack say is not known: each gap with its words and what it is about.

The digests' “What we don’t know”, the scaffolds and verification are fed from `unknowns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence import clauses
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import lasting
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import stem
from nutgraf.language.unknowing import Kind, Unknowing, lists_of_unknowns, unknowing

# Words that say who reports a gap or how, not what it is about.
_GAP_WORDS = """
say tell statement add note caution warn announce ask whether exact exactly question remain unclear
unknown clear known publicly yet immediately still monday tuesday wednesday thursday friday saturday
sunday release disclose determine verify confirm unconfirmed independently comment decline it
according investigation anyone someone else other
"""
_GAP = frozenset(stem(word) for word in _GAP_WORDS.split())
_SAYER_WORDS = """
official officials police authority authorities investigator investigators spokesperson spokesman
spokeswoman prosecutors report researchers scientists authors company agency department
"""
_SAYERS = frozenset(stem(word) for word in _SAYER_WORDS.split())
# Where the part of a sentence ends that tells of the gap.
_GOES_ON = re.compile(r",\s+(?:adding|saying|noting|but|although|though|which|who)\b")
_LEAD = re.compile(
    r"(?:(?:and |but )?that|and|but|although|though|while|whereas)\s+", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:their|its|his|her|they|it|these|those|this)\b", re.IGNORECASE)
_FEWEST = 2  # stems by which a gap is surely known
_NEAR = 0.6  # what a word counts that may stand for another one
_CAUSE = stem("cause")
_SHORT = 3
# So much of the shorter of two gaps stands in the other one: they are one.
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Unknown:
    """A gap that a source admits: `span` are its words, `topic` the stems of what it is about.

    `stems` are all those of its words, `marks` those of the phrase that tells of the gap.
    `listed`: it stands in a list of unknowns, which the source itself counts as material.
    `context` are the stems of the sentence before, for what the words themselves leave out.
    """

    span: SourceSpan
    kind: Kind
    topic: frozenset[str]
    stems: frozenset[str]
    marks: frozenset[str]
    context: frozenset[str]
    listed: bool
    text: str


def unknowns(pack: Pack) -> tuple[Unknown, ...]:
    """Every gap that a source of the pack admits, in the order of the sources; each told once."""
    found: list[Unknown] = []
    for one in pack:
        for unknown in read_unknowns(one.index, one.source.id):
            if not any(_is_same(unknown, other) for other in found):
                found.append(unknown)
    return tuple(found)


@lasting
def read_unknowns(index: Index, source: str) -> tuple[Unknown, ...]:
    """The gaps that one source admits, in order; words inside quotation marks are left out."""
    reading = index.reading
    entries = tuple(lists_of_unknowns(reading.text))
    found = [_listed(reading, span, source) for span in entries]
    furniture = _skipped(index)
    for number, (start, end) in enumerate(reading.sentences):
        if number in furniture or any(low < end and start < high for low, high in entries):
            continue
        found += _in_sentence(reading, number, source)
    return tuple(sorted((one for one in found if one.topic), key=lambda one: one.span.start))


def _skipped(index: Index) -> frozenset[int]:
    """The sentences that carry nothing: page furniture."""
    carrying = {number for where in index.postings.values() for number in where}
    return frozenset(range(len(index.reading.sentences))) - carrying


def _listed(reading: Reading, span: Span, source: str) -> Unknown:
    topic = frozenset(reading.stems_in(*span)) - _GAP
    text = reading.text[slice(*span)]
    return Unknown(
        SourceSpan(source, *span),
        "unknown",
        topic,
        stems=topic,
        marks=frozenset(),
        context=frozenset(),
        listed=True,
        text=text,
    )


def _in_sentence(reading: Reading, number: int, source: str) -> Iterator[Unknown]:
    start, end = reading.sentences[number]
    cues = [
        cue for cue in unknowing(reading.text, start, end) if not _is_quoted(reading, cue.start)
    ]
    if not cues:
        return
    context = _context(reading, number)
    told: set[Span] = set()
    for clause in clauses.split(reading, start, end):
        cue = next((cue for cue in cues if clause[0] <= cue.start < clause[1]), None)
        if cue is None:
            continue
        span = _narrowed(reading.text, clause, cue)
        topic = _topic(reading, span, cue)
        if len(topic) < _FEWEST and not cue.behind:
            span = _narrowed(reading.text, (start, end), cue)
            topic = _topic(reading, span, cue)
        # What is said of `their names` or `the results` is known by the sentence before.
        leans = cue.kind in ("method", "early") or _PRONOUN.match(reading.text, span[0])
        if topic and len(topic) < _FEWEST and leans:
            topic |= context
        if span in told:
            continue
        told.add(span)
        text = reading.text[slice(*span)]
        yield Unknown(
            SourceSpan(source, *span),
            cue.kind,
            topic,
            stems=frozenset(reading.stems_in(*span)) - _GAP,
            marks=frozenset(reading.stems_in(cue.start, cue.end)) - _GAP,
            context=context,
            listed=False,
            text=text,
        )


def _narrowed(text: str, clause: Span, cue: Unknowing) -> Span:
    """A clause without the conjunction that opens it and what is told beside the gap."""
    start, end = clause
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead is not None else start
    on = _GOES_ON.search(text, cue.end, end)
    return (start, end if on is None else on.start())


def _is_quoted(reading: Reading, at: int) -> bool:
    return any(low <= at < high for one in reading.quotations for low, high in one.pieces)


def _topic(reading: Reading, clause: Span, cue: Unknowing) -> frozenset[str]:
    """What a gap is about: the words of its clause but those of the phrase that tells of it."""
    words = [word for word in reading.words_in(*clause) if word.content]
    behind = {word.stem for word in words if word.start >= cue.end} - _GAP
    before = {word.stem for word in words if word.end <= cue.start} - _GAP
    inside = {word.stem for word in words if cue.start <= word.start < cue.end} - _GAP
    if cue.behind:
        return frozenset(behind)
    topic = behind | (before - _SAYERS if behind else before)
    if cue.kind in ("method", "early") or not topic:
        topic |= inside
    return frozenset(topic)


def _context(reading: Reading, number: int) -> frozenset[str]:
    if not number:
        return frozenset()
    return frozenset(reading.stems_in(*reading.sentences[number - 1])) - _GAP


def _is_same(one: Unknown, other: Unknown) -> bool:
    least = min(len(one.topic), len(other.topic))
    if _CAUSE in one.topic & other.topic and least <= _SHORT:
        return True
    shared = sum(is_among(stem, other.topic) for stem in one.topic)
    return shared >= max(_FEWEST, _SAME * least)


def is_among(stem: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or one that may stand for it, is among some stems."""
    return stem in stems or bool(neighbours(stem) & stems)


def share_of(topic: frozenset[str], stems: frozenset[str], index: Index) -> float:
    """The share of a topic, by weight, that some stems have; near words count for a part."""
    whole = sum(index.weight(one) for one in topic)
    if not whole:
        return 0.0
    had = sum(
        index.weight(one) * (1.0 if one in stems else _NEAR)
        for one in topic
        if is_among(one, stems)
    )
    return had / whole
