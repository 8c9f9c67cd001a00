"""Patterns for one of many words, written so that `re` need not try each of them in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Branches = dict[str, "_Branches"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of some words, letter by letter: `t(?:en|wo)`."""
    root: _Branches = {}
    for word in words:
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _pattern(root)


def _pattern(branches: _Branches) -> str:
    several = [
        re.escape(letter) + _pattern(behind)
        for letter, behind in sorted(branches.items())
        if letter
    ]
    if not several:
        return ""
    one = several[0] if len(several) == 1 else f"(?:{'|'.join(several)})"
    return f"(?:{one})?" if _END in branches else one
