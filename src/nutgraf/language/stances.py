"""For or against: on which side of a question a text says that somebody stands.

`voted against`, `in favour of`, `spoke for`, `opposed to`: the turn is in a small word, which a
comparison of words of content does not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.language.certainty_alignment import Side
from nutgraf.language.certainty_difference import Difference, difference

# Whoever votes, speaks or rules may do so for or against; the count of a vote may stand between.
_DECIDES = (
    r"(?:vot(?:e[ds]?|ing)|rul(?:e[ds]?|ing)|spoke(?:n)?|speak(?:s|ing)?|campaign(?:s|ed|ing)?"
    r"|argu(?:e[ds]?|ing)|testif(?:y|ies|ied)|lobb(?:y|ies|ied|ying)|decided|came out|come out)"
)
_BETWEEN = r"(?: out| \d+[-–‑]\d+| \d+ to \d+| unanimously| narrowly| overwhelmingly)?(?: on \w+)?"
_PRO = re.compile(
    rf"\bin favou?r of\b|\b{_DECIDES}{_BETWEEN} for (?!\$|\d|years|months|weeks|days|hours)"
    r"|\b(?:supports?|supported|backs|backed|favou?rs|favou?red|endorses?|endorsed)\b(?! by\b)",
    re.IGNORECASE,
)
_CON = re.compile(
    rf"\b{_DECIDES}{_BETWEEN} against\b|\b(?:is|are|was|were|be|been) (?:strongly )?against\b"
    r"|\bopposed to\b|\b(?:opposes?|opposed)\b(?! by\b)",
    re.IGNORECASE,
)
_AROUND = 8  # words of content on either side
LEAST = 2  # of them that two stances must share, one before and one behind


@dataclass(frozen=True, slots=True)
class Stance:
    """`pro` or not; the words of content before it (who) and behind it (of what), by stem."""

    pro: bool
    start: int
    end: int
    who: frozenset[str]
    what: frozenset[str]


def stances(one: Side) -> tuple[Stance, ...]:
    """The stances that a text tells of."""
    return tuple(_stances(one))


def _stances(one: Side) -> Iterator[Stance]:
    text = one.read.text
    for pattern, pro in ((_PRO, True), (_CON, False)):
        for found in pattern.finditer(text):
            at = next((i for i, w in enumerate(one.words) if w.start >= found.start()), None)
            if at is None or _is_passive(one, at):
                continue
            sentence = one.words[at].sentence
            inside = [w for w in one.words if w.content and w.sentence == sentence]
            before = [w.stem for w in inside if w.end <= found.start()][-_AROUND:]
            behind = [w.stem for w in inside if w.start >= found.end()][:_AROUND]
            turned = one.read.negations(at) % 2 == 1
            yield Stance(
                pro != turned, found.start(), found.end(), frozenset(before), frozenset(behind)
            )


def _is_passive(one: Side, at: int) -> bool:
    """`was opposed by`, `a plan backed by`: who stands behind it there."""
    return any(word.small == "by" for word in one.words[at + 1 : at + 3])


def reversed_stances(ours: Side, theirs: Side) -> Iterator[Difference]:
    """Stances of the claim that the passage gives, to the same people, the other way round."""
    there = stances(theirs)
    if not there:
        return
    for own in stances(ours):
        near = [(_shared(own, other), other) for other in there]
        other = max((one for one in near if one[1].pro != own.pro), key=_first, default=None)
        if other is None or other[0] < LEAST:
            continue
        if max((shared for shared, one in near if one.pro == own.pro), default=0) >= other[0]:
            continue
        yield difference(
            "stance reversed",
            "clear",
            (ours, (own.start, own.end)),
            (theirs, (other[1].start, other[1].end)),
        )


def _first(pair: tuple[int, Stance]) -> int:
    return pair[0]


def _shared(one: Stance, other: Stance) -> int:
    """How many words two stances share; none unless both who and of what."""
    who, what = len(one.who & other.who), len(one.what & other.what)
    return who + what if who and what else 0
