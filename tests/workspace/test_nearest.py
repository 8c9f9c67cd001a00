from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.workspace.nearest import nearest


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("titel", "title"),
        ("TITLE", "title"),
        ("send-at", "send_at"),
        ("prehaeder", "preheader"),
        ("auther", "author"),
        ("lrt", "ltr"),
    ],
)
def test_a_slip_of_the_hand_finds_the_word(word: str, known: str) -> None:
    assert nearest(word, ["author", "ltr", "preheader", "rtl", "send_at", "title"]) == known


@pytest.mark.parametrize("word", ["", "x", "mood", "weather", "t" * 10_000])
def test_what_is_not_really_near_finds_nothing(word: str) -> None:
    assert nearest(word, ["author", "preheader", "send_at", "title"]) is None


def test_of_equally_near_words_the_first_in_the_alphabet_is_told() -> None:
    assert nearest("cart", ["care", "cars", "card"]) == "card"


@given(st.text(), st.lists(st.text()))
def test_the_answer_is_always_one_of_the_candidates(word: str, candidates: list[str]) -> None:
    found = nearest(word, candidates)
    assert found is None or found in candidates
