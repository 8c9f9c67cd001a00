"""Shares and loose amounts in words: `half`, `two-thirds`, `one in five`, `dozens`, `a couple`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.language.number_words import PARTS, UNITS

_SMALL = "|".join(word for word, value in UNITS.items() if 0 < value < 20)
_MANY = (
    "two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|a hundred|thousand|a thousand"
    "|a million"
)
_TENS = {"twenty": 20, "hundred": 100, "a hundred": 100, "thousand": 1000, "a thousand": 1000,
         "a million": 10**6}  # fmt: skip
_RATIO = re.compile(
    rf"(?P<over>{_SMALL}|\d{{1,2}})[ -](?:in|out of)[ -](?:every )?"
    rf"(?P<under>{_MANY}|\d[\d,]{{0,6}})"
    r"(?![\w%$]|[.,]\d| ?(?:-|second|minute|hour|day|week|month|year|decade|season|game|race|start"
    r"|match|set|mile|hundred|thousand|million|percent)\w*)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:(?P<over>an?|{_SMALL})[ -])?(?P<under>{'|'.join(sorted(PARTS, key=len, reverse=True))})"
    r"(?!\w|-(?!of))(?P<of>(?= of\b(?! a (?:dozen|million|billion|century|decade)))"
    r"|(?= (?:the|its|his|her|their|our|all|as)\b)"
    r"|(?= (?:were|was|are|had|have|said|got|took|went|came|live|work|[a-z]{3,}ed)\b))?",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"(?:(?:an?|one)[ -])?(?P<part>half|quarter|three[ -]quarters)"
    r"(?:[ -](?:of[ -])?(?:an?[ -])?percentage[ -]point"
    r"|-point(?= (?:cut|rise|rate|increase|reduction|hike|move|drop)))(?!\w)",
    re.IGNORECASE,
)
_POINTS = {"h": Decimal("0.5"), "q": Decimal("0.25"), "t": Decimal("0.75")}
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_SHARED = re.compile(
    r"\b(?:by|about|nearly|almost|than|roughly|in|to|above|below|under|around|only|just|over|least|some"
    r"|(?:much|many|little|few) as)\s$",
    re.IGNORECASE,
)

_HALF_OF_IT = re.compile(r"\b(?:[a-z]{3,}ed|covers?|pays?|paid|owns?|takes?|took|lost)\s$")
_HALF_OF_TIME = re.compile(r"\b(?:first|second|other|latter|better|1st|2nd)[ -]$", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:(?P<tens>tens|dozens|hundreds|thousands) of (?P<of>thousands|millions|billions|trillions)"
    r"|(?P<many>dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?! of (?:thousand|million|billion))"
    r"|(?:an?\s)?(?P<set>pair|couple(?= of)|duo|twins|trio|both|twice|double|triple|dozen(?!s)"
    r"|decade|century|fortnight))(?!\w)",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:several|a few|few|a couple(?: of)?|many)\s$", re.IGNORECASE)
_HALF_UNIT = re.compile(
    r"half[ -](?:an? )?(hour|day|year|mile|century|decade|minute)(?![\w-])", re.IGNORECASE
)
_AMOUNTS = {
    "tens": (20, 199), "dozens": (24, 250), "scores": (40, 400), "hundreds": (200, 1999),
    "thousands": (2000, 99999), "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**15),
}  # fmt: skip
_OF = {"thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_SETS = {
    "pair": (2, "", True), "couple": (2, "", True), "duo": (2, "", True), "twins": (2, "", True),
    "both": (2, "", True), "trio": (3, "", True), "twice": (2, "×", True),
    "double": (2, "×", True), "triple": (3, "×", True),
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
    """The share that begins at `start`: `a third of`, `three in four`, `2/3`, `a quarter-point`."""
    if point := _POINT.match(text, start):
        size = _POINTS[point["part"][0].lower()]
        return Amount(point.end(), size, size, Decimal("0.01"), "points")
    ratio = _RATIO.match(text, start)
    if ratio:
        over, under = _number(ratio["over"]), _number(ratio["under"])
        if 0 < over < under and not (under > 20 and under % 5) and not 1500 < under < 2100:
            return _share(ratio.end(), over, under)
    slashed = _SLASHED.match(text, start)
    if slashed and 0 < int(slashed[1]) < int(slashed[2]) <= 10:
        return _share(slashed.end(), int(slashed[1]), int(slashed[2]))
    part = _PART.match(text, start)
    return _part(text, start, part) if part else None


def _part(text: str, start: int, part: re.Match[str]) -> Amount | None:
    under = PARTS[part["under"].lower()]
    counted = (part["over"] or "").lower()
    over = _number(counted) if counted else 1
    left = text[max(0, start - 10) : start]
    if over >= under or (under != 2 and not counted) or _HALF_OF_TIME.search(left):
        return None
    loose = under == 2 or counted in {"a", "an"}  # `half`, `a third` must be of something
    if loose and part["of"] is None and not _SHARED.search(left):
        ended = text[part.end() : part.end() + 1] in (";", ",", ".", "")
        if counted or not ended or not _HALF_OF_IT.search(left):
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
    if half := _HALF_UNIT.match(text, start):
        share = Decimal("0.5")
        return Amount(half.end(), share, share, share, half[1].lower())
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


def few_before(text: str, start: int) -> int | None:
    """Where `several` begins in `several hundred`, if the number at `start` is so multiplied."""
    match = _FEW.search(text[max(0, start - 14) : start])
    return match.start() + max(0, start - 14) if match else None
