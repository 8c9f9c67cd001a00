"""People named in running text, and whom a pronoun or a description stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.language.abbreviations import STARTERS
from nutgraf.language.given_names import MEN, WOMEN
from nutgraf.language.roles import CALENDAR, GROUPS, ROLES, TITLES

Span = tuple[int, int]

_NAME = re.compile(
    r"(?:[A-Z][a-z]{1,4}\. )?[^\W\d_a-z][\w’'-]*"
    r"(?: (?:[A-Z]\.)+| (?:de|la|van|von|der|bin|al|el|da|di|du)\b| [^\W\d_a-z][\w’'-]+)*"
)
_NO_PERSON = """
new united states white house supreme court north south east west street avenue road county city
state department center centre university college institute party act bill congress senate house
committee commission agency service bureau office board association union council fund bank group
company corporation international national american associated press post times news journal
ministry foundation federal democrat democrats republican republicans democratic internet
twitter facebook god
"""
_NO_PERSON_WORDS = frozenset(_NO_PERSON.split()) | CALENDAR | GROUPS
_BEFORE_SUBJECT = frozenset(["and", "but", "while", "when", "as", "that", "because", "though"])
_NEAR = 2500  # characters back in which a pronoun finds its name
_HE_TITLES = ("Mr ", "Mr. ", "Sir ", "Lord ", "King ", "Prince ")
_SHE_TITLES = ("Ms ", "Ms. ", "Mrs", "Miss ", "Dame ", "Lady ", "Queen ", "Princess ")


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names a person; `name` is the fullest form met so far, `full` its span.

    `subject`: it begins a sentence or a clause.
    """

    start: int
    end: int
    name: str
    subject: bool
    full: Span


def people(text: str) -> tuple[Mention, ...]:
    """The people named in `text`, in order; a lone surname counts once its full name was met."""
    full: dict[str, Span] = {}
    found: list[Mention] = []
    for start, end in _candidates(text):
        words = text[start:end].split()
        titled = words[0].rstrip(".").lower() in TITLES
        surname = surname_of(text[start:end])
        if len(words) > 1 and (not titled or surname not in full):
            full[surname] = start, end
        elif surname not in full:
            continue
        name = text[slice(*full[surname])]
        found.append(Mention(start, end, name, _is_subject(text, start, end), full[surname]))
    return tuple(found)


def _candidates(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        start, end = match.span()
        words = match[0].split(" ")
        if words[0].endswith(".") and words[0][:-1].lower() not in TITLES:
            start += len(words.pop(0)) + 1  # the end of the sentence before: `in Wales. Mr Lee`
        while words and words[0].lower() in STARTERS | CALENDAR:
            start += len(words.pop(0)) + 1
        for _ in range(_offices(words)):
            start += len(words.pop(0)) + 1
        if words and words[-1].endswith(("'s", "’s")):
            end -= 2
            words[-1] = words[-1][:-2]
        if not words or start >= end:
            continue
        small = [word.strip(".’'").lower() for word in words]
        if any(word in _NO_PERSON_WORDS for word in small) or words[-1].isupper():
            continue
        if text[max(0, start - 4) : start].lower() == "the ":
            continue
        yield start, end


def _offices(words: list[str]) -> int:
    """How many words stand before a name: `Chief Risk Officer Ann Lee` has three."""
    last = max((i for i, word in enumerate(words[:-1]) if word.lower() in ROLES), default=-1)
    return last + 1


# `A former yard manager, Ann Lee,`, `Acme’s owner, Ann Lee,`: who it is stands before the name.
_DESCRIBED = re.compile(
    r"(?:^|[.!?:\n”\"]\s*)(?:A|An|The|Its|Their|His|Her|One|[A-Z][\w-]{1,30}['’]s)\s"
    r"(?P<who>[^,.;:!?\n]{3,70}), $"
)


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether the name begins its sentence or clause, as far as the characters around it say."""
    before = text[max(0, start - 12) : start]
    if not before.strip(" ") or before.rstrip(" ")[-1] in "\n.!?:;":
        return True
    if text[end : end + 1] == ",":
        described = _DESCRIBED.search(text[max(0, start - 84) : start])
        if described and any(word.lower() in ROLES for word in described["who"].split()):
            return True
    return before.split()[-1].lower() in _BEFORE_SUBJECT


def surname_of(name: str) -> str:
    """The last name in small letters: of `Ann B. Lee Jr.` it is `lee`."""
    words = [word.strip(".,’'").lower() for word in name.split()]
    while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    return re.sub(r"['’]s$", "", words[-1]) if words else ""


def antecedent(mentions: tuple[Mention, ...], at: int, pronoun: str) -> Mention | None:
    """The person whom a pronoun at offset `at` most likely stands for, or None.

    The nearest name that begins a sentence, else the nearest name; a title of the other sex
    rules a name out.
    """
    nearest: Mention | None = None
    for mention in _backwards(mentions, at):
        if at - mention.start > _NEAR:
            break
        if _is_other_sex(mention.name, pronoun):
            continue
        if mention.subject:
            return mention
        nearest = nearest or mention
    return nearest


def introduced(mentions: tuple[Mention, ...], at: int, name: str) -> Mention | None:
    """The mention before offset `at` that gave a lone surname its full name, or None."""
    words = name.split()
    lone = [word for word in words if word.rstrip(".").lower() not in TITLES]
    if len(lone) != 1 or not lone[0][:1].isupper():
        return None
    surname = surname_of(name)
    index = bisect_left(mentions, at, key=lambda mention: mention.start)
    for mention in reversed(mentions[max(0, index - 200) : index]):
        if surname_of(mention.name) == surname and len(mention.name.split()) > len(words):
            return mention
    return None


def can_be(name: str, pronoun: str) -> bool:
    """Whether `he` or `she` may stand for a name, as its title and first name go."""
    return not _is_other_sex(name, pronoun)


def _is_other_sex(name: str, pronoun: str) -> bool:
    first = name.split(maxsplit=1)[0].strip(".").lower()
    if pronoun == "he":
        return first in WOMEN or name.startswith(_SHE_TITLES)
    return pronoun == "she" and (first in MEN or name.startswith(_HE_TITLES))


def _backwards(mentions: tuple[Mention, ...], at: int) -> Iterator[Mention]:
    index = bisect_left(mentions, at, key=lambda mention: mention.start)
    yield from reversed(mentions[max(0, index - 40) : index])
