"""How many columns of a terminal or a plain-text mail characters take."""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
_AS_EMOJI: Final = "\ufe0f"
_SKIN_TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def columns(text: str) -> int:
    """The columns of one line: two for East Asian wide characters and emoji, none for marks.

    An emoji sequence that is drawn as one sign (a family, a flag, a skin tone) counts as one.
    """
    if text.isascii():
        return len(text)
    total = 0
    last = 0  # what the sign before has been counted as
    joined = False
    for character in text:
        if character == _JOINER:
            joined = True
            continue
        if character == _AS_EMOJI:
            total, last = total + (2 - last if last == 1 else 0), 2
            continue
        own = _own(character)
        if joined or (character in _SKIN_TONES and last == 2):
            joined = False
            continue
        total += own
        last = own or last
    return total


def is_wide(character: str) -> bool:
    """Whether a line may be broken before and behind the character without a space."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _own(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    if 0x1F1E6 <= ord(character) <= 0x1F1FF:  # one of the two letters of a flag
        return 1
    return 2 if is_wide(character) else 1
