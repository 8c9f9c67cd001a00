from __future__ import annotations

from decimal import Decimal

import pytest

from nutgraf.language.units import converted, dimension, read_after


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 miles per hour", "mph"), ("5-foot wall", "foot"), ("5%", "%"), ("5 per cent", "%"),
        ("5 percentage points", "points"), ("5 U.S. dollars", "USD"), ("5 Canadian dollars", "CAD"),
        ("5 dollars", "USD"), ("5m", "metre"), ("5 mins", "minute"), ("5 sq m", "square metre"),
        ("5 pounds sterling", "GBP"), ("5°C", "°C"), ("5C", "°C"),
    ],
)  # fmt: skip
def test_units_are_known_by_one_name(text: str, unit: str) -> None:
    found = read_after(text, 1, digits=True)
    assert found is not None
    assert found[0] == unit


@pytest.mark.parametrize(
    "text", ["5 m", "5 people", "5", "5 Canadian miles", "5 g", "5 won", "5 C", "5c"]
)
def test_other_words_are_no_units(text: str) -> None:
    assert read_after(text, 1, digits=True) is None


def test_short_forms_need_digits() -> None:
    assert read_after("five min", 4) is None
    assert read_after("5 min", 1, digits=True) == ("minute", 5)


def test_dimensions() -> None:
    units = ("USD", "%", "points", "mile", "", "×")
    assert [dimension(u) for u in units] == ["money", "share", "points", "length", "", ""]


def test_conversion() -> None:
    assert converted(Decimal(2), "day", "hour") == 48
    assert converted(Decimal(20), "°C", "°F") == 68
    assert converted(Decimal(68), "°F", "°C") == 20
    assert converted(Decimal(5), "mile", "mile") == 5
    assert converted(Decimal(5), "mile", "kg") is None
    assert converted(Decimal(5), "USD", "GBP") is None
