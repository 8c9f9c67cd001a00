"""Whom the brief gives to another employer, club or body than its sources do.

`They worked for Halvern Rail.` says of whom only with the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import belonging
from nutgraf.language.belonging import Belonging
from nutgraf.language.roles import PEOPLE, ROLES

# Who is meant stands before.
_MEANT = re.compile(
    r"^(?:they|he|she|both|all(?: of them| (?:four|three|five|six))?"
    r"|the (?:two|three|four|pair|dead|victims|men|women))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BACK = 2  # claims, or sentences of a source


@dataclass(frozen=True)
class Swapped:
    """The house in a claim, at `ours` of its prose, and the one that a source has, at `theirs`."""

    judged: JudgedClaim
    ours: Span
    source: ReadSource
    theirs: Span


def belonging_swapped(case: Case) -> Iterator[Swapped]:
    """The claims whose house no source gives to those meant, where one gives them another."""
    claims = list(of_facts(case))
    for at, judged in enumerate(claims):
        start, end = judged.statement.start, judged.statement.end
        for ours in belonging.read(judged.reading.text, start, end):
            before = judged.reading.text[start : ours.verb]
            said = [before]
            meant = _MEANT.match(before.strip()) is not None
            if meant:
                said += [one.claim.text for one in claims[max(0, at - _BACK) : at]]
            text = " ".join(said)
            # `workers` alone may be any, but for those of whom the brief has just told.
            found = _elsewhere(case, ours, _names(text) | (_trades(text) if meant else set()))
            if found is not None:
                yield Swapped(judged, (ours.start, ours.end), *found)


def _names(text: str) -> frozenset[str]:
    """The words with a capital, the first left out, in small letters."""
    words = _WORD.findall(text)
    return frozenset(word.lower() for at, word in enumerate(words) if word[0].isupper() and at)


def _trades(text: str) -> frozenset[str]:
    """The words for kinds of people."""
    return frozenset(word.lower() for word in _WORD.findall(text)) & (PEOPLE | ROLES)


def _elsewhere(case: Case, ours: Belonging, who: frozenset[str]) -> tuple[ReadSource, Span] | None:
    """A source that gives the same people to another house, where none gives them to this one."""
    other: tuple[ReadSource, Span] | None = None
    for source in case.pack:
        reading = source.index.reading
        for theirs in _of_source(reading):
            context = _context(reading, theirs)
            if theirs.sort != ours.sort or not who & (_names(context) | _trades(context)):
                continue
            if _same(ours.name, theirs.name, source):
                return None
            if other is None:
                other = source, (theirs.start, theirs.end)
    if other is None or not any(source.index.named(ours.name) for source in case.pack):
        return None
    return other


def _of_source(reading: Reading) -> Sequence[Belonging]:
    return tuple(belonging.read(reading.text))


def _context(reading: Reading, told: Belonging) -> str:
    """The sentence of a belonging up to it, and those before where it only says `both`."""
    number = reading.sentence_at(told.verb)
    low = reading.sentences[number][0]
    if _MEANT.match(reading.text[low : told.verb]):
        low = reading.sentences[max(0, number - _BACK)][0]
    return reading.text[low : told.verb]


def _same(one: str, other: str, source: ReadSource) -> bool:
    known = source.index.names.aliases.same(one, other)
    return known is not False or bool(set(one.split()) & set(other.split()) - {"the", "of", "and"})
