"""Quantifiers as shares."""

from __future__ import annotations

import pytest

from nutgraf.language.shares_in_words import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most teachers agreed.", (51, 100)),
        ("All of the ships sailed.", (100, 100)),
        ("A small minority of voters stayed.", (1, 49)),
        ("None of the drills took place.", (0, 0)),
    ],
)
def test_a_quantifier_allows_a_range(text: str, expected: tuple[int, int]) -> None:
    (found,) = read(text)
    assert (found.low, found.high) == expected


def test_other_words_are_none() -> None:
    assert list(read("The ships sailed.")) == []
