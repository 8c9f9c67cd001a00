from __future__ import annotations

from decimal import Decimal

import pytest

from nutgraf.language.fractions_in_words import few_before, read_at, vague_at


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half of it", 50), ("half the town", 50), ("two-thirds", Decimal("66.666667")),
        ("a quarter of it", 25), ("one in five", 20), ("3 out of 10", 30), ("2/5", 40),
        ("one in a hundred", 1), ("one in 1,000", Decimal("0.1")), ("one in 25", 4),
    ],
)  # fmt: skip
def test_shares(text: str, percent: Decimal) -> None:
    share = read_at(text, 0)
    assert share is not None
    assert share.low == percent


@pytest.mark.parametrize(
    "text",
    [
        "half brother", "a third man", "third", "a fifth man", "3 in 10 days", "5 in 2 cars", "7/7",
        "one in five hundred", "one in 1999",
        "three thirds", "12/25", "1 in 23", "boat", "five in two",
    ],
)  # fmt: skip
def test_other_words_are_no_shares(text: str) -> None:
    assert read_at(text, 0) is None


def test_a_share_may_follow_its_preposition() -> None:
    assert read_at("cut by half", 7)
    assert read_at("the second half of it", 11) is None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("dozens", 24, 250, ""),
        ("hundreds of thousands", 200_000, 1_999_000, ""),
        ("thousands of millions", 2_000_000_000, 99_999_000_000, ""),
        ("hundreds", 200, 1999, ""),
        ("a couple of", 2, 2, ""),
        ("twice", 2, 2, "×"),
        ("a decade", 1, 1, "decade"),
    ],
)
def test_loose_amounts(text: str, low: int, high: int, unit: str) -> None:
    amount = vague_at(text, 0)
    assert amount is not None
    assert [amount.low, amount.high] == [low, high]
    assert amount.unit == unit


def test_other_words_are_no_amounts() -> None:
    assert vague_at("a couple danced", 0) is None
    assert vague_at("boats", 0) is None


def test_few_of_a_number_word_is_found_before_it() -> None:
    assert few_before("a few hundred", 6) == 0
    assert few_before("one hundred", 4) is None
