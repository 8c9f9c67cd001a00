"""Who says a statement, outside quotation marks: the party, and which words it covers.

`Ann Lee said the bridge is safe`, `the bridge is safe, officials said`, `according to the filing,
the bridge is safe`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.clause_words import Word

Stance = Literal["neutral", "contested"]

_NEUTRAL = """
say says said saying tell tells told announce announces announced report reports reported
confirm confirms confirmed add adds added note notes noted state states stated write writes wrote
written testify testifies testified explain explains explained reveal reveals revealed disclose
discloses disclosed find finds found show shows showed declare declares declared acknowledge
acknowledges acknowledged admit admits admitted concede concedes conceded rule ruled rules
conclude concludes concluded observe observed recall recalled reply replied respond responded
describe described estimate estimates estimated tweeted posted
"""
_CONTESTED = """
claim claims claimed claiming allege alleges alleged alleging argue argues argued arguing contend
contends contended insist insists insisted insisting maintain maintains maintained assert asserts
asserted suggest suggests suggested believe believes believed think thinks thought warn warns
warned warning predict predicts predicted fear fears feared suspect suspects suspected accuse
accuses accused complain complains complained speculate speculates speculated hope hopes hoped
doubt doubts doubted expect expects expected deny denies denied dispute disputes disputed
"""
STANCES: dict[str, Stance] = {
    **dict.fromkeys(_NEUTRAL.split(), "neutral"),
    **dict.fromkeys(_CONTESTED.split(), "contested"),
}
"""Verbs of saying, and whether what is said is the party's own view of things."""

_NOUN_LIKE = frozenset(
    [
        "report",
        "reports",
        "claim",
        "claims",
        "state",
        "states",
        "note",
        "notes",
        "rule",
        "rules",
        "fear",
        "fears",
        "hope",
        "hopes",
        "doubt",
        "doubts",
        "show",
        "shows",
        "find",
        "finds",
        "written",
        "dispute",
        "disputes",
    ]
)
_PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_NO_SUBJECT = _PASSIVE | {"to", "the", "a", "an", ",", "and", "than", "as"}
_SKIPPED = frozenset(
    [
        "also",
        "later",
        "then",
        "has",
        "have",
        "had",
        "would",
        "will",
        "did",
        "not",
        "never",
        "n't",
        "repeatedly",
    ]
)
_NEEDS_THAT = frozenset(
    [
        "found",
        "find",
        "finds",
        "show",
        "shows",
        "showed",
        "rule",
        "ruled",
        "rules",
        "added",
        "add",
        "adds",
        "write",
        "writes",
        "wrote",
        "written",
        "declare",
        "declared",
        "describe",
        "described",
        "told",
        "tell",
        "tells",
        "reported",
        "confirm",
        "confirmed",
        "confirms",
        "deny",
        "denied",
        "denies",
        "dispute",
        "disputed",
        "disputes",
        "expect",
        "expects",
        "expected",
        "accuse",
        "accused",
        "accuses",
    ]
)
_OBJECT_STARTS = frozenset(
    [
        "that",
        "it",
        "he",
        "she",
        "they",
        "there",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "no",
        "some",
        "this",
        "these",
        "those",
        "how",
        "whether",
    ]
)


_LONGEST_PARTY = 30  # words


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution: index ranges (end exclusive) of the words of its party and of what is said.

    `verb` is the index of the verb or of `according`.
    """

    party: tuple[int, int]
    verb: int
    said: tuple[int, int]
    stance: Stance


def sayings(words: Sequence[Word], start: int, end: int) -> Iterator[Saying]:
    """The attributions in the sentence `words[start:end]`, in order."""
    for at in range(start, end):
        small = words[at].small
        if small == "according" and at + 2 < end and words[at + 1].small == "to":
            yield _according(words, at, start, end)
        elif small in STANCES:
            found = _by_verb(words, at, start, end)
            if found is not None:
                yield found


def _according(words: Sequence[Word], at: int, start: int, end: int) -> Saying:
    stop = _phrase_end(words, at + 2, end)
    lead = at == start or (at - start < 3 and words[at - 1].small in ('"', ",", "and", "but"))
    said = (min(stop + 1, end), end) if lead else (start, at)
    return Saying((at + 2, stop), at, said, "neutral")


def _phrase_end(words: Sequence[Word], at: int, end: int) -> int:
    """The index behind a noun phrase that begins at `at`: up to a mark or a new clause."""
    for i in range(at, min(end, at + _LONGEST_PARTY)):
        new_clause = i > at and words[i].clause != words[at].clause
        if words[i].small in ',;:.!?"()—' or new_clause:
            return i
    return min(end, at + _LONGEST_PARTY)


def _by_verb(words: Sequence[Word], at: int, start: int, end: int) -> Saying | None:
    small = words[at].small
    stance = STANCES[small]
    if at > start and words[at - 1].small == "," and small.endswith("d"):
        stop = _phrase_end(words, at + 1, end)
        if stop > at + 1 and not _continues(words, at + 1, stop):
            return Saying((at + 1, stop), at, (start, at), stance)
    subject = _subject(words, at, start)
    if subject is None:
        return None
    comma = subject[0] > start and words[subject[0] - 1].small == ","
    last = at + 1 == end or words[at + 1].small in ',;:."—' or at + 2 >= end
    if comma and (last or not _opens_statement(words, at, end)):
        return Saying(subject, at, (start, subject[0]), stance)
    if at + 1 >= end:
        return None
    if (small in _NEEDS_THAT or small in _NOUN_LIKE) and not _opens_statement(words, at, end):
        return None
    return Saying(subject, at, (at + 1, end), stance)


def _continues(words: Sequence[Word], start: int, stop: int) -> bool:
    """Whether what follows a comma and a verb has a statement of its own: `, said he would go`."""
    return any(words[i].small in ("that", "would", "will", "was", "is") for i in range(start, stop))


def _opens_statement(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a statement follows the verb: `that`, or a subject and something behind it."""
    after = [words[i].small for i in range(at + 1, min(end, at + 7))]
    if "that" in after:
        return True
    return len(after) > 3 and after[0] in _OBJECT_STARTS and after[1][0].isalnum()


def _subject(words: Sequence[Word], at: int, start: int) -> tuple[int, int] | None:
    """The noun phrase left of a verb, in its clause; None for a passive or a noun."""
    stop = at
    while stop > start and (
        words[stop - 1].small in _SKIPPED or words[stop - 1].small.endswith("ly")
    ):
        stop -= 1
    if stop - 1 > start and words[stop - 1].small == ",":
        stop = _before_aside(words, stop - 1, start)
    if stop == start or words[stop - 1].small in _NO_SUBJECT:
        return None
    if words[stop - 1].small in ("who", "which", "that"):
        stop -= 1
        if stop > start and words[stop - 1].small == ",":
            stop -= 1
    first = stop
    low = max(start, stop - _LONGEST_PARTY)
    while first > low and words[first - 1].clause == words[stop - 1].clause:
        if words[first - 1].small in ',;:"—()' or words[first - 1].small == "that":
            break
        first -= 1
    return (first, stop) if first < stop else None


_LONGEST_ASIDE = 25  # words


def _before_aside(words: Sequence[Word], comma: int, start: int) -> int:
    """The index behind the subject of `Ann Lee, who runs the yard, said`; of no aside, `comma`."""
    for i in range(comma - 1, max(start, comma - _LONGEST_ASIDE), -1):
        if words[i].small in ';:"—()':
            break
        if words[i].small == "," and not words[i - 1].small[0].isdigit():
            return i
    return comma + 1
