"""One pattern for many words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.alternation import any_of

_WORDS = st.lists(st.text("ab.*", min_size=1, max_size=4), min_size=1, max_size=6)


def test_words_that_begin_alike_share_their_beginning() -> None:
    assert any_of(["two", "ten"]) == "t(?:en|wo)"
    assert any_of(["six", "sixth"]) == "six(?:th)?"


@given(words=_WORDS, text=st.text("ab.*", max_size=6))
def test_the_longest_word_that_stands_there_is_matched(words: list[str], text: str) -> None:
    found = re.match(any_of(words), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found and found[0]) == longest
