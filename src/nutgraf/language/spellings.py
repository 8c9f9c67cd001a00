"""Two spellings of what is probably one name."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from nutgraf.language.nicknames import same_given

Words = tuple[str, ...]

_LETTERS = 4  # with fewer, one letter makes another name
_LONG = 8  # with so many, two letters may differ
_SLAVIC = re.compile(r"(?:sk|ts|l|n|r)?[iy]+$")


def misspelled(one: Words, other: Words) -> bool:
    """Whether two folded names of a person differ by a letter or two of one word.

    Nicknames, initials, and the ways in which newsrooms write names of other scripts are none.
    """
    if len(one) != len(other) or len(one) < 2:
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    ours, theirs = different[0]
    if (ours, theirs) == (one[0], other[0]) and same_given(ours, theirs):
        return False
    return _near(ours, theirs) and not _same_sound(ours, theirs)


def _near(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    if one[0] != other[0] or size < _LETTERS - 1:
        return False
    away = OSA.distance(one, other)
    return away == 1 or (away == 2 and size >= _LONG)


def _same_sound(one: str, other: str) -> bool:
    """`Zelensky` and `Zelenskyy`, `Mohammed` and `Muhammad`."""
    return _plain(one) == _plain(other)


_MOHAMMED = re.compile(r"^m[ou]hamm?[ae]d$")


def _plain(word: str) -> str:
    if _MOHAMMED.match(word):
        return "mohammed"
    return _SLAVIC.sub("y", word) if len(word) > _LETTERS + 1 else word
