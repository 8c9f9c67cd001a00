"""Persons whom the sources of a pack, or a brief and its sources, call differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Saying
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.titles_told import TitleTold, Words, people_named, same_person, titles_told
from nutgraf.language.name_folding import fold_name
from nutgraf.language.settling import settles
from nutgraf.language.title_comparison import conflicting
from nutgraf.language.title_words import Office
from nutgraf.model import Role

_NOT_OUR_WORD = frozenset([Role.NOTES, Role.DIFFER])


@dataclass(frozen=True)
class TitleOfBrief:
    """A title that a claim of the brief gives a person; spans are offsets of its prose."""

    judged: JudgedClaim
    told: TitleTold


@dataclass(frozen=True)
class TitleOfSource:
    """A title that a source gives a person; spans are offsets of its body."""

    source: ReadSource
    told: TitleTold

    @property
    def saying(self) -> Saying:
        reading = self.source.index.reading
        low, high = self.told.office_span
        sentence = reading.sentences[reading.sentence_at(low)]
        return Saying(self.source.source.id, (low, high), sentence, reading.text[low:high])


@dataclass(frozen=True)
class Called:
    """One person: what the brief calls them, in reading order, and what each source does."""

    person: Words
    name: str
    brief: tuple[TitleOfBrief, ...]
    sources: tuple[TitleOfSource, ...]


def own_words(claims: Iterable[JudgedClaim]) -> Iterator[JudgedClaim]:
    """The claims by which the brief itself tells readers who somebody is."""
    return (one for one in claims if one.statement.role not in _NOT_OUR_WORD)


def titles_of_brief(claims: Sequence[JudgedClaim]) -> Iterator[TitleOfBrief]:
    """The titles in what the brief says itself, one for each place."""
    seen: set[tuple[int, tuple[int, int]]] = set()
    for judged in own_words(claims):
        low, high = judged.statement.start, judged.statement.end
        for told in titles_told(judged.reading):
            key = (id(judged.statement.prose), told.span)
            if low <= told.name[0] < high and key not in seen:
                seen.add(key)
                yield TitleOfBrief(judged, told)


def called(claims: Sequence[JudgedClaim], pack: Pack) -> tuple[Called, ...]:
    """Every person to whom the brief gives a title, with the titles of all sources."""
    groups: dict[Words, list[TitleOfBrief]] = {}
    for one in titles_of_brief(claims):
        key = next((key for key in groups if same_person(key, one.told.person)), one.told.person)
        groups.setdefault(key, []).append(one)
    return tuple(_called(several, pack) for several in groups.values())


def _called(ours: Sequence[TitleOfBrief], pack: Pack) -> Called:
    full = max((one.told.person for one in ours), key=len)
    found = [
        TitleOfSource(source, told)
        for source in pack
        if not _is_ambiguous(full, source)
        for told in titles_told(source.index.reading)
        if same_person(full, told.person) and not _in_furniture(source, told)
    ]
    first = ours[0]
    name = first.judged.reading.text[slice(*first.told.name)]
    return Called(full, name, tuple(ours), tuple(found))


def _is_ambiguous(person: Words, source: ReadSource) -> bool:
    """Whether a source names two who may be meant."""
    named = people_named(source.index.reading)
    first = {one[0] for one, _ in named if len(one) > 1 and one[-1] == person[-1]}
    return len(first) > 1


def _in_furniture(source: ReadSource, told: TitleTold) -> bool:
    return any(one.start <= told.span[0] < one.end for one in source.furniture)


def title_conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> Iterator[Conflict]:
    """The persons to whom the brief gives a title that a source has otherwise."""
    for one in called(claims, pack):
        found = of_person(one, claims)
        if found is not None:
            yield found


def of_person(one: Called, claims: Sequence[JudgedClaim]) -> Conflict | None:
    """How the sources call a person otherwise than the brief, or than each other."""
    for ours in one.brief:
        against = differing(ours.told, one.sources)
        if not against:
            continue
        told = _one_of_each(ours, one.sources, against)
        using = [each for each in one.brief if each.told.offices == ours.told.offices]
        using = [ours, *(each for each in using if each is not ours)]
        return Conflict(
            "title",
            f"the title of {one.name}",
            tuple(each.saying for each in told),
            tuple(dict.fromkeys(each.judged.claim.id for each in using)),
            tuple(_settling(one, claims)) or _by_official(ours, told),
        )
    return None


def differing(
    ours: TitleTold, sources: Sequence[TitleOfSource]
) -> tuple[tuple[TitleOfSource, Office, Office], ...]:
    """The titles of sources that do not go with a title of the brief, with the two offices.

    What one source calls somebody both, one can be; a source that has the brief's title too only
    has it shorter in the other place.
    """
    found = []
    for one in sources:
        pair = conflicting(ours.offices, one.told.offices)
        if pair is None or _holds_both(pair, sources):
            continue
        found.append((one, *pair))
    return tuple(found)


def _holds_both(pair: tuple[Office, Office], sources: Sequence[TitleOfSource]) -> bool:
    of_each: dict[str, list[Office]] = {}
    for one in sources:
        of_each.setdefault(one.source.source.id, []).extend(one.told.offices)
    first, second = pair
    return any(_has(first, held) and _has(second, held) for held in of_each.values())


def _has(office: Office, held: Sequence[Office]) -> bool:
    return any(
        one.head == office.head and one.ranks == office.ranks and one.functions >= office.functions
        for one in held
    )


def _one_of_each(
    ours: TitleOfBrief,
    sources: Sequence[TitleOfSource],
    against: Sequence[tuple[TitleOfSource, Office, Office]],
) -> tuple[TitleOfSource, ...]:
    """For each source the title by which it tells on which side it is."""
    told: dict[str, TitleOfSource] = {}
    differ = {id(one) for one, _, _ in against}
    heads = {office.head for office in ours.told.offices}
    for one in sources:
        known = told.get(one.source.source.id)
        of_kind = id(one) in differ or any(each.head in heads for each in one.told.offices)
        if of_kind and (known is None or (id(one) in differ and id(known) not in differ)):
            told[one.source.source.id] = one
    return tuple(told.values())


# --- what settles it -----------------------------------------------------------------------------


def _settling(one: Called, claims: Sequence[JudgedClaim]) -> Iterator[str]:
    """The claims that tell readers of it: a line on the person where reports are said to differ."""
    surname = one.person[-1]
    for judged in claims:
        text = judged.statement.prose.text
        if surname not in text.lower():
            continue
        if judged.statement.role is Role.DIFFER or settles(text):
            yield judged.claim.id


def _by_official(ours: TitleOfBrief, told: Sequence[TitleOfSource]) -> tuple[str, ...]:
    """The brief's own claim, where it has the title as a document or the person's own house has."""
    words = ours.judged.reading.text[slice(*ours.told.office_span)].casefold()
    same = (one for one in told if one.saying.words.casefold() == words)
    return (ours.judged.claim.id,) if any(_knows(one) for one in same) else ()


def _knows(one: TitleOfSource) -> bool:
    """Whether a source is to be believed on a title: what others publish officially may err."""
    source = one.source.source
    if source.kind != "official":
        return source.kind == "primary"
    house = set(fold_name(source.publisher or ""))
    bodies = {word for office in one.told.offices for word in fold_name(office.body)}
    return bool(house & (bodies - _SMALL)) or not any(office.body for office in one.told.offices)


_SMALL = frozenset(["the", "of", "and", "for", "a", "its", "his", "her", "their", "state", "city"])
