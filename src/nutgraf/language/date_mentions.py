"""Finds the words that tell a time: dates, months, weekdays, seasons, years, `two years ago`.

Only finds: what a mention means on the calendar is for `dates` to say, so that `figures` can leave
alone what stands in one. Names of months and weekdays must have a capital; `May` and `March`, and
names such as April or August, must stand like a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
         "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
COUNTS = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"\S+",
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty""",
        )
    )
} | {"a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}

_MONTH = (
    r"(?=[A-Z])(?i:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?=[A-Z])(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!s?\w)"
_ANY_DAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_NOT_MORE = r"(?![\w%]|[.,]\d)"  # no longer number, no per cent
_OF_YEAR = rf"(?:,?\s(?P<{{}}>{_YEAR}){_NOT_MORE})?"
_ORDINAL = "first|second|third|fourth|1st|2nd|3rd|4th"
_PART = r"(?:\s(?i:morning|afternoon|evening|night|noon))?"
_THEN = r"last|this|next|previous|past|coming|that|following"
_PERIOD = r"(?:(?P<{}>early|mid|late)(?:-|\s(?:in\s|on\s)?))?"
_COUNT = "|".join(word for word in COUNTS if len(word) > 2 and word != "couple")

_DATED = re.compile(
    # What dates begin with; it keeps the search from trying each of them at each word.
    r"(?<![\w/.])(?=[A-Z\d]|the\s|ear|mid|late|fiscal|sixt|sev|eigh|nine|twen)"
    r"(?:(?:(?<!-)|(?<=circa-)|(?<=[ap]m-)|(?<=m\.-))(?:"
    r"(?P<iso>(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"(?:T[\d:.]+Z?)?(?![\w-]))"
    r"|(?P<slash>(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<slash_year>\d{4}|\d\d)(?![\w/]))"
    rf"|(?P<world>(?:(?P<world_weekday>{_ANY_DAY}),?\s)?(?:the\s)?(?P<world_day>{_DAY})"
    rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<world_to>{_DAY})(?:st|nd|rd|th)?)?(?:\sof)?"
    rf"\s(?P<world_month>{_MONTH})(?!\w){_OF_YEAR.format('world_year')})"
    rf"|(?P<month_year>{_PERIOD.format('my_part')}(?P<my_month>{_MONTH}),?\s(?:of\s)?"
    rf"(?P<my_year>{_YEAR}){_NOT_MORE})"
    r"|(?P<time>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?i:[ap]\.?\s?m\b\.?)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])(?:\sGMT|\sET|\sEST|\sEDT|\sBST|\sUTC)?)"
    rf"|(?P<fiscal>(?i:fiscal(?:\syear)?|FY)\s?'?(?P<fiscal_year>{_YEAR}|\d\d)"
    r"(?:[-/]\d\d(?:\d\d)?)?(?!\w))"
    r"|(?P<century>(?P<century_number>\d{1,2})(?:st|nd|rd|th)[ -](?i:century|centuries)"
    r"|(?i:(?P<century_word>sixteen|seventeen|eighteen|nineteen|twentie|twenty-firs)th?"
    r"[ -]century))"
    rf"|(?P<decade>(?:the\s)?{_PERIOD.format('decade_part')}"
    r"(?P<decade_year>(?:1[5-9]|20)\d0)'?s(?!\w))"
    r"|(?P<short_decade>(?:the\s)'(?P<decade_tens>[2-9])0s(?!\w))"
    rf"|(?P<years>(?P<years_from>{_YEAR})\s?[-–/]\s?(?P<years_to>{_YEAR}|\d\d)(?![\w-]|[.,]\d))"
    rf"|(?P<year>{_PERIOD.format('year_part')}(?P<year_number>(?:1[5-9]|20)\d\d)"
    r"(?![\w%°]|[.,]\d|-\d)))"
    rf"|(?P<us>(?:(?P<us_weekday>{_ANY_DAY})(?:,?\s|\s\())?{_PERIOD.format('us_part')}"
    rf"(?P<us_month>{_MONTH})\s(?P<us_day>{_DAY})(?:st|nd|rd|th)?"
    r"(?![\w%]|\.\d|,\d|:\d|\s(?:million|billion|thousand|per)\b)"
    rf"(?:\s?[-–]\s?(?P<us_to>{_DAY})(?!\w))?{_OF_YEAR.format('us_year')})"
    r")"
)
_WORDED = re.compile(
    r"(?<![\w'-])"
    r"(?=[A-Z\da]|la|th|ne|pr|pa|co|fo|ea|mi|en|sp|su|fa|wi|fi|se|ye|to|ov|on|tw|si|ei|ni|te|el|in)"
    r"(?:"
    rf"(?P<weekday>(?:(?P<weekday_then>(?i:{_THEN}|early|late))\s)?"
    rf"(?P<weekday_name>{_WEEKDAY}){_PART})"
    rf"|(?P<month>(?:(?P<month_then>(?i:{_THEN}))\s)?{_PERIOD.format('month_part')}"
    rf"(?P<month_name>{_MONTH})(?!\w|-\d))"
    rf"|(?P<quarter>(?i:(?:the\s)?(?:(?P<quarter_then>{_THEN})\s)?"
    rf"(?P<quarter_number>{_ORDINAL})[ -](?:fiscal\s)?quarter)(?!\s?(?:final|back|horse|pound))"
    rf"(?:\s(?:of\s)?(?:fiscal\s)?(?P<quarter_year>{_YEAR}))?"
    r"|(?:Q(?=[1-4](?!\w))|(?=[1-4]Q(?!\w)))(?P<q>[1-4])Q?"
    rf"(?:[ -]?(?:of\s)?(?P<q_year>{_YEAR}|'?\d\d(?!\w)))?)"
    rf"|(?P<season>(?:(?P<season_then>(?i:(?:the\s)?(?:{_THEN})|early|late|mid))[ -])?"
    r"(?P<season_name>(?i:spring|summer|autumn|fall|winter))(?!\w|-)"
    rf"(?:\s(?:of\s)?(?P<season_year>{_YEAR})(?!\w))?)"
    r"|(?P<unit>(?i:(?:in\s)?(?:the\s)?"
    r"(?:(?P<unit_part>early|earlier|mid|late|later|end of|middle of)[ -])?"
    rf"(?P<unit_then>{_THEN})\s"
    r"(?P<unit_name>weekend|week|month|year|quarter|decade|night|century))(?!\w|-))"
    r"|(?P<near>(?i:the\sday\sbefore\syesterday|yesterday|today|tonight|tomorrow|overnight)(?!\w))"
    rf"|(?P<ago>(?i:(?P<ago_count>\d{{1,3}}|an?|(?:a\s)?couple(?:\sof)?|a\sfew|several|{_COUNT})\s"
    r"(?P<ago_unit>hour|day|week|month|year|decade|century|centurie)s?\s(?:ago|from\snow))(?!\w))"
    r")"
)
_SEASON_LEFT = re.compile(
    r"\b(?:(?:over|in|during|since|of|by|for|until|through)(?: the)?|-)\s$", re.IGNORECASE
)
_MONTH_LEFT = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|during|of|between|last|this|next|and|early"
    r"|late|after|before|for|every|mid|each|or|end-|until|as of|a|the|-)[ -]?|[–—(])$",
    re.IGNORECASE,
)
_YEAR_LEFT = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|during|of|between|before|after|circa|around|year"
    r"|and|the|a|or|his|her|its|their|early|late|mid|every|class|for|on)\s$",
    re.IGNORECASE,
)
_NOUN_RIGHT = re.compile(
    r"\s(?!(?:was|has|is|as|us|this|his|its|says)\b)([a-z]{3,}s|people|men|women)(?!\w)"
)
_MEASURED = re.compile(
    r"\s?(?:%|per ?cent|million|billion|thousand|miles?|km|kg|feet|metres|meters|dollars|euros"
    r"|pounds|points|tons|tonnes|acres|barrels|megawatts)(?!\w)"
)
_NAME_RIGHT = re.compile(r"\s(?!Sun|Mon|Tue|Wed|Thu|Fri|Sat|The|In|I\b|A\b|He\b|She\b)[A-Z][a-z]+")
_AMBIGUOUS = frozenset({"may", "march", "mar"})
_NAMES = frozenset({"april", "june", "august", "january", "jan", "jun"})


_CAPITALISED = re.compile(r"\b[A-Z][a-z]")
_IN_SMALL = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:may|march)(?= \d{1,2}\b(?! ?(?:%|per|percent|people)))"
    r"|(?<=\d )(?:may|march))\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a time, `text[start:end]`: its kind and the parts it was read from."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]


def find(text: str) -> list[Mention]:
    """The mentions of `text` in order; where two begin together, the longer one.

    In a text without capitals (tokenised, or typed so) months and weekdays need none.
    """
    if not _CAPITALISED.search(text):
        text = _IN_SMALL.sub(lambda found: found[0].capitalize(), text)
    found = sorted(
        chain(_mentions(_DATED, text), _mentions(_WORDED, text)), key=lambda m: (m.start, -m.end)
    )
    kept = list[Mention]()
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def spans(text: str) -> list[tuple[int, int]]:
    """Where the mentions of `text` stand."""
    return [(mention.start, mention.end) for mention in find(text)]


_KINDS = frozenset(
    re.findall(
        r"\S+",
        """iso slash us world month_year time fiscal century decade short_decade years year weekday
    month quarter season unit near ago""",
    )
)


def _mentions(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    position = 0
    while match := pattern.search(text, position):
        position = max(match.end(), match.start() + 1)
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        kind = next(name for name in groups if name in _KINDS)
        if _stands(text, match, kind, groups):
            yield Mention(match.start(), match.end(), kind, groups)
        else:
            position = match.start() + 1


def _stands(text: str, match: re.Match[str], kind: str, groups: dict[str, str]) -> bool:
    """Tells a date from a number, a verb or a name that is written like it."""
    left = text[max(0, match.start() - 12) : match.start()]
    if kind == "month":
        return _is_month(text, match, groups, left)
    if kind == "year":
        return _is_year(text, match, groups, left)
    if kind == "season":
        return "season_year" in groups or _is_season(groups, left)
    if kind == "us":
        return groups["us_month"].lower() != "may" or groups["us_month"][0] == "M"
    if kind in {"slash", "iso"}:
        return _is_calendar(groups)
    if kind == "years":
        start, end = int(groups["years_from"]), int(groups["years_to"])
        return start < (end if end > 99 else start - start % 100 + end)
    return True


def _is_calendar(groups: dict[str, str]) -> bool:
    if "iso" in groups:
        return 1 <= int(groups["iso_month"]) <= 12 and 1 <= int(groups["iso_day"]) <= 31
    one, two = int(groups["one"]), int(groups["two"])
    return 1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12


def _is_month(text: str, match: re.Match[str], groups: dict[str, str], left: str) -> bool:
    name = groups["month_name"].lower().rstrip(".")
    placed = "month_then" in groups or "month_part" in groups or bool(_MONTH_LEFT.search(left))
    if len(name) < 4 and name != "may":
        return placed and groups["month_name"].endswith(".")
    if name in _AMBIGUOUS:
        wider = text[max(0, match.start() - 30) : match.start()]
        if re.search(r"\b(?:the|a)\s$", left) or re.search(r"(?<!from)(?<!since)\sto\s$", left):
            placed = "month_part" in groups or bool(re.search(r"\bfrom\b", wider))
        return placed and not _NAME_RIGHT.match(text, match.end())
    if name in _NAMES and _NAME_RIGHT.match(text, match.end()):
        return "month_then" in groups
    return True


def _is_year(text: str, match: re.Match[str], groups: dict[str, str], left: str) -> bool:
    if "year_part" in groups:
        return True
    if re.search(
        r"[$£€#]\s?$|\b[Nn]o\.?\s$|\d[\s,]$|\b(?:Rs|Boeing|Form|Route|Section|Room)\.?\s$", left
    ):
        return False
    if _MEASURED.match(text, match.end()):
        return False
    if _YEAR_LEFT.search(left):
        return True
    return not _NOUN_RIGHT.match(text, match.end())


def _is_season(groups: dict[str, str], left: str) -> bool:
    """`fall` and `spring` are verbs and wells too, and need a word that makes them seasons."""
    then = groups.get("season_then", "").lower().removeprefix("the ")
    if then and then != "that":
        return True
    placed = _SEASON_LEFT.search(left)
    if groups["season_name"].lower() in {"fall", "spring"}:
        return bool(placed) and " the" in left.lower() and "of" not in left.lower().split()
    return bool(placed)
