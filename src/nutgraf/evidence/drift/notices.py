"""Corrections and notes of editors on a page, by how they begin or what they say.

The openings are those that the style guides of large newsrooms prescribe (AP, BBC, The Guardian,
The New York Times): Correction, Clarification, Editor's note, “this article was amended”, “an
earlier version of this story”.
"""

from __future__ import annotations

import re

_WHAT = r"(?:article|story|report|post|page|piece|headline|item|version|caption|column|dispatch)"
_DONE = r"(?:amended|corrected|clarified|retracted|withdrawn)"
# An update alone adds something; one that says what it mends takes something back.
_MENDED = (
    r"(?:updated|revised|changed|edited)\b[^.\n]{0,60}\bto"
    r" (?:correct|clarify|reflect|remove|fix|amend|make clear)"
)
_OPENING = re.compile(
    r"[\s*_#>\[(–—-]*(?:correction|corrections|clarification|editor['’]?s['’]? note"
    r"|editorial note|erratum|retraction)\b(?:[\s*_]*\([^()\n]{1,40}\))?"
    r"[\s*_]*(?:[:–—]|,? [^.:\n]{1,40}:)\s*\S",
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"\b(?:an?|the) (?:earlier|previous|original|initial) (?:version|headline|edition)\b"
    rf"|\bthis {_WHAT} (?:was|has been|has since been|is) (?:{_DONE}|{_MENDED})\b"
    rf"|\bthis {_WHAT} (?:originally|incorrectly|wrongly|previously|mistakenly) "
    rf"|\bwe have (?:since )?(?:{_DONE}) (?:this|the) {_WHAT}\b",
    re.IGNORECASE,
)
_WORDS = 5  # `Update: 4.30 pm` tells of no change


def is_notice(text: str) -> bool:
    """Whether a sentence tells that the page was put right, or adds an editor's note."""
    if len(text.split()) < _WORDS:
        return False
    return _OPENING.match(text) is not None or _SAYS.search(text) is not None


_LABEL = re.compile(
    r"[\W_]*(?:corrections?|clarifications?|editor['’]?s['’]? note|editorial note|erratum"
    r"|corrections? and clarifications?)[\W_]*",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """Whether a line is the heading of such a note."""
    return len(text) < _LONGEST_LABEL and _LABEL.fullmatch(text) is not None


_LONGEST_LABEL = 60
