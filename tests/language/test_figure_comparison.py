from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.figure_comparison import Comparison, compare, is_bound, is_far
from nutgraf.language.figures import read


def told(claim: str, source: str) -> Comparison:
    ours, theirs = read(claim)[0], read(source)[0]
    comparison = compare(ours, theirs)
    assert not (is_far(ours, theirs) and comparison.agrees)
    return comparison


@pytest.mark.parametrize(
    ("claim", "source", "relation", "agrees"),
    [
        # the same number
        ("57,000 files", "57,000 files", "same", True),
        ("57K files", "57,000 files", "converted", True),
        ("fifty-seven files", "57 files", "converted", True),
        ("1.36M files", "1,360,000 files", "converted", True),
        ("1,360,000 files", "1.36 million files", "false_precision", True),
        ("a dozen eggs", "12 eggs", "converted", True),
        ("half of it", "50% of it", "converted", True),
        ("half of it", "49% of it", "rounded", True),
        ("33% of it", "a third of it", "converted", True),
        ("two-thirds of it", "66% of it", "converted", True),
        ("48 hours", "two days", "converted", True),
        ("16 miles", "26 km", "converted", True),
        ("68°F", "20°C", "converted", True),
        ("20°C", "68°F", "converted", True),
        ("20 degrees", "20°C", "converted", True),
        ("50 pounds", "£50", "converted", True),
        ("31K in a safe", "$31,000 in a safe", "converted", True),
        ("her 300th goal", "300 goals", "same", True),
        # rounding
        ("1.4 million files", "1.36 million files", "rounded", True),
        ("about 60,000 files", "57,000 files", "rounded", True),
        ("about 56,000 files", "57,000 files", "rounded", True),
        ("$4B", "$3.75 billion", "rounded", True),
        ("412 points", "412.79 points", "rounded", True),
        ("nearly 60,000 files", "59,000 files", "rounded", True),
        ("nearly 60,000 files", "57,000 files", "false_precision", True),
        ("just over 57,000 files", "57,210 files", "rounded", True),
        # not the same
        ("1.36 million files", "1.3 million files", "differs", False),
        ("60,000 files", "57,000 files", "differs", False),
        ("nearly 60,000 files", "61,000 files", "bound_changed", False),
        ("nearly 60,000 files", "20,000 files", "differs", False),
        ("nearly 50 files", "50 files", "bound_changed", False),
        ("12 files", "13 files", "differs", False),
        ("0 files", "0 files", "same", True),
        ("3 files", "0 files", "differs", False),
        ("1,359,512 files", "1.36 million files", "false_precision", False),
        ("aged 34", "aged 35", "differs", False),
        # bounds
        ("fewer than 5%", "under 5%", "same", True),
        ("less than 5%", "5%", "bound_changed", False),
        ("5%", "fewer than 5%", "bound_lost", False),
        ("5 files", "at least 5 files", "bound_lost", False),
        ("5 files", "up to 5 files", "bound_lost", False),
        ("200 files", "more than 200 files", "bound_lost", True),
        ("6 files", "up to 5 files", "differs", False),
        ("more than 1 million files", "1.36 million files", "implied", True),
        ("more than 5 files", "1.36 million files", "differs", False),
        ("over 5 files", "0 files", "differs", False),
        ("at least 5 files", "5 files", "implied", True),
        ("more than 5 files", "under 5 files", "bound_changed", False),
        ("more than 4 files", "under 5 files", "differs", False),
        ("more than 1,000 files", "more than 1,200 files", "implied", True),
        ("more than 60,000 files", "nearly 60,000 files", "bound_changed", False),
        # ranges and vague words
        ("10-15 files", "10 to 15 files", "same", True),
        ("10-15 files", "12 files", "implied", True),
        ("10-15 files", "16 files", "differs", False),
        ("up to 15 files", "10-15 files", "implied", True),
        ("at least 10 files", "10-15 files", "implied", True),
        ("12 files", "10-15 files", "bound_lost", False),
        ("20 files", "10-15 files", "differs", False),
        ("dozens of files", "57 files", "implied", True),
        ("dozens of files", "dozens of files", "same", True),
        ("57 files", "dozens of files", "differs", False),
        ("hundreds of files", "hundreds of thousands of files", "differs", False),
        # other kinds
        ("5 percentage points", "5%", "unit_differs", False),
        ("£5", "$5", "unit_differs", False),
        ("5 files", "$5", "unit_differs", False),
        ("5 miles", "5 kg", "unit_differs", False),
        ("5%", "5 files", "unit_differs", False),
        ("the 3rd fire", "three fires", "unit_differs", False),
        ("34 boats", "aged 34", "unit_differs", False),
        ("rose 3%", "fell 3%", "direction_differs", False),
        # names and scores
        ("Flight 12", "Flight 12", "same", True),
        ("12 boats", "Flight 12", "unit_differs", False),
        ("they won 3-2", "a 3-2 win", "same", True),
        ("they won 3-2", "they won 3-1", "differs", False),
    ],
)  # fmt: skip
def test_relations(claim: str, source: str, relation: str, *, agrees: bool) -> None:
    comparison = told(claim, source)
    assert (comparison.relation, comparison.agrees) == (relation, agrees)
    assert agrees or comparison.reasons


@pytest.mark.parametrize(
    ("claim", "source", "noun"),
    [
        ("57 people", "57 names", "differs"),
        ("57 people", "57 residents", "same"),
        ("57 tax records", "57 records", "same"),
        ("57 came", "57 names", "unknown"),
    ],
)
def test_what_is_counted_is_compared_too(claim: str, source: str, noun: str) -> None:
    assert told(claim, source).noun == noun


def test_a_lost_or_added_about_is_told() -> None:
    assert told("57,000 files", "about 57,000 files").approximation == "lost"
    assert told("about 57,000 files", "57,000 files").approximation == "added"
    assert told("57,000 files", "57,000 files").approximation == ""


def test_nearly_is_no_bound() -> None:
    assert not is_bound(read("nearly 50 files")[0])
    assert is_bound(read("fewer than about 50 files")[0])


@given(
    st.sampled_from(
        ["", "about ", "nearly ", "more than ", "at least ", "up to ", "between 1 and "]
    ),
    st.integers(min_value=2, max_value=10**9),
    st.sampled_from([" files", "%", " miles", "-year-old", " per cent", " in all"]),
)
def test_a_figure_agrees_with_itself(before: str, number: int, after: str) -> None:
    text = f"{before}{number:,}{after}"
    comparison = told(text, text)
    assert comparison.agrees, comparison


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_bare_integers_written_to_the_unit_agree_only_when_near(one: int, other: int) -> None:
    if told(f"{one:,} files", f"{other:,} files").agrees:
        assert abs(one - other) <= other * 0.03
