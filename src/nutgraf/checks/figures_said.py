"""The figures of a claim, and those of the sources they are held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import Comparison, compare
from nutgraf.model import Evidence, Place


@dataclass(frozen=True)
class Said:
    """A figure of a claim, the figures of the passage that carries the claim, and all others.

    `others` are those of every source that the claim rests on.
    """

    judged: JudgedClaim
    figure: Figure
    source: str
    inside: tuple[Figure, ...]
    others: tuple[Figure, ...]

    @property
    def place(self) -> Place:
        return self.judged.statement.prose.place(self.figure.start, self.figure.end)

    def agreeing(self) -> list[tuple[Figure, Comparison]]:
        """The figures of the passage on whose strength it may be said, and how they compare."""
        compared = [(other, compare(self.figure, other)) for other in self.inside]
        return [(other, against) for other, against in compared if against.agrees]

    def evidence(self, case: Case, other: Figure) -> tuple[Evidence, ...]:
        """A figure of the passage, as evidence."""
        return (case.pack.evidence(SourceSpan(self.source, other.start, other.end)),)


def figures_said(case: Case) -> Iterator[Said]:
    """Every figure of a claim for which there is a passage; none that is quoted or a label."""
    for judged in of_facts(case):
        passage = judged.judgement.passage
        if passage is None:
            continue
        reading = case.pack.sources[passage.source.casefold()].index.reading
        inside = tuple(f for f in reading.figures if passage.start <= f.start < passage.end)
        others = tuple(figures_of_sources(case, judged))
        for figure in own_figures(judged):
            yield Said(judged, figure, passage.source, inside, others)


def own_figures(judged: JudgedClaim) -> list[Figure]:
    """The figures of a claim that say something by themselves."""
    statement = judged.statement
    return figures_between(judged.reading, statement.start, statement.end)


def figures_between(reading: Reading, start: int, end: int) -> list[Figure]:
    """The figures of a span: no labels, no quoted ones, none that is a date's, no weak ones."""
    apart = [(quoted.start, quoted.end) for quoted in reading.quotations]
    apart += [(when.start, when.end) for when in reading.dates]
    return [
        figure
        for figure in reading.figures
        if start <= figure.start < end
        and not figure.weak
        and figure.kind != "label"
        and not any(low <= figure.number_start < high for low, high in apart)
    ]


def figures_of_sources(case: Case, judged: JudgedClaim) -> Iterator[Figure]:
    """The figures of every source that a claim rests on."""
    cited = {name.casefold() for name in judged.claim.cites}
    for key, source in case.pack.sources.items():
        if not cited or key in cited:
            yield from source.index.reading.figures


def is_doubted(judged: JudgedClaim, figure: Figure) -> bool:
    """Whether the judgement already finds fault with the figure."""
    return any(
        difference.slot == "figure"
        and difference.ours[0] < figure.end
        and figure.start < difference.ours[1]
        for difference in judged.judgement.differences
    )
