"""Roles: who did what to whom, and whether the one who is said to have done it is the one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence.acts import Act, acts
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.names import UNKNOWN
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.roles import GROUPS, ROLES
from nutgraf.language.stems import Word, stem
from nutgraf.language.turning_words import PRONOUNS

Fit = Literal["same", "swapped", "another", "unknown"]

# Verbs that are said of either side alike, or of so much that they tell nothing of anybody.
_SYMMETRIC = """
meet marry join agree divorce fight beat face play open close begin start end grow increase
change move return break continue combine merge cooperate collide date
"""
_LIGHT = """
be have do make take get give go come use want call tell know say put keep let see look find
need think hold set turn add leave show bring run work become include ask warn announce report
feel say write confirm claim reveal
"""
_TELL_NOTHING = frozenset(stem(verb) for verb in (_SYMMETRIC + " " + _LIGHT).split())


@dataclass(frozen=True, slots=True)
class _Beside:
    """An act of the source that may be the one that a claim tells, and how the two fit."""

    act: Act
    shared: int
    fit: Fit
    ours: Span | None = None
    theirs: Span | None = None


@dataclass(frozen=True, slots=True)
class _Claimed:
    """An act of the claim, and the stems of those who do it and of those to whom it is done."""

    act: Act
    doers: frozenset[str]
    done_to: frozenset[str]


@once
def _claimed(claim: Reading, start: int, end: int) -> tuple[_Claimed, ...]:
    """The acts of a statement that tell something of somebody."""
    return tuple(
        _Claimed(
            act,
            _parties(claim, _before_preposition(act.agents, act.passive)),
            _parties(claim, _before_preposition(act.patients, not act.passive)),
        )
        for act in acts(claim, start, end)
        if act.verb.stem not in _TELL_NOTHING
    )


def role_differences(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """Acts of `claim.text[start:end]` that the source tells of other people, or the other way."""
    for ours in _claimed(claim, start, end):
        act = ours.act
        told = _told_otherwise(claim, ours, index)
        if not told:
            continue
        best = max(told, key=lambda one: one.shared)
        here = best.ours or (act.verb.start, act.verb.end)
        theirs = best.theirs or (best.act.verb.start, best.act.verb.end)
        said = index.reading.text[slice(*theirs)]
        reason = (
            f"in the source “{said}” stands on the other side of “{best.act.verb.lower}”"
            if best.fit == "swapped"
            else f"the source says this of {said}"
        )
        yield Difference("name", "differs", here, theirs, reason)


def _told_otherwise(claim: Reading, ours: _Claimed, index: Index) -> list[_Beside]:
    """The acts of the source that tell it of others; none where one of them may tell the same."""
    told: list[_Beside] = []
    for other in _same_acts(ours.act, index):
        if ours.act.company & other.company:
            one = _beside(claim, ours, other, index)
            if one.fit in ("same", "unknown"):
                return []
            told.append(one)
    return told


def _same_acts(act: Act, index: Index) -> Iterator[Act]:
    yield from index.acts.get(act.verb.stem, ())
    for other in index.near_stems(act.verb.stem):
        yield from index.acts.get(other, ())


def _beside(claim: Reading, claimed: _Claimed, theirs: Act, index: Index) -> _Beside:
    ours = claimed.act
    shared = len(ours.company & theirs.company)
    if theirs.verb.lower.endswith("ing"):
        return _Beside(theirs, shared, "unknown")
    if (swap := _swap(claimed, theirs)) is not None:
        return _Beside(theirs, shared, "swapped", *swap)
    if ours.verb.stem != theirs.verb.stem:
        return _Beside(theirs, shared, "same" if shared else "unknown")
    other = _other_subject(claim, ours, theirs, shared, index)
    if other is not None:
        return _Beside(theirs, shared, "another", *other)
    return _Beside(theirs, shared, "same" if shared else "unknown")


# --- the two sides of a verb ---------------------------------------------------------------------


def _swap(claimed: _Claimed, theirs: Act) -> tuple[Span, Span] | None:
    """The words that stand on the one side of the verb here and on the other side there."""
    ours, doer, done_to = claimed.act, claimed.doers, claimed.done_to
    their_doer, their_done_to = theirs.doers, theirs.done_to
    if not their_doer and not _has_pronoun(theirs.agents):
        return None
    turned = doer & their_done_to - their_doer
    turned_back = done_to & their_doer - their_done_to
    if turned and not doer & their_doer and (turned_back or _has_pronoun(theirs.agents)):
        return _spans(turned, ours, theirs)
    if turned_back and not done_to & their_done_to and _has_pronoun(theirs.patients):
        return _spans(turned_back, ours, theirs)
    return None


def _parties(claim: Reading, words: Sequence[Word]) -> frozenset[str]:
    """The stems of the words that name somebody, or say what somebody is."""
    spans = [(name.start, name.end) for name in claim.names]
    return frozenset(
        word.stem
        for word in words
        if word.lower in _PARTIES or any(low <= word.start < high for low, high in spans)
    )


_PARTIES = ROLES | GROUPS | {"company", "agency", "authority", "union", "board", "firm", "police"}


def _has_pronoun(words: Sequence[Word]) -> bool:
    return any(word.lower in PRONOUNS for word in words)


_PREPOSITIONS_TEXT = """
in on at for from with over after during of under about
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())


def _before_preposition(words: Sequence[Word], behind: bool) -> Sequence[Word]:
    """Of the words behind a verb those up to a preposition: `sued the firm in the capital`."""
    if not behind:
        return words
    for at, word in enumerate(words):
        if word.lower in _PREPOSITIONS:
            return words[:at]
    return words


def _spans(stems: frozenset[str], ours: Act, theirs: Act) -> tuple[Span, Span]:
    one = next(w for w in (*ours.left, *ours.right) if w.stem in stems)
    other = next(w for w in (*theirs.left, *theirs.right) if w.stem in stems)
    return (one.start, one.end), (other.start, other.end)


# --- another subject -----------------------------------------------------------------------------


def _other_subject(
    claim: Reading, ours: Act, theirs: Act, shared: int, index: Index
) -> tuple[Span, Span] | None:
    """The name that the claim has for the doer, and the one that the source has instead.

    Where both are passive, the same is asked of the one to whom it was done.
    """
    sides = [(ours.agents, theirs.agents)]
    if ours.passive and theirs.passive:
        sides.append((ours.patients, theirs.patients))
    for mine, yours in sides:
        other = _another(
            claim, mine, yours, theirs, shared=shared, index=index, ours_passive=ours.passive
        )
        if other is not None:
            return other
    return None


def _another(
    claim: Reading,
    mine: Sequence[Word],
    yours: Sequence[Word],
    theirs: Act,
    *,
    shared: int,
    index: Index,
    ours_passive: bool,
) -> tuple[Span, Span] | None:
    """The name among the words of the claim's side, and another one on the same side there."""
    subject = _name_in(claim, mine)
    if subject is None or geographic(subject.text) or UNKNOWN in subject.text:
        return None
    source = index.reading
    other = _name_in(source, yours)
    if other is None or geographic(other.text):
        return None
    if index.names.aliases.same(subject.text, other.text) is not False:
        return None
    if _mentions(source, index, subject, theirs.sentence, theirs.sentence + 1):
        return None
    people = _is_person(subject, index) and _is_person(other, index)
    if people and shared:
        return (subject.start, subject.end), (other.start, other.end)
    reach = 1 if theirs.passive else 2
    first, last = theirs.sentence - reach, theirs.sentence + 1
    if subject.kind != "body" and not ours_passive:
        return None
    if shared < 2 or _mentions(source, index, subject, first, last):
        return None
    return (subject.start, subject.end), (other.start, other.end)


def _is_person(name: Name, index: Index) -> bool:
    return name.kind == "person" or any(one.kind == "person" for one in index.named(name.text))


def _name_in(reading: Reading, words: Sequence[Word]) -> Name | None:
    """The name that stands nearest to a verb among the words for its subject."""
    if not words:
        return None
    low, high = words[0].start, words[-1].end
    inside = [name for name in reading.names if low <= name.start and name.end <= high]
    return inside[0] if inside and inside[0].sure else None


def _mentions(source: Reading, index: Index, name: Name, first: int, last: int) -> bool:
    """Whether sentences `first` up to `last` (exclusive) mention a name."""
    first, last = max(first, 0), min(last, len(source.sentences))
    if first >= last:
        return False
    low, high = source.sentences[first][0], source.sentences[last - 1][1]
    surname = stem(name.words[-1].lower())
    if any(word.stem == surname for word in source.words_in(low, high)):
        return True
    return any(low <= one.start < high for one in index.named(name.text))
