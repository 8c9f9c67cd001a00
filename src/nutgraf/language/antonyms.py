"""Whether two words are opposites: by a pair of `antonym_pairs`, or by a prefix that denies."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from nutgraf.language.antonym_pairs import CONVERSE as _CONVERSE
from nutgraf.language.antonym_pairs import NOUNS, QUALITIES, VERBS
from nutgraf.language.stems import stem


def _read_converse() -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for line in _CONVERSE.strip().splitlines():
        left, _, right = line.partition("/")
        pairs |= {(stem(a), stem(b)) for a in left.split() for b in right.split()}
    return frozenset(pairs | {(b, a) for a, b in pairs})


CONVERSE = _read_converse()

_SMALL = (
    "before/after above/below over/under up/down inside/outside more/less more/fewer most/least"
)


def _read_small() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _SMALL.split():
        one, _, other = pair.partition("/")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


SMALL_OPPOSITES = _read_small()
"""Function words in small letters with their opposites."""


def are_converse(one: str, other: str) -> bool:
    """Whether two stems tell one event from its two sides: `A sold what B bought`."""
    return (one, other) in CONVERSE


def _read() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for line in f"{VERBS}\n{NOUNS}\n{QUALITIES}".splitlines():
        left, slash, right = line.partition("/")
        if not slash:
            continue
        ours, theirs = ({stem(word) for word in side.split()} for side in (left, right))
        for one in ours:
            pairs.setdefault(one, set()).update(theirs - {one})
        for other in theirs:
            pairs.setdefault(other, set()).update(ours - {other})
    return {one: frozenset(others) for one, others in pairs.items()}


ANTONYMS = _read()
"""Stems, as `stems.stem` makes them, each with the stems of its opposites."""


_PREFIXES = ("un", "dis", "non", "mis", "in", "im", "ir", "il")
_LONGEST = 1 + len("non-")  # characters before a word that is denied
_UNRELATED = """
discover cover disclose close discount count discharge charge dispatch patch dispose pose display
play distract tract disease ease dispute pute misfire fire mistake take mission sion distress stress
invest vest involve volve income come increase crease import port impress press improve prove
invent vent instant stant intend tend intent tent inform form inside side infant fant insight sight
incline cline indent dent impact pact impart part imply ply industry dustry insert sert install
stall institute stitute insist sist inspect spect inspire spire incur cur infer fer input put
union ion unit unite ite until til universal versal illness lness discipline cipline distance tance
district trict disaster aster inland land intake take index dex indict dict dismiss miss
disarm arm display discard card disgrace grace impound pound impose pose inquire quire
inner interest terest internet ternet interior terior inmate mate innate nate inning ning
"""


def _unrelated() -> frozenset[tuple[str, str]]:
    words = _UNRELATED.split()
    return frozenset((stem(a), stem(b)) for a in words for b in words if a.endswith(b) and a != b)


_NOT_NEGATED = _unrelated()


def opposite(one: str, other: str) -> bool:
    """Whether two stems (see `stems.stem`) are opposites: a pair, or one the other's negation."""
    return other in ANTONYMS.get(one, ()) or _is_negated(one, other) or _is_negated(other, one)


def _is_negated(long: str, short: str) -> bool:
    """`unaware` and `aware`, by a prefix that denies."""
    if len(short) < 4 or len(long) <= len(short) or not long.endswith(short):
        return False
    if long[: -len(short)].rstrip("-") not in _PREFIXES:
        return False
    return (long, short) not in _NOT_NEGATED


def opposites(one: str, among: AbstractSet[str] = frozenset()) -> frozenset[str]:
    """The stems of the opposites of a stem; those of `among` that are so by a prefix included."""
    return ANTONYMS.get(one, frozenset()) | (_by_prefix(one) & among)


@lru_cache(maxsize=8192)
def _by_prefix(one: str) -> frozenset[str]:
    """Every stem that is opposite to a stem by a prefix, with a hyphen or without."""
    longer = (prefix + hyphen + one for prefix in _PREFIXES for hyphen in ("", "-"))
    shorter = (one[at:] for at in range(1, min(len(one) - 3, _LONGEST)))
    return frozenset(other for other in (*longer, *shorter) if opposite(one, other))
