"""Who may speak for whom: the holder of an office, a body's spokesperson, a country's minister.

A speaker may be called by an office that the source gives to the person who is quoted, by the
body or the government that the person speaks for, or by the outlet or poll in which the words
stand. None of these is another speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.language.name_folding import geographic
from nutgraf.language.name_words import BODY_NOUNS
from nutgraf.language.roles import ROLE_QUALIFIERS, ROLES

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_OFFICE = re.compile(r"[^.;:!?“”\"\n]{3,90}")
_SEAT_WORDS = """
washington london moscow beijing brussels paris berlin kyiv kiev tehran jerusalem ankara delhi
tokyo seoul pyongyang rome madrid canberra ottawa downing whitehall kremlin pentagon westminster
holyrood capitol elysee
"""
_SEATS = frozenset(_SEAT_WORDS.split())
_CARRIER_WORDS = """
poll survey study report paper newspaper magazine website outlet agency programme program show
podcast times post herald guardian journal tribune gazette telegraph globe ledger courier star
news newswire press broadcaster bbc cnn nbc abc cbs npr pbs reuters afp ap statement letter
filing lawsuit complaint document memo email release
"""
_CARRIERS = frozenset(_CARRIER_WORDS.split())
_BODY_WORDS = """
company firm council county city state government ministry department police campaign party club
union charity trust school hospital university agency office board team bank court commission
regulator airline church group
"""
_BODIES = frozenset(_BODY_WORDS.split())


def is_seat(claimed: str) -> bool:
    """Whether a country or the seat of its government is named: anybody may speak for it."""
    words = [word.lower() for word in _WORD.findall(claimed) if word.lower() not in ("the", "s")]
    if not words:
        return False
    return bool(geographic(claimed.strip())) or any(word in _SEATS for word in words[:2])


def is_carrier(claimed: str) -> bool:
    """Whether an outlet, a poll or a paper is named, which has its words from somebody."""
    return _last(claimed) in _CARRIERS


def is_body(claimed: str) -> bool:
    """Whether a body or a company is named, or described (`the council`)."""
    last = _last(claimed)
    return last in _BODIES or last in BODY_NOUNS


def _last(text: str) -> str:
    words = _WORD.findall(text)
    return re.sub(r"['’]s$", "", words[-1]).lower() if words else ""


def office(claimed: str) -> frozenset[str]:
    """The words of an office in a naming: `the trust's chief executive`: chief, executive."""
    words = [word.lower() for word in _WORD.findall(claimed)]
    known = [word for word in words if word in ROLES or word in ROLE_QUALIFIERS]
    return frozenset(known) if any(word in ROLES for word in known) else frozenset()


def whose(claimed: str) -> tuple[str, ...]:
    """The words of the body that an office is of: `Marrow Trust's chairman`: marrow, trust."""
    owner = re.match(r"(?:the )?(.+?)['’]s? ", claimed) or re.search(
        r"\b(?:of|at|for) (?:the )?(.+)", claimed
    )
    return tuple(word.lower() for word in _WORD.findall(owner[1])) if owner else ()


def holds(claimed: str, surname: str, role: str, text: str) -> bool | None:
    """Whether the source says of a person that they hold the office by which a claim calls them.

    `role` is what stands at the quotation, `text` the whole source. None where the claim names no
    office; a body that the source does not name there must be named elsewhere.
    """
    wanted = office(claimed)
    if not wanted or not surname:
        return None
    said = [role, *_introductions(surname, text)]
    if not any(wanted <= office(one) or wanted <= _words(one) for one in said):
        return False
    owner = [word for word in whose(claimed) if word not in ROLES and len(word) > 2]
    return not owner or bool(set(owner) & _words(text))


def is_tied(claimed: str, surname: str, role: str, text: str) -> bool:
    """Whether the source puts a body where it says who a person is."""
    name = [w for w in _WORD.findall(claimed) if w.lower() not in ("the", "a", "an")]
    if not name or not surname:
        return False
    key = re.sub(r"['’]s$", "", max(name, key=len)).lower()
    return any(key in _words(one) for one in (role, *_introductions(surname, text)))


_STATE_WORDS = """
minister president premier chancellor secretary ambassador envoy official officials king queen
prince government ministry embassy foreign defense defence spokesman spokeswoman spokesperson
"""
_OF_STATE = frozenset(_STATE_WORDS.split())


def is_of_state(surname: str, role: str, text: str) -> bool:
    """Whether the source gives a person an office in which one speaks for a country."""
    said = (role, *_introductions(surname, text)) if surname else (role,)
    return any(_words(one) & _OF_STATE for one in said)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s$", "", word).lower() for word in _WORD.findall(text))


def _introductions(surname: str, text: str) -> Sequence[str]:
    """What stands around a surname in a source, up to the marks that end a sentence."""
    found: list[str] = []
    for named in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text, re.IGNORECASE):
        behind = _OFFICE.match(text, named.end())
        if behind and behind[0].startswith((",", " (", ", ")):
            found.append(behind[0])
        before = re.split(r"[.;:!?“”\"\n]", text[max(0, named.start() - 90) : named.start()])[-1]
        found.append(before)
    return found
