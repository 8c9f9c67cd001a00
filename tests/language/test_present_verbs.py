"""Present forms of verbs, told from nouns of the same form."""

from __future__ import annotations

import pytest

from nutgraf.language.present_verbs import is_present
from nutgraf.language.stems import read


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("the union represents 300 nurses", "represents", True),
        ("analysts expect the sale to close", "expect", True),
        ("the firm that owns the mill", "owns", True),
        ("its plans for the mill", "plans", False),
        ("the lead of the party", "lead", False),
        ("a cover story", "cover", False),
        ("the council plans were dropped", "plans", False),
    ],
)
def test_a_verb_has_a_subject_before_it_and_an_object_behind(
    text: str, word: str, *, expected: bool
) -> None:
    words = read(text)
    at = next(i for i, one in enumerate(words) if one.lower == word)
    assert is_present(words, at, after_name=False) is expected


def test_behind_a_name_the_third_person_is_a_verb() -> None:
    words = read("Brill leases a crane")
    assert is_present(words, 1, after_name=True)
