from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText, Prose, Run

FILE = FileText("a.md", "One *two*\nthree.\n")
# The prose “One two three.”, as the grammar reads it from that file.
PROSE = Prose("One two three.", FILE, (Run(0, 0, 4), Run(4, 5, 3), Run(8, 10, 6)))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_whatever_ends_a_line(end: str) -> None:
    file = FileText("a.md", f"a😀{end}{end}b")
    assert file.line_and_column(0) == (1, 1)
    assert file.line_and_column(2) == (1, 3)
    assert file.line_and_column(len(file.text) - 1) == (3, 1)
    assert file.line_and_column(len(file.text)) == (3, 2)


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_lines_begin_where_python_begins_them(text: str) -> None:
    starts, at = [0], 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line[-1] in "\r\n":
            starts.append(at)
    assert FileText("a.md", text).line_starts == tuple(starts)


def test_a_span_knows_its_first_and_last_line() -> None:
    place = FILE.place(4, 15)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 5, 2, 6)


def test_the_slices_of_a_prose_leave_out_what_is_markup() -> None:
    assert PROSE.slices(0, 14) == ((0, 4), (5, 8), (10, 16))
    assert PROSE.slices(2, 6) == ((2, 4), (5, 7))
    assert PROSE.slices(7, 8) == ()
    assert PROSE.slices(3, 3) == ()


def test_slices_that_touch_are_one() -> None:
    prose = Prose("ab", FILE, (Run(0, 0, 1), Run(1, 1, 1)))
    assert prose.slices(0, 2) == ((0, 2),)


def test_a_place_reaches_from_the_first_to_the_last_character() -> None:
    assert (PROSE.place().start, PROSE.place().end) == (0, 16)
    assert (PROSE.place(7, 8).start, PROSE.place(7, 8).end) == (8, 8)
    empty = Prose("", FILE, ())
    assert (empty.place().start, empty.offset(5)) == (0, 0)


@given(st.integers(0, 14), st.integers(0, 14))
def test_slices_hold_the_words_and_no_more(start: int, end: int) -> None:
    words = "".join(FILE.text[low:high] for low, high in PROSE.slices(start, end))
    # The character at 7 is the line end, which is a space in the prose and in no run.
    assert words == "".join(PROSE.text[at] for at in range(start, end) if at != 7)


@given(st.integers(0, 20))
def test_the_offset_of_a_character_is_its_own_or_the_one_before(at: int) -> None:
    offset = PROSE.offset(at)
    spans = PROSE.slices(at, at + 1)
    assert offset == spans[0][0] if spans else offset in {8, 16}
