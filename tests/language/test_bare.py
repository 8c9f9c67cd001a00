"""Bare words: what a person's word holds on to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.bare import bare, bare_hash, holds

SAME = [
    ("The ferry sailed, late.", "the ferry sailed late"),
    ("He said “no”.", 'He said "no".'),
    ("“We will sail,” she said.", '"We will sail", she said'),
    ("47,000 records", "47000 records"),
    ("It’s over — at last", "It's over - at last"),
    ("the tax-data pact", "the tax data pact"),
    ("a line\nthat\u00a0ends", "a line that ends"),
    ("co\u00adoperate", "cooperate"),
    ("wait…", "wait..."),
    ("(Boats sail.)", "Boats sail"),
    ("**Boats** sail", "Boats sail"),
    ("Café", "Cafe\u0301"),
    ("Boats sail!", "Boats sail."),
]
OTHER = [
    ("The ferry sailed late.", "The ferry sailed."),
    ("47,000 records", "4,700 records"),
    ("1.2 million", "12 million"),
    ("about 5%", "about 5"),
    ("$5 was paid", "£5 was paid"),
    ("fell by -5", "fell by 5"),
    ("they were late", "they we're late"),
    ("he is “sorry”", "he is sorry"),
    ("Did he resign?", "Did he resign."),
    ("creates chaos … harm", "creates chaos harm"),
    ("~47,000 records", "47,000 records"),
    ("<5% of them", "5% of them"),
    ("it cost .5 of it", "it cost 5 of it"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_capitals_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert bare(one) == bare(other)
    assert bare_hash(one) == bare_hash(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_changes_what_is_said_makes_one(one: str, other: str) -> None:
    assert bare_hash(one) != bare_hash(other)


WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
    | st.integers(0, 10**7).map(str),
    min_size=1,
    max_size=25,
)


@given(WORDS, st.data())
def test_a_comma_anywhere_between_words_makes_no_difference(
    words: list[str], data: st.DataObject
) -> None:
    marks = data.draw(
        st.lists(st.sampled_from([" ", ", ", "; ", ": ", ". ", " (", ") "]), min_size=len(words))
    )
    said = "".join(word + mark for word, mark in zip(words, marks, strict=False))
    assert bare_hash(said) == bare_hash(" ".join(words))


@given(WORDS, WORDS)
def test_other_words_are_never_the_same(words: list[str], others: list[str]) -> None:
    assert (bare_hash(" ".join(words)) == bare_hash(" ".join(others))) == (words == others)


@given(WORDS, WORDS, WORDS)
def test_a_passage_is_found_wherever_it_stands(
    before: list[str], passage: list[str], behind: list[str]
) -> None:
    text = f"{' '.join(before)}\n\n{', '.join(passage)}. {' '.join(behind)}"
    assert holds(text, " ".join(passage))


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert not holds("The ferrymen, sailed", "ferry men sailed")
    assert not holds("Unlawful, they said", "lawful they said")


@given(st.text())
def test_nothing_that_is_written_makes_it_fail(text: str) -> None:
    assert holds(text, text)
    assert bare(bare(text)) == bare(bare(bare(text)))
