"""The persons and bodies of a pack, with their titles."""

from __future__ import annotations

from nutgraf.evidence.offered.people import people
from tests.evidence.offered.packs import pack_of, seeds


def test_the_persons_of_the_seeds_have_the_titles_of_each_source() -> None:
    persons = [one for one in people(seeds()) if one.kind == "person"]
    assert [(one.name, one.differ) for one in persons] == [
        ("Dottie Romo", True),
        ("Kristi Noem", False),
        ("Scott Bessent", False),
        ("Tom Bowman", False),
        ("Lisa Gilbert", False),
    ]
    romo = {title.source: title.office for title in persons[0].titles}
    assert romo["post-rewrite"] == "chief risk and oversight officer"
    assert romo["fox"] == "Chief Risk and Control Officer"


def test_no_menu_city_or_day_is_a_person_or_a_body() -> None:
    names = {one.name for one in people(seeds())}
    assert not names & {"Boston", "New York", "Badflower", "Washington", "January", "Trump"}


def test_an_acronym_counts_for_the_body_that_it_stands_for() -> None:
    [body] = [
        one
        for one in people(
            pack_of(one="The Harbour Safety Board (HSB) met. The HSB found that the buoy was lost.")
        )
        if one.kind == "body"
    ]
    assert body.name == "Harbour Safety Board"
    assert body.count >= 2


def test_a_surname_that_two_persons_have_is_counted_for_neither() -> None:
    text = "Mayor Ida Holm and her brother, the engineer Nils Holm, spoke. Holm said it is old."
    found = {one.name: one.count for one in people(pack_of(one=text)) if one.kind == "person"}
    assert found.get("Ida Holm", 1) == 1
    assert found.get("Nils Holm", 1) == 1
