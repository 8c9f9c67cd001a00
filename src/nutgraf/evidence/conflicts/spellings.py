"""A person's name that sources spell in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.titles import own_words
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.titles_told import Words, people_named, titles_told
from nutgraf.language.names import Name
from nutgraf.language.spellings import misspelled

_AGE = re.compile(r",\s(\d{1,3})\b")
_SURE = 5  # letters of a name that two people hardly share but for one letter


@dataclass(frozen=True)
class Spelled:
    """A name as a claim of the brief has it, and as a source does."""

    judged: JudgedClaim
    ours: Name
    source: ReadSource
    theirs: Name


def spelled(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Spelled]:
    """The names of the brief that one source has so, and another a letter or two otherwise."""
    seen: set[Words] = set()
    for judged in own_words(claims):
        low, high = judged.statement.start, judged.statement.end
        for words, name in people_named(judged.reading):
            if not low <= name.start < high or len(words) < 2 or words in seen:
                continue
            seen.add(words)
            found = _otherwise(words, name, judged, pack)
            if found is not None:
                yield found


def _otherwise(words: Words, name: Name, judged: JudgedClaim, pack: Pack) -> Spelled | None:
    having = [one for one in pack if _has(one, words)]
    if not having:
        return None
    for one in pack:
        if one in having:
            continue
        for theirs, there in people_named(one.index.reading):
            if misspelled(words, theirs) and _is_one(words, theirs, one, having):
                return Spelled(judged, name, one, there)
    return None


def _has(source: ReadSource, words: Words) -> bool:
    return any(one == words for one, _ in people_named(source.index.reading))


def _is_one(ours: Words, theirs: Words, source: ReadSource, having: Sequence[ReadSource]) -> bool:
    """Whether two near names are one person's: by the surname, the office or the age."""
    if ours[0] == theirs[0] and min(len(ours[-1]), len(theirs[-1])) >= _SURE:
        return True
    there = _known_by(source.index.reading, theirs)
    return any(there & _known_by(one.index.reading, ours) for one in having)


def _known_by(reading: Reading, words: Words) -> frozenset[str]:
    """The offices and ages by which a text knows somebody."""
    found = {
        office.head
        for told in titles_told(reading)
        if told.person == words
        for office in told.offices
    }
    for one, name in people_named(reading):
        age = _AGE.match(reading.text, name.end)
        if one == words and age is not None:
            found.add(age[1])
    return frozenset(found)
