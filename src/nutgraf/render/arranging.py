"""Which sections of a brief a format prints, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from nutgraf.model import Brief, Role, Section, Story, Words, words_of

# Notes are the editor's own; what a brief writes under Sources is made from its citations.
_NEVER = frozenset({Role.NOTES, Role.SOURCES})


@dataclass(frozen=True)
class Arranged:
    """A story, by its number in the brief, with the sections that are printed, in print order."""

    title: Words | None
    sections: tuple[Section, ...]
    number: int = 0


def arrange(
    brief: Brief, order: Sequence[Role], unpublished: Collection[Role]
) -> tuple[Arranged, ...]:
    """The stories of the brief as they are printed; those of which nothing is, are left out."""
    hidden = _NEVER | set(unpublished)
    found: list[Arranged] = []
    for number, story in enumerate(brief.stories):
        sections = _ordered(_merged(_published(story, hidden)), order)
        if sections:
            found.append(Arranged(story.title, sections, number))
    return tuple(found)


def words_in_order(stories: Iterable[Arranged]) -> Iterable[Words]:
    """Every run of words in print order."""
    for story in stories:
        if story.title is not None:
            yield story.title
        for section in story.sections:
            yield from words_of(section.blocks)


def _published(story: Story, hidden: Collection[Role]) -> list[Section]:
    return [
        section
        for section in story.sections
        if section.published and section.role not in hidden and section.blocks
    ]


def _merged(sections: Iterable[Section]) -> list[Section]:
    """Two sections of one role would have one heading: the second goes behind the first."""
    found: list[Section] = []
    for section in sections:
        same = [at for at, other in enumerate(found) if _goes_with(section, other)]
        if same:
            first = found[same[0]]
            found[same[0]] = replace(first, blocks=first.blocks + section.blocks)
        else:
            found.append(section)
    return found


def _goes_with(section: Section, other: Section) -> bool:
    return section.role is not Role.OTHER and section.role is other.role


def _ordered(sections: Iterable[Section], order: Sequence[Role]) -> tuple[Section, ...]:
    """By the format's order; a section without a role stays behind the one it was written behind.

    A role that the order does not name goes behind those it does.
    """
    places = {role: at for at, role in enumerate(order)}
    keyed: list[tuple[int, Section]] = []
    for section in sections:
        behind = keyed[-1][0] if keyed else -1
        place = behind if section.role is Role.OTHER else places.get(section.role, len(order))
        keyed.append((place, section))
    return tuple(section for _, section in sorted(keyed, key=lambda pair: pair[0]))
