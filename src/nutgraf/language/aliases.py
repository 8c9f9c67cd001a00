"""Which names of a set of texts are one: acronyms, surnames, short forms, spellings.

What the texts themselves say comes first (`Office of Tides (OT)`); then acronyms that spell a
name of the texts, surnames of the one person who has them, short forms of the one body they can
stand for, and what every reader knows (countries and their peoples, well-known acronyms). A city
never stands for a government.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nutgraf.language import names as reading
from nutgraf.language.acronyms import WELL_KNOWN, abbreviates
from nutgraf.language.characters import level
from nutgraf.language.common_words import is_common
from nutgraf.language.name_folding import fold_name, geographic
from nutgraf.language.name_tokens import is_acronym
from nutgraf.language.name_words import BODY_NOUNS, OTHER_NOUNS, PLACE_NOUNS
from nutgraf.language.names import Name

Words = tuple[str, ...]

_DEFINED = re.compile(r"\s\((?:the\s)?[\"']?([A-Z][\w.&-]{1,10}?)s?[\"']?\)")
_LONGEST_ACRONYM = 8
_OFFICES = ("department", "ministry")
_PAPERS = frozenset(
    ["post", "times", "journal", "tribune", "guardian", "herald", "gazette", "telegraph", "globe"]
)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What `read_aliases` found. `groups` gives each folded name the fullest name of its group."""

    groups: Mapping[Words, Words] = field(default_factory=dict)
    ambiguous: frozenset[Words] = frozenset()
    persons: frozenset[Words] = frozenset()

    def key(self, name: str) -> str:
        """One spelling for everything that `name` is called here; '' where it has no words."""
        place = geographic(name)
        if place:
            return place.lower()
        folded = fold_name(name)
        if folded in self.groups:
            return " ".join(self.groups[folded])
        if len(folded) == 1 and folded[0] in WELL_KNOWN:
            folded = fold_name(WELL_KNOWN[folded[0]])
            folded = self.groups.get(folded, folded)
        return " ".join(folded)

    def same(self, one: str, other: str) -> bool | None:
        """Whether two names mean one; None where the texts do not settle it."""
        keys = self.key(one), self.key(other)
        if keys[0] == keys[1]:
            return True if keys[0] else None
        first, second = fold_name(one), fold_name(other)
        if geographic(one) and geographic(other):
            return False
        if first in self.ambiguous or second in self.ambiguous:
            return None if set(first) & set(second) else False
        return self._by_form(first, second, one, other)

    def _by_form(self, first: Words, second: Words, one: str, other: str) -> bool | None:
        short, long = sorted((first, second), key=len)
        if len(short) > 1 and _same_person(short, long):
            return True
        if is_within(short, long):
            return None
        shorter, longer = (one, other) if len(one) < len(other) else (other, one)
        if is_acronym(shorter) and abbreviates(shorter, longer):
            return None
        return False


def _same_person(one: Words, other: Words) -> bool:
    """First and last name are equal, and what stands between does not contradict."""
    if (one[0], one[-1]) != (other[0], other[-1]) or len(one) == len(other):
        return False
    return len(one) == 2 and len(other) == 3 and len(other[1]) <= 2


def is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of `short` stand in `long` one behind the other."""
    size = len(short)
    return any(tuple(long[i : i + size]) == tuple(short) for i in range(len(long) - size + 1))


def read_aliases(texts: Iterable[str], names: Iterable[Sequence[Name]] | None = None) -> Aliases:
    """What the names of `texts` have in common. `names` saves reading them again, one for each."""
    pages = list(texts)
    read = [reading.read(text) for text in pages] if names is None else list(names)
    board = _Board()
    for mention in (name for several in read for name in several):
        board.add(mention)
    for text, several in zip(pages, read, strict=True):
        for name in several:
            _defined(board, text, name)
    board.spell_out()
    board.shorten()
    return board.aliases()


def _defined(board: _Board, text: str, name: Name) -> None:
    """`Office of Tides (OT)` and `OT (Office of Tides)`."""
    found = _DEFINED.match(level(text[name.end : name.end + 20]))
    if found is None:
        return
    if len(name.words) > 1 and abbreviates(found[1], name.text):
        board.join(fold_name(found[1]), fold_name(name.text))


class _Board:
    """The folded names of several texts, and which of them were joined."""

    def __init__(self) -> None:
        self.count: dict[Words, int] = {}
        self.kinds: dict[Words, set[str]] = {}
        self.parent: dict[Words, Words] = {}
        self.acronyms: set[Words] = set()
        self.ambiguous: set[Words] = set()

    def add(self, name: Name) -> None:
        words = fold_name(name.text)
        if not words:
            return
        self.count[words] = self.count.get(words, 0) + 1
        self.kinds.setdefault(words, set()).add(name.kind)
        if len(words) == 1 and is_acronym(name.text) and len(words[0]) <= _LONGEST_ACRONYM:
            self.acronyms.add(words)

    def root(self, words: Words) -> Words:
        while words in self.parent:
            words = self.parent[words]
        return words

    def join(self, one: Words, other: Words) -> None:
        """Make two names one; the longer is what they are called."""
        one, other = self.root(one), self.root(other)
        if one == other:
            return
        if (len(one), len(" ".join(one))) > (len(other), len(" ".join(other))):
            one, other = other, one
        self.parent[one] = other

    def spell_out(self) -> None:
        """Acronyms to the one name of the texts that they spell, else to the well-known one."""
        long = [words for words in self.count if len(words) > 1]
        by_initial: dict[str, list[Words]] = {}
        for words in long:
            by_initial.setdefault(words[0][:1], []).append(words)
            if words[-1] in _OFFICES:
                by_initial.setdefault("d" if words[-1] == "department" else "m", []).append(words)
        for acronym in self.acronyms:
            known = fold_name(WELL_KNOWN.get(acronym[0], ""))
            if known and known in self.count:
                self.join(acronym, known)
                continue
            full = [w for w in by_initial.get(acronym[0][:1], ()) if self._spells(acronym[0], w)]
            full = list(dict.fromkeys(self.root(words) for words in full))
            if len(full) == 1:
                self.join(acronym, full[0])
            elif known and not full:
                self.join(acronym, known)

    def _spells(self, acronym: str, words: Words) -> bool:
        if self.kinds.get(words, set()) == {"person"}:
            return False
        if abbreviates(acronym, " ".join(words)):
            return True
        turned = (words[-1], "of", *words[:-1])
        return words[-1] in _OFFICES and abbreviates(acronym, " ".join(turned))

    def shorten(self) -> None:
        """Surnames to persons, and the short forms of bodies to their full names."""
        people: dict[str, set[Words]] = {}
        bodies: dict[Words, set[Words]] = {}
        for words in self.count:
            if len(words) < 2 or geographic(" ".join(words)):
                continue
            if self._is_body(words):
                for short in _short_forms(words):
                    bodies.setdefault(short, set()).add(words)
            elif not self.kinds[words] & {"place", "other", "demonym"}:
                people.setdefault(words[-1], set()).add(words)
                if "person" in self.kinds[words]:
                    people.setdefault(words[0], set()).add(words)
        self._join_people(people)
        for short, several in bodies.items():
            if short in self.acronyms:
                continue
            office = all(words[-1] in _OFFICES for words in several)
            if office or short in self.count or short[0] in _PAPERS or len(short) > 1:
                self._join_one(short, several)

    def _is_body(self, words: Words) -> bool:
        if "person" in self.kinds[words]:
            return False
        last = words[-1]
        return "body" in self.kinds[words] or last in BODY_NOUNS or "of" in words or "for" in words

    def _join_people(self, people: Mapping[str, set[Words]]) -> None:
        for several in people.values():
            for words in several:
                for other in several:
                    if len(words) < len(other) and _same_person(words, other):
                        self.join(words, other)
        for last, several in people.items():
            single = (last,)
            if single in self.acronyms or geographic(last):
                continue
            known = any("person" in self.kinds[words] for words in several)
            if not known and (single not in self.count or is_common(last)):
                continue
            self._join_one(single, several)

    def _join_one(self, short: Words, several: set[Words]) -> None:
        roots = {self.root(words) for words in several}
        if len(roots) == 1:
            self.join(short, roots.pop())
        else:
            self.ambiguous.add(short)

    def aliases(self) -> Aliases:
        every = set(self.count) | set(self.parent) | set(self.parent.values())
        groups = {words: self.root(words) for words in every}
        persons = frozenset(
            groups[words] for words, kinds in self.kinds.items() if "person" in kinds
        )
        return Aliases(groups, frozenset(self.ambiguous), persons)


def _short_forms(words: Words) -> Iterable[Words]:
    """`Tides` for `Tides Department`, `Post` for `Harbor Post`, `Acme` for `Acme Group`."""
    if words[-1] in _OFFICES:
        yield words[:-1]
    if words[-1] in BODY_NOUNS and words[-1] not in PLACE_NOUNS | OTHER_NOUNS:
        yield words[-1:]
        if len(words) > 2:
            yield words[1:]
        if len(words) > 1 and not is_common(words[0]) and not geographic(words[0]):
            yield words[:1]
