"""A title of the brief that no source gives the person, where sources give them another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from nutgraf.evidence.conflicts.titles import Called, TitleOfBrief, TitleOfSource
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.evidence.titles_told import Words, people_named, same_person, titles_told
from nutgraf.language.offices import HEADS
from nutgraf.language.offices_held import CLOSE, HELD
from nutgraf.language.stems import stem
from nutgraf.language.title_comparison import raised
from nutgraf.language.title_words import Office

_NEAR = 1  # sentences on either side of a name in which its title may be told


def unsaid(one: Called, pack: Pack) -> tuple[TitleOfBrief, TitleOfSource] | None:
    """The first title of the brief that no source has near the person's name, and a source's.

    Where no source gives the person a title, none is wrong.
    """
    for ours in one.brief:
        for office in ours.told.offices:
            theirs = _higher(office, one, pack) or _another(office, one, pack)
            if theirs is not None:
                return ours, theirs
    return None


def untold(one: Called, pack: Pack) -> Iterator[tuple[TitleOfBrief, Office]]:
    """What the brief says that somebody once was, and no source has a word of near the name.

    What they are, a reader of sports or business pages knows without a source; what they were is
    told because it bears on the story.
    """
    named = [source for source in pack if any(passages_on(source, one.person))]
    if not named:
        return
    held = {other.head for each in one.sources for other in each.told.offices}
    for ours in one.brief:
        for office in ours.told.offices:
            if not office.timed or not office.is_known or office.head in held:
                continue
            if office.is_kin or _stands_near(_forms(office), one.person, pack, reach=_WIDE):
                continue
            yield ours, office


_WIDE = 2  # sentences


def _forms(office: Office) -> set[str]:
    """The words by which an office is told."""
    forms = {form.split()[-1] for form, head in HEADS.items() if head == office.head}
    return forms or {office.head}


def _higher(office: Office, one: Called, pack: Pack) -> TitleOfSource | None:
    """The title of a source where all have the office lower, or held once or for a while."""
    kin = [each for each in one.sources if any(o.head == office.head for o in each.told.offices)]
    held = [other for each in kin for other in each.told.offices if other.head == office.head]
    if not held:
        return None
    if _was(office, held):
        return kin[0]
    if raised(office, held) and not _stands_near(office.grades, one.person, pack, office.head):
        return kin[0]
    return None


def _another(office: Office, one: Called, pack: Pack) -> TitleOfSource | None:
    """The title of a source where none has the office and one has another in its place."""
    held = [other for each in one.sources for other in each.told.offices]
    if office.head not in HELD or office.timed or any(o.head == office.head for o in held):
        return None
    for each in one.sources:
        if any(_excludes(office, other) for other in each.told.offices):
            near = _stands_near(_forms(office), one.person, pack)
            return None if near else each
    return None


def _was(office: Office, held: Sequence[Office]) -> bool:
    """Whether all sources have somebody as `acting` or `former`, and the brief does not."""
    if office.timed or office.stands_in or office.head not in HELD:
        return False
    return all(other.timed or other.stands_in for other in held)


def _excludes(office: Office, other: Office) -> bool:
    if other.head not in HELD or other.timed:
        return False
    return not any(office.head in pair and other.head in pair for pair in CLOSE)


def _stands_near(
    words: Collection[str], person: Words, pack: Pack, before: str = "", reach: int = _NEAR
) -> bool:
    """Whether a source has one of some words within some sentences of the person's name.

    With `before`, only where that word stands shortly behind.
    """
    stems = frozenset(map(stem, words))
    behind = stem(before.rsplit(maxsplit=1)[-1]) if before else ""
    for source in pack:
        for span in passages_on(source, person, reach):
            there = _words_for(source, span, person)
            for at, word in enumerate(there):
                if word in stems and (not behind or behind in there[at + 1 : at + 4]):
                    return True
    return False


def passages_on(source: ReadSource, person: Words, reach: int = _NEAR) -> Iterator[Span]:
    """The sentences of a source that name a person, each with its neighbours."""
    reading = source.index.reading
    for words, name in people_named(reading):
        if same_person(person, words):
            at = reading.sentence_at(name.start)
            first, last = max(0, at - reach), min(len(reading.sentences) - 1, at + reach)
            yield reading.sentences[first][0], reading.sentences[last][1]


def _words_for(source: ReadSource, span: Span, person: Words) -> list[str]:
    """The stems of a passage without those of the titles of other persons."""
    reading = source.index.reading
    others = [told.span for told in titles_told(reading) if not same_person(person, told.person)]
    return [
        word.stem
        for word in reading.words_in(*span)
        if not any(low <= word.start < high for low, high in others)
    ]
