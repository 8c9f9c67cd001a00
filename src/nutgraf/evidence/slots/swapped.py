"""Swapped parties: who stands on the one side of a verb here, and on the other in the source."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.frames.chunks import PRONOUNS
from nutgraf.evidence.frames.events import LEAST, SAME_EVENT, SYMMETRIC, stems_of
from nutgraf.evidence.frames.frame import Frame, Party
from nutgraf.evidence.index import Index


def swapped_parties(frame: Frame, said: frozenset[str], index: Index) -> Iterator[Difference]:
    """Two parties of a verb that stand in each other's place in the source."""
    if frame.stem in SYMMETRIC:
        return
    sides = [(role, party, _stems(party)) for role, party in frame.roles if _stems(party)]
    for a, one in enumerate(sides):
        for two in sides[a + 1 :]:
            found = _turned(frame, one, two, said, index) or _turned(frame, two, one, said, index)
            if found is not None:
                yield found


_Side = tuple[str, Party, frozenset[str]]


def _stems(party: Party) -> frozenset[str]:
    return frozenset(word.stem for word in party.words if word.content)


def _turned(
    frame: Frame, one: _Side, two: _Side, said: frozenset[str], index: Index
) -> Difference | None:
    role, other_role = one[0], two[0]
    ours, theirs = one[2] - two[2], two[2] - one[2]
    if role == other_role or not ours or not theirs:
        return None
    found: Difference | None = None
    for told in index.frames.get(frame.stem, ()):
        here, there = _at(told, role), _at(told, other_role)
        turned, back = (ours & there) - here, (theirs & here) - there
        if (turned and back) or (
            turned and _is_pronoun(told, role) and _is_same_event(told, said - ours - theirs, index)
        ):
            found = _swap(one[1], turned, told, index)
        elif ours & here or theirs & there:
            return None
    return found


def _is_same_event(told: Frame, rest: frozenset[str], index: Index) -> bool:
    shared = rest & stems_of(index, told.sentence - 1, told.sentence + 1)
    return len(shared) >= LEAST and len(shared) >= SAME_EVENT * len(rest)


def _at(frame: Frame, role: str) -> frozenset[str]:
    return frozenset().union(*(_stems(party) for party in frame.of(role)))


def _is_pronoun(frame: Frame, role: str) -> bool:
    parties = frame.of(role)
    return bool(parties) and all(one.phrases[0].first in PRONOUNS for one in parties)


def _swap(party: Party, turned: frozenset[str], told: Frame, index: Index) -> Difference:
    mine = next(word for word in party.words if word.stem in turned)
    word = next(w for _, one in told.roles for w in one.words if w.stem in turned)
    said = index.reading.text[word.start : word.end]
    reason = f"in the source “{said}” stands on the other side of “{told.verb.lower}”"
    return Difference("name", "differs", (mine.start, mine.end), (word.start, word.end), reason)
