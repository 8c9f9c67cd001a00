"""Any words stand in one line, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.desk.record_lines import holds_no_record, quoted, read_line


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stands_in_one_line_and_comes_back(text: str) -> None:
    line = f"- {{said: {quoted(text)}}}"
    assert len(line.splitlines()) == 1
    assert read_line(line) == {"said": text}


@pytest.mark.parametrize(
    "line", ["", "- {", "- text", "said: x", "- {a: 1}\n- {b: 2}", "<<<<<<< A"]
)
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no record"):
        read_line(line)


@pytest.mark.parametrize("line", ["", "  ", "# a comment", "  # one further in"])
def test_empty_lines_and_comments_hold_none(line: str) -> None:
    assert holds_no_record(line)
