"""What a source has of a claim's figures and times where it speaks of the matter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.arithmetic import follows
from nutgraf.evidence.slots.dates import agree, whens
from nutgraf.evidence.slots.figures import agrees, compared_figures
from nutgraf.language.figure_comparison import compare

_AROUND = 1  # sentences on either side of the passage


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


def holds(claim: Reading, span: Span, lacking: Difference, best: Alignment) -> bool:
    """Whether a source has the figure (or time) at `lacking` in, or right beside, its passage.

    A figure may also follow from those that stand there.
    """
    source = best.index.reading
    if lacking.slot == "figure":
        ours = compared_figures(claim, *span)
        figure = next((one for one in ours if (one.start, one.end) == lacking.ours), None)
        if figure is None:
            return False
        close = _close(source.figures, best)
        if any(agrees(figure, one) and compare(figure, one).noun != "differs" for one in close):
            return True
        # What the nearest passage says otherwise is not made good by arithmetic elsewhere.
        return lacking.relation == "missing" and follows(figure, claim, ours, best)
    if lacking.slot == "date":
        when = next(
            (w for w in whens(claim, source.published) if (w.start, w.end) == lacking.ours), None
        )
        return when is not None and any(agree(when, one) for one in _close(source.dates, best))
    return False


def _close(told: Iterable[Placed], best: Alignment) -> list[Placed]:
    sentences = best.index.reading.sentences
    first = max(best.window.first - _AROUND, 0)
    last = min(best.window.last + _AROUND, len(sentences))
    low, high = sentences[first][0], sentences[last - 1][1]
    return [one for one in told if low <= one.start < high]
