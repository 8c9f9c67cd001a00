"""Bound names: who stands at the claim's verb in the source, in the same role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.frames.events import LEAST, SAME_EVENT, TELL_NOTHING, share, stems_of
from nutgraf.evidence.frames.frame import Frame, Party, frames
from nutgraf.evidence.frames.reference import Fill, fill, is_known, is_person, mentioned
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.names import UNKNOWN
from nutgraf.evidence.slots.swapped import swapped_parties
from nutgraf.language.names import Name
from nutgraf.language.stems import read as read_words

# More of it where the source names nobody in the role.
NEARLY_ALL = 0.75
# A place that leaves open who is meant counts where it fits nearly as well as the best.
MARGIN = 0.2
ENOUGH = 4  # words of the statement that make one word beside the verb enough


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name of the claim in its role; `said` are the stems of the whole statement."""

    frame: Frame
    said: frozenset[str]
    role: str
    party: Party
    name: Name


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb of the source that may tell of the same, and who fills the role there."""

    share: float
    words: int
    fill: Fill
    theirs: Span | None


def bound_differences(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """Names of `claim.text[start:end]` in whose place at the verb the source has another name."""
    said = frozenset(word.stem for word in claim.words_in(start, end) if word.content)
    for number in range(claim.sentence_at(start), claim.sentence_at(end - 1) + 1):
        low, high = claim.sentences[number]
        for frame in frames(claim, low, high):
            if start <= frame.verb.start < end:
                yield from swapped_parties(frame, said, index)
                yield from _displaced(frame, said, index)


def _displaced(frame: Frame, said: frozenset[str], index: Index) -> Iterator[Difference]:
    if frame.stem in TELL_NOTHING:
        return
    for role, party in frame.roles:
        name = next((one.name for one in party.phrases if one.name is not None), None)
        if name is None or UNKNOWN in name.text or not is_known(name, index):
            continue
        best = _instead(list(_told(_Asked(frame, said, role, party, name), index)))
        if best is None or best.theirs is None:
            continue
        text = index.reading.text[slice(*best.theirs)]
        if any(word.stem in frame.stems for word in read_words(text.split()[-1])):
            continue
        reason = f"the source says this of {text}"
        yield Difference("name", "differs", (name.start, name.end), best.theirs, reason)


def _instead(told: list[_Told]) -> _Told | None:
    """The place in the source that surely has somebody else, where none has the name."""
    if not told or any(one.fill == "same" and one.words for one in told):
        return None
    best = max(told, key=lambda one: one.share)
    if best.share < SAME_EVENT or best.words < LEAST or best.fill not in ("other", "unnamed"):
        return None
    if best.fill == "unnamed" and (best.share < NEARLY_ALL or best.words <= LEAST):
        return None
    if any(one.fill == "unknown" and one.share >= best.share - MARGIN for one in told):
        return None
    return best


def _told(asked: _Asked, index: Index) -> Iterator[_Told]:
    own = {word.stem for word in asked.party.words} | {asked.frame.verb.stem}
    rest, said = asked.frame.stems - own, asked.said - own
    for other in _same(asked.frame, index):
        there = stems_of(index, other.sentence, other.sentence + 1)
        shared = rest & there
        held = max(share(part, other.sentence, index) for part in (rest, said))
        enough = len(said & there) >= ENOUGH or _is_elsewhere(asked.name, other.sentence, index)
        words = LEAST if len(shared) == 1 and enough else len(shared)
        fills = [fill(asked.name, one, other.sentence, index) for one in other.of(asked.role)]
        kinds = {kind for kind, _ in fills} or {"unknown"}
        kind: Fill = next(k for k in ("same", "unknown", "other", "unnamed") if k in kinds)
        theirs = next((span for _, span in fills if span is not None), None)
        yield _Told(held, words, kind, theirs)


def _is_elsewhere(name: Name, sentence: int, index: Index) -> bool:
    """Whether a person is named in the source, and not where a sentence tells of somebody."""
    if is_person(name, index) is not True or not index.named(name.text):
        return False
    return not mentioned(name, index, sentence, sentence + 1)


def _same(frame: Frame, index: Index) -> Iterator[Frame]:
    yield from index.frames.get(frame.stem, ())
    for near in index.near_stems(frame.stem):
        yield from index.frames.get(near, ())
