"""Where a source names what a claim names: the same, possibly the same, or misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from nutgraf.language.acronyms import abbreviates
from nutgraf.language.aliases import Aliases, is_within
from nutgraf.language.characters import level
from nutgraf.language.common_words import is_common
from nutgraf.language.name_folding import fold_name, geographic
from nutgraf.language.name_forms import forms
from nutgraf.language.name_tokens import is_acronym
from nutgraf.language.names import Name
from nutgraf.language.typography import small_letters

How = Literal["same", "possible", "near"]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """`text` at `start` to `end` of the source: how it answers the name that was looked up.

    `possible`: a shared surname, a part of the name, an acronym that could be it. `near`: a
    spelling so close that one of the two is likely misspelled.
    """

    start: int
    end: int
    text: str
    how: How


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of one source, by what they are called; made by `index`."""

    text: str
    small: str
    aliases: Aliases
    by_key: Mapping[str, tuple[Name, ...]]
    by_words: Mapping[Words, tuple[Name, ...]]


def index(text: str, names: Sequence[Name], aliases: Aliases) -> NameIndex:
    """The names of `text` (as `names.read` gives them) made ready for `carries`."""
    by_key: dict[str, list[Name]] = {}
    by_words: dict[Words, list[Name]] = {}
    for name in names:
        by_key.setdefault(aliases.key(name.text), []).append(name)
        by_words.setdefault(fold_name(name.text), []).append(name)
    return NameIndex(
        text,
        small_letters(level(text)),
        aliases,
        {key: tuple(several) for key, several in by_key.items()},
        {words: tuple(several) for words, several in by_words.items()},
    )


def carries(name: str, source: NameIndex) -> tuple[Carried, ...]:
    """The mentions of `name` in a source, in order; empty where it stands there in no form.

    Mentions that are `same` are given alone; else those that are `possible`; else those that
    are `near`.
    """
    same = [_carried(mention, "same") for mention in source.by_key.get(_key(name, source), ())]
    if not same:
        same = list(_verbatim(name, source)) or list(_in_other_form(name, source))
    if same:
        return tuple(same)
    possible = list(_possible(name, source))
    return tuple(possible) if possible else tuple(_near(name, source))


def _key(name: str, source: NameIndex) -> str:
    """What the source calls `name`; an acronym may be spelled out by just one of its names."""
    key = source.aliases.key(name)
    if key in source.by_key:
        return key
    spelled = set()
    for words, mentions in source.by_words.items():
        short, long = sorted((name, mentions[0].text), key=len)
        if is_acronym(short) and len(words) != len(fold_name(name)) and abbreviates(short, long):
            spelled.add(source.aliases.key(mentions[0].text))
    return spelled.pop() if len(spelled) == 1 else key


def _carried(name: Name, how: How) -> Carried:
    return Carried(name.start, name.end, name.text, how)


def _verbatim(name: str, source: NameIndex) -> Iterator[Carried]:
    """The words as they stand, in whatever case: in a headline, a compound, small letters."""
    words = [re.escape(word) for word in small_letters(level(name)).split()]
    if not words or (len(words) == 1 and (len(name) < 4 or is_common(name.lower()))):
        return
    pattern = r"(?<!\w)" + r"[\s-]{1,3}".join(words) + r"(?!\w)"
    for found in re.finditer(pattern, source.small):
        start, end = found.span()
        yield Carried(start, end, source.text[start:end], "same")


def _in_other_form(name: str, source: NameIndex) -> Iterator[Carried]:
    """Names of the source, or their first words, that are another form of `name`."""
    wanted = forms(name)
    for words, mentions in source.by_words.items() if wanted else ():
        if " ".join(words) in wanted or " ".join(words[:-1]) in wanted:
            for mention in mentions:
                yield _carried(mention, "same")


def _possible(name: str, source: NameIndex) -> Iterator[Carried]:
    folded = fold_name(name)
    if not folded or geographic(name):
        return
    for words, mentions in source.by_words.items():
        short, long = sorted((folded, words), key=len)
        part = short != long and is_within(short, long) and not all(map(is_common, short))
        people = len(folded) == len(words) == 1 and (
            is_people_of(folded[0], words[0]) or is_people_of(words[0], folded[0])
        )
        if part or people or source.aliases.same(name, mentions[0].text) is None:
            for mention in mentions:
                yield _carried(mention, "possible")


def _near(name: str, source: NameIndex) -> Iterator[Carried]:
    folded = fold_name(name)
    for words, mentions in source.by_words.items():
        single = 1 in (len(folded), len(words)) and mentions[0].kind == "person"
        if is_misspelling(folded, words) or (single and is_misspelling(folded[-1:], words[-1:])):
            for mention in mentions:
                yield _carried(mention, "near")


_PEOPLE = re.compile(r"(?:n|ns|an|ans|ian|ians|i|is|ese|ite|ites|er|ers)$")
# What a place may drop before that ending: `Kansas, Kansans`, `California, Californians`.
_DROPPED = frozenset({"", "a", "as", "e", "ia", "o", "s", "us", "y"})


def is_people_of(place: str, people: str) -> bool:
    """Whether a word in small letters is what the people of a place are called: `Texas, Texans`."""
    for cut in range(min(2, len(place) - 3) + 1):
        root = place[: len(place) - cut]
        if (
            place[len(root) :] in _DROPPED
            and people.startswith(root)
            and _PEOPLE.fullmatch(people[len(root) :])
        ):
            return place != people
    return False


_SHORTEST = 5  # letters of a word in which a slip is told from another name
_LONG = 9  # letters from which on two slips count as one


def is_misspelling(one: Words, other: Words) -> bool:
    """Whether two folded names differ by a slip of the pen in one long, rare word.

    Two countries are never a slip of each other, nor a plural of its singular.
    """
    if len(one) != len(other) or one == other:
        return False
    if geographic(" ".join(one)) and geographic(" ".join(other)):
        return False
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return False
    return _is_slip(*different[0])


def _is_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST or one[0] != other[0]:
        return False
    if is_common(one) and is_common(other):
        return False
    if is_people_of(one, other) or is_people_of(other, one):
        return False
    if one in (other + "s", other + "es") or other in (one + "s", one + "es"):
        return False
    if one.isdigit() or other.isdigit():
        return False
    most = 2 if shorter >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
