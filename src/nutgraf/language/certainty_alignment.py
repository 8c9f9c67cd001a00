"""Which word of a passage answers which word of a claim, by the company the two keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.language.certainty import Certainty
from nutgraf.language.clause_words import Word

_WINDOW = 6  # words of content on either side that count as company
_NEAR = 3  # and those that count as neighbours


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its words, and of each content word the stems around it.

    `content` are the indexes of the content words; `company` are the stems within six words of
    content in the same sentence, `clause` those of the same clause, `near` those within three,
    `left` the nearest one before; `recalled` those of the sentence before, where a pronoun (`she
    believed that it would`) takes them up.
    """

    read: Certainty
    content: Sequence[int]
    by_stem: dict[str, tuple[int, ...]]
    company: Mapping[int, frozenset[str]]
    clause: dict[int, frozenset[str]]
    near: Mapping[int, frozenset[str]]
    left: dict[int, str]
    recalled: dict[int, frozenset[str]]

    @property
    def words(self) -> Sequence[Word]:
        return self.read.words

    def stems(self) -> frozenset[str]:
        return frozenset(self.by_stem)


class _Around(dict[int, frozenset[str]]):
    """Of each content word the stems around it, gathered when somebody asks.

    `places` tells the stems of its sentence, and which of them it is.
    """

    def __init__(self, places: Mapping[int, tuple[Sequence[str], int]], reach: int) -> None:
        super().__init__()
        self._places = places
        self._reach = reach

    def __missing__(self, at: int) -> frozenset[str]:
        stems, rank = self._places[at]
        near = stems[max(0, rank - self._reach) : rank + self._reach + 1]
        found = self[at] = frozenset(near) - {stems[rank]}
        return found


def side(read: Certainty) -> Side:
    """`read` made ready for `best`. Linear in its words."""
    content = [i for i, word in enumerate(read.words) if word.content]
    places: dict[int, tuple[Sequence[str], int]] = {}
    found = Side(read, content, {}, _Around(places, _WINDOW), {}, _Around(places, _NEAR), {}, {})
    by_stem: dict[str, list[int]] = {}
    clauses: dict[int, set[str]] = {}
    sentences: dict[int, list[str]] = {}
    for i in content:
        here = read.words[i]
        by_stem.setdefault(here.stem, []).append(i)
        clauses.setdefault(here.clause, set()).add(here.stem)
        sentences.setdefault(here.sentence, []).append(here.stem)
    found.by_stem.update({stem: tuple(at) for stem, at in by_stem.items()})
    recalled = _recalled(read, content)
    shared = {clause: frozenset(stems) for clause, stems in clauses.items()}
    sentence = rank = -1
    for i in content:
        here = read.words[i]
        rank = rank + 1 if here.sentence == sentence else 0
        sentence = here.sentence
        stems = sentences[sentence]
        places[i] = stems, rank
        found.clause[i] = shared[here.clause]
        found.recalled[i] = recalled.get(sentence, frozenset())
        found.left[i] = stems[rank - 1] if rank else ""
    return found


_PRONOUNS = frozenset(["it", "they", "them", "this", "these", "those"])


def _recalled(read: Certainty, content: Sequence[int]) -> dict[int, frozenset[str]]:
    """For each sentence with a pronoun for a thing, the stems of the sentence before."""
    stems: dict[int, set[str]] = {}
    for i in content:
        stems.setdefault(read.words[i].sentence, set()).add(read.words[i].stem)
    taking = {word.sentence for word in read.words if word.small in _PRONOUNS}
    return {at: frozenset(stems.get(at - 1, ())) for at in taking if at}


def score(one: Side, i: int, other: Side, j: int, *, recalled: bool = False) -> int:
    """How much company two words share; what stands in the same clause counts twice.

    With `recalled`, what a pronoun takes up from the sentence before counts as company.
    """
    near = len(one.company[i] & other.company[j])
    if recalled:
        near = len((one.company[i] | one.recalled[i]) & (other.company[j] | other.recalled[j]))
    clause = one.clause[i] & other.clause[j]
    return near + len(clause - {one.words[i].stem, other.words[j].stem})


def closeness(one: Side, i: int, other: Side, j: int, *, recalled: bool = False) -> float:
    """The share of the neighbours of word `i` that are neighbours of word `j` too (0 to 1)."""
    near = one.near[i]
    there = other.near[j] | other.recalled[j] if recalled else other.near[j]
    return len(near & there) / len(near) if near else 0.0


def best(
    one: Side, i: int, other: Side, candidates: Iterable[int], *, recalled: bool = False
) -> tuple[int, list[int]]:
    """The highest score of the candidates as answers to word `i`, and those that have it."""
    scored = [(score(one, i, other, j, recalled=recalled), j) for j in candidates]
    top = max((value for value, _ in scored), default=-1)
    return top, [j for value, j in scored if value == top]


def enough(one: Side, i: int) -> int:
    """The score from which two words speak of one thing: a third of the company, at least 2."""
    most = min(len(one.company[i]), 2 * _WINDOW)
    return 1 if most <= 1 else max(2, (most + 2) // 3 + 1)
