"""Whether two titles of one person can both be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.language.offices import KIN, LOOSE, STRICT
from nutgraf.language.title_words import Office, exclude

_OFFICERS = {"officer", "chief officer"}  # `safety officer`, `chief medical officer`
_DEPUTIES = frozenset(["deputy", "vice", "under", "sub", "lieutenant", "co"])


def conflicting(one: Sequence[Office], other: Sequence[Office]) -> tuple[Office, Office] | None:
    """The offices of two titles of one person that nobody holds both of at one time, or None.

    A shorter form of a title, another kind of role and what somebody was once are none.
    """
    if any(office.timed for office in (*one, *other)):
        return None
    pairs = [(ours, theirs) for ours in one for theirs in other]
    if any(_fit(ours, theirs) for ours, theirs in pairs):
        return None
    return next(((a, b) for a, b in pairs if _differ(a, b)), None)


def _fit(one: Office, other: Office) -> bool:
    """Whether one says nothing else than the other, perhaps less."""
    return one.head == other.head and not _differ(one, other)


def _differ(one: Office, other: Office) -> bool:
    if {one.head, other.head} == _OFFICERS:
        return bool(one.functions and other.functions) and not one.functions & other.functions
    if one.head != other.head:
        return exclude(_head(one), _head(other)) and not (
            one.head in KIN and _names_other(one, other)
        )
    ours, theirs = _ranks(one), _ranks(other)
    if ours != theirs:
        return True
    if one.head not in STRICT or not one.functions or not other.functions:
        return False
    return not (one.functions <= other.functions or other.functions <= one.functions)


def _head(office: Office) -> str:
    """What it is, chief executives told from other chief officers."""
    if office.head == "chief officer" and "executive" in office.functions:
        return "chief executive"
    return office.head


def _ranks(office: Office) -> frozenset[str]:
    """The ranks that make it another office: an assistant coach may be told as a coach."""
    if office.head in LOOSE:
        return office.ranks & _DEPUTIES - {"co"}
    return office.ranks


_PRONOUNS = frozenset(["his", "her", "their", "its", "our", "my", "your"])


def _names_other(one: Office, other: Office) -> bool:
    """Whether both say whose relative it is, and not the same one's."""
    ours, theirs = one.body.lower(), other.body.lower()
    if not ours or not theirs or ours in _PRONOUNS or theirs in _PRONOUNS:
        return False
    words = set(ours.split()) & set(theirs.split()) - {"the", "a", "an"}
    return not words


def raised(one: Office, others: Iterable[Office]) -> bool:
    """Whether an office is told higher than all others of its kind: `chief economist`."""
    same = [other for other in others if other.head == one.head]
    grades = one.grades - {"general", "principal"}
    return bool(same and grades) and not any(grades & other.grades for other in same)
