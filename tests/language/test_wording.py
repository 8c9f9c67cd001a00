from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.typography import fold
from nutgraf.language.wording import Comparison, compare, find

SOURCE = (
    "The new ferry was part of the reason we moved here in the first place. Running it at night "
    "brings noise and, as we saw last year, if the crew is tired and the fog is thick, it can cost "
    "lives. We do not think so in the U.S. today. The workers' hall stays shut, some say."
)


def _changes(found: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind, change.claimed, change.source) for change in found.changes]


@pytest.mark.parametrize(
    ("claimed", "wording"),
    [
        ("The new ferry was part of the reason we moved here", "verbatim"),
        ("“The new ferry was part of the reason”", "verbatim"),
        ("The workers’ hall stays shut", "verbatim"),
        ("the new ferry was part of the reason", "case"),
        ("it can cost lives,", "verbatim"),
        ("brings noise, and as we saw last year", "punctuation"),
        ("brings noise and, as we saw last-year, if the crew", "punctuation"),
        ("think so in the US today", "punctuation"),
        ("Running it at night brings noise and … can cost lives.", "ellipsis"),
        ("Running it at night brings noise and ... can cost lives.", "ellipsis"),
        ("Running it at night brings noise and [...] can cost lives.", "ellipsis"),
        ("brings … noise and, as we saw", "ellipsis"),
        ("[R]unning it at night brings noise", "verbatim"),
        ("[r]unning it at night brings noise", "case"),
        ("Running [the ferry] at night brings noise", "bracket"),
        ("Running it at night [always] brings noise", "bracket"),
        ("Runn[s] it at night brings noise", "bracket"),
        ("Running it at [night brings noise", "verbatim"),
        ("Running it at night] brings noise", "verbatim"),
        ("Running it at day brings noise", "altered"),
        ("Running it at night brings terrible noise", "altered"),
        ("Running at night brings noise", "altered"),
        ("brings noise and can cost lives", "spliced"),
        ("we moved here in the first place. We do not think so", "spliced"),
        ("We do not think so in the U.S. today. The new ferry was part of the reason", "spliced"),
        ("nothing that stands anywhere in there", "different"),
        ("", "different"),
        ("…", "different"),
    ],
)
def test_what_differs_is_named_by_its_gravest_kind(claimed: str, wording: str) -> None:
    assert compare(claimed, SOURCE).wording == wording


def test_the_differing_words_are_given_on_both_sides() -> None:
    claimed = "Running it at day brings loud noise"
    found = compare(claimed, SOURCE)
    assert _changes(found) == [("replaced", "day", "night"), ("added", "loud", "")]
    for change in found.changes:
        assert claimed[slice(*change.claimed_span)] == change.claimed
        assert SOURCE[slice(*change.source_span)] == change.source


def test_the_words_that_an_ellipsis_stands_for_are_given() -> None:
    found = compare("brings noise and … it can cost lives.", SOURCE)
    (change,) = found.changes
    assert (change.kind, change.claimed) == ("skipped", "…")
    assert change.source.startswith("as we saw last year, if the crew")


def test_a_bracket_shows_what_it_stands_for() -> None:
    found = compare("Running [the ferry] at night", SOURCE)
    assert _changes(found) == [("bracketed", "[the ferry]", "it")]


def test_a_condition_that_an_ellipsis_swallows_is_reported() -> None:
    found = compare("Running it at night brings noise and … can cost lives.", SOURCE)
    assert [(lost.word, lost.limit, lost.where) for lost in found.lost] == [
        ("if", "condition", "skipped")
    ]
    start, end = found.lost[0].span
    assert SOURCE[start:end] == "if"


def test_a_limit_cut_off_in_front_or_behind_is_reported() -> None:
    assert [(one.word, one.where) for one in compare("think so in the U.S.", SOURCE).lost] == [
        ("not", "before")
    ]
    assert ("some", "after") in [
        (one.word, one.where) for one in compare("The workers' hall stays shut", SOURCE).lost
    ]


def test_a_limit_that_the_bracket_keeps_is_not_lost() -> None:
    source = "The ferry, if it runs at all this year, is slow."
    assert compare("The ferry [if it runs] is slow", source).lost == ()


def test_an_attribution_between_marks_is_not_a_word_left_out() -> None:
    source = '"A ferry is a ferry," she said. "It floats on the sea," he said.'
    assert compare("A ferry is a ferry. It floats on the sea", source).wording == "punctuation"


def test_repeated_words_are_matched_where_they_stand_together() -> None:
    source = "the bill the board the plan said that the bill of the board was the plan of the day"
    found = compare("the bill of the board is the plan of the day", source)
    assert _changes(found) == [("replaced", "is", "was")]


def test_stray_words_far_away_do_not_stretch_the_match() -> None:
    source = "We left. " + "It rained on the old crane by the sea for days. " * 2 + "No one came."
    found = compare("We never ever knew that no one came", source)
    assert source[slice(*found.source)].startswith("No one came") is True


def test_a_quotation_is_found_in_a_long_text() -> None:
    text = "It rained on the crane all day. " * 3000
    text = text[:40_000] + SOURCE + text[40_000:]
    claimed = "Running it at night brings awful noise and, as we saw last year"
    ((start, end),) = find(claimed, text)
    assert text[start:end].startswith("Running it at night brings noise")
    assert find(claimed, fold(text)) == ((start, end),)


def test_the_parts_of_a_quotation_with_an_ellipsis_are_found_apart() -> None:
    spans = find("Running it at night brings noise … it can cost lives", SOURCE)
    assert [SOURCE[start:end].strip(" ,") for start, end in spans] == [
        "Running it at night brings noise",
        "it can cost lives",
    ]


@pytest.mark.parametrize("claimed", ["", "no words in common here", "zebra", "…"])
def test_what_stands_nowhere_is_not_found(claimed: str) -> None:
    assert find(claimed, SOURCE) == ()
    assert find(claimed, "It rained all day. " * 400) == ()


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert compare("art", "The part of it.").wording == "different"
    assert compare("part", "The parties part.").source == (12, 16)


words = st.lists(
    st.sampled_from([*"abc", "not", "if", "A.B.", "12%", "…", "[", "]", "“", "”", ",", "."]),
    max_size=30,
).map(" ".join)


@given(words | st.text())
def test_a_text_compared_with_itself_is_verbatim(text: str) -> None:
    found = compare(text, text)
    assert found.wording == "verbatim" or found.similarity == 0


@given(words | st.text(), words | st.text())
def test_spans_lie_inside_both_texts(claimed: str, source: str) -> None:
    found = compare(claimed, source)
    assert 0 <= found.source[0] <= found.source[1] <= len(source)
    for change in found.changes:
        assert 0 <= change.claimed_span[0] <= change.claimed_span[1] <= len(claimed)
        assert 0 <= change.source_span[0] <= change.source_span[1] <= len(source)
    for start, end in find(claimed, source):
        assert 0 <= start <= end <= len(source)


@given(st.sampled_from(["“{}”", '"{}"', "«{}»", "‘{}’"]), st.sampled_from(["'", "’"]))
def test_typography_never_counts(marks: str, apostrophe: str) -> None:
    claimed = marks.format("The workers' hall stays shut".replace("'", apostrophe))
    assert compare(claimed, SOURCE).wording == "verbatim"


def test_a_long_text_is_searched_quickly() -> None:
    source = fold("It rained on the old crane, and nobody saw it fall. " * 40_000)
    started = time.perf_counter()
    compare("It snowed on the old crane, and nobody saw it rise into the night", source)
    assert time.perf_counter() - started < 5
