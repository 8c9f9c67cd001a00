"""A difference in certainty between a claim and a passage, and which words of the two compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.certainty import Cue, CueKind
from nutgraf.language.certainty_alignment import Side, best, closeness, enough
from nutgraf.language.near_words import neighbours

Span = tuple[int, int]
Kind = Literal[
    "negation lost",
    "negation added",
    "hedge dropped",
    "hedge added",
    "attribution dropped",
    "attribution shifted",
    "scope widened",
    "scope narrowed",
    "ladder climbed",
    "plan as deed",
    "direction reversed",
    "stance reversed",
]
Weight = Literal["clear", "slight"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a claim goes beyond, or against, its passage.

    `claim` and `passage` are the spans of the words that differ (the governed word where one
    side has no word for it), `said` and `stands` their text. `slight` ones are what good
    summaries do too (an attribution to officials left out); only a cue for a person.
    """

    kind: Kind
    weight: Weight
    claim: Span
    said: str
    passage: Span
    stands: str
    ladder: str = ""


Place = tuple[Side, Span]


def difference(
    kind: Kind, weight: Weight, ours: Place, theirs: Place, ladder: str = ""
) -> Difference:
    """A difference between a place of the claim and a place of the passage."""
    (claim, here), (passage, there) = ours, theirs
    said, stands = claim.read.text[slice(*here)], passage.read.text[slice(*there)]
    return Difference(kind, weight, here, said, there, stands, ladder)


def span_of(one: Side, at: int) -> Span:
    return one.words[at].start, one.words[at].end


def with_head(cue: Cue, one: Side, head: int) -> Span:
    word = one.words[head]
    return min(cue.start, word.start), max(cue.end, word.end)


def answers(one: Side, i: int, other: Side, *, recalled: bool = False) -> list[int]:
    """The words of `other` with the stem of word `i` that keep the same company, best ones only."""
    stem = one.words[i].stem
    candidates = other.by_stem.get(stem) or kin(stem, other)
    top, found = best(one, i, other, candidates, recalled=recalled)
    return found if top >= enough(one, i) else []


_ROOT = 4  # letters that a verb and its noun share


def kin(stem: str, other: Side) -> tuple[int, ...]:
    """The words of `other` that are made of the same word: `admission` of `admit`."""
    near = neighbours(stem) & other.by_stem.keys()
    return tuple(j for one in near if one[:_ROOT] == stem[:_ROOT] for j in other.by_stem[one])


def unanswered(one: Side, other: Side, kind: CueKind) -> Iterator[tuple[Cue, int, int]]:
    """Cues of `one`, with the first governed word that `other` has too, and where."""
    for cue in one.read.of(kind):
        for head in cue.heads[:1]:
            answering = answers(one, head, other, recalled=kind == "hedge")
            if answering:
                yield cue, head, answering[0]


CLOSE_ENOUGH = 0.5  # share of the neighbours from which two words surely speak of one thing


def sure(one: Side, i: int, other: Side, j: int, *, recalled: bool = False) -> Weight:
    """`clear` where the two words keep the same neighbours; see `score` for `recalled`."""
    near = max(
        closeness(one, i, other, j, recalled=recalled),
        closeness(other, j, one, i, recalled=recalled),
    )
    return "clear" if near >= CLOSE_ENOUGH else "slight"
