"""Certainty: what the passage denies, doubts, limits or leaves to others to say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nutgraf.evidence.difference import Difference, Relation, Slot
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import certainty, certainty_comparison
from nutgraf.language.certainty_alignment import Side, side
from nutgraf.language.common_words import is_common
from nutgraf.language.governing import is_negated
from nutgraf.language.near_words import neighbours
from nutgraf.language.negation import is_not_until, is_the_last
from nutgraf.language.roles import GROUPS, ROLES
from nutgraf.language.stems import read
from nutgraf.language.turning_words import PRONOUNS

_RELATIONS: dict[str, tuple[Slot, Relation]] = {
    "negation lost": ("polarity", "differs"),
    "negation added": ("polarity", "differs"),
    "direction reversed": ("polarity", "differs"),
    "stance reversed": ("polarity", "differs"),
    "hedge dropped": ("certainty", "hedge dropped"),
    "attribution dropped": ("certainty", "attribution dropped"),
    "attribution shifted": ("certainty", "attribution shifted"),
    "scope widened": ("certainty", "scope widened"),
    "ladder climbed": ("certainty", "ladder climbed"),
    "plan as deed": ("certainty", "plan as deed"),
}


def certainty_differences(
    claim: Reading, start: int, end: int, index: Index, passage: Span, *, coverage: float
) -> Iterator[Difference]:
    """Where `claim.text[start:end]` goes beyond, or against, a passage of the source.

    What good summaries do too is told as not certain; saying less than the source is no fault.
    """
    text = index.reading.text[slice(*passage)]
    ours, theirs = _side(claim, start, end), _side(index.reading, *passage)
    for one in certainty_comparison.compare(ours, theirs):
        if one.kind not in _RELATIONS:
            continue
        if one.kind == "direction reversed" and _is_said_too(one.said, text):
            continue
        if one.kind == "scope widened" and one.stands.split()[0].lower() in _MORE_THAN_ONE:
            continue
        if one.stands.lower().startswith("no ") and is_negated(claim.text[start:end]):
            continue
        if one.kind == "negation lost" and (
            is_the_last(claim.text[start:end], text) or is_not_until(text, one.passage[1])
        ):
            continue
        slot, relation = _RELATIONS[one.kind]
        span = (start + one.claim[0], start + one.claim[1])
        there = (passage[0] + one.passage[0], passage[0] + one.passage[1])
        if one.kind == "negation lost" and _is_parted(there, index.reading):
            continue
        reason = f"{one.kind}: the source says “{one.stands}”"
        certain = one.weight == "clear"
        if slot == "polarity":
            # Of another matter, the same word may well be denied.
            certain = certain and coverage >= _LEAST.get(one.kind, SAME_MATTER)
        # Where the passage has nearly all of the claim, it is of nothing else.
        certain = certain or coverage >= _ALL_OF_IT.get(one.kind, 2.0)
        if one.kind == "attribution shifted":
            certain = certain or (
                _is_party(one.said) and _is_party(one.stands) and not _near(one.said, index, there)
            )
        yield Difference(slot, relation, span, there, reason, certain=certain)


def _is_parted(span: Span, reading: Reading) -> bool:
    """Whether a quotation ends within a span: what it denies, it denies of nothing behind it."""
    return any(span[0] < end <= span[1] for one in reading.quotations for _, end in one.pieces)


def _side(reading: Reading, start: int, end: int) -> Side:
    """How surely a passage is said, ready to be compared."""
    return _read_side(reading.text[start:end])


@lru_cache(maxsize=1024)
def _read_side(text: str) -> Side:
    return side(certainty.read(text))


def _is_said_too(said: str, passage: str) -> bool:
    """Whether the passage has the word itself, or one that may stand for it, too."""
    stems = {word.stem for word in read(passage)}
    return any(
        word.stem in stems or neighbours(word.stem) & stems for word in read(said) if word.content
    )


def _is_party(text: str) -> bool:
    """Whether words name or describe somebody who can say a thing."""
    words = read(text)
    if not words or len(words) > LONGEST_PARTY:
        return False
    # `its director`: who is meant stands in a sentence before.
    if words[0].lower in PRONOUNS:
        return False
    if any(word.lower in ("another", "report", "reports", "documents", "study") for word in words):
        return False
    known = any(word.lower in _PARTIES or word.lower.rstrip("s") in _PARTIES for word in words)
    name = any(word.capital and not is_common(word.lower) for word in words[1:])
    return known or name


def _near(said: str, index: Index, theirs: Span) -> bool:
    """Whether the source speaks of the party right around the passage."""
    reading = index.reading
    number = reading.sentence_at(theirs[0])
    first, last = max(number - 1, 0), min(number + 1, len(reading.sentences) - 1)
    around = reading.words_in(reading.sentences[first][0], reading.sentences[last][1])
    stems = {word.stem for word in around}
    return any(word.stem in stems for word in read(said) if word.content)


# A plural says as much: `several groups` sued, and `groups` did.
_MORE_THAN_ONE = frozenset(["several", "various", "multiple", "numerous"])
SAME_MATTER = 0.7
# Whoever adds a negation speaks of the matter that the passage affirms.
_LEAST = {"negation added": 0.6}
# The share of a claim in the passage from which a slight difference counts, measured on news.
_ALL_OF_IT = {"scope widened": 0.8, "plan as deed": 0.9, "negation lost": 0.95}
LONGEST_PARTY = 7
_PARTIES = (
    ROLES
    | GROUPS
    | frozenset(
        [
            "union",
            "agency",
            "company",
            "authority",
            "auditor",
            "department",
            "ministry",
            "court",
            "police",
            "regulator",
            "watchdog",
            "firm",
            "district",
            "council",
            "board",
            "government",
            "farmer",
            "resident",
            "teacher",
            "parent",
            "expert",
        ]
    )
)
