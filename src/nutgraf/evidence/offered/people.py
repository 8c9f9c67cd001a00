"""The persons and bodies of a pack, with what each source calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.evidence.titles_told import (
    TitleTold,
    Words,
    people_named,
    same_person,
    titles_told,
)
from nutgraf.language import furniture
from nutgraf.language.name_folding import fold_name
from nutgraf.language.names import Name
from nutgraf.language.titles import same_role


@dataclass(frozen=True, slots=True)
class Title:
    """What a source calls a person: the words as they stand at `span` of its body."""

    source: str
    words: str
    office: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body. `name` is the fullest one, `spellings` all that stand in the sources.

    `titles` are those of each source, each wording once, in the order of the pack. `mentions` are
    (source id, spans in its body). `differ`: two sources give offices that cannot be one.
    """

    name: str
    kind: Literal["person", "body"]
    spellings: tuple[str, ...]
    titles: tuple[Title, ...]
    mentions: tuple[tuple[str, tuple[Span, ...]], ...]
    differ: bool

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(source for source, _ in self.mentions)

    @property
    def count(self) -> int:
        return sum(len(spans) for _, spans in self.mentions)


@dataclass
class _Gathered:
    words: Words
    names: Counter[str]
    spans: dict[str, list[Span]]
    titles: list[Title]
    sure: bool


def people(pack: Pack) -> tuple[Person, ...]:
    """Who and what the sources name, persons first, those with most mentions first.

    A person is named with two words and more somewhere, and a source gives a title or shows by its
    words that it is one. A body is what its name says is one (`… Department`), or what a source
    abbreviates. Names in page furniture and in menus are left out.
    """
    told = {one.source.id: titles_told(one.index.reading) for one in pack}
    persons = [_person(one) for one in _persons(pack, told) if one.sure and len(one.words) > 1]
    bodies = list(
        _bodies(pack, {name for one in persons for name in one.spellings}, _led(pack, told))
    )
    persons.sort(key=lambda one: (-len(one.sources), -one.count, one.name))
    bodies.sort(key=lambda one: (-len(one.sources), -one.count, one.name))
    return (*persons, *bodies)


def _persons(pack: Pack, told_by: Mapping[str, Sequence[TitleTold]]) -> list[_Gathered]:
    found: list[_Gathered] = []
    surnamed: dict[str, list[_Gathered]] = {}
    later: list[tuple[str, Words, Name]] = []
    for source in pack:
        titled = {told.name for told in told_by[source.source.id]}
        for words, name in _named(source):
            is_one = name.kind == "person" or (name.start, name.end) in titled
            if len(words) < 2:
                later.append((source.source.id, words, name))
                continue
            one = _of(surnamed.get(words[-1], ()), words)
            if one is None:
                one = _Gathered(words, Counter(), {}, [], sure=False)
                found.append(one)
                surnamed.setdefault(words[-1], []).append(one)
            one.sure |= is_one
            one.words = max(one.words, words, key=len)
            _count(one, source.source.id, name)
    for source_id, words, name in later:
        same = surnamed.get(words[-1], ())
        fitting = [one for one in same if one.sure and same_person(one.words, words)]
        here = [one for one in fitting if source_id in one.spans] or fitting
        if len(here) == 1:  # a surname of two persons is nobody's
            _count(here[0], source_id, name)
    for source in pack:
        for told in told_by[source.source.id]:
            one = _of(surnamed.get(told.person[-1], ()), told.person)
            if one is not None and not furniture.covers(source.furniture, *told.span):
                _title(one, source, told)
    return found


def _named(source: ReadSource) -> Iterator[tuple[Words, Name]]:
    for words, name in people_named(source.index.reading):
        if not furniture.covers(source.furniture, name.start, name.end):
            yield words, name


def _of(found: Sequence[_Gathered], words: Words) -> _Gathered | None:
    fitting = [one for one in found if same_person(one.words, words)]
    return fitting[0] if len(fitting) == 1 else None


def _count(one: _Gathered, source: str, name: Name) -> None:
    one.names[name.text] += 1
    one.spans.setdefault(source, []).append((name.start, name.end))


def _title(one: _Gathered, source: ReadSource, told: TitleTold) -> None:
    text = source.index.reading.text
    words = " ".join(text[slice(*told.span)].split())
    office = " ".join(text[slice(*told.office_span)].split())
    own = source.source.id
    if any(
        title.source == own and title.office.casefold() == office.casefold() for title in one.titles
    ):
        return
    one.titles.append(Title(own, words, office, told.span))
    one.sure = True


def _person(one: _Gathered) -> Person:
    spellings = sorted(one.names, key=lambda name: (-len(name.split()), -one.names[name], name))
    several = [
        same_role(first.office, second.office)
        for at, first in enumerate(one.titles)
        for second in one.titles[at + 1 :]
        if first.source != second.source
    ]
    return Person(
        spellings[0],
        "person",
        tuple(spellings),
        tuple(one.titles),
        tuple((source, tuple(spans)) for source, spans in one.spans.items()),
        differ=False in several,
    )


# --- bodies --------------------------------------------------------------------------------------


def _led(pack: Pack, told_by: Mapping[str, Sequence[TitleTold]]) -> set[Words]:
    """What somebody is said to hold an office of: `co-president of Quay Watch`."""
    found: set[Words] = set()
    for source in pack:
        reading = source.index.reading
        for told in told_by[source.source.id]:
            for name in reading.names:
                inside = told.span[0] <= name.start and name.end <= told.body_span[1]
                if (
                    inside
                    and name.start >= told.office_span[1]
                    and name.kind in ("body", "unknown")
                ):
                    found.add(fold_name(name.text))
    return {words for words in found if len(words) > 1}


def _bodies(pack: Pack, persons: set[str], led: set[Words]) -> Iterator[Person]:
    """Bodies by their folded names; an acronym counts for what a source says that it stands for."""
    names: dict[Words, Counter[str]] = {}
    spans: dict[Words, dict[str, list[Span]]] = {}
    full: dict[str, Words] = {}
    for source in pack:
        aliases = source.index.names.aliases
        for name in source.index.reading.names:
            if name.kind == "body" and name.sure and len(name.words) > 1:
                key = fold_name(name.text)
                full.setdefault(aliases.key(name.text), key)
    for source in pack:
        aliases = source.index.names.aliases
        for name in source.index.reading.names:
            if furniture.covers(source.furniture, name.start, name.end) or name.text in persons:
                continue
            key = fold_name(name.text)
            if name.kind == "person" or not key:
                continue
            known = full.get(aliases.key(name.text))
            if known is None and key not in led and (name.kind != "body" or len(key) < 2):
                continue
            place = known or key
            names.setdefault(place, Counter())[name.text] += 1
            spans.setdefault(place, {}).setdefault(source.source.id, []).append(
                (name.start, name.end)
            )
    for key, counted in names.items():
        spellings = sorted(counted, key=lambda name: (-len(name.split()), -counted[name], name))
        mentions = tuple((source, tuple(several)) for source, several in spans[key].items())
        yield Person(spellings[0], "body", tuple(spellings), (), mentions, differ=False)
