"""Bold words of headlines."""

from __future__ import annotations

import pytest

from nutgraf.language.headline_claims import bold_claims


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Airline admits faults", "an admission"),
        ("Study proves tea works", "proof"),
        ("New drug cures flu", "a cure"),
        ("Vitamin D prevents colds", "prevention"),
        ("Council lied about costs", "a lie"),
        ("Mayor broke the law", "a broken law"),
        ("Hospital hid leak from patients", "a concealment"),
        ("Owner’s debts sank Harbour Rovers", "a downfall"),
    ],
)
def test_a_bold_word_is_found(text: str, what: str) -> None:
    assert [one.what for one in bold_claims(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Three admitted to hospital",
        "Drug may cure flu",
        "Does vitamin D prevent colds?",
        "Council lied, union says",
        "Crime rate falls",
        "Tanker sinks off Brest",
        "Hospital accused of hiding leak",
        "Mayor accused of breaking the law",
    ],
)
def test_a_softened_one_is_not(text: str) -> None:
    assert bold_claims(text) == ()
