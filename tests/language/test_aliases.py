"""Which names of a set of texts are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language import names
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.aliases import Aliases, read_aliases
from nutgraf.language.name_folding import fold_name, geographic

TEXT = """
The Office of Tides (OOT) sued the Harbor Safety Board on Monday, Orla Wexler said.
The board, known as the HSB, met. Wexler left. The Department of Ports and its staff agreed, and
Treasurer Dan Moor met Treasurer Ida Moor. Moor was told by the Quay Post that OOT won.
The Ports Department told Dan K. Moor. Borealis Group met.
"""


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return read_aliases([TEXT])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OOT", "Office of Tides", True),
        ("HSB", "the Harbor Safety Board", True),
        ("Wexler", "Orla Wexler", True),
        ("Department of Ports", "Ports Department", True),
        ("Ports", "Department of Ports", True),
        ("the Post", "Quay Post", True),
        ("Borealis", "Borealis Group", True),
        ("Dan Moor", "Dan K. Moor", True),
        ("Dan Moor", "Ida Moor", False),
        ("Moor", "Dan Moor", None),
        ("Moor", "Wexler", False),
        ("U.S.", "the United States", True),
        ("Americans", "America", True),
        ("UK", "Britain", True),
        ("Massachusetts", "MA", True),
        ("France", "Germany", False),
        ("FBI", "Federal Bureau of Investigation", True),
        ("the D.O.J.", "Justice Department", True),
        ("Tide Watch Group", "Tide Watch", True),
        ("XYZ", "Xenon Yard Zone", None),
        ("Harbor", "Old Harbor Trust", None),
        ("Ann Lee", "Ann B. Lee", True),
        ("", "", None),
        ("Orla Wexler", "Borealis", False),
    ],
)
def test_two_namings_are_one_where_the_texts_or_every_reader_know(
    aliases: Aliases, one: str, other: str, same: bool | None
) -> None:
    assert aliases.same(one, other) is same
    assert aliases.same(other, one) is same


def test_a_key_is_one_for_all_that_a_thing_is_called(aliases: Aliases) -> None:
    assert aliases.key("OOT") == aliases.key("the Office of Tides") != ""
    assert aliases.key("GOP") == aliases.key("Republican Party")


def test_a_city_stands_for_no_government(aliases: Aliases) -> None:
    assert aliases.same("Moscow", "Russia") is False


def test_an_acronym_that_two_names_spell_stays_alone() -> None:
    both = read_aliases(["The Tide Board met the Tool Bank. The TB won."])
    assert both.same("TB", "Tide Board") is None


@pytest.mark.parametrize(
    ("acronym", "full", "expected"),
    [
        ("DoT", "Department of Tides", True),
        ("DT", "Department of Tides", True),
        ("CE", "U.S. Customs Enforcement", True),
        ("OECD", "Organisation for Economic Co-operation and Development", True),
        ("DX", "Department of Tides", False),
        ("T", "Tides", False),
    ],
)
def test_acronyms_are_the_initials_of_a_name(acronym: str, full: str, expected: bool) -> None:
    assert abbreviates(acronym, full) is expected


def test_folding_levels_how_newsrooms_print_a_name() -> None:
    assert fold_name("the D.O.T.") == ("dot",)
    assert fold_name("Mr. José Fenn Jr.") == ("jose", "fenn")
    assert fold_name("Acme & Sons, Inc.") == ("acme", "and", "sons")
    assert fold_name("U.S. Harbor Board’s") == ("harbor", "board")
    assert fold_name("Ministry of the Sea") == ("sea", "ministry")
    assert geographic("Ma") == ""
    assert geographic("Scots") == "Scotland"


@given(st.text(), st.text())
def test_comparing_names_never_raises_and_is_symmetric(one: str, other: str) -> None:
    aliases = read_aliases([one, other])
    assert aliases.same(one, other) == aliases.same(other, one)
    assert aliases.same(one, one) in (True, None)


def test_a_first_name_stands_for_the_one_person_who_has_it() -> None:
    aliases = read_aliases(["Treasurer Orla Wexler left. Then Orla met Bo. Bo Roy, Bo Day came."])
    assert aliases.same("Orla", "Orla Wexler") is True


def test_the_well_known_name_is_taken_where_the_texts_spell_none() -> None:
    aliases = read_aliases(["The FBI met. The CIA met the Central Intelligence Agency."])
    assert aliases.same("FBI", "Federal Bureau of Investigation") is True
    assert aliases.same("CIA", "Central Intelligence Agency") is True


def test_a_short_form_that_two_bodies_share_is_ambiguous() -> None:
    aliases = read_aliases(["The Quay Board met the Tide Board. The Board left."])
    assert aliases.same("Board", "Quay Board") is None
    assert aliases.same("Board", "France") is False


def test_names_that_were_read_are_not_read_again() -> None:
    text = "The Office of Tides (OOT) met. It met NOAA (no more), and Ann Lee (ANN) too."
    assert read_aliases([text], [names.read(text)]) == read_aliases([text])
    assert read_aliases([]).same("Acme", "acme") is True
