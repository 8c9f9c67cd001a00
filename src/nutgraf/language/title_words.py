"""What a title says word by word: which office, of what, at which rank, in which body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nutgraf.language.characters import level
from nutgraf.language.name_words import AREAS
from nutgraf.language.offices import (
    CHIEFS,
    EXCLUSIVE,
    FOLDED,
    FUNCTIONS,
    GRADES,
    HEADS,
    KIN,
    RANKS,
    STAND_INS,
    TIMES,
)
from nutgraf.language.roles import ROLES

Span = tuple[int, int]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['-][^\W_]+)*")
_JOINED = re.compile(r"(?:vice|co|deputy|sub|under|ex|then|general|inspector)-", re.IGNORECASE)
_LONGEST = 4
_BODY = frozenset(["of", "for", "at", "with", "in", "on", "from", "to", "who"])
_DETERMINERS = frozenset(["the", "a", "an", "one", "another", "this"])
_POSSESSIVES = frozenset(["his", "her", "their", "its", "our", "my", "your"])
_MILITARY = frozenset(["major", "general", "colonel", "admiral", "commander", "lieutenant"])
_MILITARY |= frozenset(["sergeant", "captain", "corporal", "private"])


@dataclass(frozen=True, slots=True)
class Office:
    """One office or tie: `head` is what it is (in one form), `functions` of what.

    `ranks` make it a lower one, `grades` a higher one; `timed`: held once or not yet, `stands_in`:
    for a while.
    `body` are the words for where or whose, as written. `start` and `end` delimit the office
    itself, without its body, in the title.
    """

    head: str
    functions: frozenset[str]
    ranks: frozenset[str]
    grades: frozenset[str]
    timed: bool
    stands_in: bool
    body: str
    start: int
    end: int

    @property
    def is_kin(self) -> bool:
        return self.head in KIN

    @property
    def is_known(self) -> bool:
        """Whether its head is one of those that are told apart."""
        return self.head in _KNOWN


_Head = tuple[int, int, str]

_KNOWN = frozenset(HEADS.values()) | {"chief officer"}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    small: str
    capital: bool
    possessive: bool


@lru_cache(maxsize=4096)
def offices(title: str) -> tuple[Office, ...]:
    """The offices in a title (`chair and chief executive of Quay Foods`), in order.

    Empty where none of its words is one. Spans are offsets of `title`.
    """
    words = list(_words(title))
    found: list[Office] = []
    low = 0
    for at, until, head in _heads(words):
        found.append(_office(title, words, low, (at, until, head)))
        low = until
    return tuple(_sharing(found))


def _sharing(found: Sequence[Office]) -> Iterator[Office]:
    """`chair and chief executive of Quay Foods`: what the last is of, the first is of too."""
    for at, one in enumerate(found):
        later = next((other.body for other in found[at:] if other.body), "")
        yield one if one.body else replace(one, body=later)


def _words(title: str) -> Iterator[_Word]:
    flat = level(title)
    for match in _WORD.finditer(flat):
        text, start = match[0], match.start()
        joined = _JOINED.match(text)
        if joined is not None and text.lower() not in HEADS:
            cut = joined.end() - 1
            yield _Word(start, start + cut, text[:cut].lower(), text[0].isupper(), False)
            text, start = text[cut + 1 :], start + cut + 1
        possessive = text.endswith(("'s", "s'")) or flat[match.end() : match.end() + 1] == "'"
        bare = text.removesuffix("'s").lower()
        bare = bare if bare.count(".") < 2 else bare.rstrip(".") + "."
        yield _Word(start, start + len(text), bare, text[:1].isupper(), possessive)


def _heads(words: Sequence[_Word]) -> Iterator[_Head]:
    """(first word, word behind, head) of every office in a title, before what it is of."""
    at, found = 0, False
    while at < len(words):
        small = words[at].small
        if words[at].possessive:
            at += 1
            continue
        if small in _BODY and found:
            return
        step = _head_at(words, at)
        if step is None:
            at += 1
            continue
        until, head = step
        # `police union president`: the last of several in a row is what it is.
        if until < len(words) and _goes_on(words, until):
            at += 1
            continue
        yield at, until, head
        found, at = True, until


def _goes_on(words: Sequence[_Word], until: int) -> bool:
    """Whether the office goes on: `attorney general` is no attorney, `teacher trainer` neither."""
    here = words[until]
    if here.small in _BODY or here.small in ("and", "or", "as"):
        return False
    return any(_head_at(words, at) is not None for at in range(until, min(until + 3, len(words))))


def _head_at(words: Sequence[_Word], at: int) -> tuple[int, str] | None:
    small = words[at].small
    if small == "chief":
        return _chief(words, at)
    if small in CHIEFS:
        return at + 1, "chief officer"
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(word.small for word in words[at : at + size])
        if phrase in HEADS:
            return at + size, HEADS[phrase]
    return (at + 1, small) if small in ROLES else None


def _chief(words: Sequence[_Word], at: int) -> tuple[int, str] | None:
    """`chief health and safety officer`, `chief executive`, `chief of staff`."""
    for until in range(at + 1, min(at + 8, len(words))):
        small = words[until].small
        if small == "officer" and until > at + 1:
            return until + 1, "chief officer"
        if small in _BODY:
            break
    if at + 1 < len(words) and words[at + 1].small == "executive":
        return at + 2, "chief officer"
    for size in (3, 2):
        phrase = " ".join(word.small for word in words[at : at + size])
        if phrase in HEADS and phrase != "chief justice":
            return at + size, HEADS[phrase]
    return None


def _office(title: str, words: Sequence[_Word], low: int, head: _Head) -> Office:
    at, until, kind = head
    inside = [words[i].small for i in range(at, until)] if kind == "chief officer" else []
    short = next((CHIEFS[small] for small in inside if small in CHIEFS), frozenset[str]())
    of_chief = frozenset(small for small in inside if small not in ("chief", "officer", "and"))
    first, before = _raised(words, low, at)
    of, body = _of(title, words, until)
    ranks = before & RANKS
    return Office(
        kind,
        _folded((short or of_chief) | of | (before - RANKS - GRADES - TIMES - STAND_INS)),
        ranks if kind not in _MILITARY or "deputy" in ranks else frozenset(),
        before & GRADES,
        bool(before & TIMES),
        bool(before & STAND_INS),
        body or _before(title, words, low, first),
        words[first].start,
        words[until - 1].end,
    )


def _folded(functions: frozenset[str]) -> frozenset[str]:
    return frozenset(FOLDED.get(word, word) for word in functions)


def _raised(words: Sequence[_Word], low: int, at: int) -> tuple[int, frozenset[str]]:
    """The first word of an office, and the words of rank, grade, time and field before its head."""
    first, found = at, set()
    for i in range(at - 1, low - 1, -1):
        small = "lieutenant" if words[i].small == "lt" else words[i].small
        if words[i].possessive or small in _DETERMINERS or small in _POSSESSIVES:
            break
        if small in RANKS or small in GRADES or small in FUNCTIONS or small in AREAS:
            first = i
        elif small not in TIMES and small not in STAND_INS:
            continue
        found.add(small)
    return first, frozenset(found)


def _of(title: str, words: Sequence[_Word], until: int) -> tuple[frozenset[str], str]:
    """What stands behind `of` or `for`: functions, and the body."""
    if until >= len(words) or words[until].small not in _BODY - {"who"}:
        return frozenset(), ""
    stop = next((i for i in range(until + 1, len(words)) if words[i].small in _BODY), len(words))
    small = [word.small for word in words[until + 1 : stop]]
    plain = [word for word in small if word != "and"]
    if plain and all(word in FUNCTIONS or word in AREAS for word in plain):
        return frozenset(plain), title[words[stop + 1].start :].strip() if stop + 1 < len(
            words
        ) else ""
    return frozenset(), title[words[until + 1].start :].strip() if until + 1 < len(words) else ""


def _before(title: str, words: Sequence[_Word], low: int, first: int) -> str:
    """The words before an office that tell whose it is."""
    kept = [word for word in words[low:first] if word.small not in _DETERMINERS | {"and", "of"}]
    kept = [word for word in kept if word.small not in TIMES | STAND_INS]
    text = title[kept[0].start : kept[-1].end].strip() if kept else ""
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", text)


def exclude(one: str, other: str) -> bool:
    """Whether nobody is both at one time."""
    return one != other and any(one in group and other in group for group in EXCLUSIVE)
