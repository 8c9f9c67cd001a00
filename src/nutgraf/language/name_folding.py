"""One spelling for a name however a newsroom prints it, to compare and look it up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nutgraf.language.characters import level
from nutgraf.language.countries import COUNTRIES, DEMONYMS, STATES
from nutgraf.language.name_words import COMPANY_FORMS
from nutgraf.language.roles import TITLES

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W_]+(?:['.-][^\W_]+)*|&")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_CODES = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut;
DE Delaware; FL Florida; GA Georgia; IL Illinois; ID Idaho; KS Kansas; KY Kentucky; LA Louisiana;
MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MO Missouri; MT Montana; NE Nebraska;
NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York; NC North Carolina;
ND North Dakota; OH Ohio; OK Oklahoma; PA Pennsylvania; RI Rhode Island; SC South Carolina;
SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington;
WV West Virginia; WI Wisconsin; WY Wyoming
"""
_POSTAL = dict(entry.split(maxsplit=1) for entry in _CODES.replace("\n", " ").strip().split(";"))
# Of the short forms that stand before a full stop, those that are no words and no names.
_SHORT = """
Wis Ala Ariz Ark Calif Colo Fla Ky Minn Neb Nev Okla Tenn Tex Wyo Vt Md
"""
_SHORT_STATES = frozenset(_SHORT.split())
_SAINT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_BY_DEPARTMENT = re.compile(r"^(?:department|ministry) (?:of|for) (?:the )?(.+)$")


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> tuple[str, ...]:
    """The words of `name` in one spelling: `the D.O.J.` and `DOJ` are both `("doj",)`.

    Small letters without accents, dots, `the`, honorifics, company forms and possessive endings;
    `&` is `and`. `Ministry of X` and `X Ministry` are one spelling too. Empty for no words.
    """
    flat = _plain(level(name))
    words = [_undotted(word) for word in _WORD.findall(flat)]
    words = [word for word in words if word]
    while len(words) > 1 and (words[0] == "the" or words[0] in TITLES):
        words.pop(0)
    while len(words) > 1 and (words[-1] in COMPANY_FORMS or words[-1] in _SUFFIXES):
        words.pop()
    if len(words) > 2 and words[0] in ("us", "u.s"):
        words.pop(0)
    if len(words) > 1 and words[0] in _SAINT:
        words[0] = _SAINT[words[0]]
    office = _BY_DEPARTMENT.match(" ".join(words))
    if office:
        return (*office[1].split(), words[0])
    return tuple(words)


def _plain(text: str) -> str:
    """Small letters without accents."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return text.lower()


def _undotted(word: str) -> str:
    if word == "&":
        return "and"
    word = word.removesuffix("'s")
    dotted = len(word) > 1 and all(len(part) <= 1 for part in word.split("."))
    return word.replace(".", "") if dotted else word.strip(".'")


@lru_cache(maxsize=20_000)
def geographic(name: str) -> str:
    """The country or state that `name` (or a people's name) stands for, in full; else ''."""
    stripped = name.strip()
    if stripped in _POSTAL:
        return _POSTAL[stripped]
    if stripped in _SHORT_STATES:
        return STATES[f"{stripped.lower()}."]
    small = _plain(level(stripped)).removeprefix("the ")
    for table in (COUNTRIES, DEMONYMS, STATES):
        if small in table:
            return table[small]
    return ""
