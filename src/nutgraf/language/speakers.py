"""Whether a claimed speaker is the one to whom the source gives a quotation.

What tells a right speaker from one taken from elsewhere in the same text is where the name
stands: in the attribution, else within a sentence or two of the quotation. A name that the text
has somewhere else proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.language import speaking_for
from nutgraf.language.marks import pieces
from nutgraf.language.quotations import Quoted
from nutgraf.language.roles import GROUPS, ROLE_QUALIFIERS, ROLES, TITLES
from nutgraf.language.sentences import split
from nutgraf.language.typography import fold

Span = tuple[int, int]
Answer = Literal["same", "differs", "unknown"]
Why = Literal["name", "organisation", "role", "hearer", "near", "elsewhere"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['&-][^\W_]+)*")
_SMALL = """
the a an of for and in at on to by from with his her its their one some many several two new
he she they it i we who said
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_SPEAKS_FOR = re.compile(
    r"(?i)\b(?:spokes\w+|campaign|lawyers?|attorneys?|counsel|aides?|office|representatives?)\b"
)
_NICKNAMES = """
bill william bob robert rob jim james joe joseph mike michael tom thomas dick richard rick liz
elizabeth kate katherine dan daniel dave david tim timothy chuck charles ted edward tony anthony
steve steven stephen ben benjamin sam samuel ed edward ron ronald don donald ken kenneth matt
matthew chris christopher nick nicholas andy andrew greg gregory jeff jeffrey pat patricia sue
susan barb barbara beth elizabeth meg margaret jen jennifer al albert alex alexander
"""
_FAMILIAR = frozenset(_NICKNAMES.split())

_BACK = 4000  # characters before and behind the quotation that are read
_AHEAD = 1500
_NEAR = 1  # sentences on either side
_FAR = 4  # sentences back that a pronoun or a description reaches


@dataclass(frozen=True, slots=True)
class Agreement:
    """The answer, what it rests on, and the span of the source that shows it.

    `why`: the name at the attribution; the organisation that the speaker speaks for; a role; the
    claimed one is who was spoken to; the name stands near, or only elsewhere.
    """

    answer: Answer
    why: Why
    span: Span


def speakers_agree(claimed: str, quoted: Quoted, text: str) -> Agreement:
    """Whether `claimed` names the speaker of `quoted`, which was read from `text`.

    `unknown` wherever the text does not settle it: a pronoun whose name is near, two names in one
    attribution, a role without a name. Surnames, titles, acronyms and possessives are folded.
    """
    speaker = quoted.speaker
    span = (quoted.start, quoted.end) if speaker is None else (speaker.start, speaker.end)
    if not _content(claimed):
        return Agreement("unknown", "role", span)
    if speaker is not None:
        stated = _stated(claimed, quoted, span)
        if stated is not None:
            return stated
    if not _proper(claimed):
        return Agreement("unknown", "role", span)
    if (for_another := _for_another(claimed, quoted, text, span)) is not None:
        return for_another
    return _by_place(claimed, quoted, text, span)


def _stated(claimed: str, quoted: Quoted, span: Span) -> Agreement | None:
    """What the attribution itself says, or None where it neither names the claimed one."""
    assert quoted.speaker is not None
    speaker, role = quoted.speaker, "" if quoted.role is None else quoted.role.text
    if same_name(claimed, speaker.name):
        return Agreement("same", "name", span)
    ours, theirs = _proper(claimed), _proper(speaker.name)
    if len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1]:
        return Agreement("differs", "name", span)  # a relative
    if _describes(claimed, f"{speaker.text} {role}"):
        return Agreement("same", "role", span)
    if quoted.to is not None and same_name(claimed, quoted.to.text):
        return Agreement("differs", "hearer", (quoted.to.start, quoted.to.end))
    if _mentions(claimed, f"{speaker.text} {role}"):
        several = len(_proper(claimed)) > 1 or claimed.lower().startswith("the ")
        if several or _SPEAKS_FOR.search(f"{speaker.text} {role}") or claimed.isupper():
            return Agreement("same", "organisation", span)
        return Agreement("unknown", "near", span)
    return None


def _for_another(claimed: str, quoted: Quoted, text: str, span: Span) -> Agreement | None:
    """`same` or `unknown` where the claimed one may be, or speak through, the one who is quoted."""
    speaker = quoted.speaker
    if speaker is None:
        return None
    role = f"{speaker.text} {'' if quoted.role is None else quoted.role.text}"
    surname = (_proper(speaker.name) or [""])[-1]
    if speaking_for.holds(claimed, surname, role, text):
        return Agreement("same", "role", span)
    if speaking_for.is_seat(claimed) and speaking_for.is_of_state(surname, role, text):
        return Agreement("unknown", "organisation", span)
    if speaking_for.is_body(claimed) and speaking_for.is_tied(claimed, surname, role, text):
        return Agreement("same", "organisation", span)
    if speaking_for.is_carrier(claimed) and _mentions(claimed, _around(quoted, text)[1]):
        return Agreement("unknown", "near", span)
    return None


def _by_place(claimed: str, quoted: Quoted, text: str, span: Span) -> Agreement:
    """The answer from where the claimed name stands, when the attribution does not have it."""
    named = quoted.speaker is not None and bool(_proper(quoted.speaker.text))
    own, near, far = _around(quoted, text)
    if named and quoted.where != "carried":
        if _mentions(claimed, own):
            return Agreement("unknown", "near", span)
        return Agreement("differs", "name", span)
    if _mentions(claimed, near):
        return Agreement("unknown", "near", span)
    if quoted.speaker is not None and _mentions(claimed, far):
        return Agreement("unknown", "near", span)
    return Agreement("differs", "elsewhere", span)


def _around(quoted: Quoted, text: str) -> tuple[str, str, str]:
    """The writer's words in the sentences of the quotation, one further, and some further back."""
    low = max(0, quoted.start - _BACK)
    low = text.find("\n", low, quoted.start) + 1 or low if low else 0
    window = text[low : quoted.end + _AHEAD]
    plain = list(window)
    for piece in pieces(window):
        plain[piece.start : piece.end] = " " * (piece.end - piece.start)
    for start, end in quoted.pieces:
        plain[start - low : end - low] = " " * (end - start)
    own = "".join(plain)
    spans = split(window)
    at, last = _sentences_of(spans, quoted.start - low, quoted.end - low)
    return (
        own[spans[at][0] : spans[last][1]],
        own[spans[max(0, at - _NEAR)][0] : spans[min(len(spans) - 1, last + _NEAR)][1]],
        own[spans[max(0, at - _FAR)][0] : spans[last][1]],
    )


def _sentences_of(spans: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    first = max((i for i, span in enumerate(spans) if span[0] <= start), default=0)
    last = max((i for i, span in enumerate(spans) if span[0] < end), default=first)
    return first, max(first, last)


# --- names ---------------------------------------------------------------------------------------


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's or body's: surnames, first names, acronyms folded.

    `Ann B. Lee` is `Mr. Lee` and `A. Lee` and not `Bob Lee`; `NTA` is `National Trees Agency`.
    """
    ours, theirs = _proper(one), _proper(other)
    if not ours or not theirs:
        return False
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return True
    if ours[-1] != theirs[-1]:
        return len(set(ours) & set(theirs)) * 2 > max(len(set(ours)), len(set(theirs)))
    if len(ours) == 1 or len(theirs) == 1 or set(ours) & set(theirs[:-1]):
        return True
    return ours[0][0] == theirs[0][0] or (ours[0] in _FAMILIAR and theirs[0] in _FAMILIAR)


def _words(text: str) -> list[str]:
    folded = fold(text).text
    return [re.sub(r"'s$", "", found[0]) for found in _WORD.finditer(folded)]


def _small(word: str) -> str:
    return word.lower().replace(".", "").removesuffix("'s")


def _content(text: str) -> list[str]:
    """The words of a name or description in small letters, titles and small words left out."""
    return [
        small
        for word in _words(text)
        if (small := _small(word)) not in _SMALL_WORDS and small not in TITLES and len(small) > 1
    ]


def _proper(text: str) -> list[str]:
    """The words with a capital in small letters, offices left out: what names somebody."""
    known = ROLES | GROUPS | ROLE_QUALIFIERS | _SMALL_WORDS | TITLES
    kept: list[str] = []
    titled = False
    for word in _words(text):
        small = _small(word)
        if small == "of" and kept:
            break
        if word[0].isupper() and (titled or small not in known) and len(small) > 1:
            kept.append(small)
        titled = small in TITLES
    return kept


def _mentions(name: str, text: str) -> bool:
    """Whether `text` has the last word of `name`, or its acronym or what it stands for."""
    proper = _proper(name)
    there = {_small(word) for word in _words(text)}
    if not proper:
        return False
    return proper[-1] in there or _spelled_out(name, text) or _abbreviated(name, there)


def _abbreviated(name: str, there: set[str]) -> bool:
    initials = "".join(word[0] for word in _words(name) if word[0].isupper()).lower()
    return len(initials) > 1 and initials in there


def _spelled_out(name: str, text: str) -> bool:
    """Whether the initials of a run of words in `text` are the acronym `name`."""
    acronym = "".join(word for word in _words(name) if word.isupper()).lower().replace(".", "")
    if len(acronym) < 2:
        return False
    initials = "".join(word[0] if word[0].isupper() else "" for word in _words(text)).lower()
    return acronym in initials


def _is_acronym_of(short: str, long: str) -> bool:
    words = _words(short)
    acronym = [_small(word) for word in words if word.replace(".", "").isupper() and len(word) > 1]
    if len(acronym) != 1 or len(_proper(short)) != 1:
        return False
    initials = "".join(word[0] for word in _words(long) if word[0].isupper()).lower()
    return initials.removeprefix("t") == acronym[0] or initials == acronym[0]


def _describes(claimed: str, stated: str) -> bool:
    """Whether a claimed description without a name is what the attribution says."""
    if _proper(claimed):
        return False
    ours = set(_content(claimed))
    return bool(ours) and ours <= set(_content(stated))
