"""What kind of thing a name names, as far as the name itself or the words beside it show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.language.characters import level
from nutgraf.language.common_words import is_common
from nutgraf.language.countries import COUNTRIES, DEMONYMS, STATES
from nutgraf.language.name_tokens import is_acronym
from nutgraf.language.name_words import BEFORE_FOR, BODY_NOUNS, OTHER_NOUNS, PLACE_NOUNS
from nutgraf.language.roles import ROLE_QUALIFIERS, ROLES

if TYPE_CHECKING:
    from nutgraf.language.names import Kind, Name

_AGE = re.compile(r",?\s\(?\d{1,3}\)?(?:,|\s(?:of|from|who)\b)|,\s(?:who|whose)\b")
_APPOSITION = re.compile(r",\s((?:[\w'&.-]+\s){0,9}?[\w'&.-]+)(?=[,.;\n]|$|\sof\s|\sfor\s|\sat\s)")
_REACH = 90
_SIDE_NAMES = "north south east west northern southern eastern western central sub-saharan"
_SIDES = frozenset(_SIDE_NAMES.split())


def settle(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """`names` with their kinds: each mention takes what any mention of the same words shows."""
    flat = level(text)
    shown = [name if name.kind != "unknown" else _shown(flat, name) for name in names]
    kinds: dict[tuple[str, ...], Kind] = {}
    for name in shown:
        if name.kind != "unknown":
            kinds.setdefault(name.small, name.kind)
    alone = {name.small[0] for name in shown if len(name.words) == 1 and name.kind == "unknown"}
    for name in shown:
        if name.kind == "unknown" and 1 < len(name.words) < 5 and _looks_personal(name, alone):
            kinds.setdefault(name.small, "person")
    for words, kind in list(kinds.items()):
        if kind == "person" and len(words) > 1:
            kinds.setdefault(words[-1:], "person")
    return tuple(
        replace(name, kind=kinds.get(name.small, "unknown")) if name.kind == "unknown" else name
        for name in shown
    )


def _looks_personal(name: Name, alone: set[str]) -> bool:
    """Its last word stands alone elsewhere, as surnames do."""
    plain = not any(is_common(word) for word in name.small)
    return plain and name.small[-1] in alone and not any(map(is_acronym, name.words))


def _shown(flat: str, name: Name) -> Name:
    whole = " ".join(name.small)
    if whole in DEMONYMS:
        return replace(name, kind="demonym", country=DEMONYMS[whole])
    if len(name.words) == 2 and name.small[0] in _SIDES and name.small[1] in DEMONYMS:
        return replace(name, kind="demonym")
    if whole in COUNTRIES:
        return replace(name, kind="place", country=COUNTRIES[whole])
    if whole in STATES:
        return replace(name, kind="place")
    return replace(name, kind=_by_words(name) or _by_context(flat, name))


def _by_words(name: Name) -> Kind | None:
    last = name.small[-1].rstrip(".")
    first = name.small[0]
    if len(name.words) == 1:
        return "body" if last in ("congress", "parliament", "senate") else None
    if last in ("jr", "sr"):
        return "person"
    if (first in BODY_NOUNS or first in BEFORE_FOR) and name.small[1] in ("of", "for"):
        return "body"
    if last in BODY_NOUNS:
        return "body"
    if last in OTHER_NOUNS:
        return "other"
    if last in PLACE_NOUNS:
        return "place"
    if any(len(word.rstrip(".")) == 1 and word.isupper() for word in name.words[1:-1]):
        return "person"
    return None


def _by_context(flat: str, name: Name) -> Kind:
    """A person where an age, `who` or an office stands right behind the name."""
    if len(name.words) < 2 or all(is_common(word) for word in name.small):
        return "unknown"
    behind = flat[name.end : name.end + _REACH]
    if _AGE.match(behind) and len(name.words) < 4:
        return "person"
    office = _APPOSITION.match(behind)
    if office is not None and not _acts(office[1]):
        words = office[1].lower().split()
        if words[-1] in ROLES or words[0] in ROLE_QUALIFIERS:
            return "person"
    return "unknown"


def _acts(words: str) -> bool:
    """Whether what follows a comma goes on with another name: `Acme, President Lee`."""
    return words.split(maxsplit=1)[0] in (
        "and",
        "but",
        "or",
        "as",
        "when",
        "while",
        "where",
        "which",
    )
