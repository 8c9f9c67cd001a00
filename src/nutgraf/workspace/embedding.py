"""Embeds replaced by what they bring: a section, some blocks, or a whole note."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from nutgraf.errors import Fault
from nutgraf.model import (
    Block,
    Embed,
    Item,
    ItemList,
    LeftOut,
    Note,
    Place,
    Quotation,
    Role,
    Section,
    Source,
    Stet,
    Subheading,
    walk,
)
from nutgraf.workspace.nearest import nearest


class Notes(Protocol):
    """What composing asks of a workspace."""

    def note(self, note_id: str) -> Note | None:
        """The note, angle or brief, or the source read as a note; None if there is none.

        The id may have its folder before it (`angles/harbours`); case does not matter.
        """

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None."""

    def ids(self) -> Sequence[str]:
        """The id of everything that can be cited or embedded."""

    def is_broken(self, note: Note) -> bool:
        """Whether nothing of it could be read, which is told elsewhere."""


# More than any brief holds; notes that embed each other twice would double with every step.
MOST_EMBEDS = 1000
DEEPEST_EMBEDS = 20


@dataclass
class Composer:
    """Resolves the embeds of one brief, and gathers what is met on the way.

    `failed` says that something is missing from the result.
    """

    notes: Notes
    faults: list[Fault] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    stets: list[Stet] = field(default_factory=list)
    used: dict[str, Note] = field(default_factory=dict)
    embeds: int = 0
    failed: bool = False

    def resolve(self, blocks: Sequence[Block], trail: tuple[str, ...]) -> tuple[Block, ...]:
        """The blocks without embeds; `trail` names the notes that are being embedded."""
        found: list[Block] = []
        for block in blocks:
            if isinstance(block, Embed):
                found.extend(self._embedded(block, trail))
            elif isinstance(block, ItemList):
                found.extend(self._list(block, trail))
            else:
                found.append(block)
        return tuple(found)

    def _list(self, block: ItemList, trail: tuple[str, ...]) -> Iterator[Block]:
        """A list whose bullets may be embeds: their bullets join it, other blocks cut it."""
        items: list[Item] = []
        for item in block.items:
            if item.words.inlines:
                items.append(replace(item, children=self.resolve(item.children, trail)))
                continue
            for brought in self.resolve(item.children, trail):
                if isinstance(brought, ItemList):
                    items.extend(brought.items)
                elif isinstance(brought, Quotation):
                    if items:
                        yield replace(block, items=tuple(items))
                        items = []
                    yield brought
                else:
                    items.append(_as_item(brought, item))
        if items:
            yield replace(block, items=tuple(items))

    def _embedded(self, embed: Embed, trail: tuple[str, ...]) -> tuple[Block, ...]:
        note = self.notes.note(embed.target)
        if note is None:
            known = nearest(embed.target.rpartition("/")[2], self.notes.ids())
            self.fault(embed.place, f"nothing here is called “{embed.target}”", meant(known))
            return ()
        if note.id in trail:
            circle = " → ".join((*trail[trail.index(note.id) :], note.id))
            message = f"“{embed.target}” is embedded in itself: {circle}"
            self.fault(embed.place, message, "take one of these embeds out")
            return ()
        if self.notes.is_broken(note):
            self.failed = True
            return ()
        if self._are_too_many(embed, trail):
            return ()
        self._use(note)
        brought = self._part(note, embed)
        self._leave_out(note, brought)
        return self.resolve(brought, (*trail, note.id))

    def _are_too_many(self, embed: Embed, trail: tuple[str, ...]) -> bool:
        self.embeds += 1
        if self.embeds == MOST_EMBEDS + 1:
            message = f"the brief embeds more than {MOST_EMBEDS} times"
            self.fault(embed.place, message, "embed a section instead of whole notes")
        elif len(trail) == DEEPEST_EMBEDS:
            message = f"embeds in embeds, deeper than {DEEPEST_EMBEDS}: {' → '.join(trail[:3])} → …"
            self.fault(embed.place, message, "embed the last of these notes itself")
        return self.embeds > MOST_EMBEDS or len(trail) >= DEEPEST_EMBEDS

    def _use(self, note: Note) -> None:
        """What stands for the whole of an embedded note stands for no more than that note."""
        if note.id not in self.used:
            self.used[note.id] = note
            whole = note.file.place(0, len(note.file.text))
            self.stets.extend(replace(stet, covers=stet.covers or whole) for stet in note.stets)

    def _leave_out(self, note: Note, brought: Sequence[Block]) -> None:
        """Comments and tasks inside what is brought are left out with it."""
        for out in note.left_out:
            if any(
                block.place.start <= out.place.start and out.place.end <= block.place.end
                for block in brought
            ):
                self.left_out.append(out)

    def _part(self, note: Note, embed: Embed) -> Sequence[Block]:
        if embed.block_ids:
            return self._by_id(note, embed)
        if embed.heading is None:
            return self._whole(note)
        sections = [section for story in note.stories for section in story.sections]
        wanted = fold_heading(embed.heading)
        for section in sections:
            if section.heading and fold_heading(section.heading) == wanted:
                if not section.blocks:
                    message = f"“{section.heading}” of “{note.id}” has nothing under it"
                    self.left_out.append(LeftOut("empty section", message, embed.place))
                return section.blocks
        for section in sections:
            if below := _under(section.blocks, wanted):
                return below
        names = [section.heading for section in sections if section.heading]
        message = f"“{note.id}” has no section “{embed.heading}”"
        self.fault(embed.place, message, meant(nearest(embed.heading, names), names))
        return ()

    def _whole(self, note: Note) -> Sequence[Block]:
        """Everything but the title and what is private; headings open no sections."""
        found: list[Block] = []
        for story in note.stories:
            for section in story.sections:
                if not section.published:
                    self.left_out.append(section_left_out(section))
                    continue
                found.extend(section.blocks)
        return found

    def _by_id(self, note: Note, embed: Embed) -> Sequence[Block]:
        known = dict(named_blocks(note))
        found: list[Block] = []
        for name in embed.block_ids:
            if name in known:
                found.append(known[name])
                continue
            message = f"“{note.id}” has no block “^{name}”"
            self.fault(embed.place, message, meant(nearest(name, known), list(known), mark="^"))
        return found

    def fault(self, place: Place, message: str, hint: str) -> None:
        self.failed = True
        self.faults.append(Fault(place.path, message, hint, place.line, place.column))


def section_left_out(section: Section) -> LeftOut:
    if section.role is Role.NOTES:
        return LeftOut("notes", section.heading, section.place)
    return LeftOut("section", section.heading, section.place)


def meant(known: str | None, names: Sequence[str] = (), *, mark: str = "") -> str:
    if known:
        return f"did you mean “{mark}{known}”?"
    if names:
        return "there are: " + ", ".join(f"“{mark}{name}”" for name in names[:12])
    return ""


def fold_heading(heading: str) -> str:
    """A heading as it is compared: case, typography and outer punctuation do not matter."""
    folded = unicodedata.normalize("NFKC", heading).casefold().replace("’", "'").strip(" :*_")
    return re.sub(r"\s+", " ", folded)


def _under(blocks: Sequence[Block], wanted: str) -> tuple[Block, ...]:
    """What stands under a heading inside a section, up to the next one of its level."""
    for index, block in enumerate(blocks):
        if isinstance(block, Subheading) and fold_heading(block.words.text) == wanted:
            rest = blocks[index + 1 :]
            ends = (
                at
                for at, after in enumerate(rest)
                if isinstance(after, Subheading) and after.level <= block.level
            )
            return tuple(rest[: next(ends, len(rest))])
    return ()


def named_blocks(note: Note) -> Iterator[tuple[str, Block]]:
    """The blocks of a note that have an id; a bullet stands as a list of one."""
    for story in note.stories:
        for section in story.sections:
            for block in walk(section.blocks):
                if block.block_id is None:
                    continue
                if isinstance(block, Item):
                    yield block.block_id, ItemList((block,), ordered=False, place=block.place)
                else:
                    yield block.block_id, block


def _as_item(block: Block, item: Item) -> Item:
    """A block that an embed brought into a bullet, as that bullet."""
    words = getattr(block, "words", None)
    if words is None or isinstance(block, Quotation):
        return replace(item, children=(block,))
    return Item(words, (), block.place, block.block_id)
