"""Binding: of several figures or dates of a passage, the one that stands with the claim's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.stems import Word

# What is said of another figure ends here.
_PARTED = re.compile(
    r"[,;:—–()]|\b(?:and|but|while|compared with|compared to|from|against|versus|that|which|who)\b"
)
# Words of the claim that must stand with the other one, and none with the one that agrees.
LEAST = 2
SHARE = 0.7


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


def bound_elsewhere(
    claim: Reading,
    ours: _Placed,
    span: Span,
    inside: Sequence[Placed],
    *,
    source: Reading,
    agrees: Callable[[Placed], bool],
) -> Placed | None:
    """What the passage has with the claim's words, where what agrees with it stands with others.

    `span` is the statement in the claim, `inside` the passage's figures (or dates) of one kind.
    """
    agreeing = [one for one in inside if agrees(one)]
    others = [one for one in inside if not agrees(one)]
    if not agreeing or not others:
        return None
    words = claim.words_in(*span)
    stems = {w.stem for w in words if w.content and not ours.start <= w.start < ours.end}
    held = max(_company(one, source, stems) for one in agreeing)
    best = max(others, key=lambda one: _company(one, source, stems))
    if held == 0 and _company(best, source, stems) >= max(LEAST, SHARE * len(stems)):
        return best
    return None


def _company(one: _Placed, source: Reading, stems: set[str]) -> int:
    """How many words of the claim stand in the part of the sentence that has a figure."""
    number = source.sentence_at(one.start)
    low, high = source.sentences[number]
    for cut in _PARTED.finditer(source.text, low, one.start):
        low = cut.end()
    if cut_behind := _PARTED.search(source.text, one.end, high):
        high = cut_behind.start()
    there: Sequence[Word] = source.words_in(low, high)
    return len({word.stem for word in there if word.content} & stems)
