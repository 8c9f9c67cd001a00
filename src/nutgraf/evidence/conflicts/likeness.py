"""Whether figures of two texts are of one quantity: the same things, of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from nutgraf.evidence.conflicts.quantities import Quantity, key_of
from nutgraf.evidence.conflicts.weights import Weight
from nutgraf.evidence.frames.events import TELL_NOTHING
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.dates import agree
from nutgraf.language.counted import head, same_noun
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.name_folding import geographic
from nutgraf.language.near_words import neighbours
from nutgraf.language.other_things import marks_of_others
from nutgraf.language.stems import stem
from nutgraf.language.when import When

# What stands for the people it is of: `300 case files`, of `300 patients`.
_FOR_PEOPLE_WORDS = """
name record address account file form case application person people individual
customer user patient
"""
_FOR_PEOPLE = frozenset(_FOR_PEOPLE_WORDS.split())
_CLOSE = Decimal("0.12")  # of a large number: so near to it, another one is hardly of another thing
_LARGE = 1000
_NEAR, _FAR = Decimal("1.6"), Decimal("2.6")  # times, by which the higher value exceeds the lower
_MORE = 2  # words more, where only the whole sentences are alike
_TIME = "measure time"
_ASKING = frozenset({stem("ask"), stem("request")})
_SAID = frozenset(stem(verb) for verb in (*CUE_VERBS, "accord", "least", "total"))
_EMPTY = (TELL_NOTHING | _SAID) - _ASKING
_LONG_AGO = timedelta(days=60)
_FEMALE_MALE = frozenset({"man", "woman"})


@dataclass(frozen=True)
class Told:
    """A quantity where it stands."""

    reading: Reading
    quantity: Quantity

    @property
    def text(self) -> str:
        return self.reading.text[slice(*self.quantity.span)]

    @property
    def said(self) -> str:
        """The part of the sentence that it stands in."""
        return self.reading.text[self.quantity.event.start : self.quantity.event.end]


def likeness(one: Told, other: Told, weight: Weight) -> float:
    """How surely two figures are of one quantity: 0 where they are not, 1 where all words agree."""
    ours, theirs = one.quantity, other.quantity
    if ours.figure.kind == "age" or theirs.figure.kind == "age":
        return 1.0 if _is_one_person(one, other) else 0.0
    nouns = same_things(one, other)
    if nouns is False or not _same_fate(ours, theirs) or _is_another(one, other):
        return 0.0
    if _named_apart(one, other) and not _is_close(one, other):
        return 0.0
    noun = ours.noun if nouns else ""
    least = _least(ours, theirs, nouns=bool(nouns))
    extra = bool(ours.fates & theirs.fates) + _is_close(one, other)
    sides = _telling(ours.near, noun), _telling(theirs.near, noun)
    shared = _shared(*sides)
    if len(shared) + extra < least:
        if not _may_be_one(ours, theirs):
            return 0.0
        sides = _whole_sentence(one, noun), _whole_sentence(other, noun)
        shared = _shared(*sides)
        if len(shared) < least + _MORE:
            return 0.0
    wholes = sorted(sum(map(weight, side)) for side in sides)
    held = sum(map(weight, shared))
    alike = (held / wholes[0] + 2 * held / wholes[1]) / 3 if wholes[0] else 0.0
    alike += 0.2 * (bool(nouns) + bool(ours.fates & theirs.fates) + _is_close(one, other))
    return min(alike, 1.0)


def _is_one_person(one: Told, other: Told) -> bool:
    """Whether two ages are of one person, of whose surname neither text names anybody else."""
    names = [told.quantity.noun.split() for told in (one, other)]
    if not all(names) or names[0][-1] != names[1][-1]:
        return False
    full = {
        " ".join(name.small)
        for told in (one, other)
        for name in told.reading.names
        if len(name.words) > 1 and name.small[-1] == names[0][-1]
    }
    return len(full) <= 1


def _telling(words: Iterable[str], noun: str) -> frozenset[str]:
    """The words said of a figure that tell something, but for a noun that both count."""
    return frozenset(word for word in words if word not in _EMPTY and head(word) != noun)


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in ours if word in theirs or neighbours(word) & theirs)


def _whole_sentence(told: Told, noun: str) -> frozenset[str]:
    """The words of the sentence of the one figure of its kind in it: `cost £4m when it was bought`.

    None where it has several: of which one a word is said is open then.
    """
    reading, quantity = told.reading, told.quantity
    start, end = reading.sentences[quantity.sentence]
    kind = key_of(quantity.figure)
    alone = sum(start <= one.start < end and key_of(one) == kind for one in reading.figures) == 1
    stems = (word for word in reading.stems_in(start, end) if not word[:1].isdigit())
    return _telling(stems, noun) if alone else frozenset()


def _may_be_one(one: Quantity, other: Quantity) -> bool:
    """Whether two values are so near that alike sentences make them one: no stretch of time."""
    low, high = sorted((abs(one.figure.low), abs(other.figure.low)))
    return high <= low * _NEAR and key_of(one.figure) != _TIME


def _least(one: Quantity, other: Quantity, *, nouns: bool) -> int:
    """How many words two figures must share to be of one quantity: the more, the farther apart."""
    low, high = sorted((abs(one.figure.low), abs(other.figure.low)))
    least = 1 if nouns and high <= low * _NEAR else 2
    if high > low * _FAR or key_of(one.figure) == _TIME:
        least += 1
    return least


def same_things(one: Told, other: Told) -> bool | None:
    """Whether two figures count one kind of thing; None where that is open."""
    ours, theirs = one.quantity.noun, other.quantity.noun
    if not ours or not theirs:
        return None
    if ours == theirs:
        return True
    if {ours, theirs} & _FEMALE_MALE:
        return False
    if {ours, theirs} <= _FOR_PEOPLE:
        return None
    if one.quantity.figure.kind != "count":
        return True if theirs in neighbours(ours) else None
    alike = same_noun(ours, theirs)
    if alike is False and (theirs in neighbours(ours) or _no_noun(one) or _no_noun(other)):
        return None
    return alike


def _no_noun(told: Told) -> bool:
    """Whether the noun is only the word before the figure: `put the crowd at 300`."""
    return not told.quantity.figure.counts


def _same_fate(one: Quantity, other: Quantity) -> bool:
    return not one.fates or not other.fates or bool(one.fates & other.fates)


def _is_close(one: Told, other: Told) -> bool:
    low, high = sorted((one.quantity.figure.low, other.quantity.figure.low))
    return low >= _LARGE and (high - low) <= high * _CLOSE


def _is_another(one: Told, other: Told) -> bool:
    """Whether words beside a figure tell that it is of another part, time or measure."""
    ours, theirs = one.quantity.figure, other.quantity.figure
    if bool(ours.base) != bool(theirs.base) and ours.kind == "count":
        return True
    if ours.others != theirs.others:
        return True
    if marks_of_others(one.said) != marks_of_others(other.said):
        return True
    return _other_days(one, other) or _other_days(other, one)


def _other_days(one: Told, other: Told) -> bool:
    """Whether the first is of a time that the second is not of."""
    whens, others = _whens(one), _whens(other)
    if any(agree(when, later) for when in whens for later in others):
        return False
    if whens and others:
        return any(when.first for when in whens) and any(when.first for when in others)
    return any(_is_long_ago(when, one.reading) for when in whens)


def _whens(told: Told) -> list[When]:
    """The times that go with a figure: no comma stands between."""
    low, high = told.quantity.span
    return [
        when
        for when in told.quantity.event.whens
        if "," not in told.reading.text[min(when.end, high) : max(when.start, low)]
    ]


def _is_long_ago(when: When, reading: Reading) -> bool:
    if when.last is None or reading.published is None:
        return False
    return when.last < reading.published - _LONG_AGO


_WHERE = re.compile(
    r"\b(?:in|at|near|outside|inside|off|across|around|from|of|to|on|for) (?:the )?$", re.IGNORECASE
)


@once
def _places(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The last words of the names of where something is told to be."""
    return frozenset(
        name.small[-1]
        for name in reading.names
        if start <= name.start < end
        and name.kind not in ("demonym", "person")
        and (
            name.kind == "place"
            or geographic(name.text)
            or _WHERE.search(reading.text, start, name.start)
        )
    )


def _named_apart(one: Told, other: Told) -> bool:
    """Whether each is of a place, or of somebody's, that the other's words do not name."""
    ours, theirs = (
        _places(told.reading, told.quantity.event.start, told.quantity.event.end)
        for told in (one, other)
    )
    return bool(ours and theirs and not ours & theirs)
