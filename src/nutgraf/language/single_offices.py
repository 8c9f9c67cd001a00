"""Offices that one person holds, and which of them one person would not hold together.

Offices of a line may be one and the same (`secretary`, `minister`); those of two lines are not.
Gathered by hand from how news agencies introduce those they quote.
"""

from __future__ import annotations

import re

_LINES = """
mayor
governor
sheriff
coroner|medical examiner
inspector general|auditor general|auditor|comptroller|ombudsman
attorney general|solicitor general
prime minister|premier
secretary|undersecretary|under secretary|minister
police chief|chief of police|chief constable|police commissioner
fire chief|fire marshal
judge|justice|magistrate
ambassador
bishop|archbishop|cardinal|pope
coach
surgeon general
"""
# Whoever leads something: no office of its own beside those above, and held with many of them.
_LEADER = "chief executive|ceo|chairman|chairwoman|founder|managing director|professor|principal"
_OFFICES = {
    name: number
    for number, line in enumerate([*_LINES.strip().splitlines(), _LEADER])
    for name in line.split("|")
}
_LAST = max(_OFFICES.values())
_ANY = "|".join(sorted(map(re.escape, _OFFICES), key=len, reverse=True))
_PARTY = re.compile(rf"^(?:the|its|their) (?:[\w.’'-]+ ){{0,2}}?(?P<office>{_ANY})$", re.IGNORECASE)


def office_of(party: str) -> int | None:
    """The line of the office by which a party is called: `the inspector general`; leaders none."""
    found = _PARTY.match(" ".join(party.split()).strip(" ,"))
    line = None if found is None else _OFFICES[found["office"].lower()]
    return None if line == _LAST else line


def offices_beside(last_name: str, text: str) -> frozenset[int]:
    """The lines of the offices that a text gives to whoever has that last name."""
    name = re.escape(last_name)
    before = rf"\b(?P<before>(?i:{_ANY}))(?:,? (?!the\b|and\b)[A-Z][\w.’'-]*){{0,2}},? {name}\b"
    behind = rf"\b{name}, (?:[\w’'-]+ ){{0,4}}?(?P<behind>(?i:{_ANY}))\b"
    found = re.finditer(rf"{before}|{behind}", text)
    return frozenset(_OFFICES[(one["before"] or one["behind"]).lower()] for one in found)
