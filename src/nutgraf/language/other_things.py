"""Words by which a number is of another thing, or another time, than one without them.

`another 12 were hurt`, `an average of 12`, `12 in the first hour`: a number beside such a word is
not held against one that stands without. Compiled for this project from English-language news.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OF_OTHERS = re.compile(
    r"\b(?P<more>additional|another|further|others?|extra|remaining|rest)\b"
    r"|\b(?P<each>each|per(?! ?cent)|every|apiece|average|averag\w+|median|annual(?:ly)?|daily"
    r"|weekly|monthly|a (?:day|week|month|year))\b"
    r"|\b(?P<was>initial(?:ly)?|original(?:ly)?|earlier|previous(?:ly)?|at first|preliminary"
    r"|revised"
    r"|last (?:year|month|season)|a year (?:ago|earlier)|in the past|similar|since)\b"
    r"|\b(?P<will>(?:was|were|is|are|been|had) expected|forecast\w*|project(?:ed|ions?)|predict\w*"
    r"|could|might|targets?|goal|aim(?:s|ed)?|hope[sd]?)\b"
    r"|\b(?P<due>within|deadline|should|must|required?|allowed|limit(?:ed)?|give[ns]?|gave)\b"
    r"|\b(?P<lack>short(?:age|fall|ages)?|lack(?:s|ed|ing)?|vacan\w+|needs?)\b"
    r"|\b(?P<known>identified|named|confirmed|positive)\b"
    r"|\b(?P<change>rose|rise[sn]?|fell|fall(?:en|s)?|increase[ds]?|decrease[ds]?|grew|dropped"
    r"|climbed|up|down|jump(?:ed)?|cut by)\b"
    r"|\b(?P<whole>total|altogether|combined|in all|overall)\b"
    r"|\b(?P<wide>statewide|nationwide|worldwide|globally)\b"
    r"|\b(?P<most>record|highest|lowest|peak|most|maximum|minimum|at least|up to)\b"
    r"|\b(?P<girls>women|woman|girls?|female)\b|\b(?P<boys>men|man|boys?|male)\b"
    r"|\b(?P<kids>children|child|kids?|minors?|teen\w*|infants?)\b",
    re.IGNORECASE,
)
# What two numbers of one thing may well differ in.
_LOOSE = frozenset({"whole", "most", "change", "known"})


@lru_cache(maxsize=4096)
def marks_of_others(text: str) -> frozenset[str]:
    """By what a number in some words is told from another of the same noun; names of groups."""
    found = {match.lastgroup for match in _OF_OTHERS.finditer(text)}
    return frozenset(name for name in found if name is not None and name not in _LOOSE)


_ONCE = re.compile(
    r"\b(?:rose|risen|rising|climb\w*|increas\w+|grew|grown|jump\w*|fell|fallen|dropp\w+|up|down"
    r"|revis\w+|rais\w+|lower\w+|updat\w+|correct\w+|earlier|initial(?:ly)?|previous(?:ly)?"
    r"|at first|first (?:said|reported|put)|original(?:ly)?|by (?:then|now)|later)\b",
    re.IGNORECASE,
)


def tells_a_change(text: str) -> bool:
    """Whether some words tell that a number was another one before, or became one later."""
    return _ONCE.search(text) is not None
