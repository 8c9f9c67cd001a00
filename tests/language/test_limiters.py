"""What keeps a sentence from saying a thing outright."""

from __future__ import annotations

import pytest

from nutgraf.language.limiters import limiters


def _told(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and the nearest governed word of each limiter."""
    return [
        (
            one.kind,
            text[one.start : one.end],
            text[slice(*one.governed[0])] if one.governed else "",
        )
        for one in limiters(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words", "governed"),
    [
        ("The ferry may sail on Sunday.", "hedge", "may", "sail"),
        ("He is said to hold two mills.", "hedge", "said to", "hold"),
        ("Divers believe the rope broke.", "thought", "Divers believe", "rope"),
        ("A fire that crews believe began in a loft.", "thought", "crews believe", "began"),
        ("Early results show a lead for Hart.", "early", "Early results", "show"),
        ("Some boats were lost.", "part", "Some", "boats"),
        ("It was lost for some owners.", "part", "some", "owners"),
        ("Two of the five piers sank.", "part", "Two of the five", "piers"),
        ("Most of the piers sank.", "most", "Most of", "piers"),
        ("The court temporarily blocked the sale.", "time", "temporarily", "blocked"),
        ("A preliminary injunction bars the sale.", "time", "preliminary", "injunction"),
        ("The pier is closed until June.", "time", "until June", "closed"),
        ("The drug slowed tumors in mice.", "group", "mice", "drug"),
        ("It will pay families whose boats sank.", "which", "whose boats sank", "families"),
    ],
)
def test_what_limits_and_what_it_governs(text: str, kind: str, words: str, governed: str) -> None:
    assert (kind, words, governed) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sailed in May.",
        "She appeared in court.",
        "Some 300 boats were lost.",
        "Leave as soon as possible.",
        "He allegedly took the rope.",  # told as an accusation
        "We think it is fine.",
        "About 47,000 of the 1.2 million names were found.",
        "People who like boats came.",
        "Several boats were lost.",
        "She gave some detailed information.",
        "The shop was open for two weeks.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert _told(text) == []
