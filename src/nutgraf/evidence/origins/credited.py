"""From whom a source may have what it tells: those it credits, else itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.evidence.reading import Reading
from nutgraf.language import credits as crediting
from nutgraf.language.credits import Credit
from nutgraf.language.outlets import outlet_of
from nutgraf.model import Source

# So many sentences that are another outlet's, or such a share of them, and the article is.
_MANY, _SHARE = 3, 0.3
# Where an article begins: what is credited there is credited with the article.
_LEAD = 2  # sentences
_RETELLERS = frozenset(["aggregator", "post"])


@dataclass(frozen=True)
class Credited:
    """A source and the outlets that its words credit."""

    source: Source
    reading: Reading
    found: tuple[Credit, ...]

    @property
    def own(self) -> str:
        """The name of the source itself: its publisher, else its title, else its id."""
        if self.source.publisher:
            return outlet_of(self.source.publisher).name
        return self.source.title or self.source.id

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Whom it credits with anything, itself left out: declared ones, then those of the text."""
        declared = [outlet_of(one).name for one in self.source.credits]
        told = Counter(one.outlet.name for one in self.found)
        names = dict.fromkeys([*declared, *(name for name, _ in told.most_common())])
        return tuple(name for name in names if name != self.own)

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The roots that the whole of it may come from, the likeliest first."""
        declared = [outlet_of(one).name for one in self.source.credits]
        with_it = [one.outlet.name for one in self.found if one.how == "whole"]
        others = self._without_own([*declared, *with_it])
        if others:
            return (*others, self.own) if self._has_own_work else others
        if self._has_own_work:
            return (self.own,)
        first = self._without_own(one.outlet.name for one in self.found if one.how == "first")
        return first or self.retold or (self.own,)

    def of_passage(self, start: int, end: int) -> tuple[str, ...]:
        """The roots that a passage may come from: whom its sentence credits, or those of all."""
        near = self._near(start, end)
        named = tuple(dict.fromkeys(one.outlet.name for one in near))
        return named or self.options

    def credit_of(self, start: int, end: int) -> Credit | None:
        """The credit that the sentences of a passage give to another outlet."""
        return next((one for one in self._near(start, end) if one.outlet.name != self.own), None)

    @property
    def _has_own_work(self) -> bool:
        """Whether it says that something was told to it, or was written by it."""
        return any(one.outlet.name == self.own for one in self.found if one.how != "first")

    def _without_own(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in dict.fromkeys(names) if name != self.own)

    @property
    def is_retold(self) -> bool:
        """Whether most of it is what other outlets have told."""
        return not self._has_own_work and bool(self.retold)

    @cached_property
    def retold(self) -> tuple[str, ...]:
        """Whom an article that is mostly another outlet's has it from."""
        parts = [one for one in self.found if one.how == "part" and one.outlet.name != self.own]
        if not parts:
            return ()
        sentences = {self.reading.sentence_at(one.start) for one in parts}
        retold = (
            self.source.kind in _RETELLERS
            or self._leads(parts)
            or len(sentences) >= max(_MANY, len(self.reading.sentences) * _SHARE)
        )
        if not retold:
            return ()
        told = Counter(one.outlet.name for one in parts)
        return tuple(name for name, _ in told.most_common())

    def _leads(self, parts: Sequence[Credit]) -> bool:
        return any(self.reading.sentence_at(one.start) < _LEAD for one in parts)

    def _near(self, start: int, end: int) -> list[Credit]:
        """The credits of the sentences of a span; a byline is no sentence's."""
        sentences = self.reading.sentences
        if not sentences:
            return []
        low = sentences[self.reading.sentence_at(start)][0]
        high = sentences[self.reading.sentence_at(max(start, end - 1))][1]
        at = bisect_left(self.found, low, key=lambda one: one.start)
        return [one for one in self.found[at:] if one.start < high and one.how != "whole"]


def credited(source: Source, reading: Reading, known: Iterable[str]) -> Credited:
    """A source with its credits; `known` are the publishers of the pack."""
    found = sorted(crediting.read(source.body, known), key=lambda one: one.start)
    return Credited(source, reading, tuple(found))
