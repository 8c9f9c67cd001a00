"""Two of a group who tell a thing in two ways: `one official said …; the other said …`.

By the forms in which news agencies set two accounts apart; gathered by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAID = (
    r"(?:(?:has |have |had |also |later )*(?:said|says|say|recalled|recalls|maintained|insisted"
    r"|insists|believed|remembered|claimed|thought|told [^,.;:]{2,30}?)(?: that)?)"
)
_ONE = r"(?:[Oo]ne|[Tt]he first)(?: of (?:the|them|those|these)(?: [\w’'-]+){0,2}| [\w’'-]+){0,1}"
_OTHER = r"(?:[Tt]he (?:other|second)|[Aa]nother|[Aa] second)(?: [\w’'-]+)?"
_PAIR = re.compile(
    rf"\b{_ONE} {_SAID} (?P<one>[^.;“”]{{8,220}}?)"
    rf"(?:\. |; |, (?:and |but |while |whereas )?| but | while )(?:[Bb]ut )?"
    rf"{_OTHER} {_SAID} (?P<two>[^.;“”]{{8,220}})"
)


def two_accounts(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    """(the whole, what the one says, what the other says), as offsets of a text."""
    if "other " not in text and "nother " not in text and "second " not in text:
        return
    for found in _PAIR.finditer(text):
        yield found.span(), found.span("one"), found.span("two")
