"""Where a text turns against what it has just said: `but`, `however`, `an earlier trial found`.

The connectives are the contrastive and concessive ones of the Penn Discourse Treebank's list that
news uses; the rest was gathered by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.characters import level

Sort = Literal["turn", "earlier", "warned", "uncompared"]

_WITHIN = re.compile(
    r"[,;—–] ?(?P<turn>but|yet|although|though|however|even though|despite|in spite of|whereas)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?P<turn>But|However|Yet|Still|Even so|Nevertheless|Nonetheless|By contrast|In contrast"
    r"|On the other hand|Despite|Although|Even though)\b,?",
)
_STUDY = (
    r"(?:stud(?:y|ies)|trials?|reports?|audits?|surveys?|polls?|reviews?|investigations?|tests?"
    r"|inspections?|analys[ie]s|inquir(?:y|ies)|research|figures|data)"
)
_EARLIER = re.compile(
    rf"\b(?:an?|the|two|three|several|some)? ?(?:(?:earlier|previous|prior|separate|other"
    rf"|another|independent|rival|larger) (?:\w+ )?{_STUDY})\b(?=[^.]{{0,80}}?\b(?:found|show\w*"
    r"|put|concluded|cleared|suggest\w*|estimated|had|reported|contradict\w*|did not|no)\b)",
    re.IGNORECASE,
)
_WARNED = re.compile(
    r"\b(?P<turn>had (?:been )?(?:\w+ly )?warned|(?:was|were|had been) (?:\w+ )?(?:aware|warned"
    r"|told)|knew (?:about|of|that|for)|had known)\b",
    re.IGNORECASE,
)
_BY_MISTAKE = re.compile(
    r"\b(?:erroneous(?:ly)?|mistaken(?:ly)?|inadvertent(?:ly)?|accidental(?:ly)?|by (?:mistake"
    r"|accident)|in error|unaware|unforeseen|unexpected(?:ly)?|without warning|surprised|glitch"
    r"|mistakes?|no(?: prior)? warning|had no way of knowing)\b",
    re.IGNORECASE,
)
# `safer than the Volta`, and not `more than 500`; and that nobody has set the two side by side.
_COMPARED = re.compile(
    r"\b(?:more|less|better|worse|fewer|\w{3,}er) (?:[\w-]+ ){0,2}than (?:the |its |any )?"
    r"[A-Z][\w’'-]+"
)
_UNCOMPARED = re.compile(
    rf"\bno (?:head-to-head )?{_STUDY} (?:has|have|had)(?: ever)?(?: directly)? (?:compared|tested)"
    r"|\b(?:not|never)(?: yet)?(?: been)?(?: directly)? (?:compared|comparable)\b"
    r"|\bcannot be (?:directly )?compared\b",
    re.IGNORECASE,
)

_WHOLE: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("earlier", _EARLIER),
    ("warned", _WARNED),
    ("uncompared", _UNCOMPARED),
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """`text[start:end]` turns against what stands before it, or tells what speaks against it."""

    sort: Sort
    start: int
    end: int


def contrasts(text: str, start: int, end: int) -> Iterator[Contrast]:
    """The turns of one sentence: the part from the turning word on, or all of it."""
    flat = level(text[start:end]).replace("\n", " ")
    if _OPENS.match(flat) is not None:
        yield Contrast("turn", start, end)
    for found in _WITHIN.finditer(flat):
        yield Contrast("turn", start + found.start("turn"), end)
    for sort, pattern in _WHOLE:
        if pattern.search(flat) is not None:
            yield Contrast(sort, start, end)


def tells_of_a_warning(text: str) -> bool:
    """Whether words say that somebody had been warned, or knew."""
    return _WARNED.search(level(text).replace("\n", " ")) is not None


def compares(text: str) -> tuple[int, int] | None:
    """Where a statement sets one thing by name above another."""
    found = _COMPARED.search(level(text).replace("\n", " "))
    return None if found is None else found.span()


def leaves_uncompared(text: str) -> bool:
    """Whether words say that two things were never set side by side."""
    return _UNCOMPARED.search(level(text).replace("\n", " ")) is not None


def by_mistake(text: str) -> tuple[int, int] | None:
    """Where a statement says that a thing was not meant or not foreseen."""
    found = _BY_MISTAKE.search(level(text).replace("\n", " "))
    return None if found is None else found.span()
