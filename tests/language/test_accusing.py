"""Words that fault somebody, and words that only look like it."""

from __future__ import annotations

import pytest

from nutgraf.language.accusing import accusations


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Residents accused the mill of dumping dye.", "accused"),
        ("The mill was fined 4,000 crowns.", "accused"),
        ("Two farmers sued the mill.", "accused"),
        ("She was indicted in May.", "accused"),
        ("A lawsuit against the mill was filed.", "against"),
        ("Critics of the mayor met on Monday.", "against"),
        ("The mill violated its permit.", "did"),
        ("The mill failed to warn its neighbours.", "did"),
        ("The office illegally threw out 12 ballots.", "did"),
        ("The mayor took bribes.", "did"),
        ("The vote was unlawful.", "wrong"),
        ("Nobody called them.", "wrong"),
    ],
)
def test_it_is_read(text: str, sort: str) -> None:
    assert sort in {one.sort for one in accusations(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The bank charged customers a fee.",
        "The fine print is long.",
        "There was no misconduct.",
        "She denied any wrongdoing.",
        "People who are in the country illegally, officials said.",
        "The mill makes cloth.",
    ],
)
def test_it_is_not_read(text: str) -> None:
    assert not accusations(text)
