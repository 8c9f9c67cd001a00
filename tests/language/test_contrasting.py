"""Where a text turns against what it has said."""

from __future__ import annotations

import pytest

from nutgraf.language.contrasting import by_mistake, compares, contrasts


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("Sales rose, but profits fell.", "turn", "but profits fell."),
        ("However, profits fell.", "turn", "However, profits fell."),
        ("An earlier audit found no loss.", "earlier", "An earlier audit found no loss."),
        ("Staff had warned of it.", "warned", "Staff had warned of it."),
        ("No trial has compared the two.", "uncompared", "No trial has compared the two."),
    ],
)
def test_a_turn_is_read_with_its_words(text: str, sort: str, words: str) -> None:
    found = [one for one in contrasts(text, 0, len(text)) if one.sort == sort]
    assert [text[one.start : one.end] for one in found] == [words]


def test_what_goes_on_is_no_turn() -> None:
    text = "Sales rose and profits fell."
    assert not list(contrasts(text, 0, len(text)))


def test_a_comparison_is_with_something_named() -> None:
    assert compares("It is safer than Volta’s.") == (6, 24)
    assert compares("More than 500 came.") is None


def test_what_was_not_meant() -> None:
    assert by_mistake("It was opened in error.") == (14, 22)
    assert by_mistake("It was opened.") is None
