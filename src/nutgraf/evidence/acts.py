"""Who did what to whom: the verbs of a sentence, with what stands before and behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nutgraf.evidence.reading import Reading
from nutgraf.language.date_mentions import MONTHS, WEEKDAYS
from nutgraf.language.stems import Word
from nutgraf.language.verb_forms import BE, HAVE, MODALS, is_passive, verbs

# Where a clause surely ends, and the words that open the next one.
_STRONG = re.compile(r"[;:—–()“”\"?!]")
_OPENERS = frozenset(
    [
        "but",
        "while",
        "although",
        "though",
        "because",
        "who",
        "whom",
        "whose",
        "which",
        "where",
        "when",
        "if",
        "unless",
        "whereas",
        "until",
        "after",
        "before",
        "since",
        "as",
        "that",
        "whether",
        "despite",
        "amid",
    ]
)
_AUXILIARIES = BE | HAVE | MODALS | {"not", "n't", "also", "since", "never", "been"}


@dataclass(frozen=True)
class Act:
    """A verb; `agents` are the words for who does it, `patients` for to whom, as far as told.

    `left` and `right` are all words of the clause on either side. For `was fined` without `by`
    the agents are empty. `shared`: its subject stands before an earlier verb.
    """

    verb: Word
    sentence: int
    passive: bool
    agents: tuple[Word, ...]
    patients: tuple[Word, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @cached_property
    def company(self) -> frozenset[str]:
        """The stems of what the clause says beside its verb."""
        return frozenset(word.stem for word in (*self.left, *self.right) if word.content)

    @cached_property
    def doers(self) -> frozenset[str]:
        """The stems of the words for who does it."""
        return _stems(self.agents)

    @cached_property
    def done_to(self) -> frozenset[str]:
        """The stems of the words for to whom it is done."""
        return _stems(self.patients)


def _stems(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.content and not word.lower[0].isdigit())


def acts(reading: Reading, start: int, end: int) -> tuple[Act, ...]:
    """The acts that the sentence `reading.text[start:end]` tells, in order."""
    words = reading.words_in(start, end)
    number = reading.sentence_at(start)
    return tuple(_acts(reading.text, words, number))


def _acts(text: str, words: tuple[Word, ...], number: int) -> Iterator[Act]:
    found = verbs(words)
    left: tuple[Word, ...] = ()
    for rank, at in enumerate(found):
        low = found[rank - 1] + 1 if rank else 0
        high = found[rank + 1] if rank + 1 < len(found) else len(words)
        before = _before(text, words, low, at)
        left = left if rank and _is_joined(words, low, at) else before
        right = _behind(text, words, at, high)
        passive = is_passive(words, at) or _is_reduced(text, words, at, right)
        agents, patients = (_by(right), left) if passive else (left, right)
        yield Act(words[at], number, passive, agents, patients, left, right)


def _is_reduced(text: str, words: tuple[Word, ...], at: int, right: tuple[Word, ...]) -> bool:
    """`a rally attended by two ministers`: a passive without its auxiliary.

    Behind a comma also `founded in 1990`; not `prices increased by a third`.
    """
    if not at or not words[at].lower.endswith(("ed", "en", "n", "t")):
        return False
    if len(right) > 1 and right[0].lower == "by" and _is_somebody(right[1]):
        return True
    comma = "," in text[words[at - 1].end : words[at].start]
    return comma and bool(right) and right[0].lower in ("by", "in", "at")


def _is_somebody(word: Word) -> bool:
    """Whether a word begins a name: figures, dates and `doing` do not."""
    return word.capital and word.lower not in MONTHS and word.lower not in WEEKDAYS


def _is_joined(words: tuple[Word, ...], low: int, at: int) -> bool:
    """Whether `and` and nothing else that could be a subject stands before a verb."""
    place = at - 1
    while place >= low and (
        words[place].lower in _AUXILIARIES or words[place].lower.endswith("ly")
    ):
        place -= 1
    return place >= low and words[place].lower in ("and", "or", "but")


def _before(text: str, words: tuple[Word, ...], low: int, at: int) -> tuple[Word, ...]:
    first = at
    while first > low:
        word = words[first - 1]
        if word.lower in _OPENERS or _STRONG.search(text, word.end, words[first].start):
            break
        first -= 1
    return tuple(w for w in words[first:at] if w.lower not in _AUXILIARIES)


def _behind(text: str, words: tuple[Word, ...], at: int, high: int) -> tuple[Word, ...]:
    last = at + 1
    while last < high:
        word = words[last]
        if word.lower in _OPENERS or _STRONG.search(text, words[last - 1].end, word.start):
            break
        last += 1
    return words[at + 1 : last]


def _by(right: tuple[Word, ...]) -> tuple[Word, ...]:
    lowers = [word.lower for word in right]
    return right[lowers.index("by") + 1 :] if "by" in lowers else ()
