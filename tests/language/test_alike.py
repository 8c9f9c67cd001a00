from __future__ import annotations

import pytest

from nutgraf.language.alike import likeness

ANGLE = "The harbour is a lesson in patience: whoever waits for the dredger loses the season."


@pytest.mark.parametrize(
    ("other", "near"),
    [
        (ANGLE, True),
        ("Whoever waits for the dredger loses the season, so the harbour teaches patience.", True),
        (
            "The harbour needs a dredger, and the town has no money for one before spring.",
            False,
        ),
        ("Patience.", False),
        ("", False),
    ],
)
def test_texts_are_near_by_their_words_in_any_order(other: str, near: bool) -> None:
    assert (likeness(ANGLE, other) >= 0.5) is near
    assert (likeness(other, ANGLE) >= 0.5) is near
