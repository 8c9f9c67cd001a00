"""A brief with every embed replaced by what it brings, and the pack it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from nutgraf.errors import Fault, Faulty
from nutgraf.model import (
    Brief,
    Cite,
    LeftOut,
    Note,
    Place,
    Role,
    Source,
    Story,
    Words,
    words_of,
)
from nutgraf.workspace.embedding import Composer, Notes, named_blocks, section_left_out
from nutgraf.workspace.grammar import with_roles
from nutgraf.workspace.moments import TIMES, stated
from nutgraf.workspace.nearest import nearest


def compose(
    note: Note,
    notes: Notes,
    *,
    headings: Callable[[str], Mapping[Role, tuple[str, ...]]],
    default_format: str,
    time_zone: str,
) -> Brief:
    """The brief that `note` is, composed.

    `headings` gives, for the name of a format, the further headings that mean a role there; clock
    times of the front matter are of `time_zone` (IANA). Raises Faulty with every fault found:
    embeds that lead nowhere or round in a circle, citations of what is no seed, a missing date, a
    brief with nothing in it.
    """
    values = note.front.values
    format_name = str(values.get("format") or default_format)
    further = headings(format_name)
    composer = Composer(notes)
    note = with_roles(note, further)
    composer.used[note.id] = note
    stories = tuple(_story(story, note, composer) for story in note.stories)
    if not composer.failed and not _holds_something(stories):
        composer.faults.append(_nothing_in(note))
    rests = _rests_on(note, stories, composer)
    listed, pack = _pack(note, rests, composer)
    day = values.get("date")
    if not isinstance(day, date) and ("date",) not in note.front.places:
        composer.faults.append(_no_date(note))
    if composer.faults or not isinstance(day, date):
        raise Faulty(composer.faults)
    left_out = (*note.left_out, *_left_out(stories), *composer.left_out)
    return Brief(
        id=note.id,
        path=note.file.path,
        file=note.file,
        front=note.front,
        title=note.title,
        date=day,
        author=_text(values.get("author")),
        subject=str(values.get("subject") or note.title),
        preheader=str(values.get("preheader") or ""),
        format=format_name,
        stories=stories,
        sources=listed,
        pack=pack,
        sent_before={
            name: tuple(source.id for source in sources)
            for name, sources in rests.items()
            if "#" in name
        },
        stets=(*note.stets, *composer.stets),
        left_out=tuple(sorted(set(left_out), key=lambda out: (out.place.path, out.place.start))),
        embedded=tuple(used.file for used in composer.used.values() if used is not note),
        send_at=_time_of("send_at", values, day, time_zone),
        embargo=_time_of("embargo", values, day, time_zone),
        list_name=values.get("list"),
    )


def _story(story: Story, note: Note, composer: Composer) -> Story:
    sections = tuple(
        replace(section, blocks=composer.resolve(section.blocks, (note.id,)))
        for section in story.sections
    )
    return replace(story, sections=sections)


def _holds_something(stories: Sequence[Story]) -> bool:
    return any(section.blocks for story in stories for section in story.sections)


def _left_out(stories: Sequence[Story]) -> Iterator[LeftOut]:
    for story in stories:
        for section in story.sections:
            if not section.published:
                yield section_left_out(section)
            elif not section.blocks and section.heading:
                yield LeftOut("empty section", section.heading, section.place)


def _rests_on(
    note: Note, stories: Sequence[Story], composer: Composer
) -> dict[str, tuple[Source, ...]]:
    """What every citation of the brief rests on, by its case-folded id, in the order cited."""
    found: dict[str, tuple[Source, ...]] = {}
    for cite in _cites(stories):
        rests = tuple(_cited(cite, composer, (note.id,)))
        found.setdefault(cite.id.casefold(), rests)
    return found


def _pack(
    note: Note, rests: Mapping[str, Sequence[Source]], composer: Composer
) -> tuple[tuple[str, ...] | None, tuple[Source, ...]]:
    """What `sources` lists; without it, every source cited in the brief or in what it embeds."""
    cited = [source for sources in rests.values() for source in sources]
    listed = note.front.values.get("sources")
    if not isinstance(listed, list):
        return None, _once(cited)
    pack: list[Source] = []
    for index, name in enumerate(listed):
        place = note.front.places.get(("sources", index), note.front.place)
        source = composer.notes.source(str(name))
        if source is not None:
            pack.append(source)
        elif composer.notes.note(str(name)) is not None:
            message = f"“{name}” is a note: a pack holds sources"
            composer.fault(place, message, "list what the note was made from")
        else:
            _no_seed(str(name), place, composer)
    return tuple(source.id for source in pack), _once(pack)


def _once(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple({source.id: source for source in sources}.values())


def _cites(stories: Sequence[Story]) -> Iterator[Cite]:
    for story in stories:
        yield from _cites_in([story.title] if story.title is not None else [])
        for section in story.sections:
            yield from _cites_in(words_of(section.blocks))


def _cites_in(words: Iterable[Words]) -> Iterator[Cite]:
    return (cite for each in words for citation in each.citations for cite in citation.cites)


def _cited(cite: Cite, composer: Composer, trail: tuple[str, ...]) -> Iterator[Source]:
    """What a citation rests on: a source, or the sources of a block that was sent before.

    A note is no source, which a rule reports; an unknown id is a fault. `trail` names the notes
    whose blocks are being looked into.
    """
    name, _, part = cite.id.partition("#")
    source = composer.notes.source(name)
    if source is not None:
        if source.id.casefold() != name.casefold():
            composer.fault(cite.place, f"“{name}” is no id", f"cite it as [@{source.id}]")
        yield source
        return
    note = composer.notes.note(name)
    if note is None:
        _no_seed(name, cite.place, composer)
    elif part and note.id not in trail and not composer.notes.is_broken(note):
        yield from _sent_before(cite, note, part.lstrip("^"), composer, trail)


def _sent_before(
    cite: Cite, note: Note, block_id: str, composer: Composer, trail: tuple[str, ...]
) -> Iterator[Source]:
    known = dict(named_blocks(note))
    if block_id not in known:
        message = f"“{note.id}” has no block “^{block_id}”"
        near = nearest(block_id, known)
        hint = f"did you mean “^{near}”?" if near else f"write ^{block_id} at the end of that block"
        composer.fault(cite.place, message, hint)
        return
    sent = Composer(composer.notes)
    found = sent.resolve([known[block_id]], (note.id,))
    composer.faults.extend(sent.faults)
    for earlier in _cites_in(words_of(found)):
        yield from _cited(earlier, composer, (*trail, note.id))


def _no_seed(name: str, place: Place, composer: Composer) -> None:
    known = nearest(name, composer.notes.ids())
    hint = f"did you mean “{known}”?" if known else "capture it first: nutgraf add URL"
    composer.fault(place, f"no seed is called “{name}”", hint)


def _nothing_in(note: Note) -> Fault:
    line, column = note.file.line_and_column(min(note.front.body, len(note.file.text)))
    hint = "write a section, or embed one: ![[a-note#Key Points]]"
    return Fault(note.file.path, "the brief has nothing in it", hint, line, column)


def _no_date(note: Note) -> Fault:
    hint = "add `date: 2026-02-13` to the front matter"
    return Fault(note.file.path, "the brief has no date", hint, 1, 1)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _time_of(key: str, values: Mapping[str, Any], day: date, time_zone: str) -> datetime | None:
    found = stated(values.get(key), day, time_zone, twice=TIMES[key])
    return found.at if found else None
