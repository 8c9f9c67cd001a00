from __future__ import annotations

import pytest

from nutgraf.language.noun_phrases import (
    apposition,
    begins_subject,
    head,
    hearer,
    is_cue,
    phrase_ending,
    tokenize,
)


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("Ann Lee", "Ann Lee", None),
        ("the policy chief Ann Lee", "Ann Lee", "the policy chief"),
        ("Tide FM’s Ann Lee", "Ann Lee", "Tide FM’s"),
        ("Ann Lee of the Harbour Board", "Ann Lee", "of the Harbour Board"),
        ("the head of the board", "the head of the board", None),
        ("the Rainmakers", "Rainmakers", None),
        ("the Harbour Board of Tidewater", "Harbour Board of Tidewater", None),
    ],
)
def test_a_phrase_is_divided_into_name_and_role(phrase: str, name: str, role: str | None) -> None:
    tokens = tokenize(phrase, 0, len(phrase))
    found, office = head(tokens, 0, len(tokens))
    assert found is not None
    assert phrase[slice(*found)].removeprefix("the ") == name.removeprefix("the ")
    assert (None if office is None else phrase[slice(*office)]) == role


def test_titles_and_initials_keep_their_full_stop() -> None:
    text = "Sen. J. R. Lee Jr. of the U.S. left."
    assert [token.text for token in tokenize(text, 0, len(text))] == [
        "Sen.",
        "J.",
        "R.",
        "Lee",
        "Jr.",
        "of",
        "the",
        "U.S.",
        "left",
        ".",
    ]


@pytest.mark.parametrize(
    ("text", "at", "is_one"),
    [
        ("Lee said", 1, True),
        ("Lee notes", 1, True),
        ("the notes", 1, False),
        ("United States", 1, False),
        ("officials state", 1, True),
        ("the Saudis state", 2, True),
        ("they report", 1, True),
        ("a report", 1, False),
        ("report", 0, False),
        ("said", 0, True),
        ("Lee puts it", 1, True),
        ("Lee puts money", 1, False),
        ("his claimed", 1, False),
        ("another said", 1, True),
        ("Lee walked", 1, False),
    ],
)
def test_verbs_of_saying_are_told_from_nouns(text: str, at: int, *, is_one: bool) -> None:
    assert is_cue(tokenize(text, 0, len(text)), at) is is_one


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (", a nurse in Ohio, who left", "a nurse in Ohio"),
        (", 83, of Tidewater", "of Tidewater"),
        (", 83, a nurse", "a nurse"),
        (", 83,", None),
        (", 83, left", None),
        (", 83", None),
        (", who left", None),
        (", adding that", None),
        (", Monday", None),
        (", said Bo Day", None),
        (", (later)", None),
        (",", None),
    ],
)
def test_an_apposition_is_a_role_unless_it_is_something_else(text: str, role: str | None) -> None:
    tokens = tokenize(text, 0, len(text))
    found = apposition(tokens, 1, len(tokens))
    assert (None if found is None else text[slice(*found)]) == role


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("told the panel on Monday", "the panel"),
        ("told reporters she left", "reporters"),
        ("told", None),
        ("told (them)", None),
        ("asked for help", None),
        ("said to Bo Day", "Bo Day"),
        ("said in an interview with Tide FM", "Tide FM"),
        ("wrote in a letter to the Senate", "the Senate"),
        ("said it. She spoke to Bo", None),
        ("said it was up to them", None),
    ],
)
def test_to_whom_it_was_said(text: str, whom: str | None) -> None:
    tokens = tokenize(text, 0, len(text))
    found = hearer(tokens, 0)
    assert (None if found is None else text[slice(*found)]) == whom


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("when the head of the union", "the head of the union"),
        ("On Monday Ann Lee", "Ann Lee"),
        ("But Ann Lee", "Ann Lee"),
        ("he saw she", "she"),
        ("for Ann Lee and Bo Day", "Ann Lee and Bo Day"),
        ("angry harbour board officials", "angry harbour board officials"),
        ("in Harbour Board spokeswoman Ann Lee", "Harbour Board spokeswoman Ann Lee"),
    ],
)
def test_a_phrase_is_found_from_its_last_word(text: str, phrase: str) -> None:
    tokens = tokenize(text, 0, len(text))
    start = phrase_ending(tokens, len(tokens))
    assert start is not None
    assert text[tokens[start].start :] == phrase


def test_nothing_ends_at_a_mark_or_at_the_start() -> None:
    tokens = tokenize("Lee,", 0, 4)
    assert phrase_ending(tokens, 2) is None
    assert phrase_ending(tokens, 0) is None


@pytest.mark.parametrize(
    ("word", "can"),
    [("Ann", True), ("the", True), ("officials", True), ("in", False), ("However", False)],
)
def test_not_every_word_can_begin_a_speaker(word: str, *, can: bool) -> None:
    assert begins_subject(tokenize(word, 0, len(word)), 0) is can
