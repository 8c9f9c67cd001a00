"""The numbers that a reader sees: one for each source, by its first citation, then the links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nutgraf.model import Cite, CodeSpan, Inline, Link, Source, Styled, Text, Words
from nutgraf.render.links import safe_href


@dataclass(frozen=True)
class Cited:
    """A source that is cited; `source` is None where the pack does not hold it."""

    number: int
    id: str
    source: Source | None


@dataclass(frozen=True)
class Numbering:
    """The sources from 1 on, the links of the plain text from there on; `times` is how often."""

    sources: tuple[Cited, ...]
    links: tuple[tuple[int, str], ...]
    times: int
    _numbers: dict[str, int]
    _links: dict[str, int]

    def of(self, cite: Cite) -> int:
        """The number of the source that is cited."""
        return self._numbers[cite.id.casefold()]

    def of_link(self, href: str) -> int:
        """The number of a link in the plain text's list."""
        return self._links[href]


def number(blocks: Iterable[Words], pack: Iterable[Source]) -> Numbering:
    """Number what `blocks`, in the digest's order, cite and link to."""
    known = {source.id.casefold(): source for source in pack}
    cited: dict[str, Cited] = {}
    hrefs: dict[str, None] = {}
    times = 0
    for words in blocks:
        for citation in words.citations:
            for cite in citation.cites:
                times += 1
                key = cite.id.casefold()
                cited.setdefault(key, Cited(len(cited) + 1, cite.id, known.get(key)))
        hrefs.update(dict.fromkeys(_hrefs(words.inlines)))
    links = {href: len(cited) + place for place, href in enumerate(hrefs, start=1)}
    return Numbering(
        sources=tuple(cited.values()),
        links=tuple((at, href) for href, at in links.items()),
        times=times,
        _numbers={key: entry.number for key, entry in cited.items()},
        _links=links,
    )


def words_of_inlines(inlines: Iterable[Inline]) -> str:
    """The bare words of an inline tree, without citations."""
    found: list[str] = []
    for inline in inlines:
        if isinstance(inline, Styled | Link):
            found.append(words_of_inlines(inline.children))
        elif isinstance(inline, Text | CodeSpan):
            found.append(inline.text)
    return "".join(found)


def stands_bare(link: Link, href: str) -> bool:
    """Whether a link's words are its address, so that plain text need not print it twice."""
    return words_of_inlines(link.children).strip() in {
        link.href,
        href,
        href.removeprefix("mailto:"),
    }


def _hrefs(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Styled):
            yield from _hrefs(inline.children)
        elif isinstance(inline, Link):
            href = safe_href(inline.href)
            if href is not None and not stands_bare(inline, href):
                yield href
            yield from _hrefs(inline.children)
