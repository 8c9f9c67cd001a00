"""What has come in since the last brief: notes, open angles and sources that none has used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from nutgraf.app.standing import begun_sending, hash_of
from nutgraf.desk.approval_files import read_approval
from nutgraf.errors import Faulty, NutgrafError
from nutgraf.model import Block, Embed, Note, Section, Source, Words, walk, words_of
from nutgraf.workspace.loading import Entry, Workspace

CLOSED = frozenset({"used", "closed"})
_TO_COME = re.compile(r"\bTK\b")
_LINK_ENDS = frozenset("[]|#^")


@dataclass(frozen=True)
class Since:
    """The id and day of the newest brief before a day (None: there is none), and what is newer.

    A brief with a TK in it is not finished, and does not count as the last.

    `sources` are those on which no note rests and no brief. `changed` are the notes and angles
    that were sent, and are not as they were: the id of the brief by theirs, case-folded.
    """

    last: str | None
    day: date | None
    notes: tuple[Note, ...]
    angles: tuple[Note, ...]
    sources: tuple[Source, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)


def since_last_brief(workspace: Workspace, day: date) -> Since:
    """What a brief of that day can be made from.

    A note, an angle or a source is newer when its day is not before that of the newest brief, or
    when it has none; and no earlier brief has embedded or cited it, or it was sent and has changed
    since. Angles whose status is `used` or `closed` are left out. A file that cannot be read is
    passed over: the scaffold does not wait for it, and every other command tells of it.
    """
    earlier = sorted(
        (
            (when, note.id, note)
            for note in _readable(workspace, workspace.briefs())
            if (when := day_of(note)) is not None and when <= day
        ),
        key=lambda found: found[:2],
    )
    last = next((one for one in reversed(earlier) if not is_unfinished(one[2])), None)
    briefs = [note for _, _, note in earlier]
    used = set(_used(workspace, briefs))
    every = [
        note
        for note in _readable(workspace, workspace.entries.values())
        if note.type in {"note", "angle"}
    ]
    changed = _changed(workspace, briefs, [one for one in every if one.id.casefold() in used])
    fresh = [
        note
        for note in every
        if note.id.casefold() in changed
        or (note.id.casefold() not in used and (last is None or (day_of(note) or day) >= last[0]))
    ]
    named = used.union(_rested_on([*every, *briefs]))
    return Since(
        last[1] if last else None,
        last[0] if last else None,
        tuple(note for note in fresh if note.type == "note"),
        tuple(note for note in fresh if note.type == "angle" and not _closed(note)),
        tuple(_new_sources(workspace, named, last[0] if last else None)),
        changed,
    )


def is_unfinished(note: Note) -> bool:
    """Whether something is still to come in a brief, so that nothing was told by it yet."""
    return _TO_COME.search(note.file.text) is not None


def _new_sources(
    workspace: Workspace, named: Collection[str], since: date | None
) -> Iterator[Source]:
    for entry in workspace.entries.values():
        if entry.type != "source" or entry.id.casefold() in named:
            continue
        try:
            source = workspace.source(entry.id)
        except Faulty:
            continue
        assert source is not None
        day = day_of_source(source)
        if since is None or day is None or day >= since:
            yield source


def day_of_source(source: Source) -> date | None:
    """The day on which a source came in, or else came out."""
    return source.retrieved or source.published


def _rested_on(notes: Iterable[Note]) -> Iterator[str]:
    """The ids that notes, angles and briefs list as what they rest on, or cite anywhere."""
    for note in notes:
        for key in ("sources", "basis"):
            yield from (str(name).casefold() for name in note.front.values.get(key) or ())
        for words in words_in_note(note):
            for citation in words.citations:
                yield from (cite.id.partition("#")[0].casefold() for cite in citation.cites)


def _changed(
    workspace: Workspace, briefs: Sequence[Note], used: Sequence[Note]
) -> Mapping[str, str]:
    """The notes that went out with a brief as they are not any more, with that brief's id."""
    found: dict[str, str] = {}
    for brief in briefs:  # the newest has the last word
        try:
            approval = read_approval(workspace.root, brief.id)
            if approval is None or begun_sending(workspace, brief.id) is None:
                continue
        except NutgrafError:
            continue
        then = {one.path: one.sha256 for one in approval.inputs}
        for note in used:
            path = note.file.path
            if path not in then:
                continue
            if then[path] == hash_of(workspace.root / path):
                found.pop(note.id.casefold(), None)
            else:
                found[note.id.casefold()] = brief.id
    return found


def embed(note: Note, heading: str = "") -> str:
    """The embed line of a note, or of one of its sections; empty where no link can be written."""
    path = note.file.path.removesuffix(".md")
    stem = path.rpartition("/")[2]
    target = stem if note.type == "note" and stem.casefold() == note.id.casefold() else path
    if _LINK_ENDS & set(target + heading):
        return ""
    return f"![[{target}#{heading}]]" if heading else f"![[{target}]]"


def _readable(workspace: Workspace, entries: Iterable[Entry]) -> Iterator[Note]:
    for entry in entries:
        if entry.type == "source":
            continue
        try:
            note = workspace.note(entry.path)
        except Faulty:
            continue
        assert note is not None
        yield note


def day_of(note: Note) -> date | None:
    """The day that a note gives itself."""
    value = note.front.values.get("date")
    return value if isinstance(value, date) else None


def _closed(note: Note) -> bool:
    return str(note.front.values.get("status", "")).strip().casefold() in CLOSED


def _used(workspace: Workspace, briefs: Iterable[Note]) -> Iterator[str]:
    """The ids that the briefs embed or cite, also through what they embed."""
    waiting = list(briefs)
    met = {note.id.casefold() for note in waiting}
    while waiting:
        note = waiting.pop()
        for section in published_sections_of(note):
            for name in _named(section.blocks):
                entry = workspace.entry(name)
                if entry is None or entry.id.casefold() in met:
                    continue
                met.add(entry.id.casefold())
                yield entry.id.casefold()
                waiting.extend(_readable(workspace, [entry]))


def _named(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, Embed):
            yield block.target
    for words in words_of(blocks):
        for citation in words.citations:
            for cite in citation.cites:
                yield cite.id.partition("#")[0]


def published_sections_of(note: Note) -> Iterator[Section]:
    """The sections of a note that go out."""
    for story in note.stories:
        for section in story.sections:
            if section.published:
                yield section


def words_in_note(note: Note) -> Iterator[Words]:
    """The words of all that stands in a note, private sections too."""
    for story in note.stories:
        for section in story.sections:
            yield from words_of(section.blocks)
