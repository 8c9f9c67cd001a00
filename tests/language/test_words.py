from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.typography import fold
from nutgraf.language.words import words, words_between


def test_words_are_small_letters_without_typography() -> None:
    text = "The U.S.’s “co\u2011owner” can’t pay $1.28 million, 5%…"
    assert [word.text for word in words(text)] == [
        "the",
        "us",
        "s",
        "co",
        "owner",
        "can't",
        "pay",
        "$",
        "1.28",
        "million",
        "5",
        "%",
        "...",
    ]


def test_words_stand_where_they_say() -> None:
    text = "An  oﬃce [of] one"
    assert [text[word.start : word.end] for word in words(text)] == [
        "An",
        "oﬃce",
        "[",
        "of",
        "]",
        "one",
    ]


def test_the_words_of_a_stretch_leave_signs_out() -> None:
    folded = fold("one [two] … three")
    assert [word.text for word in words_between(folded, 4, len(folded.text))] == ["two", "three"]


@given(st.text())
def test_words_never_overlap(text: str) -> None:
    done = 0
    for word in words(text):
        assert done <= word.start <= word.end <= len(text)
        done = word.start
