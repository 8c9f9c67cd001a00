"""Offices that one person would not hold together."""

from __future__ import annotations

import pytest

from nutgraf.language.single_offices import office_of, offices_beside


@pytest.mark.parametrize(
    ("party", "alike"),
    [
        ("the mayor", "The city’s mayor"),
        ("the coroner", "the county medical examiner"),
        ("the minister", "the interior secretary"),
    ],
)
def test_one_office_goes_by_several_names(party: str, alike: str) -> None:
    assert office_of(party) is not None
    assert office_of(party) == office_of(alike)


@pytest.mark.parametrize("party", ["the company", "the chief executive", "Mayor Lee", "officials"])
def test_others_are_none(party: str) -> None:
    assert office_of(party) is None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Police Chief Ann Lee spoke first.", "the police chief"),
        ("It was led by Ann Lee, the county’s acting sheriff.", "the sheriff"),
        ("Ann Lee, a judge in Harrow, ruled so.", "the judge"),
    ],
)
def test_an_office_is_read_beside_a_name(text: str, party: str) -> None:
    assert offices_beside("Lee", text) == {office_of(party)}


@pytest.mark.parametrize("text", ["The mayor met Ann Lee.", "The mayor, Bo Hart, and Lee left."])
def test_what_stands_near_a_name_is_not_its_office(text: str) -> None:
    assert offices_beside("Lee", text) == frozenset()
