from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.typography import fold, small_letters

_TRICKY = "ab .-–—…'\"“”‘’`\u00ad\u200b\u0301eﬁKÅ가\u1100\u1161\t\n\xa0\u2011０ŠİΣ"
texts = st.text(alphabet=st.one_of(st.sampled_from(list(_TRICKY)), st.characters()))


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("“No,” she said, ‘never’.", "\"No,\" she said, 'never'."),
        ("„Nein“ and «non» and ``tex''", '"Nein" and "non" and "tex"'),
        ("co\u2011owner, ten \u2212 two", "co-owner, ten — two"),
        ("a well\u2010known, 10\u201312, self–made", "a well-known, 10-12, self-made"),
        ("the bill—all of it -- passed – late", "the bill — all of it — passed — late"),
        ("and … so. . . on....", "and ... so... on..."),
        ("two\u00a0\u2009words\n\n  more\t", "two words more "),
        ("tax\u00adpayer\u200b data", "taxpayer data"),
        ("oﬃce ﬁle", "office file"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ １２ ｀ａ＇", "Full width 12 'a'"),
        ("cafe\u0301", "café"),
        ("a . . b", "a . . b"),
        ("a .  . b", "a . . b"),
    ],
)
def test_what_is_printed_differently_folds_to_one_spelling(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


def test_a_dash_between_words_is_kept_apart_from_a_hyphen_within_one() -> None:
    assert fold("state—run").text != fold("state-run").text


def test_capitals_are_folded_only_when_asked_for() -> None:
    assert fold("Die Presse").text == "Die Presse"
    assert fold("Die Presse", case=True).text == "die presse"


def test_a_capital_whose_small_form_is_longer_stays() -> None:
    assert small_letters("İZMİR") == "İzmİr"


def test_spans_lead_back_to_the_captured_words() -> None:
    source = "The  oﬃce\u00a0said: “no…”"
    folded = fold(source)
    for word, captured in [("office", "oﬃce"), ("said", "said"), ("no...", "no…")]:
        at = folded.text.index(word)
        start, end = folded.original(at, at + len(word))
        assert source[start:end] == captured
        assert folded.folded(start, end) == (at, at + len(word))


def test_a_character_that_was_dropped_folds_to_an_empty_span() -> None:
    folded = fold("a\u200bb")
    assert folded.folded(1, 2) == (1, 1)
    assert folded.original(0, 2) == (0, 3)
    assert folded.original(1, 1) == (2, 2)


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(texts, st.booleans())
def test_every_folded_character_has_its_origin_and_is_found_from_it(text: str, case: bool) -> None:
    folded = fold(text, case=case)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.original(at, at + 1)
        assert last <= start <= end <= len(text) or start < end
        low, high = folded.folded(start, end)
        assert low <= at < high
        last = start


@given(st.text(alphabet="abc XYZ.,"))
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert fold(text).text.split() == text.split() or ".." in text.replace(" ", "")


def test_a_long_text_takes_well_under_a_second_a_million_characters() -> None:
    text = "The office’s “plan” — all of it… costs 12\u00a0million.\n" * 20_000
    started = time.perf_counter()
    fold(text)
    assert time.perf_counter() - started < 5
