"""Units of measure and money as news writes them, their dimension and their size in it.

A unit is known by one canonical name (`mile`, `USD`, `%`). Sizes are to the metre, second,
kilogram, square metre, litre, metre a second, byte and watt; temperatures are told apart but
converted by rule. A month is 30.44 days and a year 365.25: conversions of spans of time are
compared to the precision of the claim, which is always coarser than that.
"""

from __future__ import annotations

import re
from decimal import Decimal

SYMBOLS = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "rs": "INR",
    "rs.": "INR",
}
CODES = {
    "usd", "gbp", "eur", "jpy", "inr", "cny", "chf", "aud", "cad", "nzd", "hkd", "sgd",
    "brl", "krw", "rub", "try", "ils", "uah", "sek", "nok", "dkk", "pln", "mxn", "zar",
}  # fmt: skip
_MONEY = {
    "USD": "dollar,dollars,buck,bucks",
    "EUR": "euro,euros",
    "GBP": "pound sterling,pounds sterling,sterling,quid",
    "JPY": "yen",
    "CNY": "yuan,renminbi",
    "INR": "rupee,rupees",
    "RUB": "rouble,roubles,ruble,rubles",
    "KRW": "won",
    "CHF": "franc,francs",
    "TRY": "lira,liras",
    "MXN": "peso,pesos",
    "ZAR": "rand",
    "BRL": "reais,real",
    "ILS": "shekel,shekels",
    "SEK": "krona,kronor",
    "PLN": "zloty,zlotys",
    "NGN": "naira",
}
_MEASURES: dict[str, dict[str, tuple[str, str]]] = {
    "time": {
        "second": ("second,seconds,sec,secs", "1"),
        "minute": ("minute,minutes,min,mins", "60"),
        "hour": ("hour,hours,hr,hrs", "3600"),
        "day": ("day,days", "86400"),
        "week": ("week,weeks,wk,wks", "604800"),
        "fortnight": ("fortnight,fortnights", "1209600"),
        "month": ("month,months,mo,mos", "2629800"),
        "year": ("year,years,yr,yrs", "31557600"),
        "decade": ("decade,decades", "315576000"),
        "century": ("century,centuries", "3155760000"),
    },
    "length": {
        "mm": ("mm,millimetre,millimetres,millimeter,millimeters", "0.001"),
        "cm": ("cm,centimetre,centimetres,centimeter,centimeters", "0.01"),
        "metre": ("m,metre,metres,meter,meters", "1"),
        "km": ("km,kms,kilometre,kilometres,kilometer,kilometers", "1000"),
        "inch": ("inch,inches", "0.0254"),
        "foot": ("foot,feet,ft", "0.3048"),
        "yard": ("yard,yards,yd,yds", "0.9144"),
        "mile": ("mile,miles,mi", "1609.344"),
    },
    "speed": {
        "km/h": (
            "kph,km/h,kmh,kmph,kilometres per hour,kilometers per hour,kilometres an hour",
            "0.2777778",
        ),
        "mph": ("mph,miles per hour,miles an hour", "0.44704"),
        "knot": ("knot,knots", "0.514444"),
    },
    "mass": {
        "gram": ("g,gram,grams,gramme,grammes", "0.001"),
        "kg": ("kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes", "1"),
        "tonne": ("tonne,tonnes,metric ton,metric tons", "1000"),
        "ton": ("ton,tons", "907.185"),
        "ounce": ("oz,ounce,ounces", "0.0283495"),
        "pound": ("lb,lbs,pound,pounds", "0.453592"),
    },
    "area": {
        "acre": ("acre,acres", "4046.86"),
        "hectare": ("ha,hectare,hectares", "10000"),
        "square metre": ("m²,sq m,square metre,square metres,square meter,square meters", "1"),
        "square foot": ("sq ft,square foot,square feet", "0.092903"),
        "square km": (
            "km²,sq km,square kilometre,square kilometres,square kilometer,square kilometers",
            "1000000",
        ),
        "square mile": ("square mile,square miles,sq mi", "2589988"),
    },
    "volume": {
        "litre": ("litre,litres,liter,liters", "1"),
        "gallon": ("gallon,gallons", "3.78541"),
        "barrel": ("barrel,barrels,bbl", "158.987"),
        "pint": ("pint,pints", "0.473176"),
        "acre-foot": ("acre-foot,acre-feet,acre foot,acre feet", "1233480"),
    },
    "power": {
        "kW": ("kw,kilowatt,kilowatts", "1000"),
        "MW": ("mw,megawatt,megawatts", "1000000"),
        "GW": ("gw,gigawatt,gigawatts", "1000000000"),
    },
    "data": {
        "MB": ("mb,megabyte,megabytes", "1000000"),
        "GB": ("gb,gigabyte,gigabytes", "1000000000"),
        "TB": ("tb,terabyte,terabytes", "1000000000000"),
    },
    "temperature": {
        "°C": ("°c,celsius,degrees celsius,degree celsius,degrees c,degrees centigrade", "1"),
        "°F": ("°f,fahrenheit,degrees fahrenheit,degree fahrenheit,degrees f", "1"),
        "°": ("°,degree,degrees", "1"),
    },
}  # fmt: skip
_SHARES = {
    "%": "%,percent,per cent,pct",
    "points": "percentage points,percentage point,percent points,% points,%pts,pct points",
    "bp": "basis points,basis point,bps",
}


def _spellings() -> dict[str, str]:
    table = dict[str, str]()
    for canon, names in (_MONEY | _SHARES).items():
        table.update(dict.fromkeys(names.split(","), canon))
    for units in _MEASURES.values():
        for canon, (names, _) in units.items():
            table.update(dict.fromkeys(names.split(","), canon))
    table.update({code: code.upper() for code in CODES} | {"rmb": "CNY"})
    table |= {"f": "°F", "c": "°C"}
    return table | {"cent": "cent", "cents": "cent", "pence": "penny", "p": "penny"}


SPELLINGS = _spellings()
DIMENSIONS = {canon: dim for dim, units in _MEASURES.items() for canon in units}
SIZES = {canon: Decimal(size) for units in _MEASURES.values() for canon, (_, size) in units.items()}
CURRENCIES = frozenset(SYMBOLS.values()) | frozenset(_MONEY) | {c.upper() for c in CODES}

# Spellings that are words or letters of their own: only right behind digits, some only glued.
_BEHIND_DIGITS = frozenset(re.findall(r"\S+", """m g p mi min mo sec ha real won rand try yd"""))
_GLUED = frozenset(re.findall(r"\S+", "m g p mo ha try won"))
_AFTER = re.compile(
    r"(?:\s?-\s?|\s{0,2})(?P<unit>"
    + "|".join(re.escape(name) for name in sorted(sorted(SPELLINGS), key=len, reverse=True))
    + r")(?![\w%])",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"\s(?:U\.?S\.?|Australian|Canadian|Hong Kong|New Zealand|Singapore)(?=\s)")
_NATIONS = {"Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD", "Singapore": "SGD",
            "New Zealand": "NZD"}  # fmt: skip


def read_after(text: str, at: int, *, digits: bool = False) -> tuple[str, int] | None:
    """The canonical unit that follows `text[:at]` and where it ends; None if there is none.

    `digits` says that the number is in digits, so that a short form may stand right behind it
    (`5m`, `20p`); in words, `five m` is no measure.
    """
    nation = _QUALIFIED.match(text, at)
    match = _AFTER.match(text, nation.end() if nation else at)
    if not match:
        return None
    name = match["unit"].lower()
    if name in _BEHIND_DIGITS and not digits:
        return None
    if name in {"f", "c"} and not (digits and match[0] == name.upper()):
        return None  # only `40C`
    if name in _GLUED and (match.start("unit") > at or match["unit"] != name):
        return None  # `5 m`, `5G`
    canon = SPELLINGS[name]
    if nation:
        if canon != "USD":
            return None
        canon = _NATIONS.get(nation[0].strip(), "USD")
    return canon, match.end()


def dimension(unit: str) -> str:
    """What a unit measures: `money`, `share`, `points`, `time`, `length`, …; "" for no unit."""
    if unit in CURRENCIES:
        return "money"
    return {"%": "share", "points": "points"}.get(unit) or DIMENSIONS.get(unit, "")


def converted(value: Decimal, unit: str, other: str) -> Decimal | None:
    """`value` in `unit`, told in `other`; None where they measure different things."""
    if unit == other:
        return value
    if DIMENSIONS.get(unit) != DIMENSIONS.get(other) or unit not in SIZES:
        return None
    if unit == "°C" and other == "°F":
        return value * 9 / 5 + 32
    if unit == "°F" and other == "°C":
        return (value - 32) * 5 / 9
    return value * SIZES[unit] / SIZES[other]
