"""What was put right, said again in other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.said_again import is_taken_back, says_again

SAID, RIGHT = "The ferry sank in the outer harbour", "It sank in the inner harbour. [@log]"


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("In the outer harbour, the ferry sank.", True),
        ("The ferry, which sank in the outer harbour, was old.", True),
        ("The ferry sank in the inner harbour.", False),
        ("The ferry sank in the inner, not the outer harbour.", False),
        ("The ferry never sank in the outer harbour.", False),
        ("We wrote that the ferry sank in the outer harbour.", False),
        ("The ferry left the outer harbour.", False),
        ("", False),
    ],
)
def test_all_that_tells_the_wrong_from_the_right_has_to_stand_there(
    text: str, *, again: bool
) -> None:
    assert says_again(text, SAID, RIGHT) is again


def test_what_takes_words_back_is_known() -> None:
    assert is_taken_back("Correction: the ferry did not sink.")
    assert not is_taken_back("The ferry sank.")


@given(st.permutations(SAID.split()))
def test_the_order_of_the_words_does_not_matter(words: list[str]) -> None:
    assert says_again(" ".join(words), SAID, RIGHT)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_right_stands_as_it_is(text: str, said: str) -> None:
    right = f"{text} amended"
    assert not says_again(right, said, right) or "amended" in said
