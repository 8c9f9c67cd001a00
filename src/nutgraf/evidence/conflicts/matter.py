"""What sources differ on, in few words: `names submitted`, `adults in 14 countries`."""

from __future__ import annotations

import re

from nutgraf.evidence.reading import Reading, Span

_WORDS_BEHIND = 5
_WORDS_BEFORE = 4
_SMALL = re.compile(r"\s?(?:of|in|for|worth)\s(?:(?:the|its|his|her|their|a|an)\s)?", re.IGNORECASE)
_STOP = re.compile(
    r"[,.;:()\[\]—–“”\"|\n]|\s(?:when|while|that|which|who|whom|whose|after|before|as|because|and|but|or"
    r"|according|said|says|on|since|until|by|with|were|was|are|is|had|have|has|than|to)\b",
    re.IGNORECASE,
)


def matter_behind(reading: Reading, span: Span, end: int) -> str:
    """The words behind a figure that tell what it counts, none beyond `end`; '' for none."""
    low = span[1]
    if small := _SMALL.match(reading.text, low, end):
        low = small.end()
    stop = _STOP.search(reading.text, low, end)
    words = reading.text[low : stop.start() if stop else end].split()
    return " ".join(words[:_WORDS_BEHIND]).strip(" '’-")


def matter_before(reading: Reading, span: Span, start: int) -> str:
    """The words before a figure that lead to it, none before `start`."""
    before = reading.text[start : span[0]]
    pieces = re.split(r"[,.;:()—–“”\"|\n]", before)
    return " ".join(pieces[-1].split()[-_WORDS_BEFORE:])
