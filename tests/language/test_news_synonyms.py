"""Words that news uses for one another."""

from __future__ import annotations

import pytest

from nutgraf.language.antonyms import opposite
from nutgraf.language.near_words import near
from nutgraf.language.news_synonyms import groups
from nutgraf.language.stems import stem


@pytest.mark.parametrize(("one", "other"), [("lawsuit", "sued"), ("cleared", "acquitted")])
def test_synonyms_may_stand_for_each_other(one: str, other: str) -> None:
    assert near(stem(one), stem(other))


def test_no_group_holds_opposites() -> None:
    stems = [{stem(word) for word in words} for words in groups()]
    assert not [(a, b) for group in stems for a in group for b in group if opposite(a, b)]
