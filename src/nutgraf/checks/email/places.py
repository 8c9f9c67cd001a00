"""Where in the brief a thing of its email stands."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.published import published_words
from nutgraf.model import Image, Inline, Link, Place, Styled


def link_place(case: Case, href: str) -> Place:
    """The link of the brief that leads there; the front matter where the template has it."""
    return next(
        (one.place for one in _inlines(case) if isinstance(one, Link) and one.href == href),
        case.brief.front.place,
    )


def image_place(case: Case, src: str) -> Place:
    """The image of the brief with that address; the front matter where the template has it."""
    return next(
        (one.place for one in _inlines(case) if isinstance(one, Image) and one.src == src),
        case.brief.front.place,
    )


def front_place(case: Case, key: str) -> Place:
    """The value of a key of the front matter, or the front matter where it has none."""
    front = case.brief.front
    return front.places.get((key,), front.place)


def _inlines(case: Case) -> Iterator[Inline]:
    for words in published_words(case.brief):
        yield from _walk(words.inlines)


def _walk(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for one in inlines:
        yield one
        if isinstance(one, Styled | Link):
            yield from _walk(one.children)
