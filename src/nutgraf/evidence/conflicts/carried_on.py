"""One number, and two accounts of what became of it: 40 were checked, or 40 were sent.

From each figure of the brief: the sources that tell of it what the brief does, and those that tell
of the very same figure what goes further or another way, and nowhere what the brief says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.conflicts.likeness import Told
from nutgraf.evidence.conflicts.quantities import Quantity, key_of, quantities_in, quantities_of
from nutgraf.evidence.conflicts.settled import Paragraph, paragraphs, settled_by
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Span
from nutgraf.language.counted import same_noun
from nutgraf.language.fates import exclude, fates
from nutgraf.language.figure import Figure
from nutgraf.language.other_things import marks_of_others
from nutgraf.language.stems import Word
from nutgraf.model import Role

_TELLING = 12  # smaller numbers may be two things' by chance


@dataclass(frozen=True, slots=True)
class _Account:
    source: str
    told: Told

    @property
    def quantity(self) -> Quantity:
        return self.told.quantity


@dataclass(frozen=True)
class _Differing:
    found: tuple[_Account, ...]
    bears: list[tuple[JudgedClaim, Quantity]] = field(default_factory=list)


def carried_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """One conflict for each figure of the brief of which sources tell two things."""
    sources = [(one.source.id, one.index) for one in pack]
    told = tuple(paragraphs(claims))
    merged: dict[tuple[tuple[str, Span], ...], _Differing] = {}
    for judged in claims:
        statement = judged.statement
        if statement.quotation is not None or statement.role is Role.NOTES:
            continue
        for quantity in quantities_in(judged.reading, statement.start, statement.end):
            if not quantity.fates or quantity.figure.low < _TELLING:
                continue
            found = tuple(_found(Told(judged.reading, quantity), sources))
            if found:
                key = tuple((one.source, one.quantity.span) for one in found)
                merged.setdefault(key, _Differing(found)).bears.append((judged, quantity))
    for one in merged.values():
        yield _conflict(one, told)


def _found(ours: Told, sources: Sequence[tuple[str, Index]]) -> Iterator[_Account]:
    """What the sources that have the figure say of it; nothing where all say the same."""
    key = key_of(ours.quantity.figure)
    agreeing: dict[str, Told] = {}
    rivals: dict[str, Told] = {}
    for source, index in sources:
        told = [
            Told(index.reading, one)
            for one in quantities_of(index).get(key, ())
            if _is_same(ours.quantity, one)
        ]
        every = frozenset[str]().union(*(one.quantity.fates for one in told))
        same = [one for one in told if one.quantity.fates & ours.quantity.fates]
        further = any(exclude(ours.quantity.fates, frozenset([fate])) for fate in every)
        other = [one for one in told if exclude(ours.quantity.fates, one.quantity.fates)]
        if same and not further:
            agreeing[source] = same[0]
        elif other and not same and marks_of_others(other[0].said) == marks_of_others(ours.said):
            rivals[source] = other[0]
    if not agreeing or not rivals:
        return
    for source, _ in sources:
        one = agreeing.get(source) or rivals.get(source)
        if one is not None:
            yield _Account(source, one)


def _is_same(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures are one and the same, of things that may be one."""
    one, other = ours.figure, theirs.figure
    if (one.low, one.high, one.unit) != (other.low, other.high, other.unit):
        return False
    if bool(one.base) != bool(other.base) and not _is_large(one):
        return False
    return _is_large(one) or same_noun(ours.noun, theirs.noun) is not False


def _is_large(figure: Figure) -> bool:
    """Whether a number is so large that no two things have it by chance."""
    return figure.low >= 1000


def _conflict(one: _Differing, told: Sequence[Paragraph]) -> Conflict:
    _, quantity = one.bears[0]
    sides = _sides(one.found)

    def accounts_in(paragraph: Paragraph) -> int:
        reading = paragraph.claims[0].reading
        same = [
            other
            for other in quantities_in(reading, 0, len(reading.text))
            if _value(other.figure) == _value(quantity.figure)
        ]
        if paragraph.differs or paragraph.tells_of_others:
            return len(same)
        return len({at for at, side in enumerate(sides) for own in same if own.fates & side})

    def is_of_matter(paragraph: Paragraph) -> bool:
        return accounts_in(paragraph) > 0

    places = {judged.claim.id: _place(Told(judged.reading, own)) for judged, own in one.bears[::-1]}
    first = one.found[0].told
    return Conflict(
        "account",
        f"what became of the {_number(quantity)} {first.quantity.figure.counts}".strip(),
        tuple(_saying(account) for account in one.found),
        tuple(places)[::-1],
        settled_by(told, accounts_in, is_of_matter),
        places=tuple(places.values())[::-1],
    )


def _number(quantity: Quantity) -> str:
    figure = quantity.figure
    return figure.text[figure.number_start - figure.start :]


def _sides(found: Sequence[_Account]) -> list[frozenset[str]]:
    """What the one side of the sources tells and the other does not."""
    first = found[0].quantity.fates
    ours = [one.quantity.fates for one in found if not exclude(first, one.quantity.fates)]
    theirs = [one.quantity.fates for one in found if exclude(first, one.quantity.fates)]
    one, other = (frozenset[str]().union(*side) for side in (ours, theirs))
    return [one - other, other - one]


def _value(figure: Figure) -> tuple[object, object]:
    return figure.low, figure.high


def _place(told: Told) -> Span:
    """The figure with the word that tells its fate, where that stands next to it."""
    figure = told.quantity.figure
    word = _telling_word(told)
    low, high = figure.start, figure.end
    if word is not None and word.end <= low and not told.reading.text[word.end : low].strip():
        low = word.start
    return low, high


def _telling_word(told: Told) -> Word | None:
    """The word nearest to a figure that tells what became of it."""
    figure = told.quantity.figure
    event = told.quantity.event
    words = [
        word
        for word in told.reading.words_in(event.start, event.end)
        if fates([word.stem]) & told.quantity.fates
    ]
    return min(words, key=lambda word: abs(word.start - figure.start), default=None)


def _saying(account: _Account) -> Saying:
    """The words from the figure to what is told of it, whichever comes first."""
    told = account.told
    figure, word = told.quantity.figure, _telling_word(told)
    low, high = figure.start, figure.end
    if word is not None:
        low, high = min(low, word.start), max(high, word.end)
    sentence = told.reading.sentences[told.quantity.sentence]
    return Saying(account.source, (low, high), sentence, told.reading.text[low:high])
