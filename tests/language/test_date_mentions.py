from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.date_mentions import find, spans


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Jan. 21, 2026", "us"), ("Wed., Jan. 21", "us"), ("on 21 January", "world"),
        ("at 5 p.m. sharp", "time"), ("in May 2020", "month_year"), ("in May", "month"),
        ("last fall", "season"), ("two years ago", "ago"), ("circa-1870 ship", "year"),
        ("open to 5pm", "time"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    assert [mention.kind for mention in find(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a fall in the road", 0), ("in the fall of an empire", 1), ("the end of the summer", 1),
        ("that spring", 0), ("a hot spring", 0), ("in April Street", 0), ("last April Street", 1),
        ("Dec rose", 0), ("in Dec. it rose", 1), ("from April to May", 2), ("asked to May", 0),
        ("Nov 3%", 0),

        ("9am-5pm", 2), ("9 a.m.-5 p.m.", 2),
        ("2019 was hot", 1), ("year 2019 records", 1), ("and 2019 people came", 1),
    ],
)  # fmt: skip
def test_names_and_verbs(text: str, count: int) -> None:
    assert len(spans(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the crane fell on april 11 , police said", 1), ("it fell on sunday", 1),
        ("it may 7", 1), ("it fell on 7 may", 1), ("they may march", 0), ("it may 5% of it", 0),
        ("The crane fell on sunday", 0),
    ],
)  # fmt: skip
def test_a_text_without_capitals_has_its_months_and_weekdays_too(text: str, count: int) -> None:
    assert len(spans(text)) == count


def test_of_two_that_begin_together_the_longer_stands() -> None:
    (mention,) = find("Wednesday, Jan. 21, 2026")
    assert mention.kind == "us"


@given(st.text())
def test_mentions_are_in_order_and_apart(text: str) -> None:
    at = 0
    for start, end in spans(text):
        assert at <= start < end <= len(text)
        at = end
