"""The steps of the law that a text tells of, sentence by sentence, each with whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.characters import level
from nutgraf.language.law_steps import LawStep, law_steps
from nutgraf.language.law_words import Rung
from nutgraf.language.names import Name
from nutgraf.language.speakers import same_name

_PARTIES = frozenset({"person", "body", "unknown", "other"})
_SURE = frozenset({"person", "body"})
# A name that is no acronym and no number.
_NAME = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]+[ -]?(?:[A-Z]\. )?)+$")
# Who does it stands before these, and whom it is done to behind them.
_DONE_TO = frozenset(
    {
        Rung.INVESTIGATED,
        Rung.ACCUSED,
        Rung.ARRESTED,
        Rung.CHARGED,
        Rung.CONVICTED,
        Rung.SENTENCED,
    }
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|gets|who|and|also|both|later|first|,)(?: \w+ly)? $"
    r"|^\W*$"
)
_NO_OBJECT = re.compile(
    r"\W*(?:$|[,.;:—–)]|(?:of|in|on|with|for|over|after|by|to|and|at|from|last|this|as|that|or|but"
    r"|guilty|not|when|while|under|before|charges?|because|amid)\b)"
)
_FINDS = re.compile(
    r"\b(?:found|finds?|rul(?:ed|es|ings?)|held|conclude[ds]|determine[ds]|declared|decided|sa(?:id|ying)"
    r"|findings?|wrote|agreed|called)\b"
)
# What stands between a name and one that tells who that is.
_ASIDE = re.compile(r",(?: \d+,)? (?:(?:the|an?|who|whose|[a-z’'-]+|\d+) )+")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]im|[Hh]er|[Tt]hem|[Bb]oth)\b")
_AND = re.compile(r"(?:,| and|, and|, \d+,| &)(?: (?:\w+ ){0,3})?|, \d+, and (?:\w+ ){0,3}")
# `It has not been accused`, `But she was`: somebody is meant whom a sentence before names.
_OPENS = re.compile(r"\W*(?:(?:But|And|Still|Later|Then|On \w+),? )?" + _PRONOUN.pattern)
_BACK = 3  # sentences back to whom `she` may go
_NEAR = 70  # characters between a step and whose it is


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step of the law at offsets of a text, in its sentence `sentence`.

    `party` is whose step it is by name, '' where the text does not name it right there, and `known`
    whether that is surely a person's name or a body's; `with_it` are the party and those joined
    to it; `named` are all whom the sentence names, or the one before where a pronoun stands for
    them.
    """

    step: LawStep
    start: int
    end: int
    sentence: int
    quoted: bool
    party: str
    known: bool
    with_it: tuple[str, ...]
    named: tuple[str, ...]

    @property
    def shown(self) -> Span:
        """Where the step stands with what it is for."""
        at = self.start - self.step.start
        return at + self.step.shown[0], at + self.step.shown[1]


@once
def steps_told(reading: Reading) -> tuple[StepTold, ...]:
    """Every step of the law in a text, in order."""
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[StepTold]:
    for number, (low, high) in enumerate(reading.sentences):
        text = level(reading.text[low:high])
        steps = law_steps(text)
        if not steps:
            continue
        own = parties_in(reading, low, high)
        before = _named_before(reading, number)
        for step in steps:
            start, end = low + step.start, low + step.end
            quoted = any(a <= start < b for q in reading.quotations for a, b in q.pieces)
            party, meant = _party(text, low, step, own)
            named = [name.text for name in own]
            if meant and before:
                party = party or before[0]
                named += [name.text for name in before]
            known = party is not None and (
                party.kind in _SURE or _NAME.match(party.text) is not None
            )
            called = "" if party is None else party.text
            with_it = tuple(_joined(reading.text, party, own if party in own else before))
            yield StepTold(step, start, end, number, quoted, called, known, with_it, tuple(named))


def _is_known(party: Name) -> bool:
    """Whether a name is surely somebody's."""
    if not party.text[:1].isupper():
        return False
    return party.kind in _SURE or _NAME.match(party.text) is not None


def parties_in(reading: Reading, low: int, high: int) -> list[Name]:
    """The people and bodies that are named in a span."""
    names = reading.names
    first = bisect_left(names, low, key=lambda name: name.start)
    found = []
    for name in names[first:]:
        if name.start >= high:
            break
        if name.sure and name.kind in _PARTIES:
            found.append(name)
    return found


def _named_before(reading: Reading, number: int) -> list[Name]:
    """Whom the nearest sentence before names that does not speak of `her` itself."""
    for at in range(number - 1, max(-1, number - 1 - _BACK), -1):
        low, high = reading.sentences[at]
        found = parties_in(reading, low, high)
        pronoun = _PRONOUN.search(reading.text, low, high)
        if found and (pronoun is None or found[0].start < pronoun.start()):
            return found
    return []


def _joined(text: str, party: Name | None, own: list[Name]) -> Iterator[str]:
    """A party by name, and those of whom the same is told: `Ann Lee and Bo Hale`."""
    if party is None:
        return
    yield party.text
    for step in (-1, 1):
        at = own.index(party)
        while 0 <= at + step < len(own):
            one, other = sorted((own[at], own[at + step]), key=lambda name: name.start)
            if not _AND.fullmatch(text[one.end : other.start]):
                break
            at += step
            yield own[at].text


def _party(text: str, low: int, step: LawStep, own: list[Name]) -> tuple[Name | None, bool]:
    """Whose step it is by name, and whether a pronoun stands for it."""
    if step.rung is Rung.FOUND:  # whoever stands before it is who found
        verb = _FINDS.search(text, step.start)
        at = low + (verb.end() if verb else step.end)
        behind = [name for name in own if name.start >= at]
        near = behind and behind[0].start - at <= _NEAR
        return (behind[0] if near else None), False
    front = text[: step.start]
    done_to = step.rung in _DONE_TO and not _PASSIVE.search(front)
    if done_to and not _NO_OBJECT.match(text, step.end):
        behind = [name for name in own if name.start >= low + step.end]
        if behind and behind[0].start - low - step.end <= _NEAR:
            return behind[0], False
        return None, _PRONOUN.match(text, step.end + 1) is not None
    ahead = [name for name in own if name.end <= low + step.start]
    pronoun = [found.end() for found in _PRONOUN.finditer(front)]
    if pronoun and (not ahead or pronoun[-1] > ahead[-1].end - low):
        return None, not ahead and _OPENS.match(text) is not None
    if ahead and low + step.start - ahead[-1].end <= _NEAR:
        return _head(text, low, ahead), False
    return None, False


def _head(text: str, low: int, ahead: list[Name]) -> Name:
    """Who is meant by the names before a step: `Ann Lee, a former manager of Acme, was tried`."""
    at = len(ahead) - 1
    while at > 0 and text[ahead[at].end - low :].startswith(","):
        if not _ASIDE.fullmatch(text[ahead[at - 1].end - low : ahead[at].start - low]):
            break
        at -= 1
    return ahead[at]


def is_other_party(one: StepTold, other: StepTold) -> bool:
    """Whether two steps are surely of two parties: both are named, and one is not the other's."""
    if not one.known or not other.known:
        return False
    return not any(is_same(one.party, name) for name in other.with_it)


def shares_party(one: StepTold, other: StepTold) -> bool:
    """Whether the party of a step is named where the other one is told."""
    return bool(one.party) and any(is_same(one.party, name) for name in other.named)


def is_same(one: str, other: str) -> bool:
    """Whether two names can be one party's, written in capitals or not."""
    ours, theirs = one.lower().split(), other.lower().split()
    return same_name(one, other) or ours[-1:] == theirs[-1:]
