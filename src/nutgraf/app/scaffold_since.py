"""What has come in since the last brief: the notes and open angles that none has used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nutgraf.errors import Faulty
from nutgraf.model import Block, Embed, Note, Role, Section, walk, words_of
from nutgraf.workspace.loading import Entry, Workspace

CLOSED = frozenset({"used", "closed"})
_LINK_ENDS = frozenset("[]|#^")


@dataclass(frozen=True)
class Since:
    """The id of the newest brief before a day (None where there is none), and what is newer."""

    last: str | None
    notes: tuple[Note, ...]
    angles: tuple[Note, ...]


def since_last_brief(workspace: Workspace, day: date) -> Since:
    """What a brief of that day can be made from.

    A note or an angle is newer when its `date` is not before that of the newest brief, or when it
    has none; and no earlier brief has embedded or cited it. Angles whose status is `used` or
    `closed` are left out. A file that cannot be read is passed over: the scaffold does not wait
    for it, and every other command tells of it.
    """
    earlier = [
        (when, note)
        for note in _readable(workspace, workspace.briefs())
        if (when := _date(note)) is not None and when <= day
    ]
    last = max(earlier, key=lambda found: (found[0], found[1].id), default=None)
    used = set(_used(workspace, [note for _, note in earlier]))
    fresh = [
        note
        for note in _readable(workspace, workspace.entries.values())
        if note.type in {"note", "angle"}
        and note.id.casefold() not in used
        and (last is None or (_date(note) or day) >= last[0])
    ]
    return Since(
        last[1].id if last else None,
        tuple(note for note in fresh if note.type == "note"),
        tuple(note for note in fresh if note.type == "angle" and not _closed(note)),
    )


def embed(note: Note, heading: str = "") -> str:
    """The embed line of a note, or of one of its sections; empty where no link can be written."""
    path = note.file.path.removesuffix(".md")
    stem = path.rpartition("/")[2]
    target = stem if note.type == "note" and stem.casefold() == note.id.casefold() else path
    if _LINK_ENDS & set(target + heading):
        return ""
    return f"![[{target}#{heading}]]" if heading else f"![[{target}]]"


def embeds_by_role(since: Since) -> Mapping[Role, tuple[str, ...]]:
    """The embed lines that fit each role; a note without sections stands with the points."""
    found: dict[Role, list[str]] = {}
    for note in since.notes:
        sections = [each for each in _sections(note) if each.heading and each.blocks]
        for section in sections:
            found.setdefault(section.role, []).append(embed(note, section.heading))
        if not sections:
            found.setdefault(Role.POINTS, []).append(embed(note))
    found.setdefault(Role.ANGLES, []).extend(embed(angle) for angle in since.angles)
    return {role: tuple(line for line in lines if line) for role, lines in found.items()}


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


def _date(note: Note) -> date | None:
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
        for section in _sections(note):
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


def _sections(note: Note) -> Iterator[Section]:
    """The sections that go out."""
    for story in note.stories:
        for section in story.sections:
            if section.published:
                yield section
