"""A person whom the brief puts into another house than every source does."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.conflicts.titles import Called, TitleOfBrief, TitleOfSource
from nutgraf.evidence.conflicts.titles_unsaid import passages_on
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.names import Name

_KINDS = frozenset(["body", "unknown", "other"])


def swapped(one: Called, pack: Pack) -> tuple[TitleOfBrief, Span, TitleOfSource] | None:
    """A title of the brief, the span of a body in its prose, and a source's title.

    The body is one that the pack names, no source names it near the person, and a source has
    another body in the same office.
    """
    for ours in one.brief:
        if any(office.is_kin for office in ours.told.offices):
            continue
        for name in _bodies(ours.judged.reading, ours.told.body_span):
            theirs = next(iter(_elsewhere(ours, one)), None)
            if theirs is None or not _is_named(name, pack) or _near(name, one, pack):
                continue
            return ours, (name.start, name.end), theirs
    return None


def _bodies(reading: Reading, span: Span) -> Iterator[Name]:
    for name in reading.names:
        if span[0] <= name.start and name.end <= span[1] and name.kind in _KINDS and name.sure:
            yield name


def _elsewhere(ours: TitleOfBrief, one: Called) -> Iterator[TitleOfSource]:
    """The titles of sources with the same office in a body that they name."""
    heads = {office.head for office in ours.told.offices}
    for each in one.sources:
        same = any(office.head in heads for office in each.told.offices)
        bodies = _bodies(each.source.index.reading, each.told.body_span)
        # `the company's consultant, Acme Ltd`: the body is who is called so.
        if same and any(set(name.small) != set(one.person) for name in bodies):
            yield each


def _is_named(name: Name, pack: Pack) -> bool:
    return any(_mentions(source, name) for source in pack)


def _mentions(source: ReadSource, name: Name) -> list[int]:
    """Where a source names it, in whatever form."""
    exact = [one.start for one in source.index.named(name.text)]
    words = {word for word in name.small if len(word) > 3}
    loose = [one.start for one in source.index.reading.names if words & set(one.small)]
    return exact + loose


def _near(name: Name, one: Called, pack: Pack) -> bool:
    return any(
        low <= at < high
        for source in pack
        for low, high in passages_on(source, one.person)
        for at in _mentions(source, name)
    )
