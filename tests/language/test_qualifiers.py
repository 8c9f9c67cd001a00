from __future__ import annotations

import pytest

from nutgraf.language.qualifiers import after, before, direction, is_near_word


@pytest.mark.parametrize(
    ("left", "bound", "word", "start"),
    [
        ("It was ", "exact", "", 7),
        ("It was about ", "exact", "about", 7),
        ("It was no more than ", "at most", "", 7),
        ("It was at least about ", "at least", "about", 7),
        ("It was more than at least ", "at least", "", 17),
        ("turnover ", "exact", "", 9),
    ],
)
def test_qualifiers_before_a_number(left: str, bound: str, word: str, start: int) -> None:
    found = before(left + "5", len(left))
    assert (found.bound, found.approximation, found.start) == (bound, word, start)


def test_qualifiers_behind_a_number() -> None:
    assert after("5 or so", 1) == (7, "exact", "or so")
    assert after("5-plus", 1) == (6, "at least", "")
    assert after("5 or fewer", 1) == (10, "at most", "")
    assert after("$5 plus costs", 2) == (2, "exact", "")
    assert after("5 boats", 1) == (1, "exact", "")


def test_direction_is_that_of_the_nearest_word() -> None:
    assert direction("rose by almost 5%", 15, 17) == "up"
    assert direction("a 5% fall", 2, 4) == "down"
    assert direction("up to 5%", 6, 8) == ""
    assert direction("5% of it", 0, 2) == ""


def test_near_words_say_on_which_side() -> None:
    assert is_near_word("nearly")
    assert is_near_word("just over")
    assert not is_near_word("about")
    assert not is_near_word("")


def test_a_peak_is_a_limit() -> None:
    text = "The queue held 60 at one point and 40 at noon."
    assert after(text, text.index("60") + 2)[1] == "at most"
    assert after(text, text.index("40") + 2)[1] == "exact"
