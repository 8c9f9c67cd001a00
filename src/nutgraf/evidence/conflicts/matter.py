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


_LAST_LINK = re.compile(
    r".*\b(?:of|in|on|at|for|to|by|with|from|than)\s", re.IGNORECASE | re.DOTALL
)
_LOOSE = re.compile(r"\s(?:of|in|on|at|for|to|by|with|from|is|are|was|were|be|been|than)$")


def matter_before(reading: Reading, span: Span, start: int) -> str:
    """The noun phrase before a figure that leads to it, none before `start`: `debts of £4m`."""
    before = re.split(r"[,.;:()—–“”\"|\n]", reading.text[start : span[0]])[-1]
    before = _LOOSE.sub("", _LOOSE.sub("", before.rstrip()))
    return " ".join(_LAST_LINK.sub("", before).split()[-_WORDS_BEFORE:])
