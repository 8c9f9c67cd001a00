"""`Seven have died` of a source by which nobody did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.counted_events import befallen
from nutgraf.language.governing import is_negated

ENOUGH = 0.5
_NONE = re.compile(
    r"\b(?:no|zero) (?:other |further |serious |reported )?(?P<noun>deaths?|fatalities|injuries"
    r"|casualties|arrests?|layoffs?|convictions?|infections?|evictions?|rescues?)\b"
    r"|\b(?:nobody|no one|none)(?: \w+){0,2} (?P<verb>killed|died|injured|hurt|arrested|convicted"
    r"|infected|rescued|evicted)\b",
    re.IGNORECASE,
)
_NOUNS = {
    "killed": "death", "died": "death", "injured": "injury", "hurt": "injury",
    "arrested": "arrest", "convicted": "conviction", "infected": "infection",
    "rescued": "rescue", "evicted": "eviction", "fatalities": "fatality",
    "casualties": "casualty", "injuries": "injury",
}  # fmt: skip


def none_befell(claim: Reading, start: int, end: int, best: Alignment) -> Iterator[Difference]:
    """What `claim.text[start:end]` says befell people, where the source says that it did not.

    Where the source tells of any whom it befell, it speaks of others.
    """
    if best.coverage < ENOUGH or is_negated(claim.text[start:end]):
        return
    for span, stems in _denied(best.index):
        told = next((w for w in claim.words_in(start, end) if w.stem in stems), None)
        if told is None or any(one.start <= told.start < one.end for one in claim.quotations):
            continue
        words = best.index.reading.text[slice(*span)]
        reason = f"the source says “{words}”"
        yield Difference("polarity", "differs", (told.start, told.end), span, reason)
        return


@once
def _denied(index: Index) -> tuple[tuple[Span, frozenset[str]], ...]:
    """What a source says befell nobody, with the words for it, where it tells of nobody else."""
    reading = index.reading
    found: list[tuple[Span, frozenset[str]]] = []
    for match in _NONE.finditer(reading.text):
        noun = (match["noun"] or match["verb"]).lower()
        stems = befallen(_NOUNS.get(noun, noun.removesuffix("s")))
        apart = [
            word
            for word in reading.words
            if word.stem in stems and not match.start() <= word.start < match.end()
        ]
        if stems and not apart:
            found.append((match.span(), stems))
    return tuple(found)
