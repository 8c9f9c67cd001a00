"""Parts of a block's inline content, by the offsets of its prose."""

from __future__ import annotations

from collections.abc import Iterable

from nutgraf.model import CitationMark, CodeSpan, Inline, LineBreak, Link, Styled, Text


def cut(inlines: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """What stands in the prose's `[start:end]`, its markup kept and no line break at its edges.

    A citation belongs to the words before it: one that stands at `start` is left out, one that
    stands at `end` is kept. Pictures and HTML that stand on the edge are left out.
    """
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text, at):
                part = text[max(start - at, 0) : max(end - at, 0)]
                if part:
                    found.append(Text(part, max(at, start)))
            case CodeSpan(text, at):
                if start <= at < end:
                    found.append(inline)
            case CitationMark(citation):
                if start < citation.at <= end:
                    found.append(inline)
            case Styled(style, children):
                if inner := cut(children, start, end):
                    found.append(Styled(style, inner))
            case Link(href, children, place):
                if inner := cut(children, start, end):
                    found.append(Link(href, inner, place))
            case _:
                if found:
                    found.append(inline)
    while found and not isinstance(found[-1], Text | CodeSpan | CitationMark | Styled | Link):
        found.pop()
    return tuple(found)


def without_citations(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """An inline tree as it stands, its citations left out."""
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case CitationMark() | LineBreak():
                continue
            case Styled(style, children):
                found.append(Styled(style, without_citations(children)))
            case Link(href, children, place):
                found.append(Link(href, without_citations(children), place))
            case _:
                found.append(inline)
    return tuple(found)
