"""The titles and roles that a text binds to its persons, each with the words it does it with.

Before the name (`Treasurer Ann Lee`, `the union's chief negotiator, Ann Lee`), behind it (`Ann
Lee, a spokeswoman for the union,`), on the line below, or with `is` (`Ann Lee is the mayor`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.language import names as reading
from nutgraf.language.characters import level
from nutgraf.language.name_folding import fold_name
from nutgraf.language.name_words import AREAS
from nutgraf.language.names import Name
from nutgraf.language.offices import FUNCTIONS, HEADS
from nutgraf.language.roles import ROLE_QUALIFIERS, ROLES, TITLES

Span = tuple[int, int]

_WORD = r"(?:[^\W_][\w'&./-]*|&)"
_BEHIND = re.compile(
    r"(?:,\s(?:\d{1,3},\s)?|\s\(|\s?[—–]\s?|:\s)((?:(?:the|an?|his|her|its|their|our)\s)?"
    rf"(?:{_WORD}\s){{0,9}}?{_WORD})(?=[,.;:)—–\n\"”]|\s\(|\s*$"
    r"|\s(?:told|said|says|who|whose|wrote|added|has|had|was|is|will|would)\b)"
)
_COPULA = re.compile(
    r"(?:,\swho)?\s(?:is|was|became|serves as|served as|was (?:named|appointed|elected)(?: as)?)\s"
    rf"((?:the|an?|[\w-]+'s|his|her|its|their)\s(?:{_WORD}\s){{0,8}}?{_WORD})"
    r"(?=[,.;:)\n]|\s(?:who|and)\b|\s*$)"
)
_BELOW = re.compile(rf"\s*\n\s*((?:The|An?)\s(?:{_WORD}\s){{0,9}}?{_WORD})(?=[,.;\n]|\swho\b|\s*$)")
_BEFORE = re.compile(rf"((?:{_WORD}\s){{0,9}}{_WORD}),?\s$")
_APART = re.compile(r"\S+")
_MOST = 11  # words before a name, and one that may be cut
_REACH = 160  # characters on either side in which a role is looked for
_STOPS = frozenset(
    [
        "said",
        "says",
        "told",
        "that",
        "and",
        "but",
        "as",
        "when",
        "while",
        "where",
        "by",
        "with",
        "from",
        "to",
        "in",
        "on",
        "at",
        "who",
        "was",
        "is",
        "were",
        "are",
        "has",
        "had",
        "have",
        "will",
        "would",
        "than",
        "which",
        "after",
        "before",
        "because",
        "if",
        "also",
        "against",
        "between",
        "or",
    ]
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A person, as named at `name`, and one role given there: `text[start:end]` is `role`."""

    person: str
    name: Span
    role: str
    start: int
    end: int


def read(text: str, names: Sequence[Name] | None = None) -> tuple[Titled, ...]:
    """Every binding of a role to a person in `text`, in order. Never raises; linear in the text.

    `names` saves reading them again. Plain honorifics (`Mr.`, `Dr.`) are no roles.
    """
    found: list[Titled] = []
    flat = level(text)
    for name in reading.read(text) if names is None else names:
        # `Nora Lake, the mayor,` is no lake.
        if name.kind not in ("person", "unknown") and (name.kind, len(name.words)) != ("place", 2):
            continue
        for start, end in _roles_of(flat, name):
            found.append(Titled(name.text, (name.start, name.end), text[start:end], start, end))
    return tuple(found)


def roles_by_person(titled: Sequence[Titled]) -> dict[str, tuple[Titled, ...]]:
    """The bindings by surname in small letters; two persons of one surname share an entry."""
    found: dict[str, list[Titled]] = {}
    for one in titled:
        words = fold_name(one.person)
        if words:
            found.setdefault(words[-1], []).append(one)
    return {surname: tuple(several) for surname, several in found.items()}


def _roles_of(flat: str, name: Name) -> Iterator[Span]:
    if name.title is not None:
        words = flat[slice(*name.title)].lower().replace(".", "").split()
        if not all(word in TITLES for word in words):
            yield _with_qualifier(flat, name.title)
    behind = flat[name.end : name.end + _REACH]
    for pattern in (_BEHIND, _COPULA, _BELOW):
        found = pattern.match(behind)
        if found is not None and is_role(found[1]):
            start = name.end + found.start(1)
            yield start, start + len(found[1].rstrip(".,"))
            break
    if name.title is None:
        yield from (_with_qualifier(flat, span) for span in _before(flat, name))


_QUALIFIER = re.compile(
    r"(?i:\b(?:former|ex|acting|interim|then|ousted|outgoing|incoming)[\s-]{1,3})$"
)


def _with_qualifier(flat: str, title: Span) -> Span:
    """The title with `former` or `acting` before it."""
    found = _QUALIFIER.search(flat[max(0, title[0] - 12) : title[0]])
    return title if found is None else (title[0] - len(found[0]), title[1])


def _before(flat: str, name: Name) -> Iterator[Span]:
    """A role in small letters right before the name: `forwards coach Ann Lee`."""
    low = max(0, name.start - _REACH)
    before = flat[low : name.start]
    # Ten words at most, so nothing that begins further up can end here.
    words_back = [word.start() for word in _APART.finditer(before)]
    found = _BEFORE.search(before, words_back[-_MOST] if len(words_back) > _MOST else 0)
    if found is None:
        return
    words = found[1].split(" ")
    comma = flat[name.start - 2 : name.start].startswith(",")
    start = len(words)
    while start and (not _ends_phrase(words[start - 1]) or _joins(words, start - 1)):
        start -= 1
    phrase = words[start:]
    determined = start > 0 and words[start - 1].lower() in ("the", "its", "their", "his", "her")
    determined = determined or any(word.endswith("'s") for word in phrase)
    if not phrase or (not _is_head(phrase[-1]) and not (comma and is_role(" ".join(phrase)))):
        return
    if comma and not determined:
        return
    at = low + found.end(1) - len(" ".join(phrase))
    yield at, low + found.end(1)


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether an `and` joins two fields or two offices: `chief health and safety officer`."""
    if words[at].lower() != "and" or not 0 < at < len(words) - 1:
        return False
    return all(
        word in FUNCTIONS or word in AREAS or word in HEADS
        for word in (words[at - 1].lower(), words[at + 1].lower())
    )


def _is_head(word: str) -> bool:
    return word.lower() in ROLES or word.lower() in HEADS


def _ends_phrase(word: str) -> bool:
    small = word.lower()
    return (
        small in _STOPS
        or small in ("the", "a", "an", "its", "their", "his", "her")
        or small.endswith(".")
    )


def is_role(phrase: str) -> bool:
    """Whether a phrase names an office or trade: `the agency's chief engineer`, `a voter`."""
    words = [word.strip(".'").lower() for word in phrase.split()]
    words = [word.removesuffix("'s") for word in words]
    head: list[str] = []
    for word in words:
        if word in _STOPS and word != "and":
            break
        if word in ("of", "for"):
            break
        head.append(word)
    if not head or (head[0] in _STOPS and head[0] != "and"):
        return False
    known = any(word in ROLES or word in HEADS for word in head[-3:])
    return known or " ".join(head[-2:]) in HEADS or head[0] in ROLE_QUALIFIERS


def same_role(one: str, other: str) -> bool | None:
    """Whether two roles can be one office: False where their nouns differ, None if one says less.

    `chief risk officer` and `Chief Risk Officer of the agency` are one; `chief risk officer` and
    `chief oversight officer` are not.
    """
    first, second = _kernel(one), _kernel(other)
    if not first or not second:
        return None
    if first == second:
        return True
    if first < second or second < first or not _offices(first) & _offices(second):
        return None
    return False


_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "at",
        "in",
        "its",
        "his",
        "her",
        "their",
        "our",
        "to",
        "&",
        "on",
    ]
)


def _kernel(role: str) -> frozenset[str]:
    """The words of the office itself, before `of` or `for`, without those of its body."""
    words = [word.strip(".,'").lower().removesuffix("'s") for word in level(role).split()]
    head: list[str] = []
    for word in words:
        if word in ("of", "for", "at", "who") and head:
            break
        head.append(word)
    possessive = max((i for i, w in enumerate(level(role).split()) if w.endswith("'s")), default=-1)
    kept = [w for i, w in enumerate(head) if i > possessive and w not in _SMALL]
    return frozenset(w for w in kept if not (w.isupper() or w in ("former", "then")))


def _offices(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in ROLES)
