"""Times that move with the day of reading, and words that only look like them."""

from __future__ import annotations

from datetime import date

import pytest

from nutgraf.language import dates
from nutgraf.language.relative_times import is_idiom, is_relative, lately

DAY = date(2025, 3, 7)


@pytest.mark.parametrize(
    "words", ["on Monday", "last week", "yesterday", "last April", "this year"]
)
def test_what_only_the_day_of_reading_settles(words: str) -> None:
    [when] = dates.read(f"They met {words}.", published=DAY)
    assert is_relative(when)


@pytest.mark.parametrize("words", ["on Feb. 3", "in 2024", "on Monday, March 3", "in January"])
def test_what_says_its_days_itself(words: str) -> None:
    [when] = dates.read(f"They met {words}.", published=DAY)
    assert not is_relative(when)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose on Black Friday.",
        "They watch Monday Night Football.",
        "She taught Sunday school.",
        "Today’s readers want more.",
        "They meet every Tuesday.",
    ],
)
def test_idioms_tell_no_day(text: str) -> None:
    assert all(is_idiom(text, when) for when in dates.read(text, published=DAY))


def test_words_for_what_has_happened_of_late() -> None:
    found = [one.word for one in lately("It has now ruled, recently struck and has just paid.")]
    assert found == ["now", "recently", "just"]
    assert list(lately("He is now the chair. Now, the rest.")) == []
