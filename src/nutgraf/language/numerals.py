"""Numbers in digits: grouping, decimals, scale words, currency signs, vulgar fractions.

`1.36M`, `1.36 million`, `1,360,000`, `1 360 000`, `1'360'000` and `13,60,000` are one value.
Numbers longer than fifteen digits identify something and are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.language.units import SYMBOLS

_VULGAR = {
    "½": "0.5", "⅓": "0.3333333333", "⅔": "0.6666666667", "¼": "0.25", "¾": "0.75", "⅕": "0.2",
    "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666667", "⅚": "0.8333333333", "⅛": "0.125",
    "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
_SCALES = {
    "k": 10**3, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "m": 10**6, "mn": 10**6,
    "mln": 10**6, "mil": 10**6, "million": 10**6, "mm": 10**6, "crore": 10**7, "crores": 10**7,
    "b": 10**9, "bn": 10**9, "bln": 10**9, "billion": 10**9, "t": 10**12, "tn": 10**12,
    "trn": 10**12, "trillion": 10**12, "hundred": 100, "dozen": 12, "mil.": 10**6,
}  # fmt: skip
CURRENCY = (
    r"(?:(?:US|AU?|CA?|NZ|HK|S|R)\$|[$£€¥₹₩₽₺₪₴₦]|Rs\.?"
    r"|(?:USD|EUR|GBP|CHF|AUD|CAD|INR|CNY|JPY)(?=\s?\d))"
)
# Before Python 3.11.5 a group that is repeated possessively is misread (CPython issue 106052): here
# and elsewhere groups are repeated plainly, and what follows says that there is no more of them.
DIGITS = r"(?:\d++(?:[.,']\d++)*(?![.,']\d)|\.\d++)"
_NUMBER = re.compile(
    rf"(?P<currency>{CURRENCY})?(?P<gap>\s?)(?P<sign>[-+])?"
    rf"(?P<digits>{DIGITS}(?:(?<=\d)(?<!\d\d\d\d)(?:\ \d{{3}}){{1,5}}(?!\ \d{{3}}|[\d,.]\d|\d))?)?"
    r"(?P<vulgar>\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[- ]?\d{1,2}/\d{1,2}(?![\d/]))?"
)
_SCALE = re.compile(
    r"(?P<glued>k|m|mn|mm|bn|b|tn|t|trn)(?![\w'])"
    r"|[ -]?(?P<word>thousand|million|billion|trillion|hundred|dozen|lakhs?|crores?|mn|mln|mil|bn"
    r"|bln|trn|tn|m(?=\s|$|[.,;:)])|k(?=\s|$|[.,;:)]))(?![\w'])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,9})?|\.\d{1,9}")
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,5},\d{3}"
    r"|\d{1,3}(?:'\d{3}){1,5}|\d{1,3}(?: \d{3}){1,5}|\d{1,3}(?:\.\d{3}){2,5}"
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_ZEROS = re.compile(r"0+$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits, `text[start:end]`; the currency sign, if any, is in the span."""

    start: int
    end: int
    number_start: int
    value: Decimal
    step: Decimal
    written: Decimal
    scale: Decimal
    currency: str = ""
    ordinal: bool = False
    plain: bool = False  # bare digits: no grouping, decimals, scale or currency


def read_at(text: str, start: int) -> Numeral | None:
    """The number in digits that begins at `start` (at its sign or currency); None if malformed."""
    match = _NUMBER.match(text, start)
    if not match or not (match["digits"] or match["vulgar"]):
        return None
    if match["gap"] and not match["currency"]:
        return None
    digits, fraction = match["digits"] or "", match["vulgar"] or ""
    end = match.end()
    if fraction and not _is_vulgar(digits, fraction):
        fraction, end = "", match.end("digits")
    if " " in digits and not _is_grouped_by_spaces(digits, match["currency"]):
        digits = digits[: digits.index(" ")]
        end, fraction = match.start("digits") + len(digits), ""
    shape = _shape(text, digits, end)
    if shape is None:
        return None
    value, written = shape
    value += _vulgar_value(fraction)
    if match["sign"] == "-":
        value = -value
    return _scaled(text, match, end, value, Decimal("0.01") if fraction else written)


def _scaled(text: str, match: re.Match[str], end: int, value: Decimal, written: Decimal) -> Numeral:
    sign = (match["currency"] or "").lower()
    digits = text[max(match.start("digits"), 0) : end]
    number_start = match.start("sign") if match["sign"] else match.start("digits")
    if number_start < 0:
        number_start = match.start("vulgar")
    ordinal = _ORDINAL.match(text, end) if digits.isdigit() or "," in digits else None
    if ordinal and not sign:
        end = ordinal.end()
        return Numeral(match.start(), end, number_start, value, Decimal(1), Decimal(1), Decimal(1),
                       ordinal=True)  # fmt: skip
    scale = _scale(text, end, money=bool(sign))
    size = Decimal(1)
    if scale:
        size, end = Decimal(scale[0]), scale[1]
    zeros = _ZEROS.search(re.sub(r"\D", "", digits)) if written >= 1 and value else None
    step = written * (Decimal(10) ** len(zeros[0]) if zeros else 1)
    return Numeral(
        match.start(), end, number_start, value * size, step * size, written * size, size,
        SYMBOLS.get(sign, sign.upper()), plain=digits.isdigit() and not (scale or sign),
    )  # fmt: skip


def _scale(text: str, at: int, *, money: bool) -> tuple[int, int] | None:
    """The size of the scale word or letter at `at`, and where it ends."""
    match = _SCALE.match(text, at)
    if not match:
        return None
    word = (match["glued"] or match["word"]).lower()
    if word in {"m", "t", "mm", "b"} and not money and match["glued"] and match[0].islower():
        return None if word in {"m", "mm"} else (_SCALES[word], match.end())
    end = match.end()
    again = _SCALE.match(text, end) if word in {"thousand", "hundred", "lakh"} else None
    if again and again["word"]:
        return _SCALES[word] * _SCALES[again["word"].lower()], again.end()
    return _SCALES[word], end


def _is_vulgar(digits: str, fraction: str) -> bool:
    """Tells `2 1/2` and `1/2` from dates and from scores."""
    if fraction.strip() in _VULGAR:
        return True
    over, under = map(int, fraction.strip().strip("-").split("/"))
    return 0 < over < under <= 16 and (not digits or digits.isdigit())


def _vulgar_value(fraction: str) -> Decimal:
    fraction = fraction.strip().strip("-").strip()
    if not fraction:
        return Decimal(0)
    if fraction in _VULGAR:
        return Decimal(_VULGAR[fraction])
    over, under = fraction.split("/")
    return round(Decimal(over) / Decimal(under), 10)


def _is_grouped_by_spaces(digits: str, currency: str | None) -> bool:
    """A single group after a space may be a number of its own: `page 12 300 people`."""
    return bool(_GROUPED.fullmatch(digits)) and bool(
        currency or digits.count(" ") > 1 or digits.endswith("00")
    )


def _shape(text: str, digits: str, end: int) -> tuple[Decimal, Decimal] | None:
    """Value and finest written place of digits as they are grouped; None for other runs."""
    if not digits:
        return Decimal(0), Decimal(1)
    if _PLAIN.fullmatch(digits):
        plain = digits
    elif _GROUPED.fullmatch(digits):
        dots = digits.count(".")
        plain = re.sub(r"[,' ]", "", digits if dots < 2 else digits.replace(".", ""))
    elif _DECIMAL_COMMA.fullmatch(digits) and re.match(
        r"\s?(?:%|per ?cent|m|bn|million|billion|€)(?!\w)", text[end : end + 12]
    ):
        plain = digits.replace(",", ".")
    else:
        return None
    places = len(plain.partition(".")[2])
    return Decimal(plain), Decimal(10) ** -places
