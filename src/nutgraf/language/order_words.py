"""Words that say which of two events came first: `after`, `before`, `led to`, `in response to`.

Gathered by hand along TimeML's signals of temporal order (BEFORE and AFTER in the TimeBank
guidelines, 2006) and the causal cues, which imply an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

# What stands before the unit of a span of time: `two days after`, and not `the test days after`.
SOME = (
    r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|several"
    r"|some|many|(?:a )?few|(?:a )?couple of)"
)
_SPAN = (
    rf"(?:(?:(?:just|only|about|nearly|more than|less than) )?(?:{SOME} )?"
    r"(?:hours?|days?|weeks?|months?|years?|minutes?) |(?:shortly|soon|immediately|right|just) )?"
)
# What stands behind these came first.
_LATER_FIRST = re.compile(
    rf"\b(?:{_SPAN}after|(?<!the )following(?! (?:day|week|month|year|morning)\b)"
    r"|in (?:response|reaction) to|in the wake of|prompted by|triggered by|sparked by|as soon as"
    r"|followed(?!\sby\b))\b(?!\s(?:all|hours|a\s(?:while|time)|by)\b)",
    re.IGNORECASE,
)
# What stands before these came first.
_EARLIER_FIRST = re.compile(
    rf"\b{_SPAN}(?:before|ahead of|prior to)\b|\b(?:led to|leads to|leading to|prompted|triggered"
    r"|paved the way for|culminat(?:ed|ing) in|preceded|(?:was|were) followed by|by the time)\b"
    r"(?!\sby\b)|,? (?:and )?then\b(?=\s\w)",
    re.IGNORECASE,
)
# `had already left when the vote came`
_WHEN_DONE = re.compile(
    r"\bhad (?:already|earlier|previously|long since|by then) [^;:]{4,160}?\b(?P<when>when)\b",
    re.IGNORECASE,
)
_OPENS_LATER = re.compile(
    r"\s*(?:then|later|afterwards?|subsequently"
    rf"|(?:(?:just|only|about|nearly) )?(?:{SOME} )?(?:hours?|days?|weeks?|months?|years?) later"
    r"|the (?:next|following) (?:day|week|month|year)|since then|after that)\b",
    re.IGNORECASE,
)

Side = Literal["left", "right"]


class Order(NamedTuple):
    """`text[start:end]` says that what stands on the side `first` of it came first.

    Where the sentence opens with it (`After the vote, Lee left`), `comma` is the place of the mark
    that parts the two.
    """

    start: int
    end: int
    first: Side
    comma: int | None = None


def orders(text: str) -> Iterator[Order]:
    """The words of a sentence that put two events in order."""
    for pattern, first in ((_LATER_FIRST, "right"), (_EARLIER_FIRST, "left")):
        for found in pattern.finditer(text):
            if text[: found.start()].strip(" “\"'—-"):
                yield Order(found.start(), found.end(), first)  # type: ignore[arg-type]
                continue
            comma = text.find(",", found.end())
            if comma > 0:
                yield Order(found.start(), found.end(), first, comma)  # type: ignore[arg-type]
    for found in _WHEN_DONE.finditer(text):
        yield Order(found.start("when"), found.end("when"), "left")


def opens_later(text: str) -> int:
    """The length of words that put a sentence after the one before: `Two days later, `, or 0."""
    found = _OPENS_LATER.match(text)
    return found.end() if found else 0


def begins_with(text: str) -> Side | None:
    """Which came first, by the words that a part of a sentence begins with, if they tell.

    `left` is the part before it: `before a judge fined it`.
    """
    small = text.lstrip(" ,")
    if _LATER_FIRST.match(small):
        return "right"
    return "left" if _EARLIER_FIRST.match(small) else None
