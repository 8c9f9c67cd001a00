"""Deeds, and the words that tell of them."""

from __future__ import annotations

from nutgraf.language.deeds import implied_by
from nutgraf.language.stems import stem


def test_a_deed_is_told_by_any_word_of_its_class() -> None:
    assert stem("resignation") in implied_by("resigned")
    assert stem("lawsuit") in implied_by("sued")


def test_other_words_are_no_deeds() -> None:
    assert implied_by("harbour") == frozenset()


def test_leaving_tells_of_resigning_and_of_retiring() -> None:
    assert stem("leave") in implied_by("resigned")
    assert stem("leave") in implied_by("retired")


def test_what_can_be_quit_is_more_than_a_post() -> None:
    assert implied_by("quit") == frozenset()
