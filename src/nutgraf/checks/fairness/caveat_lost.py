"""caveat-lost: what the sources say is not known, and the brief does not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.checks.case import Case
from nutgraf.checks.fairness.gaps_told import is_told, offer_of_gap, shared
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.unknowns import Unknown, share_of, unknowns
from nutgraf.language.stems import stem
from nutgraf.language.unknowing import tells_a_gap
from nutgraf.model import Place, Role, Story

# The share of what a gap is about that a sentence has which states it.
_LIMITED = 0.75
# The share that a story has of it, in all its words: without it, the gap is of another matter.
_OF_THE_STORY = 0.35
_OF_THE_STORY_LISTED = 0.25
_AT_LEAST = 2  # stems
_SINGLY = 3
# Of a fact in a sentence of the brief: then what the source says next bears on it.
_FACT = 0.6
_OF_THE_FACT = frozenset(["unverified", "early", "method"])
_SHORT = 3
_LEAD = 2  # sentences
# Why a thing happened is what its story turns on.
_CAUSES = frozenset(stem(word) for word in ("cause", "motive", "why"))


@dataclass(frozen=True)
class _Lost:
    """A gap that a story does not tell, the sentence it limits, and how near the two are."""

    unknown: Unknown
    story: int
    limited: Told | None
    weight: float
    in_notes: bool


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    lost = [one for unknown in unknowns(case.pack) if (one := _lost(case, unknown)) is not None]
    for number, story in enumerate(case.brief.stories):
        here = sorted((one for one in lost if one.story == number), key=lambda one: -one.weight)
        taken: set[Place] = set()
        for at, one in enumerate(here[:_SINGLY]):
            found = _found(case, story, one, here[_SINGLY:] if at == _SINGLY - 1 else ())
            if found.place in taken:  # a sentence is marked once
                found = replace(found, place=_heading(case, story), about=_about(one))
            taken.add(found.place)
            yield found


def _found(case: Case, story: Story, one: _Lost, others: Sequence[_Lost]) -> Found:
    """The finding of one gap; the last that is told singly counts the others and shows them."""
    message = "a source says what is not known here, and readers are not told"
    if one.in_notes:
        message += " (a note on it stands under Notes, which are not sent)"
    if others:
        message += f"; the sources have {len(others)} more such"
    offers = tuple(offer_of_gap(case, each.unknown, each.story) for each in (one, *others))
    return Found(
        _heading(case, story) if one.limited is None else one.limited.place,
        message,
        f"put under What we don’t know: - {offers[0].line}",
        tuple(case.pack.evidence(each.unknown.span) for each in (one, *others)),
        about="" if one.limited is not None else _about(one),
        offers=offers,
    )


def _about(one: _Lost) -> str:
    return f"unknown {one.unknown.text}"


def _heading(case: Case, story: Story) -> Place:
    """Where the line would go: the list of unknowns, else the first heading of the story."""
    listed = [one.place for one in story.sections if one.role is Role.UNKNOWNS]
    headed = [one.place for one in story.sections if one.heading]
    return next(iter([*listed, *headed]), case.brief.front.place)


def _lost(case: Case, unknown: Unknown) -> _Lost | None:
    """What is lost of a gap, or None where the brief tells it, or does not speak of the matter."""
    index = case.pack.sources[unknown.span.source.casefold()].index
    if is_told(case, unknown):
        return None
    told = [one for one in case.told if one.published]
    # What is told of as unknown does not ask for more that is.
    facts = [each for each in told if each.role is not Role.UNKNOWNS]
    story, share = _story_of(facts, unknown, index)
    least = _OF_THE_STORY_LISTED if unknown.listed else _OF_THE_STORY
    if story is None or share < least:
        return None
    near = [one for one in told if one.story == story and _is_limited(one, unknown, index)]
    limited = max(near, key=lambda one: share_of(unknown.topic, one.stems, index), default=None)
    weight = share + (1.0 if limited is not None else 0.0) + (0.5 if unknown.listed else 0.0)
    in_notes = any(
        tells_a_gap(one.text) and shared(unknown.topic, one.stems) >= _AT_LEAST
        for one in case.told
        if not one.published
    )
    return _Lost(unknown, story, limited, weight, in_notes)


def _story_of(told: Sequence[Told], unknown: Unknown, index: Index) -> tuple[int | None, float]:
    """The story that has most of what a gap is about, and the share it has."""
    topic = unknown.topic
    best: tuple[int | None, float] = (None, 0.0)
    for story in sorted({one.story for one in told if one.story is not None}):
        own = [one.stems for one in told if one.story in (story, None)]
        stems = frozenset[str]().union(*own)
        share = share_of(topic, stems, index)
        if unknown.kind in ("method", "early"):
            # How a study was made is said in words of any study: what it found must be told.
            about = (_lead(index), unknown.context)
            share = max(share_of(each, stems, index) for each in about)
        elif len(topic) == 1 or topic & _CAUSES:
            # A single word must be one that the story turns on.
            key = topic & (_CAUSES if len(topic) > 1 else topic)
            often = sum(shared(key, sentence) > 0 for sentence in own) >= _AT_LEAST
            share = max(share if len(topic) > 1 else 0.0, 1.0 if often else 0.0)
        elif len(topic & stems) < _AT_LEAST:
            share = 0.0
        if unknown.context and _is_told_before(told, story, unknown, index):
            share = max(share, _FACT)
        if share > best[1]:
            best = (story, share)
    return best


def _is_told_before(told: Sequence[Told], story: int, unknown: Unknown, index: Index) -> bool:
    """Whether the brief tells the fact right behind which the source admits the gap."""
    own = [one for one in told if one.story in (story, None)]
    named = any(unknown.stems & one.stems for one in own) or bool(
        unknown.kind in _OF_THE_FACT or unknown.topic & _CAUSES
    )
    return named and any(share_of(unknown.context, one.stems, index) >= _FACT for one in own)


def _lead(index: Index) -> frozenset[str]:
    """The stems of what a source begins with."""
    reading = index.reading
    spans = reading.sentences[:_LEAD]
    return frozenset(reading.stems_in(spans[0][0], spans[-1][1])) if spans else frozenset()


def _is_limited(one: Told, unknown: Unknown, index: Index) -> bool:
    """Whether a sentence states the thing of which the source says that it is not known."""
    if one.quotation is not None or one.role is None or one.leaves_open:
        return False
    topic = unknown.topic
    if topic & _CAUSES & one.stems and len(topic) <= _SHORT:
        return True
    if len(topic & one.stems) < _AT_LEAST:
        return False
    return share_of(topic, one.stems, index) >= _LIMITED


_REPORT = (
    "---\ntitle: The reservoir\n---\n"
    "The reservoir at Hallin lost a third of its water in a week, the water board said. Engineers "
    "found a crack in the northern wall of the reservoir.\n\n"
    "It is not known whether the crack reaches the foundations of the wall.\n"
)

RULE = Rule(
    name="caveat-lost",
    family="fairness",
    severity="warning",
    decided="code",
    law="What a source says is not known is told to readers where the brief tells the rest.",
    why="A story without its gaps reads as settled; the next report then reads as a correction.",
    bad=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nEngineers found a crack in the northern wall of the reservoir at Hallin. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The reservoir\ndate: 2025-03-07\n---\n"
        "## Summary\n\nEngineers found a crack in the northern wall of the reservoir at Hallin. "
        "[@report]\n\n## What we don’t know\n\n"
        "- It is unclear whether the crack reaches the foundations. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
