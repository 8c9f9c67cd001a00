"""Words that put two events in order."""

from __future__ import annotations

import pytest

from nutgraf.language.order_words import begins_with, opens_later, orders


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lee resigned two days after the vote.", "right"),
        ("Lee resigned following the vote.", "right"),
        ("Lee resigned in response to the vote.", "right"),
        ("Lee resigned before the vote.", "left"),
        ("The vote led to his exit.", "left"),
        ("They voted, and then Lee resigned.", "left"),
        ("After the vote, Lee resigned.", "right"),
    ],
)
def test_which_came_first(text: str, first: str) -> None:
    [order] = orders(text)
    assert order.first == first


def test_a_comma_parts_what_the_sentence_opens_with() -> None:
    text = "After the vote, Lee resigned."
    [order] = orders(text)
    assert text[order.end : order.comma] == " the vote"


def test_a_sentence_that_goes_on_in_time() -> None:
    assert opens_later("Two days later, Lee resigned.") == len("Two days later")
    assert opens_later("Lee resigned two days later.") == 0


def test_a_part_that_begins_with_its_place_in_time() -> None:
    assert begins_with(", two weeks after the vote") == "right"
    assert begins_with("before the vote") == "left"
    assert begins_with("when they voted") is None
