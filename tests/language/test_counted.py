from __future__ import annotations

import pytest

from nutgraf.language.counted import after, head, same_noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (" names the office sent", "names"),
        (" verified tax records were", "verified tax records"),
        (" more people", "people"),
        (" of the 12 boats", "boats"),
        (" of 12", ""),
        ("-member panel", "member"),
        (" killed", ""),
        ("", ""),
        (" very tall old oak here", ""),
    ],
)
def test_the_noun_is_read_up_to_its_head(text: str, noun: str) -> None:
    assert after(text, 0, single=False).noun == noun


def test_one_thing_has_a_singular_noun() -> None:
    assert after(" equine fatality since", 0, single=True).noun == "equine fatality"


def test_a_part_of_a_number_has_a_base() -> None:
    text = " boats of the 12 boats"
    found = after(text, 0, single=False)
    assert (found.noun, text[found.base_start : found.base_end]) == ("boats", "the 12 boats")
    assert after(" boats of the 12", 0, single=False).base_end == 0


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("tax records", "record"), ("people", "person"), ("cities", "city"), ("churches", "church"),
        ("ties", "tie"), ("class", "class"), ("police", "police"), ("", ""),
    ],
)  # fmt: skip
def test_heads_are_singular(noun: str, expected: str) -> None:
    assert head(noun) == expected


def test_nouns_for_people_are_alike() -> None:
    assert same_noun("people", "local residents")
    assert same_noun("names", "names")
    assert same_noun("people", "names") is False
    assert same_noun("", "names") is None


def test_people_of_one_calling_are_not_those_of_another() -> None:
    assert same_noun("nurses", "farmers") is False
    assert same_noun("employees", "workers") is True
    assert same_noun("adults", "nurses") is True
    assert same_noun("volunteers", "nurses") is None


def test_a_part_of_what_somebody_has_has_a_base() -> None:
    text = " of the old town's 40 boats"
    found = after(text, 0, single=False)
    assert text[found.base_start : found.base_end] == "the old town's 40 boats"


def test_words_behind_them_are_not_counted() -> None:
    assert after(" of them lacked any proper licence", 0, single=True).noun == ""
    assert after(" of them pupils", 0, single=True).noun == "pupils"
