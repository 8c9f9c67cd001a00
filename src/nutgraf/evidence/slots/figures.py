"""Figures: each is looked for in the passage first, and only then around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading
from nutgraf.language.derivation import derive
from nutgraf.language.elapsed import between
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare


def figure_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """What the passage says otherwise of the figures in `claim.text[start:end]`."""
    source = best.index.reading
    inside = [f for f in source.figures if best.span[0] <= f.start < best.span[1]]
    for figure in compared_figures(claim, start, end):
        if (difference := _compared(figure, inside, source)) is not None:
            yield difference


def compared_figures(claim: Reading, start: int, end: int) -> list[Figure]:
    """The figures of a span that are compared: no labels, no quoted ones, no weak ones."""
    return [
        figure
        for figure in claim.figures
        if start <= figure.start < end
        and not figure.weak
        and figure.kind != "label"
        and not any(quoted.start <= figure.start < quoted.end for quoted in claim.quotations)
    ]


def _compared(figure: Figure, inside: Sequence[Figure], source: Reading) -> Difference | None:
    ours = (figure.start, figure.end)
    told: Difference | None = None
    for other in (*inside, *source.figures):
        against = compare(figure, other)
        if against.agrees:
            return None
        if against.relation in ("bound_lost", "bound_changed") and told is None:
            relation = "bound lost" if against.relation == "bound_lost" else "bound changed"
            reason = "; ".join(against.reasons)
            told = Difference("figure", relation, ours, (other.start, other.end), reason)  # type: ignore[arg-type]
    if derive(figure, source.figures) or _is_said_otherwise(figure, source):
        return None
    if between(figure, source.dates, published=source.published):
        return None
    return told or Difference("figure", "missing", ours, None, f"no passage has {figure.text}")


def _is_said_otherwise(figure: Figure, source: Reading) -> bool:
    """Whether the source has the number in a form that is compared loosely.

    `second` and `third` are words as often as figures; `a 12-year-old case` is of 12 years ago.
    """
    if figure.kind == "ordinal" and figure.low <= SMALL_ORDINAL:
        return True
    if figure.kind not in ("age", "measure"):
        return False
    return any(other.low == figure.low == other.high for other in source.figures) or any(
        str(figure.low) == word.lower for word in source.words
    )


SMALL_ORDINAL = 10
