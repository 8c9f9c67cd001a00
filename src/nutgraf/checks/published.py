"""The words of a brief that readers will see."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.model import Brief, Prose, Role, Section, Story, Words, words_of
from nutgraf.workspace.front_prose import front_prose


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
    for _, prose in front_prose(brief):
        yield prose
    for words in published_words(brief):
        yield words.prose
