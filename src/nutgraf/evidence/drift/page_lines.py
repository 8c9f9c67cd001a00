"""Lines of a page that change by themselves and say nothing of its matter.

Bylines, days of publication, reading times and counters, as the pages of news sites print them.
"""

from __future__ import annotations

import re

_LONGEST = 120  # characters; what is longer is prose
_TOKEN = re.compile(r"[^\W_]+(?:[.:,'’/-][^\W_]+)*")
_FIGURE = re.compile(r"\d[\d.,:/-]*(?:st|nd|rd|th|k|m|am|pm|h|min)?")
# Whatever such a line is made of; one of prose has another word.
_LABELS_TEXT = """
published posted updated modified edited revised first last originally on at by in of the am pm
a.m p.m ago an a second seconds minute minutes min mins hour hours hr hrs day days week weeks
read listen reading listening time comment comments share shares view views like likes reply
replies reaction reactions reads monday tuesday wednesday thursday friday saturday sunday mon
tue tues wed thu thurs fri sat sun today yesterday january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec gmt
utc bst cet cest est edt cst cdt mst mdt pst pdt et ct mt pt ist
"""
_LABELS = frozenset(_LABELS_TEXT.split())
_NAME = r"[A-Z][\w.'’-]*"
_BYLINE = re.compile(
    rf"[\s*_]*(?:By|BY|by)[:\s*_]+{_NAME}(?:[ ,|·]+(?:and|for|of|in|{_NAME})){{0,12}}[\s*_]*"
)
_CREDIT = re.compile(
    r"[\s*_]*(?:photo|image|picture|photograph|illustration|graphic|video)(?: credit)?s?:.*",
    re.IGNORECASE,
)


def is_page_line(text: str) -> bool:
    """Whether a sentence or line is such a one as a whole."""
    if len(text) > _LONGEST:
        return False
    if _BYLINE.fullmatch(text) is not None or _CREDIT.fullmatch(text) is not None:
        return True
    words = [word.lower() for word in _TOKEN.findall(text)]
    return any(_FIGURE.match(word) for word in words) and all(
        word in _LABELS or _FIGURE.fullmatch(word) for word in words
    )
