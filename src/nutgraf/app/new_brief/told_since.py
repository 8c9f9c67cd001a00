"""Where newer sources may tell what the last brief did not know: places to look at, no answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from nutgraf.app.check import Shelf
from nutgraf.app.new_brief.since import day_of_source
from nutgraf.errors import Faulty
from nutgraf.evidence.index import Index
from nutgraf.evidence.unknowns import is_among
from nutgraf.language.stems import stem
from nutgraf.language.told import content
from nutgraf.language.unknowing import tells_a_gap
from nutgraf.model import Source
from nutgraf.workspace.loading import Workspace

_MOST = 40  # sources, the newest: they have to be read
# The share of what a gap is about, by weight, that one sentence has which may close it.
_NEAR = 0.6
_FEWEST = 3  # stems
# Words in which a gap is told, not what it is about.
_GAP_WORDS = (
    "whether unclear clear unknown known say disclose public release decline comment answer"
)
_GAP = frozenset(stem(word) for word in _GAP_WORDS.split())


def newer_sources(workspace: Workspace, since: date) -> tuple[Source, ...]:
    """The sources of after a day, the newest first; those without a day are none."""
    found: list[tuple[date, Source]] = []
    for entry in workspace.entries.values():
        if entry.type != "source":
            continue
        try:
            source = workspace.source(entry.id)
        except Faulty:
            continue
        assert source is not None
        day = day_of_source(source)
        if day is not None and day > since:
            found.append((day, source))
    found.sort(key=lambda one: (-one[0].toordinal(), one[1].id))
    return tuple(source for _, source in found[:_MOST])


def told_since(gap: str, sources: Sequence[Source], shelf: Shelf) -> tuple[str, ...]:
    """Where sources may tell of a gap, as `seeds/a.md:12`, one place each, in their order."""
    return tuple(_places(gap, sources, shelf))


def closing(gap: str, index: Index) -> int | None:
    """The number of the sentence of a source that may tell of a gap, or None."""
    topic = content(gap, (0, len(gap))) - _GAP
    return _nearest(topic, index) if len(topic) >= _FEWEST else None


def _places(gap: str, sources: Sequence[Source], shelf: Shelf) -> Iterator[str]:
    for source in sources:
        index = shelf.index(source)
        at = closing(gap, index)
        if at is not None:
            start = source.front.body + index.reading.sentences[at][0]
            line, _ = source.file.line_and_column(start)
            yield f"{source.file.path}:{line}"


def _nearest(topic: frozenset[str], index: Index) -> int | None:
    """The sentence that has most of a topic and leaves nothing open, if it has enough."""
    whole = sum(map(index.weight, topic))
    best: tuple[float, int] | None = None
    for at in sorted({at for one in topic for at in index.postings.get(one, ())}):
        span = index.reading.sentences[at]
        stems = frozenset(index.reading.stems_in(*span))
        had = [one for one in topic if is_among(one, stems)]
        share = sum(map(index.weight, had)) / whole
        if len(had) < _FEWEST or share < _NEAR or tells_a_gap(index.reading.text[slice(*span)]):
            continue
        if best is None or share > best[0]:
            best = share, at
    return None if best is None else best[1]
