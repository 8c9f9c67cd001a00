"""The sources of a pack, read and indexed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nutgraf.evidence.carriers import carriers
from nutgraf.evidence.index import Index, build
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.locators import located
from nutgraf.evidence.origins.origins import Origins, origins_of
from nutgraf.evidence.reading import Reading, Span, read
from nutgraf.language import furniture
from nutgraf.language.furniture import Furniture
from nutgraf.model import Cite, Evidence, Source

Reader = Callable[[str, date | None], Reading]
Indexer = Callable[[Source], Index]


def index_source(source: Source, reader: Reader = read) -> Index:
    """The body of a source with its words by stem; page furniture carries nothing."""
    skipped = [(one.start, one.end) for one in furniture.read(source.body)]
    return build(reader(source.body, source.published), skipped)


@dataclass(frozen=True)
class ReadSource:
    """One source; its body is read once, when something asks for it."""

    source: Source
    indexer: Indexer = index_source

    @cached_property
    def index(self) -> Index:
        """The body with its words by stem."""
        return self.indexer(self.source)

    @cached_property
    def furniture(self) -> tuple[Furniture, ...]:
        """What the page around the article says."""
        return furniture.read(self.source.body)

    def evidence(self, start: int, end: int) -> Evidence:
        """The passage at those offsets of the body."""
        at = self.source.front.body
        text = self.source.body[start:end]
        return Evidence(self.source.id, text, self.source.file.place(at + start, at + end))


@dataclass(frozen=True)
class Pack:
    """The sources that a brief may rest on, by case-folded id."""

    sources: Mapping[str, ReadSource]
    sent_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[ReadSource]:
        return iter(self.sources.values())

    def cited(self, cites: Iterable[Cite]) -> dict[str, Span | None]:
        """What some citations rest on: ids of the pack, and the span that a locator names.

        What an earlier brief sent rests on that brief's sources. A source that is cited twice, once
        without a locator, is searched as a whole.
        """
        found: dict[str, Span | None] = {}
        for cite in cites:
            key = cite.id.casefold()
            for name in self.sent_before.get(key, (cite.id,)):
                source = self.sources.get(name.casefold())
                if source is None:
                    continue
                span = located(source.source.body, cite.locator) if cite.locator else None
                known = found.setdefault(name.casefold(), span)
                if known != span:
                    found[name.casefold()] = None
        return found

    @cached_property
    def origins(self) -> Origins:
        """Where the sources got it from."""
        return origins_of([(one.source, one.index.reading) for one in self.sources.values()])

    def carriers(self, claim: Reading, start: int, end: int) -> tuple[SourceSpan, ...]:
        """The passages of all sources that carry `claim.text[start:end]`, one of each."""
        return carriers(claim, start, end, self.indexes(dict.fromkeys(self.sources)), {})

    def evidence(self, span: SourceSpan) -> Evidence:
        """The words at a span, with their place in the file."""
        return self.sources[span.source.casefold()].evidence(span.start, span.end)

    def forget(self) -> None:
        """Let go of what was worked out of the sources for the claims of a brief."""
        for one in self.sources.values():
            one.index.forget()

    def names(self) -> tuple[str, ...]:
        """What the sources surely name, in alphabetical order."""
        return tuple(
            sorted(
                {
                    name.text
                    for one in self.sources.values()
                    for name in one.index.reading.names
                    if name.sure
                }
            )
        )

    @cached_property
    def newsrooms(self) -> tuple[str, ...]:
        """Who published the sources, and whom they credit, each once."""
        names = (
            name
            for one in self
            for name in (one.source.publisher, *one.source.credits)
            if name is not None
        )
        return tuple(dict.fromkeys(names))

    def indexes(self, spans: Mapping[str, Span | None]) -> list[tuple[str, Index]]:
        """(id, index) of the sources with those case-folded ids, narrowed to a span if one is."""
        found = []
        for key, one in self.sources.items():
            if key in spans:
                span = spans[key]
                found.append((one.source.id, one.index.narrowed(span) if span else one.index))
        return found


def read_pack(
    sources: Iterable[Source],
    indexer: Indexer = index_source,
    sent_before: Mapping[str, tuple[str, ...]] | None = None,
) -> Pack:
    """The sources of a pack; nothing is read before something asks, and then by `indexer`.

    `sent_before` tells what `[@brief#^block]` rests on.
    """
    read = {source.id.casefold(): ReadSource(source, indexer) for source in sources}
    return Pack(read, sent_before or {})
