"""Runs of capitalised words with the small words that stand inside names: where one ends."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.abbreviations import BEFORE_A_NAME
from nutgraf.language.name_tokens import Token
from nutgraf.language.name_words import (
    AREAS,
    BEFORE_FOR,
    BEFORE_OF,
    BODY_NOUNS,
    INSIDE,
    LABELS,
    NOT_FIRST,
    PRONOUNS,
)
from nutgraf.language.ordinary_words import is_ordinary
from nutgraf.language.roles import CALENDAR, ROLES


def run_end(words: Sequence[Token], at: int) -> int:
    """The index behind the run of name words that begins at `at`."""
    end = at + 1
    while end < len(words):
        step = _step(words, end)
        if step == 0:
            break
        end += step
    return end


def _step(words: Sequence[Token], end: int) -> int:
    """How many words from `end` on go on with the name that ends there."""
    last, here = words[end - 1], words[end]
    if last.possessive:
        return 0
    if here.joined.strip() == "&" and here.capital:
        return 1
    if here.joined.strip() == ",":
        return _after_comma(words, end)
    if not _is_space(here.joined, last):
        return 0
    if here.capital:
        ends = here.small in CALENDAR and not is_may(last, here)
        return 0 if ends or (here.small in PRONOUNS and not here.acronym) else 1
    return _small_step(words, end)


def _is_space(joined: str, last: Token) -> bool:
    if joined.isspace():
        return len(joined) <= 3
    stop = joined[:1] == "." and (joined[1:].isspace() or joined == ".") and len(joined) <= 3
    return stop and (len(last.text) == 1 or last.small in BEFORE_A_NAME or last.small in _DOTTED)


_DOTTED = frozenset(["st", "ste", "ft", "mt", "jr", "sr"])


def is_may(last: Token, here: Token) -> bool:
    """A month that is a surname here: `Nora May`, not `In May` or `Last April`."""
    return here.text in ("May", "March", "June", "August") and not (
        last.small in NOT_FIRST or is_ordinary(last.small) or last.acronym
    )


_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "inc", "llc", "ltd", "corp", "llp", "plc"])


def _after_comma(words: Sequence[Token], end: int) -> int:
    """`Lee, Jr.`, `Acme, Inc.`, and lists of fields: `Health, Education and Welfare`."""
    here = words[end]
    if here.capital and here.small in _SUFFIXES:
        return 1
    at = end
    if words[end - 1].small not in AREAS:
        return 0
    while at < len(words) and words[at].capital and words[at].small in AREAS:
        at += 1
        if at < len(words) and words[at].text == "and" and words[at].joined.strip() in ("", ","):
            return at - end if at + 1 < len(words) and words[at + 1].small in AREAS else 0
        if at < len(words) and words[at].joined.strip() != ",":
            return 0
    return 0


def _small_step(words: Sequence[Token], end: int) -> int:
    """Small words that stand inside a name, up to the capital behind them."""
    here, last = words[end], words[end - 1]
    size = 1
    if here.text in INSIDE:
        if end + 1 < len(words) and words[end + 1].text in INSIDE | {"the"}:
            size = 2
    elif here.text in ("of", "for"):
        heads = BEFORE_OF if here.text == "of" else BEFORE_FOR
        if last.small not in heads or (last.small in ROLES and last.small not in _OFFICES):
            return 0
        if end + 1 < len(words) and words[end + 1].text == "the":
            size = 2
    elif here.text == "and":
        if last.small not in AREAS or end + 1 >= len(words):
            return 0
        following = words[end + 1].small
        if following not in AREAS and following not in BODY_NOUNS:
            return 0
    else:
        return 0
    if end + size >= len(words):
        return 0
    following_word = words[end + size]
    spaced = all(words[i].joined.isspace() for i in range(end, end + size + 1))
    plain = following_word.capital and following_word.small not in CALENDAR
    return size + 1 if spaced and plain else 0


_OFFICES = frozenset(["secretary", "attorney", "justice", "general", "minister", "commissioner"])


def is_label(words: Sequence[Token], end: int, run: Sequence[Token]) -> bool:
    """`Form 8`, `Article 12`: a label with its number."""
    if len(run) != 1 or run[0].small not in LABELS or end >= len(words):
        return False
    return words[end].text[0].isdigit()
