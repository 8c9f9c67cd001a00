"""People who are not named."""

from __future__ import annotations

import pytest

from nutgraf.language.unnamed_people import SAYS_UNNAMED, is_unnamed


@pytest.mark.parametrize(
    "party",
    [
        "two people familiar with the matter",
        "sources",
        "a source close to the player",
        "several anonymous officials",
        "a senior administration official",
        "three current and former employees",
        "Another worker",
        "the person",
        "a person briefed on the plan",
    ],
)
def test_nobody_by_name(party: str) -> None:
    assert is_unnamed(party)


@pytest.mark.parametrize(
    "party",
    [
        "Ann Lee",
        "the Coast Guard",
        "city officials",
        "police",
        "a spokesman for the company",
        "Four of the nine council members",
        "lawyers for the family",
        "an indictment unsealed on Monday",
        "one of her lawyers, Ann Lee",
        "Investigators",
    ],
)
def test_a_name_a_body_or_a_paper(party: str) -> None:
    assert not is_unnamed(party)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The plant will close, two employees said.", True),
        ("The plant will close, according to people briefed on it.", True),
        ("Unnamed officials expect a sale.", True),
        ("The plant will close in May.", False),
        ("The sources of the river dried up.", False),
        ("Officials closed the road.", False),
    ],
)
def test_what_tells_readers(text: str, told: bool) -> None:
    assert bool(SAYS_UNNAMED.search(text)) is told
