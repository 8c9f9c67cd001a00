"""What a brief tells already, asked the other way round: how much of a source's words it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nutgraf.checks.case import Case
from nutgraf.evidence.alignment import best_alignment
from nutgraf.evidence.index import Index, build
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading, read
from nutgraf.model import Evidence

# The share of a passage's words, by weight, that one place of the brief has which tells of it.
TOLD = 0.5


@dataclass(frozen=True)
class Already:
    """What goes out of a brief, read as a source is."""

    case: Case

    @cached_property
    def reading(self) -> Reading:
        """The words of the brief, each paragraph, bullet and cell once."""
        proses = {id(one.prose): one.prose.text for one in self.case.told if one.published}
        text = "\n\n".join(proses.values())
        return read(text, self.case.brief.date, self.case.pack.names())

    @cached_property
    def _index(self) -> Index:
        return build(self.reading)

    def story_of(self, topic: frozenset[str]) -> tuple[int, frozenset[str]]:
        """The story that has most of some stems, and its own with those that stand before all."""
        stems = {number: frozenset[str]() for number in range(max(1, len(self.case.brief.stories)))}
        for one in self.case.told:
            for number in stems if one.published else ():
                if one.story in (number, None):
                    stems[number] |= one.stems
        best = max(stems, key=lambda number: (len(topic & stems[number]), -number))
        return best, stems[best]

    def share(self, span: SourceSpan) -> float:
        """The share of a passage, its names aside, that one place of the brief has at most."""
        reading = self.case.pack.sources[span.source.casefold()].index.reading
        names = [(one.start, one.end) for one in reading.names]
        words = [
            word
            for word in reading.words_in(span.start, span.end)
            if word.content and not any(low <= word.start < high for low, high in names)
        ]
        windows = self._index.windows(tuple(sorted({word.stem for word in words})))
        best = best_alignment(words, self._index, windows)
        return 0.0 if best is None else best.coverage

    def quotes(self, span: SourceSpan) -> bool:
        """Whether a quotation of the brief has words of a passage, be it in another source's."""
        return any(
            witness.source.casefold() == span.source.casefold()
            and witness.comparison.wording != "different"
            and witness.comparison.source[0] < span.end
            and span.start < witness.comparison.source[1]
            for heard in self.case.quotations
            for witness in heard.witnesses
        )

    def tells(self, span: SourceSpan) -> bool:
        """Whether the brief tells a passage, in whatever words."""
        return self.share(span) >= TOLD


def overlaps(span: SourceSpan, evidence: Evidence, case: Case) -> bool:
    """Whether a passage and a piece of evidence share a word."""
    if span.source.casefold() != evidence.seed.casefold():
        return False
    place = case.pack.evidence(span).place
    return place.start < evidence.place.end and evidence.place.start < place.end
