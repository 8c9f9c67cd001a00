"""How much there is of a brief: bytes against Gmail's limit, minutes, words against budgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    """A story or a section, and its words; `most` is the section's budget, or 0 for none."""

    name: str
    words: int
    most: int = 0

    @property
    def over(self) -> int:
        """The words over the budget."""
        return max(self.words - self.most, 0) if self.most else 0


@dataclass(frozen=True, slots=True)
class Meter:
    """`size` is of the HTML, in bytes; `stories` have its words by story."""

    size: int
    words: int
    minutes: int
    stories: tuple[Share, ...]
    sections: tuple[Share, ...]

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
    size = len(made.digests.html.encode())
    return Meter(size, words, minutes(words), tuple(stories.values()), tuple(sections))


def _words(section: Section) -> int:
    return sum(len(_WORD.findall(words.text)) for words in words_of(section.blocks))
