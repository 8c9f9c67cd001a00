from __future__ import annotations

import pytest

from nutgraf.language.labels import is_label, is_sentence_case


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("they boarded Flight 12 that evening", True),
        ("their Corsair 12 sank that evening", True),
        ("they saw Corsair 12 boats that evening", False),
        ("on page 12 boats are shown", False),
        ("that evening Flight 12 passengers came", True),
        ("that evening they counted. About 12 came", False),
        ("Corsair 12 Sinks in Bay", False),
        ("that evening 12 came", False),
    ],
)
def test_numbers_in_names(text: str, label: bool) -> None:
    start = text.index("12")
    assert is_label(text, start, start + 2) is label


def test_emergency_number() -> None:
    assert is_label("a 911 call", 2, 5)
    assert not is_label("a 911 boat", 2, 5)


def test_headlines_are_told_from_prose() -> None:
    assert is_sentence_case("they came home that evening", 5)
    assert not is_sentence_case("Town Wins Prize for Best Beer", 5)
