"""Reads the dates of a text as intervals, resolved against the day it was published.

News conventions: a bare weekday is the last such day on or before that of publication, a bare
month the nearest past one, `Jan. 21` the nearest past one too; after a future verb (`will`, `is
due`) they are the next. A season has soft edges. Without a date of publication what is known is
kept (the weekday, the month) and the rest left open.

Tried on news sentences: dateparser (6 ms a sentence; reads scores, per cents and `a 20-year low`
as dates, misses seasons and quarters, gives days for months), parsedatetime (weekdays and bare
months always in the future), dateutil (one string that is a date, no search), ctparse (slow and
wrong on news). All give points in time; a checker needs intervals and what they rest on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nutgraf.language.calendar_days import days_of, part_of, season_days, shifted, unit_days
from nutgraf.language.characters import level
from nutgraf.language.date_mentions import COUNTS, MONTHS, WEEKDAYS, Mention, find
from nutgraf.language.when import Days, Precision, When, WhenRelation

_FUTURE = re.compile(
    r"\b(?:will|shall|won't|is (?:set|due|scheduled|expected|slated|planned)|are (?:set|due"
    r"|scheduled|expected|slated|planned)|plans? to|going to|to be held|upcoming"
    r"|deadline|would|next|later this)\b|'ll\b"
    r"|\b(?:until|till|through|by|ahead of|starting|beginning|effective)\s"
    r"(?:at least\s|about\s|the (?:end|middle|beginning|start) of\s|[a-z]+day,?\s|on\s|in\s)*$"
    r"|\b(?:is|are|were|was) to (?!blame\b|have\b)[a-z]+"
    r"|\b(?<!to )(?:opens?|closes?|begins?|starts?|ends?|expires?|takes? effect|goes? into effect"
    r"|goes? on sale|falls? due|returns?|reopens?)\s(?:on|in)\s(?:[a-z]+day, )?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:since|was|were|had|said|began|held|told|met|went|came|took|gave|made|saw|fell|rose|won"
    r"|lost|left|wrote|sent|got|led|became|found|struck|(?!sched|expec|plan|slat)\w{3,}ed)\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(r"\b(?:was|were|had|said|told|came|went|took|began|fell|rose|met)\b")
_BY = re.compile(r"(?:until|till|through|by)\b", re.IGNORECASE)
# `had not been paid by Friday`, and not `had been told to leave by Friday`
_HAD = re.compile(r"\b(?:had(?:n't)?)\b(?!.*\bto [a-z]+)")
_RELATION = re.compile(
    r"\b(?P<since>since|back to|dating to|from|starting(?: in| on)?|beginning(?: in| on)?)\s$"
    r"|\b(?P<until>until|till|through|(?<!back )(?<!dating )to)\s$"
    r"|\b(?P<before>before|prior to|ahead of)\s$"
    r"|\b(?<!until )(?<!till )(?P<after>after|following)\s$|\b(?P<by>by)\s$",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s(?:before|after|following|of)\b")  # `the Monday before Easter`
_BEYOND = re.compile(r"\b(?:more than|over|at least|well over)\s$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:nearly|almost|less than|fewer than|under|about|around|some)\s$", re.IGNORECASE
)
_JOIN = re.compile(
    r"\s?[-–—]\s?|\s(?:to|through|until|till)\s(?:the\s)?|(?P<and>\sand\s)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\"])|[\n;]")


def read(text: str, *, published: date | None) -> tuple[When, ...]:
    """The times that `text` tells, in order; relative ones are resolved against `published`."""
    plain = level(text)
    found = list[When]()
    for mention in find(plain):
        left = _SENTENCE.split(plain[max(0, mention.start - 90) : mention.start])[-1]
        right = plain[mention.end : mention.end + 12]
        context = _Context(published, left, right, found[-1] if found else None)
        when = _READERS[mention.kind](mention, context)
        if when is None:
            continue
        when = replace(when, text=text[when.start : when.end], relation=_relation(left))
        if found and (joined := _joined(plain, found[-1], when)):
            found[-1] = replace(joined, text=text[joined.start : joined.end])
        else:
            found.append(when)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a mention is read against: publication, what stands around it, the last time told."""

    published: date | None
    left: str
    right: str
    last: When | None

    @property
    def future(self) -> bool:
        """Whether the last verb before the mention looks ahead: `said it will open on`."""
        cue = None
        for cue in _FUTURE.finditer(self.left):  # noqa: B007 (the last one is wanted)
            pass
        if cue is None or _IS_OVER.search(self.left, cue.end()):
            return False
        return not (_BY.match(cue[0]) and _HAD.search(self.left, 0, cue.start()))


def _relation(left: str) -> WhenRelation:
    match = _RELATION.search(left[-16:])
    return match.lastgroup if match else ""  # type: ignore[return-value]


def _joined(text: str, first: When, second: When) -> When | None:
    """`from March to May`, `between 2011 and 2014`, `Oct. 15-Nov. 2`: one span."""
    gap = text[first.end : second.start]
    match = _JOIN.fullmatch(gap)
    if not match or "time" in (first.precision, second.precision):
        return None
    before = text[max(0, first.start - 9) : first.start]
    if match["and"] and not re.search(r"\bbetween\s$", before, re.IGNORECASE):
        return None
    if second.year and second.month and first.month and not first.year:
        first = _in_year(first, second.year)
    if first.first is None or second.last is None or first.first > second.last:
        return None
    return replace(
        first, end=second.end, last=second.last, precision="span", relation="", weekday=None,
        resolved=first.resolved or second.resolved, day=None,
    )  # fmt: skip


def _in_year(when: When, year: int) -> When:
    assert when.month
    days = days_of(year, when.month, when.day)
    if days is None:
        return when
    return replace(when, first=days[0], last=days[1], year=year, resolved=False, against=None)


# --- one reader for each kind of mention ---------------------------------------------------------


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _weekday_number(name: str | None) -> int | None:
    return WEEKDAYS[name.lower().rstrip(".")] if name else None


def _when(mention: Mention, precision: Precision, days: Days | None, **known: object) -> When:
    first, last = days or (None, None)
    return When(mention.start, mention.end, "", precision, first, last, **known)  # type: ignore[arg-type]


def _iso(mention: Mention, _context: _Context) -> When | None:
    year, month, day = (int(mention.parts[name]) for name in ("iso_year", "iso_month", "iso_day"))
    days = days_of(year, month, day)
    return _when(mention, "day", days, year=year, month=month, day=day) if days else None


def _slash(mention: Mention, _context: _Context) -> When | None:
    one, two, year = (int(mention.parts[name]) for name in ("one", "two", "slash_year"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    readings = [
        days
        for month, day in ((one, two), (two, one))
        if month <= 12 and (days := days_of(year, month, day))
    ]
    if not readings:
        return None
    first = readings[0][0]
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    return _when(mention, "day", readings[0], year=year, month=first.month, day=first.day,
                 other=other)  # fmt: skip


def _dated(mention: Mention, context: _Context) -> When | None:
    parts, name = mention.parts, mention.kind
    month = _month_number(parts[f"{name}_month"])
    day, to, year = (_number(parts.get(f"{name}_{key}")) for key in ("day", "to", "year"))
    assert day
    weekday = _weekday_number(parts.get(f"{name}_weekday"))
    resolved = False
    year_read = year
    if year is None and context.published:
        year_read, resolved = _nearest_year(month, day, weekday, context), True
    days = days_of(year_read, month, day) if year_read else None
    if year_read and days is None:
        return None
    if to and to > day and year_read and (end := days_of(year_read, month, to)):
        assert days
        days = days[0], end[0]
    return _when(
        mention, "span" if to else "day", days, year=year, month=month, day=day, weekday=weekday,
        resolved=resolved, against=context.published if resolved else None,
    )  # fmt: skip


def _nearest_year(month: int, day: int, weekday: int | None, context: _Context) -> int:
    """The year of a day without one: the nearest past, or the next if the sentence looks ahead."""
    published = context.published
    assert published
    years = [year for year in range(published.year - 1, published.year + 2)
             if days_of(year, month, day)]  # fmt: skip
    if not years:
        return published.year - published.year % 4
    away = {year: (date(year, month, day) - published).days for year in years}
    fitting = [y for y in years if weekday is None or date(y, month, day).weekday() == weekday]
    if weekday is not None:
        years = [y for y in fitting if abs(away[y]) < 200] or years
    ahead = [year for year in years if away[year] > 0]
    behind = [year for year in years if away[year] <= 0]
    if not behind or (ahead and context.future and away[ahead[0]] < 330):
        return ahead[0]
    if ahead and away[ahead[0]] < 60 and away[behind[-1]] < -250 and not _PAST.search(context.left):
        return ahead[0]
    return behind[-1]


def _month_of_year(mention: Mention, _context: _Context) -> When | None:
    month, year = _month_number(mention.parts["my_month"]), int(mention.parts["my_year"])
    days = days_of(year, month)
    assert days
    return _when(mention, "month", part_of(days, mention.parts.get("my_part")), month=month,
                 year=year)  # fmt: skip


def _month(mention: Mention, context: _Context) -> When | None:
    month = _month_number(mention.parts["month_name"])
    then = mention.parts.get("month_then", "").lower()
    published = context.published
    if published is None:
        return _when(mention, "month", None, month=month)
    year = published.year - (month > published.month)
    if then in {"last", "previous", "past"}:
        year = published.year - (month >= published.month)
    elif then == "this":
        year = published.year
    elif then in {"next", "coming"} or (context.future and month != published.month):
        year = published.year + (month <= published.month)
    days = days_of(year, month)
    assert days
    return _when(mention, "month", part_of(days, mention.parts.get("month_part")), month=month,
                 resolved=True, against=published)  # fmt: skip


def _weekday(mention: Mention, context: _Context) -> When | None:
    weekday = _weekday_number(mention.parts["weekday_name"])
    then = mention.parts.get("weekday_then", "").lower()
    published = context.published
    assert weekday is not None
    told_from_another = not then and _THE.search(context.left) and _OF_ANOTHER.match(context.right)
    if published is None or told_from_another:
        return _when(mention, "day", None, weekday=weekday)
    back = (published.weekday() - weekday) % 7
    if then in {"last", "past", "previous"}:
        day = published - timedelta(back or 7)
    elif then in {"next", "coming", "following"}:
        day = published + timedelta((-back) % 7 or 7)
    elif then == "this" or context.future:
        day = published + timedelta((-back) % 7)
    else:
        day = published - timedelta(back)
    return _when(mention, "day", (day, day), weekday=weekday, resolved=True, against=published)


def _quarter(mention: Mention, context: _Context) -> When | None:
    parts = mention.parts
    word = parts.get("quarter_number", parts.get("q", "")).lower()
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(word) or int(word[0])
    year_text = parts.get("quarter_year") or parts.get("q_year", "")
    year = _number(year_text.strip("'"))
    resolved = False
    read_year = year + 2000 if year is not None and year < 100 else year
    if read_year is None and context.published:
        resolved = True
        now = (context.published.month + 2) // 3
        read_year = context.published.year - (number > now)
        if context.future and number < now:
            read_year += 1
    if read_year is None:
        return _when(mention, "quarter", None, season=f"Q{number}")
    first, last = date(read_year, 3 * number - 2, 1), days_of(read_year, 3 * number)
    assert last
    return _when(mention, "quarter", (first, last[1]), season=f"Q{number}", year=year,
                 resolved=resolved, against=context.published if resolved else None)  # fmt: skip


def _season(mention: Mention, context: _Context) -> When | None:
    name = mention.parts["season_name"].lower().replace("fall", "autumn")
    then = mention.parts.get("season_then", "").lower().removeprefix("the ")
    year = _number(mention.parts.get("season_year"))
    if year is not None:
        return _when(mention, "season", part_of(season_days(name, year), then), season=name,
                     year=year)  # fmt: skip
    anchor = context.published
    if then in {"previous", "that", "following"} and context.last and context.last.first:
        anchor = context.last.first
    if anchor is None:
        return _when(mention, "season", None, season=name)
    years = range(anchor.year - 2, anchor.year + 2)
    if then in {"next", "coming", "following"} or (context.future and then not in {"last", "this"}):
        picked = min(y for y in years if season_days(name, y)[0] > anchor)
    elif then == "this" and name != "winter":
        picked = anchor.year  # in April, `this autumn` is to come
    elif then == "this":
        picked = min(years, key=lambda y: _distance(season_days(name, y), anchor))
    elif then in {"last", "previous", "past"}:
        picked = max(y for y in years if season_days(name, y)[1] < anchor)
    else:
        picked = max(y for y in years if season_days(name, y)[0] <= anchor)
    return _when(mention, "season", season_days(name, picked), season=name, resolved=True,
                 against=anchor)  # fmt: skip


def _distance(days: Days, day: date) -> int:
    if days[0] <= day <= days[1]:
        return 0
    return min(abs((days[0] - day).days), abs((days[1] - day).days))


def _year(mention: Mention, _context: _Context) -> When | None:
    year = int(mention.parts["year_number"])
    days = days_of(year)
    assert days
    return _when(mention, "year", part_of(days, mention.parts.get("year_part")), year=year)


def _years(mention: Mention, _context: _Context) -> When | None:
    start, end = int(mention.parts["years_from"]), int(mention.parts["years_to"])
    end = end if end > 99 else start - start % 100 + end
    return _when(mention, "span", (date(start, 1, 1), date(end, 12, 31)), year=start)


def _fiscal(mention: Mention, _context: _Context) -> When | None:
    """A fiscal year may begin a year before its number (the US government's in October)."""
    year = int(mention.parts["fiscal_year"])
    year += 2000 if year < 100 else 0
    return _when(mention, "year", (date(year - 1, 4, 1), date(year + 1, 3, 31)), year=year)


def _decade(mention: Mention, _context: _Context) -> When | None:
    if "decade_tens" in mention.parts:
        year = 1900 + 10 * int(mention.parts["decade_tens"])
    else:
        year = int(mention.parts["decade_year"])
    days = date(year, 1, 1), date(year + 9, 12, 31)
    return _when(mention, "decade", part_of(days, mention.parts.get("decade_part")), year=year)


def _century(mention: Mention, _context: _Context) -> When | None:
    words = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twentie": 20,
             "twenty-firs": 21}  # fmt: skip
    word = mention.parts.get("century_word", "").lower()
    number = words.get(word) or int(mention.parts["century_number"])
    if not 1 <= number <= 30:
        return None
    return _when(mention, "century", (date(100 * number - 99, 1, 1), date(100 * number, 12, 31)))


def _time(mention: Mention, _context: _Context) -> When | None:
    match = re.match(r"(\d+)(?:[:.](\d\d))?\s?(?:([ap]))?", mention.parts["time"], re.IGNORECASE)
    assert match
    hour, minute, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _when(mention, "time", None, clock=f"{hour:02}:{minute}")


def _near(mention: Mention, context: _Context) -> When | None:
    if context.published is None:
        return _when(mention, "day", None)
    word = mention.parts["near"].lower()
    shift = -2 if word.startswith("the") else {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = context.published + timedelta(shift)
    first = day - timedelta(1) if word == "overnight" else day
    return _when(mention, "day", (first, day), resolved=True, against=context.published)


def _unit(mention: Mention, context: _Context) -> When | None:
    """`last week`, `earlier this year`, `next month`, `the past decade`."""
    name, then = mention.parts["unit_name"].lower(), mention.parts["unit_then"].lower()
    part = mention.parts.get("unit_part", "").lower()
    precision: Precision = "day" if name == "night" else "week" if name == "weekend" else name  # type: ignore[assignment]
    anchor = context.published
    if then in {"previous", "that", "following"}:
        anchor = context.last.first if context.last and context.last.first else None
    if anchor is None:
        return _when(mention, precision, None)
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}
    days = unit_days(name, then, shift.get(then, 0), anchor)
    if part in {"earlier", "later"} and days[0] <= anchor <= days[1]:
        days = (days[0], anchor) if part == "earlier" else (anchor, days[1])
    else:
        days = part_of(days, part)
    return _when(mention, precision, days, resolved=True, against=anchor)


def _ago(mention: Mention, context: _Context) -> When | None:
    unit = mention.parts["ago_unit"].lower().replace("centurie", "century")
    word = mention.parts["ago_count"].lower().removesuffix(" of").removeprefix("a ")
    count = int(word) if word.isdigit() else COUNTS.get(word)
    sizes = {"hour": 1, "day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5,
             "century": 36525}  # fmt: skip
    precision: Precision = "day" if unit in {"hour", "day"} else unit  # type: ignore[assignment]
    published = context.published
    if published is None:
        return _when(mention, precision, None)
    low, high = (count, count) if count is not None else (2, 8)
    ahead = mention.parts["ago"].lower().endswith("now")
    far, near = (round(n * sizes[unit]) for n in (high, low))
    if unit == "hour":
        far, near = (high < 24 and 1) or high // 24 + 1, 0
    spread = {"hour": 0, "day": 0, "week": 4, "month": 21, "year": 250, "decade": 1500,
              "century": 15000}[unit]  # fmt: skip
    first = shifted(published, (near if ahead else -far) - spread)
    last = shifted(published, (far if ahead else -near) + spread)
    beyond, within = _BEYOND.search(context.left), _WITHIN.search(context.left)
    if beyond and not ahead:
        first = shifted(first, -far // 4)
    elif within and not ahead:
        last = min(shifted(last, far // 4), published)
    return _when(mention, precision, (first, last), resolved=True, against=published)


_READERS: dict[str, Callable[[Mention, _Context], When | None]] = {
    "iso": _iso, "slash": _slash, "us": _dated, "world": _dated, "month_year": _month_of_year,
    "time": _time, "fiscal": _fiscal, "century": _century, "decade": _decade,
    "short_decade": _decade, "years": _years, "year": _year, "weekday": _weekday, "month": _month,
    "quarter": _quarter, "season": _season, "unit": _unit, "near": _near, "ago": _ago,
}  # fmt: skip
