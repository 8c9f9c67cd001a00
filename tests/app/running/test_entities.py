"""Every person and body of a workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nutgraf.app.running.entities import entities, named, sayings, whole_pack
from tests.app.running.stories import ferry, seeds


def test_the_officer_is_the_one_on_whose_title_the_seeds_differ(tmp_path: Path) -> None:
    found = entities(seeds(tmp_path))
    assert [one.name for one in found if one.state] == ["Dottie Romo"]
    assert found[0].state == "differ"
    offices = {title.who: title.words for title in found[0].titles}
    assert offices["post-rewrite"] == "the IRS’s chief risk and oversight officer"
    assert offices["cards"] == "The IRS Chief Risk and Control Officer"
    assert found[0].first == date(2026, 2, 11)
    assert {place.id for place in found[0].ours} >= {"2026-02-13", "irs-dhs"}


def test_an_acting_officer_who_is_named_to_the_office_is_no_disagreement(tmp_path: Path) -> None:
    found = entities(ferry(tmp_path))
    calder = next(one for one in found if one.name == "Ines Calder")
    assert calder.state == "changed"
    assert [one.name for one in found if one.state == "differ"] == []


def test_two_people_of_one_surname_are_two(tmp_path: Path) -> None:
    found = named(entities(ferry(tmp_path)), "brandt")
    assert sorted(found) == ["Ola Brandt", "Tom Brandt"]
    assert [title.words for title in found["Tom Brandt"].titles] == ["the ship’s captain"]
    assert found["Ola Brandt"].titles == ()


def test_what_somebody_said_is_told_with_its_place(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    calder = next(one for one in entities(workspace) if one.name == "Ines Calder")
    [(said, place)] = sayings(whole_pack(workspace), calder)
    assert said.words.startswith("Nobody is hurt, and that is luck")
    assert (place.path, place.line) == ("seeds/courier-1.md", 8)


def test_a_body_is_known_by_its_acronym(tmp_path: Path) -> None:
    found = named(entities(ferry(tmp_path)), "NFA")
    assert list(found) == ["Northern Ferry Authority"]
