"""A sentence cut into noun phrases, verbs, and the small words and marks between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.names import Name
from nutgraf.language.noun_phrases import PREPOSITIONS as _SPEAKERS_PREPOSITIONS
from nutgraf.language.present_verbs import is_present
from nutgraf.language.stems import Word
from nutgraf.language.verb_forms import BE, HAVE, MODALS, is_passive, verbs

Kind = Literal[
    "noun", "verb", "preposition", "and", "relative", "opener", "comma", "stop", "time", "quote"
]

_RELATIVES = frozenset({"who", "which", "whom", "whose", "that"})
_OPENER_WORDS = """
but while although though because where when if unless whereas whether so than
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
_MORE_PREPOSITIONS = """
of per via since until over within without toward towards upon onto off among around across along
beyond behind beside besides above below beneath amid like unlike up out down
"""
PREPOSITIONS = (
    (_SPEAKERS_PREPOSITIONS | frozenset(_MORE_PREPOSITIONS.split()))
    - _RELATIVES
    - _OPENERS
    - {"and", "or"}
)
_DETERMINER_WORDS = """
the a an its his her their this these those no some any each every another our my your
"""
DETERMINERS = frozenset(_DETERMINER_WORDS.split())
_PRONOUN_WORDS = """
he she it they him them i we you us me
"""
PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_SMALL = BE | HAVE | MODALS | {"to", "not", "n't", "also", "never", "already", "still", "since"}
_MAIN = (BE | HAVE) - {"'s", "'re", "'ve", "being", "having", "got", "gets", "get"}
_TIMELY_WORDS = """
now then later still just only once too again soon ago today yesterday tomorrow here there however
instead
"""
_TIMELY = frozenset(_TIMELY_WORDS.split())
_KIN = frozenset(
    ["family", "group", "company", "firm", "team", "government", "administration", "campaign"]
)
_NO_ADVERBS_TEXT = """
family reply supply assembly anomaly bully ally rally july italy monopoly fly jelly
"""
_NO_ADVERBS = frozenset(_NO_ADVERBS_TEXT.split())
_STOP = re.compile(r"[;:—–(){}\[\]?!…]|\s-\s|\n\n")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one kind. Of a noun phrase `name` is the name at its head, if it has one.

    `owner` is the name before its `'s`. Of a verb `passive` tells `was sued`, `infinitive` that
    `to` stands before it, and `bare` that no auxiliary does.
    """

    kind: Kind
    words: tuple[Word, ...]
    name: Name | None = None
    owner: Name | None = None
    passive: bool = False
    infinitive: bool = False
    bare: bool = True

    @property
    def first(self) -> str:
        return self.words[0].lower

    @property
    def last(self) -> Word:
        return self.words[-1]


def chunks(reading: Reading, start: int, end: int) -> tuple[Chunk, ...]:
    """The chunks of the sentence `reading.text[start:end]`, in order."""
    return tuple(_Cutter(reading, start, end).cut())


class _Cutter:
    """Goes over the words of one sentence once."""

    def __init__(self, reading: Reading, start: int, end: int) -> None:
        self.text = reading.text
        self.words = reading.words_in(start, end)
        self.names = {name.start: name for name in _inside(reading.names, start, end)}
        self.times = _spans(reading.dates, start, end)
        self.quoted = [
            (q.start, q.end) for q in reading.quotations if q.start < end and start < q.end
        ]
        self.in_name = self._covering()
        found = {at for at in verbs(self.words) if at not in self.in_name}
        found |= {
            at
            for at in range(len(self.words))
            if at not in self.in_name
            and is_present(self.words, at, after_name=at - 1 in self.in_name)
        }
        self.verbs = {at for at in found if not self._is_hyphened(at)}
        self.verbs |= {at for at in range(len(self.words)) if self._is_main(at)}

    def _is_hyphened(self, at: int) -> bool:
        """`sixth-placed`, `well-known`: no verb."""
        return self.text[self.words[at].start - 1] in "-‐‑" if self.words[at].start else False

    def _is_main(self, at: int) -> bool:
        """Whether `is` or `has` is all the verb there is: `is a fund`, `has 300 members`."""
        if self.words[at].lower not in _MAIN:
            return False
        after = at + 1
        while after < len(self.words) and (
            self.words[after].lower in _SMALL or _is_adverb(self.words[after])
        ):
            after += 1
        return after not in self.verbs

    def _covering(self) -> dict[int, Name]:
        found: dict[int, Name] = {}
        for at, word in enumerate(self.words):
            for name in self.names.values():
                if name.start <= word.start < name.end:
                    found[at] = name
        return found

    def cut(self) -> Iterator[Chunk]:
        noun: list[int] = []
        for at, word in enumerate(self.words):
            mark = self._mark(at)
            kind = self._kind(at)
            if noun and (mark or kind != "noun" or self._begins(at)):
                yield self._noun(noun)
                noun = []
            if mark:
                yield Chunk(mark, (word,))
            if kind == "noun":
                noun.append(at)
            elif kind == "verb":
                yield self._verb(at)
            elif kind == "quote":
                if not at or self._kind(at - 1) != "quote":
                    yield Chunk(kind, (word,))
            elif kind is not None:
                yield Chunk(kind, (word,))
        if noun:
            yield self._noun(noun)

    def _mark(self, at: int) -> Literal["comma", "stop"] | None:
        if not at:
            return None
        low, high = self.words[at - 1].end, self.words[at].start
        if any(start < low and high < end for start, end in self.quoted):
            return None
        between = self.text[low:high]
        if between == " ":
            return None
        if _STOP.search(between):
            return "stop"
        return "comma" if "," in between else None

    def _kind(self, at: int) -> Kind | None:
        word = self.words[at]
        if any(low <= word.start < high for low, high in self.quoted):
            return "quote"
        if at in self.in_name:
            return "noun"
        if any(low <= word.start < high for low, high in self.times):
            return "time"
        if at in self.verbs:
            return "verb"
        if self._is_hyphened(at):
            return "noun"
        lower = word.lower
        if lower in _RELATIVES:
            return "relative" if lower != "that" or self._is_relative_that(at) else "opener"
        if lower in ("and", "or", "nor"):
            return "and"
        if lower in _OPENERS:
            return "opener"
        if lower in ("as", "after", "before", "since", "until") and self._clause_follows(at):
            return "opener"
        if lower in PREPOSITIONS:
            return "preposition"
        if self._is_participle(at):
            return "opener"
        if lower in _SMALL or lower in _TIMELY or _is_adverb(word):
            return None
        return "noun"

    def _is_participle(self, at: int) -> bool:
        """`the minister asking for an inquiry`, `the suit, alleging that …`."""
        lower = self.words[at].lower
        if not lower.endswith("ing") or len(lower) < 5 or at + 1 >= len(self.words) or not at:
            return False
        before, after = self.words[at - 1].lower, self.words[at + 1]
        if before in DETERMINERS or (before in PREPOSITIONS and not self._mark(at)):
            return False
        return after.lower in DETERMINERS | PREPOSITIONS | PRONOUNS | {"that", "to"}

    def _is_relative_that(self, at: int) -> bool:
        """`the firm that built it`: a verb follows, and a noun stands before."""
        after = at + 1
        while after < len(self.words) and self.words[after].lower in _SMALL:
            after += 1
        return after in self.verbs and at > 0 and at - 1 not in self.verbs

    def _clause_follows(self, at: int) -> bool:
        """Whether a subject and a verb stand behind `after` and the like before the next mark."""
        for i in range(at + 1, min(len(self.words), at + 9)):
            if self._mark(i) and i > at + 1:
                return False
            if i in self.verbs:
                return i > at + 1
        return False

    def _begins(self, at: int) -> bool:
        """Whether another noun phrase begins at a word, right behind the one so far."""
        word, before = self.words[at], self.words[at - 1]
        if word.lower in PRONOUNS or before.lower in PRONOUNS:
            return True
        if word.lower in DETERMINERS and before.lower not in ("all", "both", "half"):
            return True
        name, other = self.in_name.get(at), self.in_name.get(at - 1)
        if name is not None and name.start == word.start:
            return before.lower[:1].isdigit() or (
                other is not None and other is not name and not _possessive(self.text, other)
            )
        return other is not None and name is None and word.lower[:1].isdigit()

    def _noun(self, at: Sequence[int]) -> Chunk:
        words = tuple(self.words[i] for i in at)
        name = self._head(at)
        owners = [
            one
            for i in at
            if (one := self.in_name.get(i)) is not None and _possessive(self.text, one)
        ]
        return Chunk("noun", words, name, owners[-1] if owners else None)

    def _head(self, at: Sequence[int]) -> Name | None:
        """The name at the head of a noun phrase: `the Lund family`, `the Weavers' League`."""
        last = at[-1]
        name = self.in_name.get(last)
        if (name is None or not name.sure) and len(at) > 1:
            before = self.in_name.get(last - 1)
            kin = self.words[last].lower in _KIN
            if before is not None and before is not name and (kin or self.words[last].capital):
                return before
        if name is None or _possessive(self.text, name):
            return None
        return name

    def _verb(self, at: int) -> Chunk:
        before = self.words[at - 1].lower if at else ""
        return Chunk(
            "verb",
            (self.words[at],),
            passive=is_passive(self.words, at),
            infinitive=before == "to",
            bare=before not in _SMALL,
        )


def _is_adverb(word: Word) -> bool:
    return word.lower.endswith("ly") and not word.capital and word.lower not in _NO_ADVERBS


def _possessive(text: str, name: Name) -> bool:
    return (
        text[name.end : name.end + 2] in ("'s", "’s")
        or text[name.end - 2 : name.end + 1]
        in (
            "s' ",
            "s’ ",
        )
        or (text[name.end - 1] == "s" and text[name.end : name.end + 1] in ("'", "’"))
    )


def _inside(names: Sequence[Name], start: int, end: int) -> Sequence[Name]:
    low = bisect_right(names, start - 1, key=lambda name: name.start)
    high = bisect_right(names, end - 1, key=lambda name: name.start)
    return names[low:high]


def _spans(marks: Sequence[object], start: int, end: int) -> list[Span]:
    return [(m.start, m.end) for m in marks if start <= m.start < end]  # type: ignore[attr-defined]
