"""A page's text as what is compared: its sentences as words, without page, marks and typography."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, islice

from nutgraf.evidence.drift.page_lines import is_page_line
from nutgraf.language import furniture, sentences

Span = tuple[int, int]

_INSIDE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens and what has no width
_ACCENTS = "\u0300-\u036f"
_WORD = re.compile(
    rf"[$€£¥]?[^\W_][^\W_{_INSIDE}{_ACCENTS}]*"
    rf"(?:[{_INSIDE}{_ACCENTS}'’.,][^\W_]+|[{_INSIDE}{_ACCENTS}])*%?"
)
# An address is no word of the text: that of a link, or one that stands by itself.
_ADDRESS = re.compile(r"\]\([^()\s]*\)|\bhttps?://[^\s<>()]+")
_DROPPED = str.maketrans("", "", _INSIDE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading or bullet; `words` are those of its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A text with its passages in order, furniture left out."""

    text: str
    passages: tuple[Passage, ...]

    def has(self, other: Page, at: int) -> bool:
        """Whether the passage of that number of another page stands here word for word.

        It stands alone, or between the same words as there: where sentences end does not count.
        """
        passage = other.passages[at]
        begun = other.first_words[at]
        ended = begun + len(passage.words)
        for first in self._places(passage.words):
            last = first + len(passage.words)
            if (first in self._bounds or self._before(first) == other._before(begun)) and (
                last in self._bounds or self._behind(last) == other._behind(ended)
            ):
                return True
        return False

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        """Where those words stand together, by the number of the first; found by the rarest."""
        rarest = min(range(len(words)), key=lambda at: len(self._at.get(words[at], ())))
        for place in islice(self._at.get(words[rarest], ()), _PLACES):
            first = place - rarest
            if first >= 0 and self.words[first : first + len(words)] == list(words):
                yield first

    def _before(self, at: int) -> list[str]:
        return self.words[max(at - _AROUND, 0) : at]

    def _behind(self, at: int) -> list[str]:
        return self.words[at : at + _AROUND]

    @cached_property
    def words(self) -> list[str]:
        """All words, in order."""
        return [word for one in self.passages for word in one.words]

    @cached_property
    def first_words(self) -> list[int]:
        """The number of the first word of each passage."""
        return list(accumulate((len(one.words) for one in self.passages[:-1]), initial=0))

    @cached_property
    def _bounds(self) -> frozenset[int]:
        return frozenset([*self.first_words, len(self.words)])

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        """The numbers at which each word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            found[word].append(number)
        return dict(found)


_AROUND = 3  # words
_PLACES = 200  # of the rarest word of a sentence; more are no text that anybody wrote


@lru_cache(maxsize=8)  # the rules ask for one page again, claim by claim
def page_of(text: str) -> Page:
    """The text of a page, ready to be compared. Never raises; linear in the text."""
    outside = furniture.read(text)
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    starts = [start for start, _ in addresses]
    passages: list[Passage] = []
    for start, end in sentences.split(text):
        if furniture.covers(outside, start, end) or is_page_line(text[start:end]):
            continue
        tokens = tuple(
            token
            for token in tokens_of(text, start, end)
            if not _within(token.start, addresses, starts)
        )
        if tokens:
            words = tuple(token.text for token in tokens)
            passages.append(Passage(start, end, tokens, words))
    return Page(text, tuple(passages))


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of `text[start:end]`, each as it is compared."""
    for found in _WORD.finditer(text, start, end):
        yield Token(_folded(found[0]), found.start(), found.end())


def key_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(token.text for token in tokens_of(text, 0, len(text)))


def _within(at: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    found = bisect_left(starts, at + 1) - 1
    return found >= 0 and at < spans[found][1]


def _folded(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word.translate(_DROPPED).replace("’", "'"))
    word = word.casefold()
    if "," in word and any(c.isdigit() for c in word):
        word = word.replace(",", "")
    # U.S. is US, and 2.5 is not 25.
    return word if any(c.isdigit() for c in word) else word.replace(".", "")
