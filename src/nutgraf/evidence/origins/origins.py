"""The origins of a pack: the fewest outlets or documents that explain its sources.

Four outlets that carry one wire story are one origin. A root is whom others credit, or a source
that credits none; a source with several credits may come from any of them; sources that share
running text are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.origins.copied import copied_pairs
from nutgraf.evidence.origins.credited import Credited, credited
from nutgraf.evidence.origins.roots import fewest
from nutgraf.evidence.reading import Reading
from nutgraf.language.credits import Credit
from nutgraf.language.outlets import outlet_of
from nutgraf.model import Origin, Source

# A text that somebody who took part has written: a filing, a release, a transcript.
PRIMARY = frozenset(["primary", "official", "transcript"])


@dataclass(frozen=True)
class Origins:
    """The sources of a pack with their credits, by case-folded id; `copies` share their text."""

    sources: Mapping[str, Credited]
    copies: Mapping[str, tuple[str, ...]]

    def credits(self, source_id: str) -> tuple[str, ...]:
        """The names of whom a source credits with anything."""
        return self.sources[source_id.casefold()].names

    def roots(self, source_ids: Iterable[str]) -> tuple[str, ...]:
        """The fewest roots that explain some sources of the pack as wholes."""
        keys = [name.casefold() for name in source_ids]
        return fewest([self._options(key) for key in keys if key in self.sources], self._preferred)

    def roots_of(self, passages: Iterable[SourceSpan]) -> tuple[str, ...]:
        """The fewest roots that explain some passages: whom they credit, or whom the source does.

        What an outlet has told and another one credits for that line is that outlet's, even where
        the rest of the article is the other one's own work.
        """
        return fewest([self.options_of(one) for one in passages], self._preferred)

    def options_of(self, passage: SourceSpan) -> tuple[str, ...]:
        """The roots that one passage may come from, the likeliest first."""
        key = passage.source.casefold()
        named = self.sources[key].of_passage(passage.start, passage.end)
        return named if named != self.sources[key].options else self._options(key)

    def credit_of(self, passage: SourceSpan) -> Credit | None:
        """Where the sentences of a passage credit another outlet."""
        return self.sources[passage.source.casefold()].credit_of(passage.start, passage.end)

    @cached_property
    def all(self) -> tuple[Origin, ...]:
        """The origins of the pack, each with the sources that come from it."""
        chosen = fewest([self._options(key) for key in self.sources])
        found: dict[str, list[str]] = {}
        for key, one in self.sources.items():
            root = next(name for name in self._options(key) if name in chosen)
            found.setdefault(root, []).append(one.source.id)
        return tuple(Origin(name, outlet_of(name).short, tuple(ids)) for name, ids in found.items())

    def is_primary(self, source_id: str) -> bool:
        """Whether a source is a document of somebody who took part, and no report of one."""
        return self.sources[source_id.casefold()].source.kind in PRIMARY

    @cached_property
    def _preferred(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.all)

    def _options(self, key: str) -> tuple[str, ...]:
        """Its own roots, then those of the sources that it shares its text with."""
        own = self.sources[key]
        joined = [self.sources[other] for other in self.copies.get(key, ())]
        if own.options != (own.own,):
            return own.options
        theirs = [name for one in joined for name in one.options]
        return tuple(dict.fromkeys([*own.options, *theirs]))


def origins_of(read: Sequence[tuple[Source, Reading]]) -> Origins:
    """The origins of some sources, each given with the reading of its body."""
    publishers = {source.publisher for source, _ in read if source.publisher}
    sources = {
        source.id.casefold(): credited(source, reading, publishers) for source, reading in read
    }
    copies: dict[str, tuple[str, ...]] = {}
    for one, other in copied_pairs([source for source, _ in read]):
        for this, that in ((one, other), (other, one)):
            key = this.id.casefold()
            copies[key] = (*copies.get(key, ()), that.id.casefold())
    return Origins(sources, copies)
