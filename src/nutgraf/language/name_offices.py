"""Honorifics and offices before the name of a person, in a run of capitalised words."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.common_words import is_common
from nutgraf.language.name_tokens import Token
from nutgraf.language.name_words import AREAS, BODY_NOUNS, INSIDE
from nutgraf.language.ordinary_words import is_office, is_ordinary
from nutgraf.language.roles import ROLES, TITLES


def title_end(run: Sequence[Token]) -> int:
    """How many words of a run are an honorific or office before the name of a person."""
    cut = 0
    for at in range(len(run) - 1):
        small = run[at].small
        if (
            small in TITLES
            or (small in ROLES and run[at].capital)
            or (small in _DEPARTMENTS and at > 1 and run[at - 1].text == "of" and cut == at - 1)
        ):
            cut = at + 1
    while cut and cut < len(run) and not run[cut].capital:
        cut += 1 if run[cut].text in INSIDE else len(run)
    if not 0 < cut < len(run):
        return 0
    behind = run[cut].small
    if behind in BODY_NOUNS or behind in AREAS or behind in ("jr", "sr", "ii", "iii", "staff"):
        return 0
    return 0 if run[-1].small in BODY_NOUNS and len(run) - cut > 1 else cut


_DEPARTMENTS = frozenset(
    ["state", "defense", "defence", "war", "health", "education", "labor", "labour"]
)


_SURNAME_LIST = "king judge pope page bishop major marshal prince duke dean head coach"
_SURNAMES = frozenset(_SURNAME_LIST.split())


def is_surname(run: Sequence[Token]) -> bool:
    """Whether the office at the end of a run is part of a name: `Anna King`, `House of Lords`."""
    if len(run) < 2:
        return False
    if run[-2].small in ("of", "for", "and"):
        return True
    return run[-1].small in _SURNAMES and not is_ordinary(run[0].small)


def _heads_office(small: str) -> bool:
    return small in TITLES or is_office(small)


_OFFICE_WORD_LIST = """
vice deputy prime first police acting interim former assistant senior chief lead co and of lady
managing general then ex past
"""
_OFFICE_WORDS = frozenset(_OFFICE_WORD_LIST.split())


def body_in(title: Sequence[Token]) -> Sequence[Token]:
    """The words of an office that name its body or place: those before the first word of office."""
    until = 0
    while until < len(title) and not _heads_office(title[until].small):
        until += 1
    head = title[:until]
    while head and head[-1].small in _OFFICE_WORDS:
        head = head[:-1]
    if not head or not head[-1].capital:
        return ()
    return () if len(head) == 1 and head[0].first and is_common(head[0].small) else head
