"""The words of a sentence as candidates for names: case, possessives, hyphens, place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from nutgraf.language.characters import level
from nutgraf.language.common_words import is_common
from nutgraf.language.countries import COUNTRIES
from nutgraf.language.name_words import INSIDE

Span = tuple[int, int]
Setting = Literal["prose", "headline", "capitals", "small"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?(?:'s\b)?"  # dotted letters
    r"|[A-Z]{1,6}\.[A-Z]{1,3}(?!\w)"  # a ticker
    r"|[^\W_]+(?:\.(?:com|org|net|gov|co|io|ai)\b|(?:['&-])[^\W_]+)*"
)
_OPENS = re.compile(r"[\"'“‘«(\[*_>:•–—-]\s*$")
_MINOR_WORDS = """
a an and as at but by for from in into nor of off on onto or out over per so than the to up upon
via vs with is are be was were it its his her their he she they who that this not no after before
about against amid between during if when while how why what yet your you we our us all more says
"""
MINOR = frozenset(_MINOR_WORDS.split())
"""Words that headlines in Title Case may write small."""


class Token(NamedTuple):
    """`text[start:end]`, a word without its possessive ending.

    `capital`: it may be (part of) a name by its letters; `first`: its capital may come from the
    place where it stands; `joined`: what stands between the token before and this one.
    """

    start: int
    end: int
    text: str
    capital: bool
    first: bool
    possessive: bool
    joined: str

    @property
    def small(self) -> str:
        return self.text.lower()

    @property
    def acronym(self) -> bool:
        """Capitals only, two or more, dots and digits aside: `NATO`, `U.S.`, `G20`."""
        return is_acronym(self.text)


def is_acronym(word: str) -> bool:
    """Capitals only, at least two letters or a letter and a digit (`NATO`, `U.S.`, `G20`)."""
    letters = [character for character in word if character.isalpha()]
    if not letters or not all(character.isupper() for character in letters):
        return False
    return sum(character.isalnum() for character in word) >= 2


def tokens(text: str, span: Span, *, levelled: str | None = None) -> tuple[Token, ...]:
    """The words of `text` in `span`, in order; compounds of two names come as two."""
    flat = level(text) if levelled is None else levelled
    found: list[Token] = []
    done = span[0]
    for match in _WORD.finditer(flat, *span):
        for start, end, capital in _parts(match[0], match.start()):
            possessive = flat[max(start, end - 2) : end] == "'s" and end - start > 2
            stop = end - 2 if possessive else end
            joined = flat[done:start]
            first = done == span[0] or (joined != " " and _OPENS.search(joined) is not None)
            word = flat[start:stop]
            if word.endswith("'S"):
                word, stop, possessive = word[:-2], stop - 2, True
            found.append(Token(start, stop, word, capital, first, possessive, joined))
            done = end
    return tuple(found)


def _parts(word: str, at: int) -> Iterable[tuple[int, int, bool]]:
    """A word as one token, or the names within a compound: `anti-Bloom`, `Bloom-era`, `FDA-EPA`."""
    if "-" not in word:
        return ((at, at + len(word), _is_capital(word)),)
    return _compounded(word, at)


def _compounded(word: str, at: int) -> Iterator[tuple[int, int, bool]]:
    pieces = word.split("-")
    capitals = [_is_capital(piece) for piece in pieces]
    if all(capitals) or _one_name(pieces, capitals):
        if len(pieces) > 1 and all(_stands_alone(piece) for piece in pieces):
            yield from _each(pieces, capitals, at)
        else:
            yield at, at + len(word), True
    elif not any(capitals) or (capitals[0] and is_common(pieces[0].lower())):
        yield at, at + len(word), capitals[0]
    else:
        yield from _each(pieces, capitals, at)


def _one_name(pieces: Sequence[str], capitals: Sequence[bool]) -> bool:
    """`al-Rashid`, `Stratford-upon-Avon`, `Vega-19`."""
    small = [piece for piece, capital in zip(pieces, capitals, strict=True) if not capital]
    return any(capitals) and all(
        piece in INSIDE or piece.isdigit() or piece in ("upon", "on", "sur") for piece in small
    )


def _stands_alone(piece: str) -> bool:
    return (is_acronym(piece) and piece.isalpha()) or piece.lower() in COUNTRIES


def _each(
    pieces: Sequence[str], capitals: Sequence[bool], at: int
) -> Iterator[tuple[int, int, bool]]:
    for piece, capital in zip(pieces, capitals, strict=True):
        if piece:
            yield at, at + len(piece), capital
        at += len(piece) + 1


def _is_capital(word: str) -> bool:
    if word[:1].isupper():
        return True
    return word[1:2].isupper() and word[:1].isalpha() and len(word) > 3


def setting(words: Sequence[Token], *, stopped: bool = False) -> Setting:
    """How a sentence is set: prose, a headline in Title Case, all capitals, or all small letters.

    `stopped`: a full stop ends it, so that it is no headline.
    """
    letters = [word.text for word in words if word.text[:1].isalpha()]
    if sum(map(len, letters)) >= 8 and len(letters) > 1 and not any(map(_has_small, letters)):
        return "capitals"
    if len(letters) > 3 and not any(word[0].isupper() for word in letters):
        return "small"
    major = [word for word in letters if word.lower() not in MINOR]
    small = sum(word[0].islower() for word in major)
    capitals = sum(word[0].isupper() for word in letters)
    if len(major) > 5 and capitals == len(letters):
        return "headline"
    begun = letters[:1] != [] and not letters[0][0].islower()
    if begun and not stopped and len(major) >= 2 and small * 8 <= len(major):
        return "headline"
    return "prose"


def _has_small(word: str) -> bool:
    return any(character.islower() for character in word)
