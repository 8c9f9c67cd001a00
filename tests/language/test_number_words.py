from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.number_words import TENS, UNITS, read_at

NAMES: dict[int, str] = {value: word for word, value in UNITS.items()} | {
    value: word for word, value in TENS.items() if word != "fourty"
}


def spelled(number: int, *, joined: str = " and ") -> str:
    """An integer below a million in words."""
    if number >= 1000:
        rest = number % 1000
        link = "" if not rest else joined if rest < 100 else " "
        return f"{spelled(number // 1000)} thousand{link}{spelled(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{NAMES[number // 100]} hundred{joined + spelled(rest) if rest else ''}"
    if number in NAMES:
        return NAMES[number]
    return f"{NAMES[number - number % 10]}-{NAMES[number % 10]}"


@given(st.integers(min_value=0, max_value=999_999))
def test_words_and_digits_are_one_value_below_a_million(number: int) -> None:
    for words in (spelled(number), spelled(number, joined=" "), spelled(number).upper()):
        read = read_at(words, 0)
        assert read is not None
        assert [read.value, read.end] == [number, len(words)]


@pytest.mark.parametrize(
    ("words", "value", "end"),
    [
        ("two hundred and three hundred", 200, 11),
        ("five and ten", 5, 4),
        ("three million, two hundred thousand", 3_200_000, 35),
        ("half-million", 500_000, 12),
        ("a quarter of a million", 250_000, 22),
        ("half a dozen", 6, 12),
        ("a half million", 500_000, 14),
        ("three dozen", 36, 11),
        ("one point two five million", 1_250_000, 26),
        ("one million and a half", 1_500_000, 22),
        ("three and three quarters", Decimal("3.75"), 24),
        ("one and one half", Decimal("1.5"), 16),
        ("two and a quarter", Decimal("2.25"), 17),
        ("five point", 5, 4),
        ("five point of", 5, 4),
        ("two thousand and three hundred", 2000, 12),
        ("a million", 10**6, 9),
        ("hundred", 100, 7),
        ("million million", 10**6, 7),
    ],
)  # fmt: skip
def test_the_longest_number_is_read_and_no_more(words: str, value: Decimal, end: int) -> None:
    read = read_at(words, 0)
    assert read is not None
    assert [read.value, read.end] == [value, end]


@pytest.mark.parametrize(
    ("words", "value"),
    [("first", 1), ("twenty-first", 21), ("hundredth", 100), ("one hundred and third", 103)],
)
def test_ordinals(words: str, value: int) -> None:
    read = read_at(words, 0)
    assert read is not None
    assert read.ordinal
    assert [read.value, read.end] == [value, len(words)]


@pytest.mark.parametrize(
    "words", ["a man", "half a loaf", "zebra", "", "a quarter of", "twentieths"]
)
def test_other_words_are_no_numbers(words: str) -> None:
    assert read_at(words, 0) is None


def test_the_step_is_the_place_that_was_given() -> None:
    steps = {words: read.step for words in ("three million", "two hundred", "twenty-five")
             if (read := read_at(words, 0))}  # fmt: skip
    assert steps == {"three million": 10**6, "two hundred": 100, "twenty-five": 1}
