"""The body of a brief as a source: what its headlines may rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index, build
from nutgraf.evidence.reading import Span, read
from nutgraf.model import Evidence

_GAP = "\n\n"


@dataclass(frozen=True, eq=False)
class Body:
    """The published text under a headline, its sentences in order, and where each begins."""

    brief: str
    index: Index
    told: tuple[tuple[int, Told], ...]

    def evidence(self, span: Span) -> Evidence:
        """What stands at a span of the text, with its place in the brief; of one sentence."""
        at, told = next((one for one in reversed(self.told) if one[0] <= span[0]), self.told[0])
        low, high = told.start + span[0] - at, min(told.start + span[1] - at, told.end)
        return Evidence(self.brief, told.prose.text[low:high], told.prose.place(low, high))


def body_of(case: Case, story: int | None) -> Body | None:
    """The text of one story, or of all; None where there is none."""
    told = [one for one in _published(case) if story is None or one.story == story]
    if not told:
        return None
    at, starts = 0, []
    for one in told:
        starts.append((at, one))
        at += len(one.text) + len(_GAP)
    text = _GAP.join(one.text for one in told)
    small = text.lower()
    known = [name for name in case.pack.names() if name.split()[0].lower() in small]
    index = build(read(text, case.brief.date, known))
    return Body(case.brief.id, index, tuple(starts))


def _published(case: Case) -> Iterator[Told]:
    return (one for one in case.told if one.published and one.role is not None)
