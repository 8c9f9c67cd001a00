"""The words of a brief that readers will see."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model import Brief, Prose, Role, Run, Section, Story, Words, words_of


def published_sections(brief: Brief) -> Iterator[tuple[Story, Section]]:
    """Every section that goes out, with its story, in the order of the file."""
    for story in brief.stories:
        for section in story.sections:
            if section.published and section.role is not Role.NOTES:
                yield story, section


def published_words(brief: Brief) -> Iterator[Words]:
    """Titles of stories, then the words of every block that goes out."""
    for story in brief.stories:
        if story.title is not None:
            yield story.title
        for section in story.sections:
            if section.published:
                yield from words_of(section.blocks)


def published_prose(brief: Brief) -> Iterator[Prose]:
    """What readers will see: title, subject and preheader, then the body."""
    yield from front_prose(brief)
    for words in published_words(brief):
        yield words.prose


def front_prose(brief: Brief) -> Iterator[Prose]:
    """Title, subject and preheader, as far as the front matter gives them."""
    for key in ("title", "subject", "preheader"):
        value, place = brief.front.values.get(key), brief.front.places.get((key,))
        if not isinstance(value, str) or place is None:
            continue
        start = brief.file.text.find(value, place.start, place.end)
        run = Run(0, start, len(value)) if start >= 0 else Run(0, place.start, 0)
        yield Prose(value, brief.file, (run,))
