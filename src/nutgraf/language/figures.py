"""Reads the figures of a text: one pass, each with its span, its value and what it counts.

Dates and times of day are left to `dates`; numbers in names come out as labels. What was tried
before and why it was not taken stands in `number_words`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from nutgraf.language import (
    counted,
    date_mentions,
    fractions_in_words,
    labels,
    number_words,
    numerals,
    qualifiers,
    sums_told,
    units,
)
from nutgraf.language.alternation import any_of
from nutgraf.language.characters import level
from nutgraf.language.figure import Bound, Figure, Kind

_OTHER_WORDS = """
hundred thousand million billion trillion crore lakh half quarter quarters both dozen dozens scores
hundreds thousands millions billions trillions tens twice double triple thirds fifths pair duo trio
twins couple decade decades century fortnight
"""
_CARDINALS = (*number_words.UNITS, *number_words.TENS, *number_words.ORDINALS)
_WORDS = (*_CARDINALS, *_OTHER_WORDS.split())
_INITIALS = "".join(sorted({"a", *(word[0] for word in _WORDS)}))
_CANDIDATE = re.compile(
    r"(?P<junk>(?:https?://|www\.)\S++|(?<!\S)[^\s@]{1,64}+@\S++"
    r"|(?<![\w-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])"
    r"|(?<!\w)#?\d{1,2}:\d{2}-[a-z]{2}-\d+|\[\d{1,3}\]|(?<![\w-])\d++(?:-\d++){3,}(?!-\d)|(?m:^\s{0,8}\d{1,3}[.)](?=\s)))"
    r"|(?P<glued>(?<![\w$£€])(?!(?:Rs\.?|USD|EUR|GBP|US\$)\s?\d)"
    r"(?:[A-Z][A-Za-z]*+(?:-(?=\d))?|[a-z]{1,12}+)\d\w*+(?:[-/.]\w++)*(?![-/.]\w))"
    r"|(?P<slash>(?<![\w/.])(?:9/11|7/7|24/7|20/20|50[-/]50)(?![\w/]))"
    rf"|(?P<digits>(?<![\w.,])(?:{numerals.CURRENCY}\s?)?(?<![\d])[-+]?[.]?\d|[½⅓⅔¼¾⅛])"
    rf"|(?P<words>(?<![\w'])(?=[{_INITIALS}{_INITIALS.upper()}])(?i:{any_of(_WORDS)}"
    r"|an?(?=[ -](?:hundred|thousand|million|billion|trillion"
    r"|dozen|third|quarter|half|fifth|tenth|couple|pair|decade|century|fortnight)(?!\w)))(?![\w']))"
)
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|through)\s|\s(?:and|or)\s", re.IGNORECASE)
_SCORE = re.compile(
    r"\b(?:w[io]n|wins|lost|lose|beat|beats|defeat\w*|led|leads?|trail\w*|scor\w+|vot\w+|ruling|rule[ds]?"
    r"|decision|victory|draw|drew|tied?|loss|down|ahead|up|set|sets|majority|verdict|margin)\b",
    re.IGNORECASE,
)
_AGE_LEFT = re.compile(r"(?:\bage[ds]?|\bturn(?:s|ed|ing)|\bages)\s$", re.IGNORECASE)
_AGE_AT = re.compile(
    r"\b(?:dead|dies|died|dying|death|passed away|killed|mom|father|mother)\b[^.]{0,24}\sat\s$",
    re.IGNORECASE,
)
_AGE_COMMA = re.compile(r"[A-Za-z.'\"]\s?,\s$")
_AGE_RIGHT = re.compile(
    r"\s?(?:,(?!\d)|\.(?!\d)|;|:|$|\)|\swho\b|\swas\b|\sand\b|\sof\b|'s\b|[—–])"
)
_YEAR_OLD = re.compile(r"[- ](?:years?|months?|weeks?|days?|yr)[- ]?olds?(?!\w)", re.IGNORECASE)
_RANK = re.compile(r"(?:\bN(?:o|os|umber)\.?\s?|#)$")
_MULTIPLE = re.compile(
    r"\s?(?:x(?!\w)|times\s(?:as|more|the|that|higher|larger|greater|bigger|faster|worse|\w+er)\b"
    r"|-?fold(?!\w))",
    re.IGNORECASE,
)
_RUN = re.compile(r"[-+]?[\d.,'/]*\d\w*")
_MANNER = re.compile(r"-(?:way|time|off|on-|sided|stop|hand|rate|class|party|state)", re.IGNORECASE)
_INCHES = re.compile(
    r"[- ](\d{1,2})(?:[- ](?:inch(?:es)?|in\.)|(?<=-\d)(?![\w.,-])|(?<=-1\d)(?![\w-]))"
)
_YEAR_TO = re.compile(r"\b(?:a|an|one)\s(day|week|month|year)\sto\s$", re.IGNORECASE)
_TO_A_YEAR = re.compile(r"\sto\s(?:a|an|one)\s(day|week|month|year)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_OTHERS = re.compile(r"\s(?:more\s)?others?(?!\w)", re.IGNORECASE)
_LIST = 120
_NAMED = re.compile(
    r"((?:[A-Z][\w'.-]*(?:\s(?:of\s)?[A-Z][\w'.-]*)*,\s)*[A-Z][\w'.-]*(?:\s(?:of\s)?[A-Z][\w'.-]*)*),?"
    r"\s(?:and|along with|plus)\s$"
)
_SUFFIX = re.compile(r"(?!(?:x|fold|ish)(?!\w))[A-Za-z]\w*")
_CLAUSE = re.compile(r"[,;:]|\.\s")
_VERB = re.compile(r"(?:were|was|are|had|have|said|got|took|went|came|live|work|[a-z]{3,}ed)\b")
_LARGE_AGE = 130
_LARGE_RANK = 1000


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number before anything around it is read."""

    start: int
    end: int
    number_start: int
    low: Decimal
    high: Decimal
    step: Decimal
    written: Decimal
    scale: Decimal = Decimal(1)
    unit: str = ""
    ordinal: bool = False
    words: bool = False
    vague: bool = False
    weak: bool = False
    plain: bool = False
    kind: Kind | None = None
    parts: tuple[Decimal, ...] = ()


def read(text: str, *, dates: Sequence[tuple[int, int]] | None = None) -> tuple[Figure, ...]:
    """The figures of `text` in order; `dates` are spans known to be dates (found if not given)."""
    plain = level(text)
    taken = sorted(date_mentions.spans(plain) if dates is None else dates)
    starts = [start for start, _ in taken]
    found = list[Figure]()
    position = 0
    while match := _CANDIDATE.search(plain, position):
        position = max(match.end(), position + 1)
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and taken[at][1] > match.start():
            position = max(taken[at][1], position)
            continue
        figure = _figure(plain, text, match)
        if figure is None:
            continue
        if not isinstance(figure, int):
            figure = _from_a_year(figure, plain, text)
        if isinstance(figure, int):
            position = max(figure, position)
            continue
        if not found or figure.start >= found[-1].end:
            found.append(figure)
        elif figure.number_start >= found[-1].end:
            start = found[-1].end
            found.append(replace(figure, start=start, text=text[start : figure.end]))
        position = max(position, figure.end)
    return tuple(found)


def _from_a_year(figure: Figure, text: str, original: str) -> Figure:
    """`a year to 18 months` as 12 to 18 months, `six months to a year` as 6 to 12."""
    if figure.kind != "measure" or units.dimension(figure.unit) != "time":
        return figure
    if before := _YEAR_TO.search(text, max(0, figure.start - 12), figure.start):
        low = units.converted(Decimal(1), before[1].lower(), figure.unit)
        if low is not None and low < figure.low:
            start = before.start()
            return replace(
                figure, start=start, text=original[start : figure.end], low=low, bound="between"
            )
    if (after := _TO_A_YEAR.match(text, figure.end)) and figure.bound == "exact":
        high = units.converted(Decimal(1), after[1].lower(), figure.unit)
        if high is not None and high > figure.high:
            end = after.end()
            return replace(
                figure, end=end, text=original[figure.start : end], high=high, bound="between"
            )
    return figure


def _figure(text: str, original: str, match: re.Match[str]) -> Figure | int | None:
    """The figure at a candidate; where to go on if there is a malformed number; None to skip."""
    if match["junk"]:
        return None
    if match["glued"] or match["slash"]:
        if match[0].upper() == "COVID-19":
            return None  # a name like any other
        return _label(original, match.start(), match.end())
    if _MANNER.match(text, match.end()):
        return None
    if match["words"]:
        atom = _worded(text, match.start())
        return None if atom is None else _assembled(text, original, atom)
    start = match.start()
    atom = _ratio(text, start) or _digits(text, start)
    if atom is None:
        run = _RUN.match(text, start)
        return run.end() if run else None
    suffix = _SUFFIX.match(text, atom.end) if atom.plain or atom.scale != 1 else None
    if suffix and units.read_after(text, atom.end, digits=True) is None:
        return _label(original, start, suffix.end())
    return _assembled(text, original, atom)


def _label(original: str, start: int, end: int) -> Figure:
    zero = Decimal(0)
    return Figure(
        start, end, start, end, original[start:end], "label", zero, zero, Decimal(1), Decimal(1)
    )


def _digits(text: str, start: int) -> _Atom | None:
    number = numerals.read_at(text, start)
    if number is None:
        return None
    return _Atom(
        number.start, number.end, number.number_start, number.value, number.value, number.step,
        number.written, number.scale, number.currency, number.ordinal, plain=number.plain,
    )  # fmt: skip


def _ratio(text: str, start: int) -> _Atom | None:
    part = fractions_in_words.read_at(text, start)
    if part is None:
        return None
    return _Atom(
        start, part.end, start, part.low, part.high, part.step, part.step, unit=part.unit,
        words=True, kind="share" if part.unit == "%" else "points", parts=part.parts,
    )  # fmt: skip


def _worded(text: str, start: int) -> _Atom | None:
    special = fractions_in_words.vague_at(text, start)
    if special:
        return _Atom(
            start, special.end, start, special.low, special.high, special.step, special.step,
            unit=special.unit, words=True, vague=special.low != special.high, weak=special.weak,
            kind="multiple" if special.unit == "×" else None,
        )  # fmt: skip
    if ratio := _ratio(text, start):
        return ratio
    number = number_words.read_at(text, start)
    if number is None or re.compile(r"\w").match(text, number.end):
        return None
    if (
        number.ordinal
        and number.value == 2
        and re.search(
            r"(?:\d|\b(?:an?|per|each|every|split|one|two|few))[\s-]$",
            text[max(0, start - 8) : start],
        )
    ):
        return None
    few = fractions_in_words.few_before(text, start) if number.value >= 12 else None
    if few is not None and number.step == number.value:
        return _Atom(
            few, number.end, few, 2 * number.value, Decimal("9.9") * number.value, number.step,
            number.step, words=True, vague=True,
        )  # fmt: skip
    return _Atom(
        start, number.end, start, number.value, number.value, number.step, number.step,
        ordinal=number.ordinal, words=True, weak=number.value == 1 and number.step == 1,
    )  # fmt: skip


def _assembled(text: str, original: str, atom: _Atom) -> Figure:
    """The figure around a number: second end, unit, what it counts, qualifiers, kind."""
    left = qualifiers.before(text, atom.start)
    atom, bound = _ranged(text, atom, left.bound)
    if left.bound == "between" and bound != "between":
        left = qualifiers.Qualifier(atom.start)
    age = _YEAR_OLD.match(text, atom.end)
    unit, end = atom.unit, atom.end
    if age:
        unit, end = age[0].strip("- ").lower().split("-")[0].split(" ")[0].rstrip("s"), age.end()
        unit = "year" if unit == "yr" else unit
    elif multiple := _MULTIPLE.match(text, end):
        unit, end = "×", multiple.end()
    elif not unit and not atom.ordinal:
        measure = units.read_after(text, end, digits=not atom.words)
        if measure:
            unit, end = measure
    if unit == "foot" and (inches := _INCHES.match(text, end)):
        more = round(Decimal(inches[1]) / 12, 6)
        atom, end = replace(atom, low=atom.low + more, high=atom.high + more), inches.end()
    if text[max(0, atom.start - 6) : atom.start].lower() == "minus ":
        atom = replace(atom, low=-atom.high, high=-atom.low)
    atom, unit = _small_units(atom, unit)
    end, right_bound, right_word = qualifiers.after(text, end)
    if right_bound != "exact" and bound == "exact":
        bound = right_bound
    if not age and not unit and right_bound != "exact":
        measure = units.read_after(text, end, digits=True)
        unit, end = measure or (unit, end)
    kind = _kind(text, atom, unit, age=bool(age))
    if bound == "over" and _is_preposition(text, left.start, kind, unit):
        left, bound = qualifiers.Qualifier(atom.start), "exact"
    noun = counted.Counted("", end)
    if kind not in {"label", "score", "age"}:
        single = atom.ordinal or atom.high == 1 or kind == "share"
        noun = counted.after(text, end, single=single)
    if kind == "share" and not noun.base_end and _VERB.match(noun.noun):
        noun = counted.Counted("", end)  # `half received it`
    if atom.vague:  # `thousands of people` counts people
        noun = replace(noun, base_start=0, base_end=0)
    return Figure(
        left.start, end, atom.number_start, atom.end, original[left.start : end], kind, atom.low,
        atom.high, atom.step, atom.written, bound, left.approximation or right_word, unit,
        noun.noun, text[noun.base_start : noun.base_end], noun.base_start, noun.base_end,
        atom.scale,
        qualifiers.direction(text, left.start, end), atom.vague, atom.weak, atom.words, atom.parts,
        bool(_OTHERS.match(text, end)), _named_before(text, left.start),
        told=sums_told.told(text, left.start, end),
    )  # fmt: skip


def _named_before(text: str, at: int) -> int:
    """How many names stand before a figure in one list: 2 in `Arden, Botley and five others`."""
    listed = _NAMED.search(text[max(0, at - _LIST) : at])
    return len(re.findall(r",\s", listed[1])) + 1 if listed else 0


def _is_preposition(text: str, at: int, kind: Kind, unit: str) -> bool:
    """`over 3 days` is throughout them; `Sued Over 3 Trees`, in a headline, because of them."""
    if text[at : at + 5].lower() != "over ":
        return False
    if kind == "measure" and units.dimension(unit) == "time":
        return True
    return text[at] == "O" and at > 0 and not labels.is_sentence_case(text, at)


def _small_units(atom: _Atom, unit: str) -> tuple[_Atom, str]:
    """Cents as dollars, basis points as percentage points."""
    if unit not in {"cent", "penny", "bp"}:
        return atom, unit
    part = Decimal("0.01")
    atom = replace(atom, low=atom.low * part, high=atom.high * part, step=atom.step * part,
                   written=atom.written * part)  # fmt: skip
    return atom, {"cent": "USD", "penny": "GBP", "bp": "points"}[unit]


def _kind(text: str, atom: _Atom, unit: str, *, age: bool) -> Kind:
    if age:
        return "age"
    if atom.kind:
        return atom.kind
    if atom.ordinal:
        return "ordinal"
    dimension = units.dimension(unit)
    if dimension:
        return {"money": "money", "share": "share", "points": "points"}.get(dimension, "measure")  # type: ignore[return-value]
    if unit == "×":
        return "multiple"
    left = text[max(0, atom.start - 40) : atom.start]
    if atom.high < _LARGE_RANK and _RANK.search(left):
        return "ordinal"
    if atom.scale == 1 and 0 < atom.high < _LARGE_AGE and _is_age(text, left, atom.end):
        return "age"
    if atom.plain and labels.is_label(text, atom.start, atom.end):
        return "label"
    return "count"


def _is_age(text: str, left: str, end: int) -> bool:
    if _AGE_LEFT.search(left) or (_AGE_AT.search(left) and _AGE_RIGHT.match(text, end)):
        return True
    return bool(_AGE_COMMA.search(left) and _AGE_RIGHT.match(text, end))


_VOTES = re.compile(r"\s+votes?\s+(?:to|against)\s+(?=\d)", re.IGNORECASE)


def _ranged(text: str, atom: _Atom, bound: Bound) -> tuple[_Atom, Bound]:
    """Joins `10-15`, `10 to 15`, `between 10 and 15`, and reads `3-2` as a score."""
    exact: Bound = "exact" if bound == "between" else bound
    if (votes := _VOTES.match(text, atom.end)) and atom.plain:
        against = _digits(text, votes.end())
        if against is not None and against.plain:
            parts = (atom.low, against.low)
            return replace(atom, end=against.end, kind="score", parts=parts), exact
    join = _JOIN.match(text, atom.end)
    if not join or atom.ordinal or atom.vague or atom.kind:
        return atom, exact
    word = join[0].strip().lower()
    if word in {"and", "or"} and (bound != "between" if word == "and" else not atom.plain):
        return atom, exact
    if (
        word in {"to", "through"}
        and bound != "between"
        and _FROM.search(text[max(0, atom.start - 6) : atom.start])
    ):
        return atom, exact
    other = _digits(text, join.end()) or (_worded(text, join.end()) if atom.words else None)
    if other is None or other.ordinal or other.vague or other.kind:
        return atom, exact
    if word in {"-", "–", "—"} and (atom.words or (len(join[0]) > 1 and not atom.plain)):
        return atom, exact
    return _range_of(text, atom, other, word, exact)


def _range_of(text: str, atom: _Atom, other: _Atom, word: str, bound: Bound) -> tuple[_Atom, Bound]:
    if atom.unit and units.dimension(atom.unit) == "money" and units.read_after(text, other.end):
        return atom, bound
    low, step, written = atom.low, atom.step, atom.written
    if atom.scale == 1 and other.scale != 1 and low < other.low / other.scale:
        low, step, written = low * other.scale, step * other.scale, written * other.scale
    around = _CLAUSE.split(text[max(0, atom.start - 30) : atom.start])[-1]
    around += " . " + _CLAUSE.split(text[other.end : other.end + 24])[0]
    plain = atom.plain and other.plain and word in {"-", "–"} and not atom.unit
    plain = plain and not units.read_after(text, other.end, digits=True)
    if plain and (low >= other.low or _SCORE.search(around)):
        if re.compile(r"[-–]\d").match(text, other.end):
            return atom, bound
        return replace(atom, end=other.end, kind="score", parts=(atom.low, other.low)), bound
    if low >= other.low or (atom.unit and other.unit and atom.unit != other.unit):
        return atom, bound
    joined = replace(atom, end=other.end, low=low, high=other.high, step=min(step, other.step),
                     written=min(written, other.written), unit=atom.unit or other.unit)  # fmt: skip
    return joined, "between" if word != "or" else bound
