"""Sentences that say themselves that sources differ."""

from __future__ import annotations

import pytest

from nutgraf.language.settling import settles


@pytest.mark.parametrize(
    "text",
    [
        "Reports differ on when the dam broke.",
        "Accounts vary: the mayor speaks of ten, the police of twelve.",
        "There are conflicting accounts of the crash.",
        "Another report puts the toll at 14.",
        "It killed 14, says another outlet.",
        "One report says Tuesday.",
        "Another names the county.",
        "Estimates differ.",
    ],
)
def test_what_settles_a_conflict(text: str) -> None:
    assert settles(text)


@pytest.mark.parametrize(
    "text",
    [
        "The board reports a loss of $4 million.",
        "Another storm is due on Friday.",
        "Others were injured.",
        "He reports to the mayor.",
        "The two teams differ in size.",
        "The report names no one.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert not settles(text)
