"""Words beside a figure that give it out as worked out: what is left, fewer, in all, for each."""

from __future__ import annotations

import re
from typing import Literal

Told = Literal["", "difference", "sum", "each"]

_BEHIND = 44  # characters that the words may stand away from the figure, before and behind it
_STOP = re.compile(r"[.;:!?](?=\s|$)|\n")
_FEWER_RIGHT = re.compile(
    r"\s(?:of (?:them|those|these)\s)?(?:(?!or\s)[a-z'-]+\s){0,3}"
    r"(?:more|fewer|less|higher|lower|apart|ahead|behind|longer|shorter|older|younger|cheaper"
    r"|dearer|bigger|smaller|short of|shy of|left(?! (?:the|for|in|on|by))|remain(?:s|ed|ing)?"
    r"|remaining|to spare|below|above|the difference)(?!\w)"
)
_FEWER_LEFT = re.compile(
    r"(?:\b(?:by|another|the other|remaining|the remaining|the rest,)"
    r"|\b(?:gap|difference|margin|lead|rise|fall|drop|increase|decrease|shortfall|surplus) of)\s"
    r"(?:about\s|some\s|nearly\s|roughly\s)?$"
)
_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left with|remain(?:s|ed|ing)?|still (?:has|have|had)"
    r"|will (?:still )?have|to keep|is left|are left|was left|were left)\b"
)
_IN_ALL = re.compile(
    r"\b(?:in all|altogether|all told|in total|a total of"
    r"|(?<!its )(?<!the )(?<!their )(?<!of )(?<!this )total(?:s|led|ling|ed|ing)?|combined"
    r"|together|between them|overall|taken together|in the two|in both|both)\b"
)
_EACH_RIGHT = re.compile(r"\s(?:[a-z'-]+\s){0,2}(?:each|apiece|per head|a head)(?!\w)")
_EACH_LEFT = re.compile(r"\beach\s(?:[a-z'-]+\s){1,4}$")


def told(text: str, start: int, end: int) -> Told:
    """How the words around the figure `text[start:end]` give it out; '' where they do not."""
    left = _STOP.split(text[max(0, start - _BEHIND) : start])[-1].lower()
    right = _STOP.split(text[end : end + _BEHIND])[0].lower()
    if _EACH_RIGHT.match(right) or _EACH_LEFT.search(left):
        return "each"
    if _FEWER_RIGHT.match(right) or _FEWER_LEFT.search(left) or _LEAVES.search(left):
        return "difference"
    return "sum" if _IN_ALL.search(left) or _IN_ALL.search(right) else ""
