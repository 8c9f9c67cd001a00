"""Who went to court: the plaintiffs that sources name in the matter of which the brief names one.

A suit is told in many ways (`filed suit`, `was sued by`, `Plaintiff: …`), so these are read as one
deed. Several may have sued over one matter: the finding asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.conflicts.weights import Weight, weight_in
from nutgraf.evidence.frames.frame import Frame, Party, frames
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.names import Name
from nutgraf.language.stems import stem
from nutgraf.model import Role

_SUE = stem("sue")
_FILING = frozenset(stem(word) for word in ("file", "bring", "launch", "lodge"))
_SUITS = frozenset(stem(word) for word in ("suit", "lawsuit", "complaint", "petition"))
_OF_COURTS = _SUITS | _FILING | {_SUE} | frozenset(
    stem(word)
    for word in ("court", "case", "plaintiff", "judge", "law", "legal", "federal", "group")
)  # fmt: skip
_LABEL = re.compile(r"\b[Pp]laintiffs?: (?=[A-Z])")
_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|second|third|similar|earlier|previous|other|also|too|joined"
    r"|different|counter-?su\w+)\b",
    re.IGNORECASE,
)
_AROUND = 1  # sentences on either side that tell what a suit is about
_SHARED = 2  # words of what it is about
_PLAINTIFF = "plaintiff"


@dataclass(frozen=True, slots=True)
class Suit:
    """A suit that a text tells of: who brought it, and the sentence, by number."""

    name: Name
    sentence: int
    about: frozenset[str]

    @property
    def span(self) -> Span:
        return self.name.start, self.name.end


@once
def suits_in(reading: Reading) -> tuple[Suit, ...]:
    """The suits of which a text names who brought them."""
    return tuple(_read(reading))


def _read(reading: Reading) -> Iterator[Suit]:
    for number, (start, end) in enumerate(reading.sentences):
        words = {word.stem for word in reading.words_in(start, end)}
        label = _LABEL.search(reading.text, start, end)
        if label is None and _SUE not in words and not (words & _SUITS and words & _FILING):
            continue
        names = [name for name in reading.names if label and name.start == label.end()]
        for frame in frames(reading, start, end) if not names else ():
            if _is_suing(frame):
                names += _plaintiffs(frame)
        for name in names:
            if name.sure:
                yield Suit(name, number, _about(reading, number, name))


def _is_suing(frame: Frame) -> bool:
    if frame.stem == _SUE:
        return True
    direct = frame.of("patient")
    return frame.stem in _FILING and any(
        word.stem in _SUITS for party in direct for word in party.words
    )


def _plaintiffs(frame: Frame) -> list[Name]:
    by: tuple[Party, ...] = frame.of("agent") or frame.of("by")
    return [phrase.name for party in by for phrase in party.phrases if phrase.name is not None][:1]


def _about(reading: Reading, number: int, name: Name) -> frozenset[str]:
    """The words of a sentence and of those beside it, but for those of any suit."""
    sentences = reading.sentences
    first, last = max(number - _AROUND, 0), min(number + _AROUND, len(sentences) - 1)
    around = reading.stems_in(sentences[first][0], sentences[last][1])
    return frozenset(around) - _OF_COURTS - {stem(word) for word in name.small}


@dataclass(frozen=True)
class _Differing:
    found: tuple[tuple[str, Index, Suit], ...]
    bears: list[tuple[JudgedClaim, Suit]] = field(default_factory=list)


def suit_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each plaintiff of the brief, where sources name another one."""
    sources = [(one.source.id, one.index) for one in pack]
    weight = weight_in(index for _, index in sources)
    told = tuple(paragraphs(claims))
    merged: dict[tuple[tuple[str, Span], ...], _Differing] = {}
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for suit in suits_in(judged.reading):
            if statement.start <= suit.name.start < statement.end:
                found = tuple(_found(suit, sources, weight))
                if found:
                    key = tuple((source, one.span) for source, _, one in found)
                    merged.setdefault(key, _Differing(found)).bears.append((judged, suit))
    for one in merged.values():
        yield _conflict(one, told)


def _found(
    suit: Suit, sources: Sequence[tuple[str, Index]], weight: Weight
) -> Iterator[tuple[str, Index, Suit]]:
    """The suit in the sources that name its plaintiff, and in those that name only another one."""
    agreeing: dict[str, tuple[Index, Suit]] = {}
    rivals: dict[str, tuple[Index, Suit]] = {}
    for source, index in sources:
        same = index.names.aliases.same
        told = suits_in(index.reading)
        known = [one for one in told if same(suit.name.text, one.name.text) is not False]
        if known:
            agreeing[source] = (index, known[0])
        elif told and len({index.names.aliases.key(one.name.text) for one in told}) == 1:
            rivals[source] = (index, told[0])
    rivals = {
        source: (index, one)
        for source, (index, one) in rivals.items()
        if not _ANOTHER.search(index.reading.text, *index.reading.sentences[one.sentence])
        and any(_is_one_matter(one, other, weight) for _, other in agreeing.values())
    }
    if not agreeing or not rivals:
        return
    for source, _ in sources:
        if (one := agreeing.get(source) or rivals.get(source)) is not None:
            yield source, *one


def _is_one_matter(one: Suit, other: Suit, weight: Weight) -> bool:
    shared = one.about & other.about
    return len(shared) >= _SHARED and sum(map(weight, shared)) > 0


def _conflict(one: _Differing, told: Sequence[Paragraph]) -> Conflict:
    names = {suit.name.text for _, _, suit in one.found}

    def accounts_in(paragraph: Paragraph) -> int:
        words = {word.stem for word in paragraph.claims[0].reading.words}
        return len({n for n in names if {stem(word.lower()) for word in n.split()} <= words})

    def is_of_matter(paragraph: Paragraph) -> bool:
        words = {word.stem for word in paragraph.claims[0].reading.words}
        return bool(words & (_SUITS | {_SUE, stem(_PLAINTIFF)}))

    places = {judged.claim.id: suit.span for judged, suit in one.bears[::-1]}
    return Conflict(
        "account",
        "who sued",
        tuple(
            Saying(source, suit.span, index.reading.sentences[suit.sentence], suit.name.text)
            for source, index, suit in one.found
        ),
        tuple(places)[::-1],
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(places.values())[::-1],
    )
