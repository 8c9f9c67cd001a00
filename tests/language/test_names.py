"""What is read as a name in news text, and what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.names import Name, read


def texts(text: str, *, known: tuple[str, ...] = ()) -> list[str]:
    return [name.text for name in read(text, known=known)]


def only(text: str) -> Name:
    (name,) = read(text)
    return name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the Office of Tides sued Ann Lee.", ["Office of Tides", "Ann Lee"]),
        (
            "The Food and Harbor Agency met Ann Lee and Bo Roy.",
            ["Food", "Harbor Agency", "Ann Lee", "Bo Roy"],
        ),
        ("It joined the Center for Tides & Light.", ["Center for Tides & Light"]),
        (
            "A Department of Health and Human Services memo.",
            ["Department of Health and Human Services"],
        ),
        (
            "He met Ludo van der Moor and J. K. Fenn Jr. there.",
            ["Ludo van der Moor", "J. K. Fenn Jr"],
        ),
        ("They backed Acme, Inc. over Borealis LLC.", ["Acme, Inc", "Borealis LLC"]),
        ("the FDA-EPA pact and Bloom-era rules", ["FDA", "EPA", "Bloom"]),
        ("an anti-Bloom march by al-Rashid's party", ["Bloom", "al-Rashid"]),
        ("She saw Nora May in May and on Friday.", ["Nora May"]),
        ("He filed Form 8 under Article 12.", []),
        (
            "the Bureau of Alcohol, Tobacco, Firearms and Explosives",
            ["Bureau of Alcohol, Tobacco, Firearms and Explosives"],
        ),
        ("all in small letters about the harbour", []),
        (
            "He ran the Bureau of Health, Food and Welfare then.",
            ["Bureau of Health, Food and Welfare"],
        ),
        ("He ran Health, Ports and more.", ["Health", "Ports"]),
        ("He ran Health, Food now.", ["Health", "Food"]),
        ("They met the Six Nations in World War Two.", ["Six Nations", "World War Two"]),
        ("It hit Wexford Of all towns.", ["Wexford"]),
        ("Two Wexford men left.", ["Wexford"]),
        ("She met Ann of", ["Ann"]),
        ("The University of the West won.", ["University of the West"]),
        ("the AP, told (ACME.N) so", ["AP", "ACME.N"]),
    ],
)
def test_names_are_runs_of_capitals_with_their_small_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials met. Advocates warn of floods.", []),
        ("Senior FDA staff left.", ["FDA"]),
        ("Credit Borealis misled its clients.", ["Credit Borealis"]),
        ("Later Wexford won. The town of Wexford sang.", ["Wexford", "Wexford"]),
        ("Public Harbor sued. The group Public Harbor won.", ["Public Harbor", "Public Harbor"]),
        ("Sharing it was wrong, and sharing is rare.", []),
        ("New Orleans flooded.", ["New Orleans"]),
        ("German ships left.", ["German"]),
        ("I said it.", []),
        ("New Togo coach left.", ["Togo"]),
    ],
)
def test_a_capital_that_begins_a_sentence_is_no_evidence(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_lone_rare_word_that_begins_a_sentence_is_not_sure() -> None:
    assert not only("Borealis fell.").sure
    assert only("Shares of Borealis fell.").sure


def test_headlines_in_title_case_need_other_evidence() -> None:
    headline = "Harbor Board Sues NOAA as Mr. Wexler Quits Over Bridge Plan"
    sure = [name.text for name in read(headline) if name.sure]
    assert sure == ["NOAA", "Wexler"]
    body = f"{headline}\n\nThe Harbor Board sued on Monday in court."
    assert "Harbor Board" in [name.text for name in read(body) if name.start < len(headline)]


def test_lines_in_capitals_and_small_letters_show_known_names_only() -> None:
    assert texts("HARBOR BOARD SUES OVER BRIDGE") == []
    known = ("Harbor Board", "Ice")
    assert texts("HARBOR BOARD SUES OVER BRIDGE", known=known) == ["HARBOR BOARD"]
    assert texts("the harbor board met on ice in town", known=known) == ["harbor board"]


def test_an_acronym_in_prose_is_a_name_and_a_shout_is_none() -> None:
    assert texts("The IT unit and NOAA met.") == ["IT", "NOAA"]
    assert texts("NEW You can read it here today for free.") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was Treasurer Ann Lee.", "Ann Lee", "person"),
        ("Ann Lee, 45, left.", "Ann Lee", "person"),
        ("Ann Lee, a spokeswoman for the board, left.", "Ann Lee", "person"),
        ("We met Ann B. Lee there.", "Ann B. Lee", "person"),
        ("We met Orla Wexler. Then Wexler left.", "Wexler", "person"),
        ("the Harbor Board met", "Harbor Board", "body"),
        ("the Center for Tides met", "Center for Tides", "body"),
        ("in Bristol County now", "Bristol County", "place"),
        ("in Texas now", "Texas", "place"),
        ("the Clean Harbors Act passed", "Clean Harbors Act", "other"),
        ("a French ship", "French", "demonym"),
        ("the West African coast", "West African", "demonym"),
        ("the Senate met", "Senate", "body"),
        ("by Ola Roy Jr. then", "Ola Roy Jr", "person"),
        ("it saw Ola Roy, and a ship", "Ola Roy", "unknown"),
    ],
)
def test_a_kind_is_told_where_the_text_shows_it(text: str, name: str, kind: str) -> None:
    assert {found.text: found.kind for found in read(text)}[name] == kind


def test_the_body_in_an_office_is_a_name_of_its_own() -> None:
    text = "It was NOAA Chief Tide Officer Ann Lee."
    body, person = read(text)
    assert (body.text, person.text) == ("NOAA", "Ann Lee")
    assert person.title is not None
    assert text[slice(*person.title)] == "NOAA Chief Tide Officer"


def test_an_office_alone_is_no_name_and_its_body_is() -> None:
    assert texts("the Harbor Secretary and the Prime Minister met") == ["Harbor"]
    assert texts("it is Anna King of the Department of Justice") == [
        "Anna King",
        "Department of Justice",
    ]
    assert texts("Then Secretary of State Ola Roy met Justice Department staff.") == [
        "Ola Roy",
        "Justice Department",
    ]


def test_a_party_before_a_state_is_a_name_of_its_own() -> None:
    assert texts("the Republican Montana house") == ["Republican", "Montana"]


def test_demonyms_know_their_country() -> None:
    assert only("a German ship").country == "Germany"
    assert only("in the U.S. now").country == "United States"


def test_a_whole_name_before_an_and_is_parted_where_the_text_shows_it() -> None:
    text = "The Department of Health met. So the Department of Health and Food Safety Agency won."
    assert texts(text)[1:] == ["Department of Health", "Food Safety Agency"]


@given(st.text(), st.lists(st.text(max_size=20), max_size=3))
def test_reading_never_raises_and_spans_are_inside(text: str, known: list[str]) -> None:
    for name in read(text, known=known):
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert name.title is None or 0 <= name.title[0] < name.title[1] <= name.start


_PARTS = """
Ann Lee the of Department IRS-DHS said . , and Secretary May “ ” Mr. A al-Rashid U.S. Inc. & FOR
New Act
"""
_PIECES = st.lists(st.sampled_from([*_PARTS.split(), "\n"]), max_size=30)


@given(_PIECES)
def test_names_come_in_order_and_do_not_overlap(pieces: list[str]) -> None:
    names = read(" ".join(pieces))
    for one, other in pairwise(names):
        assert one.end <= other.start
