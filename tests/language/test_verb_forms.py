"""Which words are verbs."""

from __future__ import annotations

import pytest

from nutgraf.language import stems
from nutgraf.language.verb_forms import is_passive, verbs


def found(text: str) -> list[str]:
    words = stems.read(text)
    return [words[at].lower for at in verbs(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew sued the port.", ["sued"]),
        ("The proposed port was closed.", ["closed"]),
        ("The crew will probably leave.", ["leave"]),
        ("They handed it to police.", ["handed"]),
        ("The crew is sailing home.", ["sailing"]),
        ("A red shed.", []),
    ],
)
def test_verbs_are_told_by_form_and_the_word_before(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_passives_are_told() -> None:
    words = stems.read("The port was finally sued.")
    (at,) = verbs(words)
    assert is_passive(words, at)
