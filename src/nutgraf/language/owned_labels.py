"""A label whose owner answers for what follows: `The union’s charge: …`, `The complaint: …`.

Gathered by hand from the labels of bullets in briefs and explainers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]

_NOUNS = (
    r"(?:charge|claim|complaint|accusation|allegation|account|version|argument|case|view|suit"
    r"|lawsuit|petition|theory|answer|reply|response|side|story|position|estimate|warning)s?"
)
_PAPERS = (
    r"(?:suit|lawsuit|complaint|indictment|allegation|accusation|charge|claim|petition"
    r"|charge sheet)s?"
)
_OWNED = re.compile(
    r"^\W*(?:(?P<owner>[^.:;!?\n]{2,60}?)(?:['’]s|s['’]) (?:[\w-]+ ){0,2}"
    rf"(?P<noun>{_NOUNS})"
    r"|[Ww]hat (?P<who>[^.:;!?\n]{2,50}?) (?P<verb>sa(?:y|ys|id)|alleges?|claims?|charges?|argues?)"
    rf"|(?:[Ii]n )?(?:[Tt]he |[Tt]heir )?(?P<paper>{_PAPERS})):(?=\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OwnedLabel:
    """`text[start:end]` is the word that gives what stands from `said` on to a `party`."""

    start: int
    end: int
    party: Span
    said: int


def owned_label(text: str) -> OwnedLabel | None:
    """The label with which a text begins, where it is somebody's; else None."""
    if ":" not in text:
        return None
    found = _OWNED.match(text)
    if found is None:
        return None
    word = next(name for name in ("noun", "verb", "paper") if found[name])
    party = "owner" if found["owner"] else "who" if found["who"] else "paper"
    return OwnedLabel(*found.span(word), found.span(party), found.end())
