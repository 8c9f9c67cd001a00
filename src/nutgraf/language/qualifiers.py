"""The words around a number that bound it, make it approximate or tell which way it changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nutgraf.language.figure import Bound

_OVER = (
    r"more than|over|above|greater than|higher than|larger than|longer than|older than"
    r"|bigger than|upwards? of|in excess of|exceed(?:s|ed|ing)?|north of|better than|topp(?:ed|ing)"
    r"|tops|(?:(?:to|will|would|could|may|might|can) )(?:top|surpass)|surpass(?:es|ed|ing)?|beyond"
    r"|well over|far more than|>"
)
_UNDER = (
    r"fewer than|less than|under|below|lower than|smaller than|shorter than|younger than"
    r"|short of|shy of|not quite|south of|cheaper than|<"
)
_AT_LEAST = (
    r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum"
    r"|≥|>="
)
_AT_MOST = (
    r"at most|no more than|not more than|no greater than|up to|as many as|as much as|as high as"
    r"|as long as"
    r"|a maximum of|maximum|capped at|no higher than|no longer than|≤|<="
)
_NEARLY = r"nearly|almost|close to|approaching|nearing|just under|just below|just shy of|virtually"
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|some|circa|ca\.?|an estimated|estimated(?: at)?"
    r"|in the region of|in the neighbou?rhood of|more or less|or so|~|≈|maybe|perhaps"
    r"|on the order of"
)
_JUST_OVER = (
    r"just over|just above|just more than|(?:a )?(?:little|bit|shade) (?:over|more than)"
    r"|slightly (?:over|more than|above)"
)
_BELOW_BY_LITTLE = (
    r"slightly (?:under|less than|below|fewer than)|(?:a )?little (?:under|less than)"
)
_BETWEEN = (
    r"between(?: the range of)?|(?:with)?in (?:the|a) range of"
    r"|rang(?:e|es|ed|ing) (?:of|from|between)"
)
_FILLER = r"(?:(?:an?|a total of|only|just)\s)?"

_LEFT = re.compile(
    rf"(?<![\w'])(?:(?P<just_over>{_JUST_OVER})|(?P<nearly>{_BELOW_BY_LITTLE}|{_NEARLY})"
    rf"|(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<between>{_BETWEEN})"
    rf"|(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<about>{_ABOUT}))\s*{_FILLER}$",
    re.IGNORECASE,
)
_NEAR = re.compile(rf"{_JUST_OVER}|{_BELOW_BY_LITTLE}|{_NEARLY}")
_RIGHT = re.compile(
    r"(?P<at_least>\+(?!\w)|(?:-|\s(?=plus(?:[.,;:)]|$)))plus(?!\w)"
    r"|(?:\san? \w+|'? \w+)?\s(?:or|and)"
    r" (?:more|above|up|older|over|longer|higher|larger|greater|bigger|better)(?!\w))"
    r"|(?P<at_most>\s(?:(?:or|and) (?:less|fewer|under|younger|below|shorter|lower|smaller)"
    r"|at (?:one point|times|(?:its|their|the) (?:peak|worst|height|highest|most)))(?!\w))"
    r"|(?P<about>\s(?:or so|or thereabouts|more or less)(?!\w)|-odd(?!\w)|-ish(?!\w)|ish(?!\w))",
    re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    "just_over": "over",
    "nearly": "under",
    "at_least": "at least",
    "at_most": "at most",
    "over": "over",
    "under": "under",
    "between": "between",
}
_UP = (
    r"rose|rise[sn]?|rising|grew|grows?|growing|growth(?: of)?|increas(?:e|es|ed|ing)|gain(?:s|ed)?"
    r"|(?<!gave )(?<!gives )(?<!made )(?<!makes )up(?! to)"
    r"|jump(?:s|ed)?|climb(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|added|adds|rall(?:y|ied)|higher"
    r"|advanced?|improved|improvement|hike|raised?|expanded"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|g[ai]ve[sn]? up|dropp(?:ed|ing)|drops?|declin(?:e|es|ed|ing)|down"
    r"|decreas(?:e|es|ed|ing)"
    r"|lost|los(?:e|es|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|slid(?:es?)?|slump(?:s|ed)?"
    r"|plung(?:e|es|ed)|tumbl(?:e|es|ed)|shed|sank|sinks?|sunk|dips?|dipped|shrank|shr[iu]nk|lower"
    r"|contract(?:s|ed)|dives?|worsened"
)
_CHANGE_LEFT = re.compile(
    rf"(?<![\w'])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s"
    r"(?:(?:by|of|nearly|almost|about|around|roughly|more than|over|some|less than|at least|another"
    r"|an?|additional|its|to|in|on|the|as much as)\s|[a-z]+ly\s)*$",
    re.IGNORECASE,
)
_CHANGE_RIGHT = re.compile(
    r"\s(?:[a-z]+\s)?(?:(?P<up>increase|rise|jump|gain|growth|hike|surge|higher|more|up|upturn|bigger)"
    r"|(?P<down>decrease|drop|decline|fall|cut|reduction|dip|plunge|slump|lower|fewer|less|down|loss"
    r"|discount))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What stands before a number: where it begins, the bound it sets, the approximating word."""

    start: int
    bound: Bound = "exact"
    approximation: str = ""


def before(text: str, at: int) -> Qualifier:
    """The qualifiers right before `text[at:]`; where there is none, an exact one at `at`."""
    found = Qualifier(at)
    for _ in range(2):
        window = max(0, found.start - 36)
        match = _LEFT.search(text[window : found.start])
        if not match:
            break
        name = match.lastgroup or ""
        word = match[name].lower()
        if word == "over" and found.approximation:
            break  # `a dispute over about 30 trees`
        near = word if name in {"about", "nearly", "just_over"} else found.approximation
        bound = _BOUNDS.get(name, "exact")
        if found.bound != "exact" and bound != "exact":
            break
        found = Qualifier(window + match.start(), found.bound if bound == "exact" else bound, near)
    return found


def is_near_word(word: str) -> bool:
    """Tells `nearly` and `just over`, which say on which side, from `about`."""
    return bool(_NEAR.fullmatch(word))


def after(text: str, at: int) -> tuple[int, Bound, str]:
    """Where the qualifiers behind a number end, the bound they set and the approximating word."""
    match = _RIGHT.match(text, at)
    if not match:
        return at, "exact", ""
    name = match.lastgroup or ""
    about = match[0].strip(" -").lower() if name == "about" else ""
    return match.end(), _BOUNDS.get(name, "exact"), about


def direction(text: str, start: int, end: int) -> Literal["", "up", "down"]:
    """Which way the quantity `text[start:end]` changed, by the words beside it."""
    match = _CHANGE_LEFT.search(text[max(0, start - 40) : start]) or _CHANGE_RIGHT.match(text, end)
    if not match:
        return ""
    return "up" if match.lastgroup == "up" else "down"
