"""Votes that a claim calls unanimous, and its passage counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.language.certainty_alignment import Side
from nutgraf.language.certainty_difference import Difference, difference

_UNANIMOUS = re.compile(r"\b(?:unanimous(?:ly)?|without dissent)\b", re.IGNORECASE)
_COUNT = re.compile(r"\b\d+(?:[-‐-–]| to )[1-9]\d*\b")
_VOTE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|approv\w+|decid\w+|decision|rul(?:ed|ing)|split|pass(?:ed|es)|margin)\b",
    re.IGNORECASE,
)
_DISSENT = re.compile(
    r"\b(?:dissent(?:ed|s|ing)?|vot(?:ed|es|ing) (?:no|against)|cast the (?:only|lone) )\b",
    re.IGNORECASE,
)
_NEAR = 40  # characters between a vote and its count


def split_votes(ours: Side, theirs: Side) -> Iterator[Difference]:
    """`voted unanimously` of a vote of 3 to 1, or of one with a dissent."""
    said, told = ours.read.text, theirs.read.text
    here = _UNANIMOUS.search(said)
    if here is None or _UNANIMOUS.search(told):
        return
    there = next(_splits(told), None)
    if there is not None:
        yield difference("direction reversed", "clear", (ours, here.span()), (theirs, there))


def _splits(text: str) -> Iterator[tuple[int, int]]:
    for count in _COUNT.finditer(text):
        low, high = max(0, count.start() - _NEAR), count.end() + _NEAR
        if _VOTE.search(text, low, high):
            yield count.span()
    for dissent in _DISSENT.finditer(text):
        yield dissent.span()
