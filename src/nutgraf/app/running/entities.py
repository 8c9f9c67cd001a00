"""Every person and body of a workspace: what each source calls them, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from nutgraf.app.check import Shelf
from nutgraf.app.running.kept_people import people_kept
from nutgraf.app.running.own_words import Ours
from nutgraf.app.running.prose import Written, written
from nutgraf.evidence.offered.people import Person, Title
from nutgraf.evidence.offered.said import Said, said
from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.evidence.titles_told import person_of, same_person
from nutgraf.language.titles import same_role
from nutgraf.model import Source
from nutgraf.workspace.loading import Workspace

# Titles that are this far apart in time, one after the other, are those of an office that changed.
_CHANGED: timedelta = timedelta(days=2)
_ACTING = re.compile(r"\b(?:acting|interim|caretaker|provisional)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:then|former|ex|late|outgoing|past|onetime)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Called:
    """A title: who says it, on which day (None where the text has none), and where."""

    who: str
    words: str
    day: date | None
    path: str
    line: int


@dataclass(frozen=True)
class Placed:
    """Where a name first stands in a file; `day` is that of the text."""

    id: str
    type: str
    day: date | None
    path: str
    line: int
    count: int


@dataclass(frozen=True)
class Entity:
    """A person or a body of the workspace.

    `state` is `differ` where sources give titles that cannot be one office, and `changed` where
    one follows the other in time. `ours` are the places in briefs, notes and angles.
    """

    name: str
    kind: Literal["person", "body"]
    spellings: tuple[str, ...]
    titles: tuple[Called, ...]
    state: Literal["", "differ", "changed"]
    sources: tuple[Placed, ...]
    ours: tuple[Placed, ...]

    @property
    def first(self) -> date | None:
        return min(self._days, default=None)

    @property
    def last(self) -> date | None:
        return max(self._days, default=None)

    @property
    def _days(self) -> list[date]:
        return [one.day for one in (*self.sources, *self.ours) if one.day is not None]


def entities(workspace: Workspace) -> tuple[Entity, ...]:
    """Whom the sources name, those on whom they differ first, then those in most sources."""
    pack = whole_pack(workspace)
    ours = Ours(written(workspace))
    found = [_entity(one, pack, ours) for one in people_kept(workspace.root, pack)]
    order = ("differ", "changed", "")
    found.sort(key=lambda one: (order.index(one.state), one.kind != "person"))
    return tuple(found)


def whole_pack(workspace: Workspace) -> Pack:
    """All sources of the workspace, read as they are asked for."""
    sources = [
        source
        for entry in workspace.entries.values()
        if entry.type == "source" and (source := workspace.source(entry.id)) is not None
    ]
    return read_pack(sources, Shelf(workspace.root).index)


def sayings(pack: Pack, entity: Entity) -> tuple[tuple[Said, Placed], ...]:
    """What the sources quote somebody with, each once, with the place of the first that does."""
    own = {one.id.casefold() for one in entity.sources}
    narrowed = Pack({key: one for key, one in pack.sources.items() if key in own})
    words = person_of(entity.name)
    found = []
    for one in said(narrowed):
        theirs = person_of(one.speaker) if one.speaker else ()
        same = bool(words and theirs) and same_person(words, theirs)
        if same or one.speaker.casefold().removeprefix("the ") in _small(entity.spellings):
            carrier = one.carriers[0]
            source = pack.sources[carrier.source.casefold()].source
            found.append((one, _placed(source, [carrier.span])))
    return tuple(found)


def _small(names: Sequence[str]) -> set[str]:
    return {name.casefold() for name in names}


def _entity(person: Person, pack: Pack, ours: Ours) -> Entity:
    told = tuple(_called(title, pack) for title in person.titles)
    own = tuple(_ours(person, ours))
    named = tuple(_titles_of_ours(person, ours, {one.id for one in own}))
    return Entity(
        person.name,
        person.kind,
        person.spellings,
        (*told, *named),
        _state(person.titles, told),
        tuple(
            _placed(pack.sources[source.casefold()].source, spans)
            for source, spans in person.mentions
        ),
        own,
    )


def _called(title: Title, pack: Pack) -> Called:
    source = pack.sources[title.source.casefold()].source
    line = source.file.place(source.front.body + title.span[0], source.front.body + title.span[1])
    return Called(source.id, title.words, source.published, line.path, line.line)


def _placed(source: Source, spans: Sequence[tuple[int, int]]) -> Placed:
    at = source.front.body + spans[0][0]
    place = source.file.place(at, at)
    return Placed(source.id, "source", source.published, place.path, place.line, len(spans))


def _state(given: Sequence[Title], told: Sequence[Called]) -> Literal["", "differ", "changed"]:
    """Whether titles cannot be one office, and whether one took the place of the other."""
    state: Literal["", "differ", "changed"] = ""
    for at, (one, mine) in enumerate(zip(given, told, strict=True)):
        for other, theirs in zip(given[at + 1 :], told[at + 1 :], strict=True):
            if one.source == other.source:
                continue
            if same_role(one.office, other.office) is not False:
                if acts(one.words) != acts(other.words) and _is_later(mine.day, theirs.day):
                    state = "changed"
                continue
            if _PAST.search(one.words) or _PAST.search(other.words):
                continue
            if not _is_later(mine.day, theirs.day):
                return "differ"
            state = "changed"
    return state


def acts(title: str) -> bool:
    """Whether a title is held for a time only: `acting port director`."""
    return _ACTING.search(title) is not None


def _is_later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _CHANGED


def _ours(person: Person, ours: Ours) -> Iterator[Placed]:
    """The first place in each file of ours that names them in full, and how often it does."""
    full = [name for name in person.spellings if len(name.split()) > 1] or [person.name]
    short = [name for name in person.spellings if len(name.split()) == 1]
    whole = _pattern(full)
    either = _pattern([*full, *short])
    files: dict[str, list[Written]] = {}
    for one in ours.with_words(person.spellings):
        files.setdefault(one.path, []).append(one)
    for several in files.values():
        named = [one for one in several if whole.search(one.text)]
        if not named and person.kind == "body" and short:
            named = [one for one in several if either.search(one.text)]
        if named:
            count = sum(len(either.findall(one.text)) for one in several)
            first = named[0]
            yield Placed(first.id, first.type, first.day, first.path, first.line, count)


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _titles_of_ours(person: Person, ours: Ours, files: set[str]) -> Iterator[Called]:
    """The titles that briefs and notes give, each wording of a file once."""
    if person.kind != "person":
        return
    words = person_of(person.name)
    seen: set[tuple[str, str]] = set()
    for one in ours.with_words(person.spellings):
        if one.id not in files:
            continue
        for titled in ours.titles_in(one):
            theirs = person_of(titled.person)
            key = (one.id, titled.role.casefold())
            if theirs and words and same_person(words, theirs) and key not in seen:
                seen.add(key)
                yield Called(one.id, titled.role, one.day, one.path, one.line)


def named(found: Sequence[Entity], name: str) -> Mapping[str, Entity]:
    """The entities that a name may mean, by their own: in full, a surname, an acronym."""
    wanted = name.casefold().strip()
    exact = {one.name: one for one in found if wanted in _small((one.name, *one.spellings))}
    if exact:
        return exact
    words = wanted.split()
    return {
        one.name: one
        for one in found
        if all(any(word == part for part in one.name.casefold().split()) for word in words)
    }
