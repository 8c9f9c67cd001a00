"""Times that mean other days on another day of reading: `Wednesday`, `last week`, `yesterday`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from nutgraf.language.when import When

_WORDS = re.compile(
    r"\b(?:last|this|next|coming|yesterday|today|tonight|tomorrow|overnight|ago|from now)\b",
    re.IGNORECASE,
)
# Names of days that are no days of this week, and days that come again.
_NAMED_BEFORE = re.compile(
    r"\b(?:Black|Good|Ash|Super|Holy|Easter|Palm|Cyber|Giving|Fat|Shrove|Bloody|Maundy|Red|Casual"
    r"|Bowl|every|each|a|one|any|most|per|on a)\s$"
)
_NAMED_BEHIND = re.compile(
    r"(?:’s|'s)?\s(?:(?:[Nn]ight )?(?:Football|Live)|[Ss]chool|Times|Post|Herald"
    r"|Telegraph|Mirror|Mail|Morning|brunch|mornings|nights|evenings|afternoons)\b"
)
# `today’s readers`, `today’s children`: nowadays.
_NOWADAYS = re.compile(r"(?:’s|'s)\s(?!(?:vote|ruling|decision|hearing|announcement|meeting)\b)")


def is_weekday(when: When) -> bool:
    """Whether it is a bare `Wednesday`: a day of this or that week."""
    return when.weekday is not None and when.day is None and not _WORDS.search(when.text)


def is_relative(when: When) -> bool:
    """Whether only the day of reading says which days are meant; a date or a year says it alone."""
    if when.year is not None or when.day is not None or not when.resolved:
        return False
    return when.weekday is not None or bool(_WORDS.search(when.text))


def is_idiom(text: str, when: When) -> bool:
    """Whether the words tell no day: `Black Friday`, `every Monday`, `Sunday school`."""
    before = text[max(0, when.start - 10) : when.start]
    if when.weekday is not None:
        return bool(_NAMED_BEFORE.search(before)) or bool(_NAMED_BEHIND.match(text, when.end))
    if when.text.lower() == "today":
        return bool(_NOWADAYS.match(text, when.end)) or before.rstrip().endswith(("until", "to"))
    return False


Lately = Literal["now", "recently", "just"]
_LATELY = re.compile(
    r"\b(?:has|have|had|he’s|she’s|it’s)\s(?P<now>now)\s(?:been\s)?\w+(?:ed|en|n|t|d|k)\b"
    r"|\b(?P<recently>recently|lately)\b(?!\sas\b)|\b(?:has|have)\s(?P<just>just)\s(?:been\s)?\w+"
    r"(?:ed|en|n|t|d)\b",
    re.IGNORECASE,
)


class LatelySaid(NamedTuple):
    """`text[start:end]` says that a thing has happened of late."""

    start: int
    end: int
    word: Lately


def lately(text: str) -> Iterator[LatelySaid]:
    """`has now ordered`, `recently ordered`, `has just ordered`; not `is now led by`."""
    for found in _LATELY.finditer(text):
        word = found.lastgroup
        assert word is not None
        yield LatelySaid(found.start(word), found.end(word), word)  # type: ignore[arg-type]
