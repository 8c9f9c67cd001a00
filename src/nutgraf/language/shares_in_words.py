"""Quantifiers as shares of a whole: `most`, `all`, `a minority`, `none`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Range = tuple[int, int]
_WORDS: dict[str, Range] = {
    "all": (100, 100),
    "every": (100, 100),
    "each": (100, 100),
    "most": (51, 100),
    "a majority": (51, 100),
    "the majority": (51, 100),
    "a minority": (1, 49),
    "few": (0, 49),
    "none": (0, 0),
    "no": (0, 0),
}
_PATTERN = re.compile(
    r"\b(all|every|each|most|(?:a|the) (?:vast |large |slim )?majority|a (?:small )?minority"
    r"|few|none)"
    r"(?: of)?(?: (?:the|its|his|her|their|these|those))?((?: [\w'’-]+){1,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ShareInWords:
    """A quantifier at `start` to `end`, the per cent it allows, and the words that follow it."""

    start: int
    end: int
    low: int
    high: int
    of: str


def read(text: str) -> Iterator[ShareInWords]:
    """The quantifiers of a text that tell a share."""
    for found in _PATTERN.finditer(text):
        word = re.sub(r" (?:vast|large|slim|small)", "", found[1].lower())
        if word in _WORDS:
            low, high = _WORDS[word]
            yield ShareInWords(found.start(1), found.end(1), low, high, found[2])
