"""Shares and loose amounts in words: `half`, `two-thirds`, `one in five`, `dozens`, `a couple`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.language.number_words import PARTS, UNITS

_SMALL = "|".join(word for word, value in UNITS.items() if 0 < value < 20)
_MANY = "|".join(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
                  "hundred", "a hundred", "thousand", "a thousand", "a million"])  # fmt: skip
_TENS = {"twenty": 20, "hundred": 100, "a hundred": 100, "thousand": 1000, "a thousand": 1000,
         "a million": 10**6}  # fmt: skip
_RATIO = re.compile(
    rf"(?P<over>{_SMALL}|\d{{1,2}})[ -](?:in|out of)[ -](?:every )?(?P<under>{_MANY}|\d[\d,]{{0,6}})"
    r"(?![\w%$]|[.,]\d| ?(?:-|second|minute|hour|day|week|month|year|decade|season|game|race|start"
    r"|match|set|mile|million|percent|of the)\w*)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:(?P<over>an?|{_SMALL})[ -])?(?P<under>half|halves|{'|'.join(p for p in PARTS if p[:4] != 'half')})"
    r"(?!\w|-(?!of))(?P<of>(?= of\b(?! a (?:dozen|million|billion|century|decade)))"
    r"|(?= (?:the|its|his|her|their|our|all|as)\b))?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_SHARED = re.compile(r"\b(?:by|about|nearly|almost|than|roughly|in|only|just|over|least|some)\s$", re.I)

_VAGUE = re.compile(
    r"(?:(?P<few>several|a few|many|some|a couple)\s(?:of\s)?)?"
    r"(?:(?P<tens>tens|dozens|hundreds|thousands) of (?P<of>thousands|millions|billions|trillions)"
    r"|(?P<many>dozens|scores|hundreds|thousands|millions|billions|trillions)(?! of (?:thousand|million|billion))"
    r"|(?:an?\s)?(?P<set>pair|couple(?= of)|duo|twins|trio|both|twice|double|triple|once|dozen(?!s)"
    r"|decade|century|fortnight))(?!\w)",
    re.IGNORECASE,
)
_FEW_BEFORE = re.compile(r"\b(several|a few|couple)\s(?:of\s)?$", re.IGNORECASE)
_AMOUNTS = {
    "tens": (20, 199), "dozens": (24, 250), "scores": (40, 400), "hundreds": (200, 1999),
    "thousands": (2000, 99999), "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**15),
}  # fmt: skip
_OF = {"thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_SETS = {
    "pair": (2, "", True), "couple": (2, "", True), "duo": (2, "", True), "twins": (2, "", True),
    "both": (2, "", True), "trio": (3, "", True), "twice": (2, "×", True),
    "double": (2, "×", True), "triple": (3, "×", True), "once": (1, "", True),
    "dozen": (12, "", False), "decade": (1, "decade", True), "century": (1, "century", True),
    "fortnight": (1, "fortnight", True),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A share in per cent, or a loose amount, and where its words end."""

    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = "%"
    weak: bool = False
    parts: tuple[Decimal, ...] = ()


def read_at(text: str, start: int) -> Amount | None:
    """The share that begins at `start`: `a third of`, `two-thirds`, `three in four`, `2/3`."""
    ratio = _RATIO.match(text, start)
    if ratio:
        over, under = _number(ratio["over"]), _number(ratio["under"])
        if 0 < over < under and not (under > 20 and under % 10) and not 1500 < under < 2100:
            return _share(ratio.end(), over, under)
    slashed = _SLASHED.match(text, start)
    if slashed and 0 < int(slashed[1]) < int(slashed[2]) <= 10:
        return _share(slashed.end(), int(slashed[1]), int(slashed[2]))
    part = _PART.match(text, start)
    return _part(text, start, part) if part else None


def _part(text: str, start: int, part: re.Match[str]) -> Amount | None:
    under = PARTS[part["under"].lower()]
    over = _number(part["over"]) if part["over"] else 1
    half = under == 2
    if not part["over"] and not half:
        return None
    if half and part["of"] is None and not _SHARED.search(text[max(0, start - 10) : start]):
        return None
    if not half and over == 1 and part["of"] is None and (part["over"] or "").lower() in {"a", "an"}:
        if not _SHARED.search(text[max(0, start - 10) : start]):
            return None
    if over >= under:
        return None
    return _share(part.end(), over, under)


def _share(end: int, over: int, under: int) -> Amount:
    value = round(Decimal(100) * over / under, 6)
    step = Decimal(4) if under <= 10 else Decimal(1)
    if value < 5:
        step = value / 5
    return Amount(end, value, value, step, parts=(Decimal(over), Decimal(under)))


def _number(word: str) -> int:
    word = word.lower()
    if word in {"a", "an"}:
        return 1
    if word[0].isdigit():
        return int(word.replace(",", "") or 0)
    return _TENS.get(word) or UNITS.get(word, 0)


def vague_at(text: str, start: int) -> Amount | None:
    """The loose amount that begins at `start`: `dozens`, `tens of thousands`, `a couple of`."""
    match = _VAGUE.match(text, start)
    if not match:
        return None
    if match["set"]:
        size, unit, weak = _SETS[match["set"].lower()]
        return Amount(match.end(), Decimal(size), Decimal(size), Decimal(1), unit, weak)
    name = (match["tens"] or match["many"]).lower()
    low, high = _AMOUNTS[name]
    if match["tens"]:
        times = _OF[match["of"].lower()]
        low, high = {"tens": (20, 199), "dozens": (24, 250), "hundreds": (200, 1999),
                     "thousands": (2000, 99999)}[name]  # fmt: skip
        low, high = low * times, high * times
    return Amount(match.end(), Decimal(low), Decimal(high), Decimal(low), "")
