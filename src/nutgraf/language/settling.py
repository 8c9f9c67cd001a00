"""Words with which a text says itself that its sources do not agree.

Gathered by hand from the corrections and “what we know” columns of English-language newsrooms.
"""

from __future__ import annotations

import re

_WHO = r"(?:reports?|accounts?|outlets?|sources?|versions?|newspapers?|estimates?|counts?|tallies)"
_SAYS = r"(?:says?|said|puts?|has|have|had|gives?|gave|speaks?|spoke|names?|named|told|tells?)"
_SETTLES = re.compile(
    rf"\b{_WHO} (?:differ|disagree|vary|conflict|diverge)\b"
    rf"|\b(?:conflicting|differing|contradictory|varying) {_WHO}\b"
    rf"|\b(?:another|other|one|a second|some) {_WHO} {_SAYS}\b"
    rf"|\b{_SAYS} (?:another|one|a second) {_WHO}\b"
    r"|\b(?:another|others) (?:says?|puts?|has|have|gives?|names?)\b",
    re.IGNORECASE,
)


def settles(text: str) -> bool:
    """Whether a sentence tells that sources differ, or what another one of them says."""
    return _SETTLES.search(text) is not None
