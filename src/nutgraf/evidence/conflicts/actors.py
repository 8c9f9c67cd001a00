"""Who did it: one deed that sources tell of different people or bodies.

From each deed of the brief that has a name (`the mill asked the county for help`): the sources that
tell it of that name, and those that have another one in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.conflicts.weights import Weight, weight_in
from nutgraf.evidence.frames.events import TELL_NOTHING
from nutgraf.evidence.frames.frame import Frame, Party, frames, tellings
from nutgraf.evidence.frames.reference import is_person
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.governing import is_negated
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.near_words import neighbours
from nutgraf.language.stems import stem
from nutgraf.model import Role

# The places of a deed of which each may have a name that sources give differently.
_ROLES = ("agent", "patient", "to", "from", "against")
_ASKING = frozenset({stem("ask"), stem("request")})
_SAYING = frozenset(stem(verb) for verb in CUE_VERBS)
_SUING = frozenset({stem("sue"), stem("file")})  # see `suits`
_EMPTY = (
    (TELL_NOTHING | _SAYING | _SUING | {stem("already")}) - _ASKING - {stem("win"), stem("beat")}
)
_ALIKE = 0.4  # so much of the shorter telling, by weight, two tellings of one deed share
_SHORT = 2  # letters of a word that tells no name from another
_FEWEST = 3  # words that they share
_OF_MATTER = 2  # words of a deed


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed as a text tells it; `others` are the stems of its sentence."""

    reading: Reading
    frame: Frame
    role: str
    party: Party
    name: Name
    others: frozenset[str]

    @property
    def sentence(self) -> Span:
        return self.reading.sentences[self.frame.sentence]


def actor_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each deed of the brief that sources tell of different names."""
    sources = [(one.source.id, one.index) for one in pack]
    weight = weight_in(index for _, index in sources)
    told = tuple(paragraphs(claims))
    merged: dict[tuple[tuple[str, int], ...], _Differing] = {}
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for deed in deeds_in(judged.reading, statement.start, statement.end):
            found = tuple(_found(deed, sources, weight))
            if found:
                key = tuple((one.source, one.deed.frame.verb.start) for one in found)
                merged.setdefault(key, _Differing(found)).bears.append((judged, deed))
    for one in merged.values():
        yield _conflict(one, told)


def deeds_in(reading: Reading, start: int, end: int) -> Iterator[Deed]:
    """The deeds of a span whose verb tells something, one for each name in a place of them."""
    for number in range(reading.sentence_at(start), len(reading.sentences)):
        low, high = reading.sentences[number]
        if low >= end:
            break
        for frame in frames(reading, low, high):
            if start <= frame.verb.start < end and frame.stem not in _EMPTY:
                yield from _of_frame(reading, frame)


def _of_frame(reading: Reading, frame: Frame) -> Iterator[Deed]:
    low, high = reading.sentences[frame.sentence]
    if is_negated(reading.text[low:high]):
        return
    for role, party in frame.roles:
        name = next((one.name for one in party.phrases if one.name is not None), None)
        if role not in _ROLES or name is None or _is_quoted(reading, frame):
            continue
        others = frozenset(reading.stems_in(low, high))
        yield Deed(reading, frame, role, party, name, others)


def _is_quoted(reading: Reading, frame: Frame) -> bool:
    return any(one.start <= frame.verb.start < one.end for one in reading.quotations)


@dataclass(frozen=True)
class _Found:
    """What a source has in the place: `span` is the name's, or that of who stands there."""

    source: str
    index: Index
    deed: Deed
    span: Span
    same: bool


@dataclass(frozen=True)
class _Differing:
    found: tuple[_Found, ...]
    bears: list[tuple[JudgedClaim, Deed]] = field(default_factory=list)


def _found(deed: Deed, sources: Sequence[tuple[str, Index]], weight: Weight) -> Iterator[_Found]:
    """What the sources have in the place of a name; nothing where they agree."""
    if not deed.name.sure and not any(index.named(deed.name.text) for _, index in sources):
        return
    every = {name: list(_in_source(deed, name, index)) for name, index in sources}
    agreeing = [
        one
        for several in every.values()
        for one in several
        if one.same and _is_one(deed, one.deed, weight)
    ]
    if not agreeing:
        return
    rivals: list[_Found] = []
    for several in every.values():
        if any(one.same for one in several):
            continue
        told = [one for one in several if any(_is_one(a.deed, one.deed, weight) for a in agreeing)]
        rivals.extend(told[:1])
    rivals = [one for one in rivals if not any(_has(one, other) for other in agreeing)]
    if not rivals:
        return
    for name in every:
        mine = [one for one in (*agreeing, *rivals) if one.source == name]
        yield from mine[:1]


def _in_source(deed: Deed, source: str, index: Index) -> Iterator[_Found]:
    """The same deed in a source, with who stands in the place of the name."""
    verbs = {deed.frame.stem, *index.near_stems(deed.frame.stem)} - _EMPTY
    told = {other for verb in verbs for other in tellings(verb)}
    numbers = sorted({at for verb in told for at in index.postings.get(verb, ())})
    for number in numbers:
        for frame in frames(index.reading, *index.reading.sentences[number]):
            if frame.stem not in verbs:
                continue
            for other in _of_frame(index.reading, frame):
                if other.role != deed.role:
                    continue
                same = _is_same(deed.name, other.name, index)
                if same is None or not (
                    _others_agree(deed, other, index) or _is_turned(deed, other, index)
                ):
                    continue
                yield _Found(source, index, other, (other.name.start, other.name.end), same)


def _is_same(name: Name, other: Name, index: Index) -> bool | None:
    """Whether two names mean one; None where that is open, or one is a person's and one not."""
    same = index.names.aliases.same(name.text, other.text)
    if same is not False:
        return same
    words = {stem(word) for word in name.small if len(word) > _SHORT}
    if words & {stem(word) for word in other.small}:
        return True
    if geographic(name.text) or geographic(other.text):
        return None
    kinds = {is_person(name, index), is_person(other, index)}
    return None if kinds == {True, False} else False


def _others_agree(deed: Deed, other: Deed, index: Index) -> bool:
    """Whether no other place of the two deeds has two names that are surely not one."""
    return not any(
        _is_same(ours, theirs, index) is False
        for role, ours in _named(deed.frame)
        if role != deed.role
        for place, theirs in _named(other.frame)
        if place == role
    )


def _is_turned(deed: Deed, other: Deed, index: Index) -> bool:
    """Whether the two have changed places: `A asked B` and `B asked A`."""
    ours, theirs = dict(_named(deed.frame)), dict(_named(other.frame))
    if not all(role in names for role in ("agent", "patient") for names in (ours, theirs)):
        return False
    return bool(
        _is_same(ours["agent"], theirs["patient"], index)
        and _is_same(ours["patient"], theirs["agent"], index)
    )


def _named(frame: Frame) -> Iterator[tuple[str, Name]]:
    for role, party in frame.roles:
        for phrase in party.phrases:
            if phrase.name is not None:
                yield role, phrase.name


def _is_one(one: Deed, other: Deed, weight: Weight) -> bool:
    """Whether two sentences tell of one deed."""
    ours, theirs = one.others, other.others
    shared = [word for word in ours if word in theirs or neighbours(word) & theirs]
    least = min(sum(map(weight, ours)), sum(map(weight, theirs)))
    return len(shared) >= _FEWEST and sum(map(weight, shared)) >= _ALIKE * least


def _has(rival: _Found, agreeing: _Found) -> bool:
    """Whether the source that has the brief's name tells it of the other name, too."""
    other = rival.index.reading.text[slice(*rival.span)]
    return any(
        frame.stem == rival.deed.frame.stem
        and any(
            phrase.name is not None
            and agreeing.index.names.aliases.same(other, phrase.name.text) is not False
            for party in frame.of(rival.deed.role)
            for phrase in party.phrases
        )
        for number in agreeing.index.postings.get(rival.deed.frame.verb.stem, ())
        for frame in frames(agreeing.index.reading, *agreeing.index.reading.sentences[number])
    )


def _conflict(one: _Differing, told: Sequence[Paragraph]) -> Conflict:
    _, deed = one.bears[0]
    verbs = {deed.frame.stem, deed.frame.verb.stem, *neighbours(deed.frame.stem)}
    names = [found.index.reading.text[slice(*found.span)] for found in one.found]

    def accounts_in(paragraph: Paragraph) -> int:
        words = {word.stem for word in paragraph.claims[0].reading.words}
        if not is_of_matter(paragraph):
            return 0
        if paragraph.differs or paragraph.tells_of_others:
            return len({name for name in names if _stems(name) <= words})
        tellings = [
            {word.stem for word in told_of.party.words}
            for told_of in deeds_in(paragraph.claims[0].reading, 0, len(paragraph.prose.text))
            if told_of.role == deed.role and told_of.frame.stem in verbs
        ]
        return len({name for name in names if any(_stems(name) <= one for one in tellings)})

    def is_of_matter(paragraph: Paragraph) -> bool:
        words = {word.stem for word in paragraph.claims[0].reading.words}
        return bool(words & verbs) and len(words & deed.others) >= _OF_MATTER

    places = {judged.claim.id: (own.name.start, own.name.end) for judged, own in one.bears[::-1]}
    return Conflict(
        "account",
        _matter(deed),
        tuple(_saying(found) for found in one.found),
        tuple(places)[::-1],
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(places.values())[::-1],
    )


def _matter(deed: Deed) -> str:
    """`who asked`, `sold to whom`."""
    verb = deed.frame.verb
    if deed.role == "agent" and deed.frame.stem in (verb.stem, "be"):
        return f"who {verb.lower}"
    if deed.role == "patient":
        return f"who or what was {verb.lower}"
    place = "to" if deed.role == "agent" else deed.role
    return f"{verb.lower} {place} whom"


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in name.split())


def _saying(found: _Found) -> Saying:
    return Saying(
        found.source,
        found.span,
        found.deed.sentence,
        found.index.reading.text[slice(*found.span)],
    )
