"""Quotations that read otherwise than they did, or are no quotations any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nutgraf.evidence.drift.change import Change, Span
from nutgraf.evidence.drift.passages import key_of
from nutgraf.evidence.drift.slots import Beside
from nutgraf.language.marks import pieces

_SHORT = 2  # words; a term in quotation marks is no quotation


def quotations_changed(beside: Beside) -> Iterator[Change]:
    """Words in quotation marks that differ, with the whole of the quotation on both sides."""
    olds = _quoted(beside.old.page.text, beside.old_span)
    news = _quoted(beside.new.page.text, beside.new_span)
    kept = {_key(beside.new.page.text, one) for one in news}
    told: set[Span] = set()
    for run in beside.runs:
        before = next((one for one in olds if _overlap(one, run.before)), None)
        after = next((one for one in news if _overlap(one, run.after)), None)
        if before is None or before in told or _key(beside.old.page.text, before) in kept:
            continue
        told.add(before)
        yield beside.change("quotation", before, after or run.after)


def _key(text: str, span: Span) -> tuple[str, ...]:
    return key_of(text[slice(*span)])


def _overlap(span: Span, run: Span) -> bool:
    return span[0] < max(run[1], run[0] + 1) and run[0] < span[1]


def _quoted(text: str, passage: Span) -> Sequence[Span]:
    """What stands in quotation marks in a passage, marks left out."""
    return [
        (max(low, passage[0]), min(high, passage[1]))
        for low, high in _pieces(text)
        if low < passage[1] and passage[0] < high
        if len(text[low:high].split()) > _SHORT
    ]


@lru_cache(maxsize=8)
def _pieces(text: str) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in pieces(text))
