"""Which words are opposites."""

from __future__ import annotations

import pytest

from nutgraf.language.antonyms import ANTONYMS, are_converse, opposite, opposites
from nutgraf.language.common_words import is_common
from nutgraf.language.countries import COUNTRIES, DEMONYMS, STATES
from nutgraf.language.ordinary_words import is_office, is_ordinary
from nutgraf.language.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("accepted", "rejects"),
        ("north", "south"),
        ("aware", "unaware"),
        ("legal", "illegal"),
        ("managed", "mismanaged"),
        ("banned", "allowed"),
    ],
)
def test_pairs_and_prefixes_make_opposites_both_ways(one: str, other: str) -> None:
    assert opposite(stem(one), stem(other))
    assert opposite(stem(other), stem(one))
    assert stem(other) in opposites(stem(one), {stem(other)})


@pytest.mark.parametrize(
    ("one", "other"),
    [("discover", "cover"), ("rose", "climbed"), ("income", "come"), ("unit", "it")],
)
def test_other_words_are_none(one: str, other: str) -> None:
    assert not opposite(stem(one), stem(other))


def test_no_word_is_its_own_opposite_and_the_table_is_symmetric() -> None:
    assert sum(map(len, ANTONYMS.values())) > 600
    for one, others in ANTONYMS.items():
        assert one not in others
        assert all(one in ANTONYMS[other] for other in others)


def test_two_sides_of_one_event_are_converse() -> None:
    assert are_converse(stem("bought"), stem("sold"))
    assert not are_converse(stem("rose"), stem("fell"))


@pytest.mark.parametrize(
    "word", ["officials", "sharing", "reported", "stopped", "children", "migrants"]
)
def test_common_words_are_known_in_every_inflection(word: str) -> None:
    assert is_common(word)


def test_rare_words_are_not_common() -> None:
    assert not is_common("wexler")


def test_offices_and_compounds_are_ordinary() -> None:
    assert is_office("secretaries")
    assert is_ordinary("co-president")
    assert is_ordinary("long-time")
    assert not is_ordinary("wexler-lee")


def test_countries_have_names_and_peoples() -> None:
    assert COUNTRIES["holland"] == DEMONYMS["dutch"] == "Netherlands"
    assert STATES["n.h."] == "New Hampshire"
