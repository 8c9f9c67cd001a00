"""Cities that stand for their country."""

from __future__ import annotations

from nutgraf.language.cities import country_of, governed_from


def test_a_city_lies_in_its_country() -> None:
    assert country_of("Oslo") == country_of("Bergen") == "Norway"
    assert country_of("the Hague") == "Netherlands"
    assert country_of("Bergenfield") == ""


def test_only_the_seat_of_a_government_stands_for_it() -> None:
    assert governed_from("Buenos Aires") == "Argentina"
    assert governed_from("Bergen") == ""
