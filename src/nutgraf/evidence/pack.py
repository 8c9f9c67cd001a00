"""The sources of a pack as they were read: folded text, figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from nutgraf.language import figures
from nutgraf.language.figure import Figure
from nutgraf.language.typography import Folded, fold
from nutgraf.model import Evidence, Source


@dataclass(frozen=True)
class ReadSource:
    """One source; what is read of its body is read once, when something asks for it."""

    source: Source

    @cached_property
    def folded(self) -> Folded:
        """The body with typography and case folded."""
        return fold(self.source.body, case=True)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return figures.read(self.source.body)

    def evidence(self, start: int, end: int) -> Evidence:
        """The passage at those offsets of the body."""
        at = self.source.front.body
        text = self.source.body[start:end]
        return Evidence(self.source.id, text, self.source.file.place(at + start, at + end))


Pack = Mapping[str, ReadSource]


def read_pack(sources: Iterable[Source]) -> Pack:
    """The sources by case-folded id."""
    return {source.id.casefold(): ReadSource(source) for source in sources}
