"""The words of a text as quotations are compared by them: small letters, no typography."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.language.typography import Folded, fold

_WORD = re.compile(
    r"\.\.\.|[\[\]]"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+|'[^\W_]+)*"
    r"|[%$€£¥&]"
)


class Word(NamedTuple):
    """A word in small letters, or one of the signs `...`, `[` and `]`, and where it stands."""

    text: str
    start: int
    end: int


def words(text: str | Folded) -> tuple[Word, ...]:
    """The words of `text` in small letters, typography folded, with offsets in `text`.

    Hyphens part words, points within `U.S.` do not count; `%`, currency signs and `&` are words.
    `...`, `[` and `]` come as words of their own.
    """
    folded = fold(text) if isinstance(text, str) else text
    return tuple(
        Word(_undotted(match[0].lower()), *folded.original(*match.span()))
        for match in _WORD.finditer(folded.text)
    )


_SIGNS = frozenset(["...", "[", "]"])


def words_between(source: Folded, low: int, high: int) -> list[Word]:
    """The words of a stretch of a folded text, with offsets in the folded text."""
    found: list[Word] = []
    for match in _WORD.finditer(source.text, low, high):
        token = match[0].lower()
        if token not in _SIGNS:
            found.append(Word(_undotted(token), *match.span()))
    return found


def _undotted(word: str) -> str:
    return word.replace(".", "") if word[0].isalpha() and word[1:2] == "." else word
