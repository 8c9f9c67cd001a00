"""What sources the workspace has: listed, shown, and which of them nothing cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.app.source_index import Known, SourceIndex
from nutgraf.app.twins import Twin, twins
from nutgraf.errors import Faulty, Usage
from nutgraf.language import furniture
from nutgraf.model import LookOutcome, Note, Source, words_of
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.looks import outcomes
from nutgraf.workspace.nearest import nearest

if TYPE_CHECKING:
    from nutgraf.app.rechecking.looked import Looked


@dataclass(frozen=True)
class Use:
    """A note of the workspace that cites a source; `type` is brief, angle or note."""

    id: str
    type: str
    path: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Listed:
    """A source with the notes that cite it or name it, and what the last look at its page found."""

    source: Known
    used: tuple[Use, ...] = ()
    page: LookOutcome = "as captured"

    @property
    def briefs(self) -> tuple[str, ...]:
        return tuple(use.id for use in self.used if use.type == "brief")


@dataclass(frozen=True)
class Shown:
    """All that is known of one source; `furniture` is the share of its words that is the page's.

    `page` is how its page stands to it by the last look; None where it was never another.
    """

    listed: Listed
    source: Source
    furniture: float
    credits: tuple[str, ...]
    twins: tuple[Twin, ...]
    raw: str | None
    page: Looked | None = None

    @property
    def later_version_of(self) -> str:
        """The source that it is a later text of, or nothing."""
        return str(self.source.front.values.get("later_version_of") or "")


def listed(workspace: Workspace, index: SourceIndex) -> tuple[Listed, ...]:
    """Every source, the newest first; what cannot be read cites nothing."""
    uses = _uses(workspace)
    pages = outcomes(workspace.root)
    found = [
        Listed(one, tuple(uses.get(one.id.casefold(), ())), pages.get(one.path, "as captured"))
        for one in index.all()
    ]
    found.sort(key=lambda one: one.source.id)
    found.sort(key=lambda one: one.source.published or "", reverse=True)
    return tuple(found)


def shown(workspace: Workspace, index: SourceIndex, name: str) -> Shown:
    """One source by its id or its path. Raises Usage where there is none, and Faulty."""
    known = _named(index, name)
    source = workspace.source(known.id)
    if source is None:
        raise Usage(f"{known.path} is no source", "its `type:` says what it is")
    found = furniture.read(source.body)
    left_out = sum(len(source.body[one.start : one.end].split()) for one in found)
    others = twins(
        index, source.body, hashed=known.hash, url=source.url, publisher=source.publisher
    )
    # What tells who rests on a page loads every rule.
    from nutgraf.app.rechecking.recheck import looked_last  # noqa: PLC0415

    page = looked_last(workspace, source)
    raw = sorted((workspace.root / known.path).parent.glob(f"{_literal(known.id)}.raw.*"))
    return Shown(
        Listed(
            known,
            tuple(_uses(workspace).get(known.id.casefold(), ())),
            page.look.outcome if page is not None and page.look is not None else "as captured",
        ),
        source,
        left_out / max(1, known.words),
        source.credits,
        tuple(one for one in others if one.source.path != known.path),
        raw[0].relative_to(workspace.root).as_posix() if raw else None,
        page,
    )


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def _named(index: SourceIndex, name: str) -> Known:
    known = index.all()
    folded = name.casefold()
    for one in known:
        if folded in (one.id.casefold(), one.path.casefold()):
            return one
    near = nearest(name, [one.id for one in known])
    hint = f"did you mean {near}?" if near else "nutgraf sources lists them"
    raise Usage(f"there is no source “{name}”", hint)


# --- who cites what ------------------------------------------------------------------------------


def _uses(workspace: Workspace) -> dict[str, list[Use]]:
    """For each source, by its case-folded id, the notes that cite it."""
    found: dict[str, list[Use]] = {}
    for entry in workspace.entries.values():
        if entry.type == "source":
            continue
        for name, lines in _cited_in(workspace, entry).items():
            found.setdefault(name, []).append(Use(entry.id, entry.type, entry.path, lines))
    return found


def _cited_in(workspace: Workspace, entry: Entry) -> dict[str, tuple[int, ...]]:
    """The ids that a note cites, case-folded, with the lines; none where it only lists one."""
    try:
        note = workspace.note(entry.id)
    except Faulty:
        return {}
    if note is None:
        return {}
    found: dict[str, list[int]] = {}
    for key in ("sources", "basis"):
        for name in note.front.values.get(key) or ():
            found.setdefault(str(name).casefold(), [])
    for name, line in _citations(note):
        found.setdefault(name, []).append(line)
    if entry.type == "brief":
        try:
            pack = workspace.brief(entry.id).pack
        except (Faulty, Usage):
            pack = ()
        for source in pack:
            found.setdefault(source.id.casefold(), [])
    return {name: tuple(dict.fromkeys(lines)) for name, lines in found.items()}


def _citations(note: Note) -> Iterator[tuple[str, int]]:
    for story in note.stories:
        for section in story.sections:
            for words in words_of(section.blocks):
                for citation in words.citations:
                    for cite in citation.cites:
                        yield cite.id.casefold(), citation.place.line
