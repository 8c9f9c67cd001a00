"""Numbers in words: `twenty-five`, `a hundred and one`, `one and a half million`, `two-thirds`.

Tried on invented lists and on headlines with figures: word2number drops what it cannot read and
gives no offsets; text2num rewrites the text, loses the offsets and reads "half a million" as "half
a 1000000"; quantulum3 needs a trained classifier to tell units and takes milliseconds a sentence.
The grammar of English numerals is small, so it is read here, token by token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS = {
    word: value
    for value, word in enumerate(
        re.findall(
            r"\S+",
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""",
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        re.findall(r"\S+", "twenty thirty forty fifty sixty seventy eighty ninety"), 2
    )
} | {"fourty": 40}
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        re.findall(
            r"\S+",
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""",
        ),
        1,
    )
} | {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
} | {
    f"{word}s": value
    for word, value in {
        "third": 3,
        "quarter": 4,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "hundredth": 100,
    }.items()
}

_TOKEN = re.compile(r"[ \t\n\r-]?[ ]?([A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words, `text[start:end]`, and the smallest step in which it was given."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    ordinal: bool = False


@dataclass(slots=True)
class _Reader:
    """Tokens of a text from an offset on, one ahead."""

    text: str
    at: int

    def peek(self) -> tuple[str, int]:
        """The next word in lower case and where it ends; ("", at) where there is none."""
        match = _TOKEN.match(self.text, self.at)
        return (match[1].lower(), match.end()) if match else ("", self.at)

    def take(self, *words: str) -> bool:
        """Steps over `words` if they come next."""
        before = self.at
        for word in words:
            found, end = self.peek()
            if found != word:
                self.at = before
                return False
            self.at = end
        return True


def read_at(text: str, start: int) -> WordNumber | None:
    """The longest number in words that begins at `start`, cardinal or ordinal."""
    reader = _Reader(text, start)
    half = _half_of_scale(reader)
    if half:
        return WordNumber(start, reader.at, half, half)
    total = Decimal(0)
    step = Decimal(0)
    last_scale = 0
    group = _group(reader, first=True)
    if group is None:
        return _ordinal(text, start)
    while group is not None:
        value, unit = group
        value, unit = _and_a_half(reader, value, unit)
        word, end = reader.peek()
        scale = SCALES.get(word, 0)
        if scale and (not last_scale or scale < last_scale):
            reader.at = end
            total += value * scale
            step, last_scale = unit * scale, scale
            value, unit = _and_a_half(reader, Decimal(0), Decimal(0))
            if value:
                total, step = total + value * scale, unit * scale
            group = _next_group(reader)
            continue
        total, step = total + value, unit
        break
    ordinal = _ordinal_tail(reader, total)
    if ordinal is not None:
        return WordNumber(start, reader.at, total + ordinal, Decimal(1), ordinal=True)
    return WordNumber(start, reader.at, total, step)


def _half_of_scale(reader: _Reader) -> Decimal | None:
    """`half a million`, `half-million`, `a quarter of a million`, `a half million`."""
    before = reader.at
    if reader.peek()[0] not in {"a", "half", "quarter"}:
        return None
    reader.take("a")
    share = Decimal("0.5") if reader.take("half") else None
    if share is None and reader.take("quarter"):
        share = Decimal("0.25")
        reader.take("of")
    if share is not None:
        reader.take("of")
        reader.take("a")
        word, end = reader.peek()
        if word in SCALES:
            reader.at = end
            return share * SCALES[word]
        if word == "dozen":
            reader.at = end
            return share * 12
    reader.at = before
    return None


def _group(reader: _Reader, *, first: bool = False) -> tuple[Decimal, Decimal] | None:
    """A number below a thousand (or `fifteen hundred`), and its step."""
    before = reader.at
    word, end = reader.peek()
    if first and word in {"a", "an"}:
        reader.at = end
        word, end = reader.peek()
        if word not in {"hundred", "dozen"} and word not in SCALES:
            reader.at = before
            return None
        value = 1
        if word in SCALES:
            return Decimal(1), Decimal(1)
    elif (small := _below_hundred(reader)) is not None:
        value = small
    elif first and (word in {"hundred", "dozen"} or word in SCALES):
        value = 1
    else:
        return None
    if reader.take("dozen"):
        return Decimal(12 * value), Decimal(12)
    if reader.take("hundred"):
        return _after_hundred(reader, value)
    return Decimal(value), Decimal(1)


def _after_hundred(reader: _Reader, hundreds: int) -> tuple[Decimal, Decimal]:
    """`two hundred and three`; in `two hundred and three hundred`, only `two hundred`."""
    before = reader.at
    joined = reader.take("and")
    rest = _below_hundred(reader)
    if rest and not (joined and reader.peek()[0] == "hundred"):
        return Decimal(hundreds * 100 + rest), Decimal(1)
    reader.at = before
    return Decimal(hundreds * 100), Decimal(100)


def _next_group(reader: _Reader) -> tuple[Decimal, Decimal] | None:
    """What follows `… thousand`: `, two hundred`, `and five`."""
    before = reader.at
    if reader.text.startswith(", ", before):
        reader.at = before + 1
    joined = reader.take("and")
    group = _group(reader)
    word, _ = reader.peek()
    if group is not None and joined and (group[0] >= 100 or word in SCALES):
        group = None
    if group is None:
        reader.at = before
    return group


def _below_hundred(reader: _Reader) -> int | None:
    word, end = reader.peek()
    if word in UNITS:
        reader.at = end
        return UNITS[word]
    if word not in TENS:
        return None
    reader.at = end
    unit, end = reader.peek()
    if 0 < UNITS.get(unit, 0) < 10:
        reader.at = end
        return TENS[word] + UNITS[unit]
    return TENS[word]


def _and_a_half(reader: _Reader, value: Decimal, unit: Decimal) -> tuple[Decimal, Decimal]:
    if reader.peek()[0] not in {"and", "point"}:
        return value, unit
    for words, share in (
        (("and", "a", "half"), "0.5"),
        (("and", "one", "half"), "0.5"),
        (("and", "a", "quarter"), "0.25"),
        (("and", "three", "quarters"), "0.75"),
    ):
        if reader.take(*words):
            return value + Decimal(share), Decimal(share)
    before = reader.at
    if reader.take("point"):
        digits = ""
        word, end = reader.peek()
        while word in UNITS and UNITS[word] < 10 and len(digits) < 6:
            digits += str(UNITS[word])
            reader.at = end
            word, end = reader.peek()
        if digits:
            return value + Decimal(f"0.{digits}"), Decimal(10) ** -len(digits)
        reader.at = before
    return value, unit


def _ordinal(text: str, start: int) -> WordNumber | None:
    match = _TOKEN.match(text, start)
    if not match or match[1].lower() not in ORDINALS:
        return None
    return WordNumber(start, match.end(), Decimal(ORDINALS[match[1].lower()]), Decimal(1), True)


def _ordinal_tail(reader: _Reader, total: Decimal) -> Decimal | None:
    """`twenty-first`: the unit that makes an ordinal of tens, hundreds or thousands."""
    if total < 20 or total % 10:
        return None
    before = reader.at
    joined = reader.take("and")
    word, end = reader.peek()
    value = ORDINALS.get(word, 0)
    small = total % 100 and value < 10
    if value and value < 100 and (small or (not total % 100 and joined)):
        reader.at = end
        return Decimal(value)
    reader.at = before
    return None
