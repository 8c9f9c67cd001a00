"""What a number counts (`1.36 million names the office sent`: names) and what it is a part of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_STOP = frozenset(
    re.findall(
        r"\S+",
        """a an the of in on at to for from by with as than and or but nor so yet if when while who
    whom whose which that this these those is are was were be been being am do does did has
    have had having will would shall should can could may might must not no into onto over
    under after before since until till during between among against across along about
    around through within without per via up down out off above below near like because
    although though where why how what it he she they we you i his her its their our your my
    them him us me there here now then also still said says say told killed died injured
    hurt wounded arrested found made took got went came sent gave died remain remained
    remains left missing dead ago later earlier each apiece only just even according
    including despite toward towards amid upon versus vs ahead behind alone today yesterday
    tomorrow again away back once""",
    )
)
_PLURALS = frozenset(
    re.findall(
        r"\S+",
        """people men women children police staff personnel cattle troops sheep deer fish aircraft
    persons folk folks personnel faculty clergy youth crew media data criteria lives wives
    series species kids oxen teeth feet mice geese dead injured wounded missing homeless
    jobless aides percent""",
    )
)
_NOT_PLURAL = ("ss", "us", "is", "'s")
_TOKEN = re.compile(r"\s?-?([A-Za-z][A-Za-z.'&-]*(?<=[A-Za-z']))")
_JOINED = re.compile(r"-([a-z]{3,})(?![\w-])")  # `a seven-member panel`
_AGO = re.compile(  # `down from 230 two years ago`
    r"\s(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|\d+)\s"
    r"(?:hour|day|week|month|year|decade)s?\s(?:ago|before|earlier|later)(?!\w)"
)
_ADJECTIVES = frozenset(re.findall(r"\S+", "more other additional further new extra another"))
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:all\s)?"
    r"(?:(?:the|those|these|its|their|his|her|our|all|some|them|an?)(?!\w))?\s?"
    r"(?:(?:[\w.-]+\s)?[\w.-]+(?:'s|s')\s(?=[$£€\d]))?"  # `of the old town's 40 boats`
    r"(?:(?:about|roughly|nearly|some|estimated|more than|over|approximately)\s)?"
    r"(?P<number>[$£€~]?\d[\d.,]*\s?(?:%|million|billion|thousand|[kKmMbB]n?\b)?\s?)?"
)
_THEM = re.compile(r"\bthem\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts, where it ends, and the span of its base (0, 0 if none)."""

    noun: str
    end: int
    base_start: int = 0
    base_end: int = 0


def after(text: str, at: int, *, single: bool) -> Counted:
    """What the number that ends at `at` counts; `single` where one thing is meant (`1`, `23rd`)."""
    if joined := _JOINED.match(text, at):
        return Counted(joined[1], at)
    of = _OF.match(text, at)
    if of and _THEM.search(of[0]):
        noun, end = _phrase(text, of.end(), single=False)
        noun, end = ("", of.end()) if " " in noun else (noun, max(end, of.end()))
        return Counted(noun, at, text.index("of", at) + 3, end)  # `half of them pupils`
    if of:
        noun, end = _phrase(text, of.end(), single=single)
        base_start = text.index("of", at) + 3
        return Counted(noun, at, base_start, end) if noun else Counted("", at)
    noun, end = _phrase(text, at, single=single)
    of = _OF.match(text, end) if noun else None
    if of and of["number"]:
        base, base_end = _phrase(text, of.end(), single=False)
        if base:
            return Counted(noun, end, text.index("of", end) + 3, base_end)
    return Counted(noun, end)


def _phrase(text: str, at: int, *, single: bool) -> tuple[str, int]:
    """The noun phrase at `at`, up to its head, and where it ends."""
    words = list[tuple[str, int]]()
    position = at
    if _AGO.match(text, at):
        return "", at
    for _ in range(6):
        match = _TOKEN.match(text, position)
        if not match:
            break
        word = match[1].lower()
        if word in _STOP and word not in _PLURALS:
            break
        position = match.end()
        if word in _ADJECTIVES and not words:
            continue
        words.append((match[1], position))
        if _is_plural(word):
            return " ".join(word for word, _ in words[-3:]), position
    if single and words:
        return " ".join(word for word, _ in words[:3]), words[min(2, len(words) - 1)][1]
    return "", at


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


_ANYBODY = frozenset(["person", "individual", "man", "woman", "adult", "dead", "injured", "killed"])
# What people of any calling may be called for their part in something.
_ROLES = frozenset(
    re.findall(
        r"\S+",
        """resident american citizen civilian member victim visitor guest participant volunteer
    applicant patient protester""",
    )
)
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "worker employee", "soldier troop", "officer cop", "child kid teen girl boy pupil student",
        "inmate prisoner", "immigrant migrant refugee", "gunman attacker militant rebel",
        "passenger commuter", "brother sister son daughter", "guy man",
    )
)  # fmt: skip
_PEOPLE = _ANYBODY.union(
    _ROLES, *_ALIKE, ["voter", "teacher", "nurse", "doctor", "farmer", "driver"]
)


_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman",
    "children": "child", "lives": "life", "wives": "wife", "feet": "foot",
}  # fmt: skip


def same_noun(ours: str, theirs: str) -> bool | None:
    """Tells whether two noun phrases count one kind of thing; None where that is not said.

    Volunteers may be the adults of another sentence; whether they are its voters is open.
    """
    one, other = head(ours), head(theirs)
    if not one or not other:
        return None
    pair = {one, other}
    if one == other or (pair <= _PEOPLE and pair & _ANYBODY):
        return True
    if pair <= _PEOPLE and pair & _ROLES:
        return None
    return any(pair <= group for group in _ALIKE)


@lru_cache(maxsize=8192)
def head(noun: str) -> str:
    """The last word of a noun phrase in the singular, for comparison: `tax records`: `record`."""
    word = noun.lower().rpartition(" ")[2]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if _is_plural(word) and word not in _PLURALS else word
