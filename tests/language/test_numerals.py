from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.numerals import read_at


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        ("1.36M", "1360000", "1.36M"),
        ("$3.2bn", "3200000000", "$3.2bn"),
        ("5 lakh crore", "5000000000000", "5 lakh crore"),
        ("10 thousand", "10000", "10 thousand"),
        ("100 thousand million", "100000000000", "100 thousand million"),
        ("5 m.", "5000000", "5 m"),
        ("$5m", "5000000", "$5m"),
        ("5m", "5", "5"),
        ("5t", "5000000000000", "5t"),
        ("12 300", "12300", "12 300"),
        ("12 345", "12", "12"),
        ("$12 345", "12345", "$12 345"),
        ("2 1/2", "2.5", "2 1/2"),
        ("2 5/3", "2", "2"),
        ("½", "0.5", "½"),
        (".5", "0.5", ".5"),
        ("1.360.000", "1360000", "1.360.000"),
        ("3,5 %", "3.5", "3,5"),
        ("21st", "21", "21st"),
        ("1,000th", "1000", "1,000th"),
        ("-22", "-22", "-22"),
        ("Rs. 500", "500", "Rs. 500"),
        ("INR 500", "500", "INR 500"),
    ],
)
def test_values(text: str, value: str, read: str) -> None:
    numeral = read_at(text, 0)
    assert numeral is not None
    assert numeral.value == Decimal(value)
    assert text[numeral.start : numeral.end] == read


@pytest.mark.parametrize("text", ["1,2,3", "1.2.3", "3,5", "9" * 16, "", "$", "x5", " 5", "Rs."])
def test_malformed_numbers_are_not_read(text: str) -> None:
    assert read_at(text, 0) is None


def test_currency_is_named() -> None:
    signs = ["$5", "US$5", "A$5", "£5", "€5", "Rs 5", "EUR 5"]
    assert [n.currency for s in signs if (n := read_at(s, 0))] == [
        "USD", "USD", "AUD", "GBP", "EUR", "INR", "EUR",
    ]  # fmt: skip


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_decimals_keep_value_and_place(value: Decimal) -> None:
    numeral = read_at(f"{value}", 0)
    assert numeral is not None
    assert (numeral.value, numeral.written) == (value, Decimal("0.01"))


def test_any_blank_may_stand_before_a_fraction() -> None:
    found = read_at("4\x1f¼", 0)
    assert found is not None
    assert found.value == Decimal("4.25")
