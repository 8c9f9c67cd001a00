"""Small words that turn a statement."""

from __future__ import annotations

import pytest

from nutgraf.language.turning_words import turn_alike, turning_class


@pytest.mark.parametrize(
    ("word", "kind"),
    [("every", "quantity"), ("isn't", "negation"), ("until", "order in time"), ("boat", "")],
)
def test_a_word_is_of_what_it_turns(word: str, kind: str) -> None:
    assert turning_class(word) == kind


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("every", "each", True),
        ("fewer", "less", True),
        ("all", "all", True),
        ("all", "some", False),
        ("before", "after", False),
        ("more", "fewer", False),
    ],
)
def test_words_of_one_class_may_say_the_same(one: str, other: str, *, alike: bool) -> None:
    assert turn_alike(one, other) is alike
