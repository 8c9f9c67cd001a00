"""What is new on a topic since a brief: events, figures that moved, people, titles, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Literal

from nutgraf.app.check import Shelf
from nutgraf.app.checking import judged_case
from nutgraf.app.new_brief.still_open import still_open_at
from nutgraf.app.new_brief.told_since import closing
from nutgraf.app.running.entities import acts
from nutgraf.app.running.prose import written
from nutgraf.app.running.timeline import Event, timeline
from nutgraf.app.running.topic import Topic, stems_of
from nutgraf.errors import Faulty, Usage
from nutgraf.evidence.conflicts.conflicts import conflicts
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.offered.people import people
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.titles_told import person_of, same_person
from nutgraf.language import titles
from nutgraf.language.titles import same_role
from nutgraf.model import Brief, Evidence, Source
from nutgraf.workspace.loading import Entry, Workspace

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_CITED = re.compile(r"\[@[^\]]*\]")
What = Literal["event", "earlier", "moved", "person", "open"]


@dataclass(frozen=True)
class Change:
    """One thing that is new: `was` in the brief (or empty), `now` in the words of a newer source.

    `places` are those of both, the brief's first; `sources` have the new words.
    """

    what: What
    was: str
    now: str
    sources: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class Since:
    """The brief from which is reckoned, the newer sources, and what they have that is new."""

    brief: str
    day: date
    sources: tuple[str, ...]
    changes: tuple[Change, ...]


def last_on(workspace: Workspace, topic: Topic) -> Entry:
    """The newest brief that tells of a topic. Raises Usage where none does."""
    own = {one.source.id.casefold() for one in topic.pack}
    found: list[tuple[date, str]] = []
    texts: dict[str, set[str]] = {}
    for one in written(workspace):
        if one.type == "brief" and one.day is not None:
            found.append((one.day, one.path))
            texts.setdefault(one.path, set()).update(stems_of(one.text))
    for _, path in sorted(set(found), reverse=True):
        if topic.stems and not topic.stems <= texts[path]:
            continue
        entry = workspace.entry(path)
        if entry is None or (entry.id == topic.name):
            continue
        if topic.stems or _rests_on(workspace, entry, own):
            return entry
    raise Usage(f"no brief tells of “{topic.name}” yet", "nutgraf timeline shows all there is")


def _rests_on(workspace: Workspace, entry: Entry, own: set[str]) -> bool:
    try:
        return any(source.id.casefold() in own for source in workspace.brief(entry.path).pack)
    except Faulty:
        return False


def since(workspace: Workspace, topic: Topic, entry: Entry) -> Since:
    """What the sources that came after a brief have, that the brief has not. Raises Faulty."""
    brief = workspace.brief(entry.path)
    had = {source.id.casefold() for source in brief.pack}
    newer = {
        key: one
        for key, one in topic.pack.sources.items()
        if key not in had and _is_newer(one.source, brief.date)
    }
    names = tuple(one.source.id for one in newer.values())
    changes = (
        *_moved(workspace, brief, Pack(newer)),
        *_titles(workspace, brief, Pack(newer)),
        *_events(workspace, topic, brief, frozenset(newer), had),
        *_people(workspace, brief, Pack(newer)),
        *_open(workspace, entry, Pack(newer)),
    ) if newer else ()  # fmt: skip
    return Since(entry.id, brief.date, names, changes)


def _is_newer(source: Source, day: date) -> bool:
    known = source.published or source.retrieved
    return known is None or known >= day


def _moved(workspace: Workspace, brief: Brief, newer: Pack) -> Iterator[Change]:
    """Where a newer source differs from what the brief says: figures, days, titles, accounts."""
    index = Shelf(workspace.root).index
    case = judged_case(brief, index)
    both = Pack({**case.pack.sources, **newer.sources}, case.pack.sent_before)
    for conflict in conflicts(case.claims, both):
        theirs = [one for one in conflict.sayings if one.source.casefold() in newer.sources]
        ours = [one for one in conflict.sayings if one.source.casefold() not in newer.sources]
        if not theirs or {one.words for one in theirs} <= {one.words for one in ours}:
            continue
        judged = next((one for one in case.claims if one.claim.id in conflict.claims), None)
        if judged is None:
            continue
        found = [newer.evidence(SourceSpan(one.source, *one.sentence)) for one in theirs]
        place = judged.claim.place
        was = ", ".join(dict.fromkeys(one.words for one in ours)) or judged.claim.text
        now = ", ".join(dict.fromkeys(one.words for one in theirs))
        matter = f"{conflict.matter[:1].upper()}{conflict.matter[1:]}"
        yield Change(
            "moved",
            f"{matter}: {was}",
            now,
            tuple(one.source for one in theirs),
            (f"{place.path}:{place.line}", *map(_place, found)),
        )


def _events(
    workspace: Workspace,
    topic: Topic,
    brief: Brief,
    newer: frozenset[str],
    had: AbstractSet[str],
) -> Iterator[Change]:
    """What happened, or is announced, that neither the brief nor a source of it tells.

    `event` is on the day of the brief or later, `earlier` before it.
    """
    for one in timeline(workspace, topic):
        told = one.told
        if any(each.id == brief.id for each in one.briefs):
            continue
        ids = {each.id.casefold() for each in told}
        if not ids & newer or ids & had:
            continue
        before = one.last is not None and one.last < brief.date
        yield Change(
            "earlier" if before else "event",
            "",
            f"{_day(one)}: {one.text}",
            tuple(each.id for each in told),
            tuple(f"{each.path}:{each.line}" for each in told),
        )


def _day(one: Event) -> str:
    if one.first is None:
        return f"“{one.told[0].when}”"
    if one.precision == "month":
        return f"{one.first:%Y-%m}"
    return str(one.first) if one.first == one.last else f"{one.first} to {one.last}"


def _titles(workspace: Workspace, brief: Brief, newer: Pack) -> Iterator[Change]:
    """Who held an office for a time only, and holds it by now, or the other way round."""
    ours = [
        (one, titled)
        for one in written(workspace)
        if one.id == brief.id
        for titled in titles.read(one.text)
    ]
    for person in people(newer):
        words = person_of(person.name)
        for one, titled in ours:
            theirs = person_of(titled.person)
            if not words or not theirs or not same_person(words, theirs):
                continue
            new = [title for title in person.titles if acts(title.words) != acts(titled.role)]
            if new and same_role(new[0].office, titled.role) is not False:
                evidence = newer.sources[new[0].source.casefold()].evidence(*new[0].span)
                yield Change(
                    "moved",
                    f"The title of {person.name}: {titled.role}",
                    new[0].words,
                    (new[0].source,),
                    (f"{one.path}:{one.line}", _place(evidence)),
                )
            break


def _people(workspace: Workspace, brief: Brief, newer: Pack) -> Iterator[Change]:
    """Who is named for the first time: nobody of that name stands in the brief."""
    text = " ".join(one.text for one in written(workspace) if one.id == brief.id)
    text += " ".join(file.text for file in brief.embedded)
    for one in people(newer):
        if one.kind != "person" or not one.titles:
            continue
        if any(name in text for name in one.spellings):
            continue
        title = one.titles[0]
        evidence = newer.sources[title.source.casefold()].evidence(*title.span)
        words = _ARTICLE.sub("", title.words)
        yield Change("person", "", f"{one.name}, {words}", one.sources, (_place(evidence),))


def _open(workspace: Workspace, entry: Entry, newer: Pack) -> Iterator[Change]:
    """What the brief told as not known, and who has spoken since, if anybody has."""
    for line, where in still_open_at(workspace, entry.id).items():
        was = " ".join(_CITED.sub("", line).split())
        at = f"{where.path}:{where.line}"
        near = ((one, closing(was, one.index)) for one in newer)
        found = next(((one, number) for one, number in near if number is not None), None)
        if found is None:
            yield Change("open", was, "", (), (at,))
            continue
        one, number = found
        evidence = one.evidence(*one.index.reading.sentences[number])
        now = " ".join(evidence.text.split())
        yield Change("open", was, now, (one.source.id,), (at, _place(evidence)))


def _place(evidence: Evidence) -> str:
    return f"{evidence.place.path}:{evidence.place.line}"
