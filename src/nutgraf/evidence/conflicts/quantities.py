"""The quantities that a text gives: each figure with what it counts, and of what it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.events_told import Event, events_in
from nutgraf.evidence.frames.chunks import DETERMINERS
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import lasting, once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.counted import head
from nutgraf.language.fates import fates
from nutgraf.language.figure import Figure
from nutgraf.language.stems import Word
from nutgraf.language.units import dimension

# `$186,000 in bribes`, `26,000 tons of iron ore`: what is meant stands behind a small word.
_BEHIND = re.compile(r",?\s(?:worth\s)?(?:of|in|for)\s(?=[a-z])")
_REACH = 3  # words of a noun phrase
# `an unemployment rate of 4.1%`: words before a figure that lead to what it is of.
_LEADS_WORDS = """
be rise fall climb drop grow stand reach hit total cost come put set estim expect go number say
"""
_LEADS = frozenset(_LEADS_WORDS.split())
_BESIDE = 8  # characters between a name and its age: `, who is `
_WIDE = 9  # words on either side of a figure that tell what becomes of it


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a text and what is said of it; `event` is the part of the sentence it stands in.

    `noun` is the head of what it counts, in the singular, `""` where it does not say; `near` are
    the words of the event by stem, its figures of other kinds among them (`3 year`); `fates` what
    becomes of the things counted.
    """

    figure: Figure
    sentence: int
    event: Event
    noun: str
    near: frozenset[str]
    fates: frozenset[str]

    @property
    def span(self) -> Span:
        return self.figure.start, self.figure.end


@once
def quantities_in(reading: Reading, start: int, end: int) -> tuple[Quantity, ...]:
    """The quantities of a span of a text, in order; none that is quoted or part of a name."""
    return tuple(_read(reading, start, end))


@lasting
def quantities_of(index: Index) -> dict[str, tuple[Quantity, ...]]:
    """The quantities of a source by what can be compared; page furniture has none."""
    found: dict[str, list[Quantity]] = {}
    carrying = {at for where in index.postings.values() for at in where}
    reading = index.reading
    for one in _read(reading, 0, len(reading.text)):
        if one.sentence in carrying:
            found.setdefault(key_of(one.figure), []).append(one)
    return {key: tuple(several) for key, several in found.items()}


def key_of(figure: Figure) -> str:
    """What figures must share to be of one quantity: kind, and currency or dimension."""
    if figure.kind == "measure":
        return f"measure {dimension(figure.unit)}"
    return f"{figure.kind} {figure.unit}"


def _read(reading: Reading, start: int, end: int) -> Iterator[Quantity]:
    quoted = [(one.start, one.end) for one in reading.quotations]
    dated = [(when.start, when.end) for when in reading.dates]
    for figure in reading.figures:
        if not start <= figure.start < end or figure.weak or figure.kind in ("label", "ordinal"):
            continue
        at = figure.number_start
        if any(low <= at < high for low, high in (*quoted, *dated)):
            continue
        number = reading.sentence_at(figure.start)
        event = _event(reading, number, at)
        words = _words_about(reading, event)
        near = frozenset(word.stem for word in words if word.content and not _is_number(word))
        near |= _beside(reading, event, figure)
        close = _close(reading, event, figure)
        yield Quantity(figure, number, event, noun_of(reading, figure, event), near, fates(close))


def _beside(reading: Reading, event: Event, figure: Figure) -> frozenset[str]:
    """The figures of other kinds that stand with a figure, as words."""
    return frozenset(
        f"{one.low.normalize():f} {one.unit}"
        for one in reading.figures
        if event.start <= one.start < event.end
        and key_of(one) != key_of(figure)
        and one.kind not in ("label", "ordinal", "age")
    )


def _event(reading: Reading, number: int, at: int) -> Event:
    every = events_in(reading, *reading.sentences[number])
    return next((one for one in every if one.start <= at < one.end), every[-1])


def _is_number(word: Word) -> bool:
    return word.lower[:1].isdigit()


def _words_about(reading: Reading, event: Event) -> Sequence[Word]:
    """The words of an event without those of its times and figures."""
    apart = [(when.start, when.end) for when in event.whens]
    apart += [
        (one.start, one.end) for one in reading.figures if event.start <= one.start < event.end
    ]
    return [
        word
        for word in reading.words_in(event.start, event.end)
        if not any(low <= word.start < high for low, high in apart)
    ]


def _close(reading: Reading, event: Event, figure: Figure) -> frozenset[str]:
    """The words around a figure, up to the next figure of its kind on either side."""
    low, high = event.start, event.end
    for other in reading.figures:
        if other is figure or other.kind != figure.kind:
            continue
        if low <= other.start < figure.start and other.base_start != figure.base_start:
            low = other.end
        if figure.end <= other.start < high and not figure.base_start:
            high = _before_next(reading, figure.end, other.start)
    words = [word for word in reading.words_in(low, high) if word.content]
    before = [word for word in words if word.start < figure.start][-_WIDE:]
    behind = [word for word in words if word.start >= figure.end][:_WIDE]
    return frozenset(word.stem for word in (*before, *behind))


def _before_next(reading: Reading, start: int, end: int) -> int:
    """Where what is said of one figure ends before the next one: `12 dead and | injured 30`."""
    text = reading.text[start:end]
    cut = text.rfind(" and ")
    return start + cut if cut >= 0 else end


def noun_of(reading: Reading, figure: Figure, event: Event) -> str:
    """The head of what a figure counts or measures, or what it is said of before it."""
    if figure.kind == "age":
        return _whose_age(reading, figure)
    if figure.counts and figure.kind != "measure":
        return head(figure.counts)
    if found := _noun_behind(reading, figure, event):
        return found
    if figure.base:
        return head(figure.base)
    before = [
        word
        for word in reading.words_in(event.start, figure.start)
        if word.content and not _is_number(word) and word.stem not in _LEADS
    ]
    return head(before[-1].lower) if before else ""


def _whose_age(reading: Reading, figure: Figure) -> str:
    """The name that an age stands behind, in small letters: `Ann Lee, 41`."""
    for name in reading.names:
        if 0 <= figure.start - name.end <= _BESIDE:
            return " ".join(name.small)
    return ""


def _noun_behind(reading: Reading, figure: Figure, event: Event) -> str:
    behind = _BEHIND.match(reading.text, figure.end)
    if behind is None:
        return ""
    words: list[Word] = []
    for word in reading.words_in(behind.end(), event.end)[:_REACH]:
        if not words and word.lower in DETERMINERS:
            continue
        if not word.content or _is_number(word):
            break
        if words and reading.text[words[-1].end : word.start] != " ":
            break
        words.append(word)
    return head(words[-1].lower) if words else ""
