"""Whether a claimed speaker is the one to whom the source gives a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.mentions import surname_of
from nutgraf.language.quotations import Quoted
from nutgraf.language.roles import GROUPS, ROLE_QUALIFIERS, ROLES, TITLES
from nutgraf.language.sentences import split
from nutgraf.language.typography import fold

Span = tuple[int, int]
Answer = Literal["same", "differs", "unknown"]

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_MINOR = frozenset(
    ["the", "a", "an", "of", "for", "and", "in", "at", "on", "to", "by", "from", "with", "his"]
    + ["her", "its", "their", "one", "some", "many", "several", "two"]
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The answer, what it rests on, and the words of the source that show it."""

    answer: Answer
    why: Literal["name", "organisation", "near", "not near", "no attribution", "nobody named"]
    span: Span


def _names(text: str) -> list[str]:
    """The words of a name or description in small letters, without titles and small words."""
    folded = fold(text).text
    found = [re.sub(r"'s$|'$", "", word) for word in _WORD.findall(folded)]
    small = [word.lower().replace(".", "") for word in found]
    return [word for word in small if word not in _MINOR and word not in TITLES and len(word) > 1]


def _proper(text: str) -> list[str]:
    """The words with a capital, offices left out: what names somebody."""
    folded = fold(text).text
    names = [re.sub(r"'s$|'$", "", word) for word in _WORD.findall(folded) if word[0].isupper()]
    small = [name.lower().replace(".", "") for name in names]
    known = ROLES | GROUPS | ROLE_QUALIFIERS | _MINOR | TITLES
    return [word for word in small if word not in known and len(word) > 1]
