"""A source's text with what rests on it marked: every word stays, nothing in it is markup."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText, FrontMatter, Source
from nutgraf.preview.shown_source import Mark, marked

_TEXT = "The harbour office counted 1,240 passengers. The quay was full."


def _source(text: str) -> Source:
    file = FileText("seeds/report.md", text)
    front = FrontMatter({}, {}, {}, file.place(0, 0), 0)
    return Source("report", file, front, "", None, None, None, None, None)


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_a_passage_is_marked_and_named() -> None:
    shown = marked(_source(_TEXT), [Mark(0, 44, "evidence", "c-1"), Mark(27, 32, "differs", "f-1")])
    assert 'id="c-1"' in shown
    assert '<mark class="differs evidence">1,240</mark>' in shown
    assert _words(shown) == _TEXT


def test_the_chosen_mark_stands_out() -> None:
    found = [Mark(0, 3, "evidence", "c-1"), Mark(4, 11, "evidence", "c-2")]
    shown = marked(_source(_TEXT), found, current="c-2")
    assert '<mark class="current evidence">harbour</mark>' in shown
    assert shown.count("current") == 1


def test_hostile_words_are_words() -> None:
    hostile = '<script>alert(1)</script> <img src=x onerror="alert(2)"> & </mark>'
    shown = marked(_source(hostile), [Mark(3, 20, "evidence", "c-1")])
    assert "<script" not in shown
    assert "<img" not in shown
    assert _words(shown) == hostile


@given(
    st.text(alphabet="ab <>&\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_marks_that_cross_leave_every_word_in_its_place(
    text: str, spans: list[tuple[int, int]]
) -> None:
    found = [
        Mark(low, high, "evidence", f"c-{number}")
        for number, (low, high) in enumerate(spans)
        if low < high <= len(text)
    ]
    assert _words(marked(_source(text), found)) == text
