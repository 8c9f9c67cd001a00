"""Credits: to whom the claim gives what is said, and to whom the source gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.frames.chunks import PRONOUNS
from nutgraf.evidence.frames.events import SAME_EVENT, share
from nutgraf.evidence.frames.frame import Frame, Party, frames
from nutgraf.evidence.frames.reference import is_known, is_person, mentioned
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import speaking_for
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.stems import stem

# Fewer words than these may be said by anybody, unless all of them stand there.
FEW = 4
FEWEST = 2
_BACK = 3  # sentences back to whom `she` may go
_NEAR = 2  # sentences in which a body stands by the one who speaks for it
_SAYING = """
say tell add note state write explain argue claim insist warn testify announce declare report admit
acknowledge concede confirm complain suggest assert contend maintain allege predict estimate believe
calculate
"""
_STEMS = frozenset(stem(verb) for verb in _SAYING.split())
# Who will not be named speaks for nobody.
_NAMELESS = frozenset(["people", "sources", "source", "person", "critics", "analysts", "experts"])


@dataclass(frozen=True, slots=True)
class _Credit:
    name: Name
    said: frozenset[str]
    span: Span


def credited_differences(
    claim: Reading, start: int, end: int, index: Index
) -> Iterator[Difference]:
    """Sayings of `claim.text[start:end]` that the source gives to somebody else by name."""
    for credit in _credits(claim, start, end):
        sentence = _carrying(credit, index) if is_known(credit.name, index) else None
        if sentence is None:
            continue
        parties = _speakers(sentence, index)
        others = [_other(credit.name, party, sentence, index) for party in parties]
        if not others or None in others or _is_quoted(sentence, index):
            continue
        theirs = next(one for one in others if one is not None)
        said = index.reading.text[slice(*theirs)]
        reason = f"the source gives this to {said}"
        yield Difference("certainty", "attribution shifted", credit.span, theirs, reason)


def _credits(claim: Reading, start: int, end: int) -> Iterator[_Credit]:
    words = frozenset(word.stem for word in claim.words_in(start, end) if word.content)
    for number in range(claim.sentence_at(start), claim.sentence_at(end - 1) + 1):
        for frame in frames(claim, *claim.sentences[number]):
            if not start <= frame.verb.start < end or frame.stem not in _STEMS or frame.passive:
                continue
            parties = frame.of("agent")
            name = _name_of(parties[0]) if len(parties) == 1 else None
            if name is None or geographic(name.text):
                continue
            said = words - {word.stem for word in parties[0].words} - {frame.verb.stem}
            if len(said) >= FEWEST:
                yield _Credit(name, said, (name.start, name.end))


def _name_of(party: Party) -> Name | None:
    return next((one.name for one in party.phrases if one.name is not None), None)


def _carrying(credit: _Credit, index: Index) -> int | None:
    """The sentence of the source that has what is said."""
    numbers = {
        number
        for window in index.windows(tuple(sorted(credit.said)))[:_NEAR]
        for number in range(window.first, window.last)
    }
    best = max(numbers, key=lambda number: share(credit.said, number, index), default=None)
    least = SAME_EVENT if len(credit.said) >= FEW else 1.0
    return None if best is None or share(credit.said, best, index) < least else best


def _speakers(sentence: int, index: Index) -> list[Party]:
    """Those to whom a sentence of the source gives what it says."""
    told: list[Frame] = [
        frame
        for frame in frames(index.reading, *index.reading.sentences[sentence])
        if frame.stem in _STEMS and not frame.passive
    ]
    return [party for frame in told for party in frame.of("agent")]


def _is_quoted(sentence: int, index: Index) -> bool:
    low, high = index.reading.sentences[sentence]
    return any(one.start < high and low < one.end for one in index.reading.quotations)


def _other(name: Name, party: Party, sentence: int, index: Index) -> Span | None:
    """Where the source names the one who speaks, if that is surely not `name` nor its voice."""
    if _shares(name, party):
        return None
    head = party.phrases[0]
    whole = head.words[0].start, head.words[-1].end
    other = _name_of(party)
    if other is not None:
        return None if _speaks_for(name, other, index) else whole
    if head.first in PRONOUNS:
        return _by_pronoun(name, sentence, whole, index)
    near = mentioned(name, index, sentence - 1, sentence + 2)
    nameless = any(word.lower in _NAMELESS for word in head.words)
    return whole if nameless and not near else None


def _shares(name: Name, party: Party) -> bool:
    ours = {stem(word) for word in name.small if len(word) > 2}
    return any(word.stem in ours for word in party.words)


def _speaks_for(name: Name, other: Name, index: Index) -> bool:
    """Whether two names may be one voice: the same, or a body and one who stands by it."""
    if index.names.aliases.same(name.text, other.text) is not False:
        return True
    people = is_person(name, index), is_person(other, index)
    if people[0] is True and people[1] is True:
        return False
    body, voice = (other, name) if people[0] is True else (name, other)
    text = index.reading.text
    if speaking_for.is_tied(body.text, voice.words[-1].lower(), "", text):
        return True
    return any(
        mentioned(body, index, number - _NEAR, number + 1)
        for number in (index.reading.sentence_at(one.start) for one in index.named(voice.text))
    )


def _by_pronoun(name: Name, sentence: int, whole: Span, index: Index) -> Span | None:
    if mentioned(name, index, sentence - _BACK, sentence + 1):
        return None
    low = index.reading.sentences[max(0, sentence - _BACK)][0]
    before = index.people(low, whole[0])
    if not before or any(_speaks_for(name, one, index) for one in before):
        return None
    return before[-1].start, before[-1].end
