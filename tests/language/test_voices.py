"""Who says what a sentence says."""

from __future__ import annotations

import pytest

from nutgraf.language.voices import voices


def _told(text: str) -> list[tuple[str, str]]:
    return [
        ("" if v.party is None else text[slice(*v.party)], text[slice(*v.said)].strip(" ,."))
        for v in voices(text)
    ]


@pytest.mark.parametrize(
    ("text", "party", "said"),
    [
        ("The bridge is safe, officials said.", "officials", "The bridge is safe"),
        ("Ann Lee, who runs the yard, said the boat leaks.", "Ann Lee", "the boat leaks"),
        ("The boat leaks, said Ann Lee, a welder.", "Ann Lee", "The boat leaks"),
        ("According to the filing, the boat leaks.", "the filing", "the boat leaks"),
        (
            "The boat leaks, according to two people close to him.",
            "two people close to him",
            "The boat leaks",
        ),
        ("Records show the boat sank in May.", "Records", "the boat sank in May"),
        (
            "The yard told the Post that the boat was new.",
            "The yard",
            "the Post that the boat was new",
        ),
        (
            "A diver sued the yard, alleging that the boat leaked.",
            "A diver",
            "that the boat leaked",
        ),
        ("The boat leaks, a source told the Post.", "a source", "The boat leaks"),
        ("Critics argue the boat was never fit.", "Critics", "the boat was never fit"),
    ],
)
def test_who_says_it_and_what_is_said(text: str, party: str, said: str) -> None:
    assert (party, said) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The boat sank on Monday.",
        "The annual report is due in May.",
        "Divers found the wreck.",
        "The state paid for the pier.",
    ],
)
def test_where_nobody_says_it(text: str) -> None:
    assert _told(text) == []


def test_a_view_is_told_from_a_statement() -> None:
    assert [v.contested for v in voices("The yard claimed the boat was new.")] == [True]
    assert [v.contested for v in voices("The yard said the boat was new.")] == [False]


def test_what_is_added_to_a_thing_is_not_said() -> None:
    text = "The tool added drugs to some records that had never been discussed."
    assert voices(text) == ()
    (one,) = voices("The mayor added that the bridge had never been closed.")
    assert one.party == (0, 9)


def test_what_stands_behind_of_is_no_party() -> None:
    assert voices("It has a figure, from its own staff, of payments it says it cannot match.") == ()
