"""The leading statements of a pack: what its sources begin with and most origins have."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.evidence.offered.sentences import standing
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Span

_OF_EACH = 5  # sentences at the head of a source
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Leading:
    """A sentence of `source` at `span` of its body, and the sources and origins that carry it."""

    source: str
    span: Span
    text: str
    sources: tuple[str, ...]
    origins: tuple[str, ...]


def leading(pack: Pack, *, most: int = 8) -> tuple[Leading, ...]:
    """Sentences from the heads of the sources: first what most independent origins have.

    Of two that tell the same, the one with more origins is kept.
    """
    found: list[tuple[int, Leading, frozenset[str]]] = []
    for source in pack:
        reading = source.index.reading
        for at, span in zip(range(_OF_EACH), standing(source), strict=False):
            carriers = pack.carriers(reading, *span)
            own = source.source.id
            names = tuple(dict.fromkeys([own, *(one.source for one in carriers)]))
            roots = pack.origins.roots_of(carriers) if carriers else (own,)
            text = " ".join(reading.text[slice(*span)].split())
            stems = frozenset(reading.stems_in(*span))
            found.append((at, Leading(own, span, text, names, tuple(roots)), stems))
    found.sort(key=lambda one: (-len(one[1].origins), -len(one[1].sources), one[0]))
    kept: list[tuple[Leading, frozenset[str]]] = []
    for _, one, stems in found:
        if not any(_share(stems, other) >= _SAME for _, other in kept):
            kept.append((one, stems))
    return tuple(one for one, _ in kept[:most])


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
