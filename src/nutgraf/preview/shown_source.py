"""A source as the preview shows it: its text, and in it what a brief rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from nutgraf.language import furniture
from nutgraf.model import Claim, Evidence, Finding, Source


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a body that is marked: `kind` is `evidence`, `differs` or `furniture`."""

    start: int
    end: int
    kind: str
    name: str = ""  # the id of the mark in the page


def marks(source: Source, claims: Iterable[Claim], findings: Iterable[Finding]) -> list[Mark]:
    """What is marked in a source: passages of claims, words of findings, page furniture."""
    found = [Mark(one.start, one.end, "furniture") for one in furniture.read(source.body)]
    for claim in claims:
        found += _of(source, claim.evidence, "evidence", f"c-{claim.fingerprint}")
    for finding in findings:
        found += _of(source, finding.evidence, "differs", f"f-{finding.fingerprint}")
    return found


def _of(source: Source, shown: Iterable[Evidence], kind: str, name: str) -> Iterator[Mark]:
    at = source.front.body
    for number, one in enumerate(shown):
        if one.place.path == source.file.path:
            yield Mark(one.place.start - at, one.place.end - at, kind, name if not number else "")


def marked(source: Source, found: Iterable[Mark], *, current: str = "") -> Markup:
    """The body as HTML with those marks; the one that is named `current` stands out.

    Marks may overlap: the text is cut where any begins or ends, and each piece carries them all.
    """
    every = sorted(found, key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, len(source.body), *(at for mark in every for at in (mark.start, mark.end))})
    pieces = []
    open_marks: list[Mark] = []
    waiting = every[::-1]
    for low, high in pairwise(cuts):
        while waiting and waiting[-1].start <= low:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.end > low]
        pieces.append(_piece(source.body[low:high], low, open_marks, current))
    return Markup("").join(pieces)


def _piece(text: str, low: int, over: list[Mark], current: str) -> Markup:
    shown = Markup("").join(
        Markup('<span id="{}" class="anchor"></span>').format(mark.name)
        for mark in over
        if mark.name and mark.start == low
    )
    if not over:
        return shown + escape(text)
    kinds = {mark.kind for mark in over}
    if current and any(mark.name == current for mark in over):
        kinds.add("current")
    tag = "span" if kinds == {"furniture"} else "mark"
    return shown + Markup('<{} class="{}">{}</{}>').format(tag, " ".join(sorted(kinds)), text, tag)
