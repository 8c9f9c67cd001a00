"""Where a source names what a claim names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language import names
from nutgraf.language.aliases import read_aliases
from nutgraf.language.names_carried import NameIndex, carries, index, is_misspelling, is_people_of

TEXT = (
    "The Office of Tides met Orla Wexler in Wexford. Wexler told the Tide Rescue Fund of it. "
    "Bridge talk grew at the harbour-master's house in the United States, Moor said."
)


def source(text: str = TEXT) -> NameIndex:
    read = names.read(text)
    return index(text, read, read_aliases([text], [read]))


@pytest.mark.parametrize(
    ("name", "expected", "how"),
    [
        ("Wexler", ["Orla Wexler", "Wexler"], "same"),
        ("Orla Wexler", ["Orla Wexler", "Wexler"], "same"),
        ("OT", ["Office of Tides"], "same"),
        ("American", ["United States"], "same"),
        ("Harbour-Master", ["harbour-master"], "same"),
        ("Dan Moor", ["Moor"], "possible"),
        ("Orla Wexner", ["Orla Wexler", "Wexler"], "near"),
        ("Wexlar", ["Orla Wexler", "Wexler"], "near"),
    ],
)
def test_mentions_are_the_same_possibly_so_or_misspelled(
    name: str, expected: list[str], how: str
) -> None:
    found = carries(name, source())
    assert [one.text for one in found] == expected
    assert {one.how for one in found} == {how}
    assert all(TEXT[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("name", ["Borealis", "Bridge", "FBI", "France", "It", "", "…"])
def test_what_is_not_named_is_not_carried(name: str) -> None:
    assert carries(name, source("Talk of a bridge grew in Wexford, and it fell.")) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("wexler", "wexner", True),
        ("bartholomews", "bartolomew", True),
        ("iran", "iraq", False),
        ("austria", "australia", False),
        ("niger", "nigeria", False),
        ("wexler", "texler", False),
        ("wexler", "wexlers", False),
        ("house", "horse", False),
        ("wexler", "wexler", False),
        ("12345", "12346", False),
    ],
)
def test_a_slip_of_the_pen_is_told_from_another_name(one: str, other: str, expected: bool) -> None:
    assert is_misspelling((one,), (other,)) is expected


def test_two_words_that_differ_are_another_name() -> None:
    assert not is_misspelling(("orla", "wexler"), ("orly", "wexner"))


@given(st.text(max_size=40), st.text(max_size=200))
def test_looking_up_never_raises_and_gives_spans_inside(name: str, text: str) -> None:
    for found in carries(name, source(text)):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Green", "Orla Wexler leads the Green group."),
        ("Greens", "The Green group voted no."),
        ("Tory", "The Conservatives lost."),
        ("Democrats", "A Democratic senator spoke."),
        ("Labour", "The Labour Party lost."),
        ("Californian", "California is hot."),
        ("Londoners", "The river rose in London."),
        ("Wisconsin", "MADISON, Wis. — The dam held."),
        ("Saint Orla", "They met in St. Orla on Sunday."),
        ("Environmental Protection Agency", "The EPA found nothing."),
        ("EPA", "The Environmental Protection Agency found nothing."),
        ("UK", "Britain sent aid."),
        ("Americans", "The U.S. sent aid."),
    ],
)
def test_a_name_is_carried_in_another_form_of_it(name: str, text: str) -> None:
    found = carries(name, source(text))
    assert found
    assert {one.how for one in found} == {"same"}


@pytest.mark.parametrize(
    ("place", "people", "answer"),
    [
        ("kansas", "kansans", True),
        ("texas", "texan", True),
        ("arholm", "arholmers", True),
        ("tarrah", "tarrahi", True),
        ("holland", "hollins", False),
        ("varga", "vargas", False),
        ("kansas", "kansas", False),
    ],
)
def test_the_people_of_a_place_are_no_slip_of_its_name(
    place: str, people: str, answer: bool
) -> None:
    assert is_people_of(place, people) is answer
