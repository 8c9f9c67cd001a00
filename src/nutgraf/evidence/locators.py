"""Locators that name a paragraph: `[@report, para. 4]` narrows the search to it."""

from __future__ import annotations

import re

from nutgraf.evidence.reading import Span

_PARAGRAPHS = re.compile(
    r"(?:¶+|pars?\b\.?|paras?\b\.?|paragraphs?\b)\s*(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)+")


def located(text: str, locator: str) -> Span | None:
    """The span of the paragraphs that a locator names, counted from 1; None where it names none.

    A text without blank lines has a paragraph on each line.
    """
    named = _PARAGRAPHS.search(locator)
    if named is None:
        return None
    first = int(named.group(1))
    last = int(named.group(2) or first)
    found = paragraphs(text)
    if not 1 <= first <= last <= len(found):
        return None
    return found[first - 1][0], found[last - 1][1]


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs of a text."""
    cut = _APART if _APART.search(text.strip()) else _LINE_END
    ends = [*(gap.start() for gap in cut.finditer(text)), len(text)]
    starts = [0, *(gap.end() for gap in cut.finditer(text))]
    spans = zip(starts, ends, strict=True)
    return [(low, high) for low, high in spans if text[low:high].strip()]
