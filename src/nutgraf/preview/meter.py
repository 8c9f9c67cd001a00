"""How much there is of a brief: bytes against Gmail's limit, minutes, words against budgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from nutgraf.checks.published import published_sections
from nutgraf.model import Section, words_of
from nutgraf.preview.snapshot import Made
from nutgraf.render.wording import minutes
from nutgraf.workspace.formats import label

CLIPPED = 102 * 1024  # bytes; Gmail cuts off what is longer
NEAR = 90 * 1024
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Share:
    """A story or a section, and its words; `most` is the section's budget, or 0 for none.

    `size` are the bytes of a story in the email.
    """

    name: str
    words: int
    most: int = 0
    size: int = 0

    @property
    def over(self) -> int:
        """The words over the budget."""
        return max(self.words - self.most, 0) if self.most else 0


@dataclass(frozen=True, slots=True)
class Meter:
    """`size` is of the HTML, in bytes; `rest` of it belongs to no story: head, sources, foot."""

    size: int
    words: int
    minutes: int
    stories: tuple[Share, ...]
    sections: tuple[Share, ...]
    rest: int = 0

    @property
    def level(self) -> str:
        """`fine`, `near` or `over` Gmail's limit."""
        if self.size > CLIPPED:
            return "over"
        return "near" if self.size >= NEAR else "fine"

    @property
    def filled(self) -> float:
        """The share of the limit that is used, in per cent, at most 100."""
        return min(100.0, 100 * self.size / CLIPPED)


def meter(made: Made) -> Meter:
    """What a brief measures in its format."""
    stories: dict[int, Share] = {}
    sections: list[Share] = []
    numbers = {id(story): number for number, story in enumerate(made.brief.stories, 1)}
    for story, section in published_sections(made.brief):
        if section.role in made.format.unpublished:
            continue
        count = _words(section)
        number = numbers[id(story)]
        name = story.title.text if story.title is not None else f"Story {number}"
        known = stories.get(number, Share(name, 0))
        stories[number] = Share(name, known.words + count)
        if count:
            heading = label(made.format, section.role) or section.heading or section.role.value
            most = made.format.budgets.get(section.role, 0)
            sections.append(Share(heading, count, most))
    words = sum(share.words for share in stories.values())
    sized, rest = _sized(made.digests.html, list(stories.values()))
    size = len(made.digests.html.encode())
    return Meter(size, words, minutes(words), sized, tuple(sections), rest)


def _sized(html: str, stories: Sequence[Share]) -> tuple[tuple[Share, ...], int]:
    """The stories with their bytes, and the bytes of none.

    A story reaches from its title to the next one's, the last one to the sources. Where a template
    does not print the titles in this order, all bytes are shared out by words.
    """
    begins: list[int] = []
    for story in stories:
        found = html.find(f">{escape(story.name, quote=False)}<", begins[-1] + 1 if begins else 0)
        if found < 0:
            size, words = len(html.encode()), sum(one.words for one in stories) or 1
            return tuple(replace(one, size=size * one.words // words) for one in stories), 0
        begins.append(found)
    end = html.find('id="source-1"', begins[-1] if begins else 0)
    ends = [*begins[1:], end if end >= 0 else len(html)]
    sizes = [len(html[low:high].encode()) for low, high in zip(begins, ends, strict=False)]
    sized = (replace(one, size=size) for one, size in zip(stories, sizes, strict=True))
    return tuple(sized), len(html.encode()) - sum(sizes)


def _words(section: Section) -> int:
    return sum(len(_WORD.findall(words.text)) for words in words_of(section.blocks))
